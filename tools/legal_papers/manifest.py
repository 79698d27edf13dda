"""The list of papers made for measuring, one JSON object a line."""
import json
from pathlib import Path

NAME = "manifest.ndjson"


def rows(folder):
    """The rows of a folder's list, in order."""
    path = Path(folder, NAME)
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def append(folder, **row):
    """Adds a row; empty entries are left out."""
    row = {key: value for key, value in row.items() if value not in (None, [], "")}
    with open(Path(folder, NAME), "a") as file:
        print(json.dumps(row, sort_keys=True), file=file)

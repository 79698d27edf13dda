"""Prints how long Chromium takes to open a report, to filter it and to sort it; medians of several runs."""

import pathlib
import statistics
import sys

from browser import chromium

# From starting to load until the list has been drawn.
OPENED = """
const done = arguments[0];
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
"""

# From a change of a filter until what follows from it has been drawn.
CHANGED = """
const [id, value, done] = arguments;
const field = document.getElementById(id);
field.value = value;
const start = performance.now();
field.dispatchEvent(new Event("input"));
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""

SORTED = """
const [id, done] = arguments;
const start = performance.now();
document.querySelector(`[data-sort=${id}]`).click();
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""


def median(times):
    return f"{statistics.median(times):,.0f} ms (worst {max(times):,.0f})"


def main():
    report = pathlib.Path(sys.argv[1]).as_uri()
    with chromium() as driver:
        opened = []
        for _ in range(5):
            driver.get("about:blank")
            driver.get(f"{report}#view=papers")
            opened.append(driver.execute_async_script(OPENED))
        print(f"  open: {median(opened)}")
        # The first search also prepares the text to search in.
        first = driver.execute_async_script(CHANGED, "words", "caching")
        print(f"  first search for words: {first:,.0f} ms")
        changes = [("words", "cach"), ("words", "caching latency"), ("words", ""), ("topic", "mlops"), ("topic", ""),
                   ("numbers", "1-2000"), ("numbers", ""), ("finding", "fail"), ("finding", ""), ("reason", "close-call"),
                   ("reason", "")] * 3
        print(f"  filter: {median([driver.execute_async_script(CHANGED, *change) for change in changes])}")
        columns = ["title", "topics", "probability", "finding", "person", "pages", "paper"] * 3
        print(f"  sort: {median([driver.execute_async_script(SORTED, column) for column in columns])}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Loads a model folder without PaperTriage and gives the same probabilities: an example of how to read one.

    tools/classify.py MODEL < papers.ndjson > probabilities.ndjson

Reads one paper a line as JSON with id, title and abstract, and writes id, topics, groups and scope with the calibrated
probabilities. It needs numpy; the tensors are read with the package `safetensors` where it is installed, else by the
file's plain header. A test of the program holds it to `papertriage classify` within 1e-5.
"""
import json
import math
import os
import sys
import unicodedata

import numpy as np

# The program's list (Sources/TextFeatures/StopWords.swift) is not needed here: phrases of nothing but common words are
# not in the vocabulary, so they are not found.


def read_tensors(path):
    """Returns the tensors of a safetensors file by name."""
    try:
        from safetensors.numpy import load_file
    except ImportError:
        pass
    else:
        return load_file(path)
    # Eight bytes with the header's length (little endian), the header as JSON, then the numbers.
    types = {"F32": "<f4", "F16": "<f2", "U32": "<u4", "U8": "u1"}
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        body = file.read()
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            tensors[name] = np.frombuffer(body[begin:end], types[entry["dtype"]]).reshape(entry["shape"])
    return tensors


def words(text):
    """Cuts a text into words: form NFKC, lowercased, then the longest runs of letters, marks and numbers."""
    text = unicodedata.normalize("NFKC", text).lower()
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in text)
    # Only blanks are left between words: other white space is neither letter, mark nor number.
    return [word for word in "".join(kept).split(" ") if word]


class Model:
    """A model folder: `config.json` and `model.safetensors`."""

    def __init__(self, folder):
        with open(os.path.join(folder, "config.json"), encoding="utf-8") as file:
            self.configuration = json.load(file)
        if self.configuration["format_version"] != 2:
            sys.exit(f"{folder}: has format {self.configuration['format_version']}, but this example reads format 2.")
        tensors = read_tensors(os.path.join(folder, "model.safetensors"))
        names = tensors["vocabulary.name_bytes"].tobytes()
        starts = tensors["vocabulary.name_starts"]
        self.features = {names[a:b].decode(): i for i, (a, b) in enumerate(zip(starts, starts[1:]))}
        self.rareness = tensors["inverse_document_frequencies"].astype(np.float64)
        self.weights = tensors["weights"]
        self.biases = tensors["biases"].astype(np.float64)
        self.vectors = tensors["embedding.vectors"]
        # Only a model made from topics' words has weights of the embedding; in a trained one they are part of `weights`.
        self.embedding_weights = tensors.get("embedding.weights")

    def row(self, title, abstract):
        """Returns the numbers of a paper's features: sublinear TF-IDF, each block scaled to its weight."""
        row = {}
        title = words(title)
        text = title + words(abstract)
        for block in self.configuration["blocks"]:
            source = title if block["source"] == "title" else text
            counts = {}
            for length in range(block["shortest_phrase"], block["longest_phrase"] + 1):
                for first in range(len(source) - length + 1):
                    name = block["name"] + ":" + " ".join(source[first:first + length])
                    feature = self.features.get(name)
                    if feature is not None:
                        counts[feature] = counts.get(feature, 0) + 1
            values = {f: (1 + math.log(n)) * self.rareness[f] for f, n in counts.items()}
            size = math.sqrt(sum(value * value for value in values.values()))
            for feature, value in values.items():
                row[feature] = value * block["weight"] / size
        return row

    def probabilities(self, title, abstract):
        """Returns the probability of each topic, each group, and last of having any topic."""
        row = self.row(title, abstract)
        logits = self.biases.copy()
        for feature, value in row.items():
            logits += value * self.weights[feature].astype(np.float64)
        if self.embedding_weights is not None:
            embedding = np.zeros(self.vectors.shape[1])
            for feature, value in row.items():
                if feature < len(self.vectors):
                    embedding += value * self.vectors[feature].astype(np.float64)
            size = np.linalg.norm(embedding)
            if size > 0:
                logits += embedding / size @ self.embedding_weights.astype(np.float64)
        return 1 / (1 + np.exp(-logits))


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    model = Model(sys.argv[1])
    ids = [label["id"] for label in model.configuration["topics"] + model.configuration["groups"]]
    topic_count = len(model.configuration["topics"])
    for line in sys.stdin:
        if not line.strip():
            continue
        paper = json.loads(line)
        p = model.probabilities(paper.get("title") or "", paper.get("abstract") or "")
        labels = [{"id": label, "probability": round(float(value), 6)} for label, value in zip(ids, p)]
        row = {"id": paper["id"], "topics": labels[:topic_count], "groups": labels[topic_count:]}
        row["scope"] = {"probability": round(float(p[-1]), 6)}
        print(json.dumps(row, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())

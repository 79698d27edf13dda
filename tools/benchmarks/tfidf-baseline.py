#!/usr/bin/env python3
"""The peer of `papertriage evaluate --cross-validate`: scikit-learn's TF-IDF with one-vs-rest logistic regression.

    pip install scikit-learn PyYAML
    tools/benchmarks/tfidf-baseline.py CORPUS.ndjson[.gz] [--venue VENUE.yaml] [--only FIELD=VALUE] [-C 20] [--balanced]

Nested cross-validation on the corpus's field "fold": each fold is predicted by a model of the others, whose
thresholds, one a label, were chosen by the best F1 on predictions for those others' folds in turn.
"""
import argparse
import gzip
import json
import os

import numpy as np
import sklearn
import yaml
from joblib import Parallel, delayed
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

here = os.path.dirname(os.path.abspath(__file__))
parser = argparse.ArgumentParser()
parser.add_argument("corpus")
parser.add_argument("--venue", default=os.path.join(here, "../../corpora/venues/default.yaml"))
parser.add_argument("--only", action="append", default=[])
parser.add_argument("-C", type=float, default=20)
parser.add_argument("--balanced", action="store_true")
options = parser.parse_args()

venue = yaml.safe_load(open(options.venue))
topics = [topic["id"] for topic in venue["topics"]]
groups = [group["id"] for group in venue["groups"]]
opened = gzip.open if options.corpus.endswith(".gz") else open
papers = [json.loads(line) for line in opened(options.corpus, "rt")]
texts = [paper["title"] + "\n" + paper["abstract"] for paper in papers]
folds = np.array([paper["fold"] for paper in papers])
truth = np.array(
    [[t in p["topics"] for t in topics] + [g in p["groups"] for g in groups] for p in papers], dtype=int)


def scores(train, test, label):
    """The log odds of a label for `test`, from a model of `train`, both rows of the present features."""
    weight = "balanced" if options.balanced else None
    model = LogisticRegression(C=options.C, solver="liblinear", dual=True, class_weight=weight, max_iter=300)
    return model.fit(features[train], truth[train, label]).decision_function(features[test])


def best_threshold(values, present):
    order = np.argsort(-values, kind="stable")
    found = np.cumsum(present[order])
    f1 = 2 * found / (np.arange(1, len(order) + 1) + present.sum())
    return values[order[np.argmax(f1)]]


assigned = np.zeros(truth.shape, dtype=bool)
ranking = np.zeros(truth.shape)
for fold in np.unique(folds):
    inside, outside = np.where(folds != fold)[0], np.where(folds == fold)[0]
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    vectorizer.fit([texts[i] for i in inside])
    features = vectorizer.transform(texts)

    def label_column(label):
        inner = np.zeros(len(papers))
        for other in np.unique(folds[inside]):
            train, test = np.where((folds != fold) & (folds != other))[0], np.where(folds == other)[0]
            inner[test] = scores(train, test, label)
        threshold = best_threshold(inner[inside], truth[inside, label])
        values = scores(inside, outside, label)
        return values >= threshold, values

    columns = Parallel(n_jobs=2, prefer="threads")(delayed(label_column)(k) for k in range(truth.shape[1]))
    for label, (decision, values) in enumerate(columns):
        assigned[outside, label] = decision
        ranking[outside, label] = values

print(f"scikit-learn {sklearn.__version__}, C={options.C}, balanced={options.balanced}")
for only in [None] + options.only:
    field, _, value = (only or "").partition("=")
    rows = [i for i, paper in enumerate(papers) if only is None or str(paper.get(field)) == value]
    n = len(topics)
    primary = [i for i in rows if papers[i].get("primary")]
    best = [
        topics[int(np.argmax(np.where(assigned[i, :n], ranking[i, :n], -np.inf)))] if assigned[i, :n].any() else None
        for i in primary
    ]
    print(
        f"{only or 'all'}: {len(rows)} papers,"
        f" topics macro-F1 {f1_score(truth[rows, :n], assigned[rows, :n], average='macro', zero_division=0):.3f}"
        f" micro-F1 {f1_score(truth[rows, :n], assigned[rows, :n], average='micro'):.3f},"
        f" groups macro-F1 {f1_score(truth[rows, n:], assigned[rows, n:], average='macro'):.3f}"
        f" micro-F1 {f1_score(truth[rows, n:], assigned[rows, n:], average='micro'):.3f},"
        f" primary topic right {np.mean([b == papers[i]['primary'] for b, i in zip(best, primary)]):.3f}"
    )

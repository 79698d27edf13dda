#!/usr/bin/env python3
"""Prints the minima that Tests/LinearModelsTests/DenseRegressionTests.swift holds the dense solver to.

    pip install scikit-learn
    tools/record-dense-regressions.py

Examples, labels and weights follow formulas in whole numbers that the Swift side repeats. The bias is the weight of a
constant column, so that it is regularised on both sides.
"""
import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

ROWS, COLUMNS, CUTS = 3000, 30, [0, 2500, 4200]
i, j = np.arange(ROWS)[:, None], np.arange(COLUMNS)[None, :]
residues = (i * 7919 + j * 104729 + i * j * 31) % 1009
features = (residues.astype(np.float32) / np.float32(1009) - np.float32(0.5)).astype(np.float64)
features = np.hstack([features, np.ones((ROWS, 1))])

print(f"scikit-learn {sklearn.__version__}, newton-cholesky")
for penalty in [1, 100]:
    for weighted in [False, True]:
        minima = []
        for k, cut in enumerate(CUTS):
            noise = np.arange(ROWS) * (k + 3) * 613 % 4001 - 2000
            present = (((j + k) % 3 - 1) * residues).sum(axis=1) + noise > cut
            weights = np.ones(ROWS)
            if weighted:
                weights = 1.0 + (np.arange(ROWS) + k) % 3
                weights[np.arange(ROWS) % 7 == k] = 0  # unknown
            model = LogisticRegression(C=penalty, solver="newton-cholesky", tol=1e-12, max_iter=1000, fit_intercept=False)
            w = model.fit(features, present, sample_weight=weights).coef_[0]
            scores = features @ w
            minima.append(0.5 * w @ w + penalty * (weights * (np.logaddexp(0, scores) - present * scores)).sum())
            share = present.mean()
        print(f"C={penalty} weighted={weighted}: {[float(m) for m in minima]} last share {share:.3f}")

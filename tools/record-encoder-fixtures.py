#!/usr/bin/env python3
"""Writes Tests/EncoderFixtures: a tiny BERT with random weights, and what other programs make of our texts with it.

    pip install numpy safetensors tokenizers
    tools/record-encoder-fixtures.py

Tokens are those of Hugging Face `tokenizers`; vectors are of the forward pass below, in double precision with numpy and
the error function of Python.
"""
import json
import math
import os
import string

import numpy as np
import tokenizers
from safetensors.numpy import save_file

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Tests/EncoderFixtures")
WIDTH, LAYERS, HEADS, INNER, POSITIONS, LONGEST, EPSILON = 32, 2, 4, 56, 70, 64, 1e-12

LONG = "a" * 100
TEXTS = [
    "",
    " \t\n ",
    "Deep learning models",
    "Deep-learning models, (learned) at scale!",
    "Naïve café déjà vu: RÉSUMÉ Ångström",
    "e\u0301cole E\u0301COLE \u0130stanbul ﬁne ﬀ Straße ΣΊΣΥΦΟΣ",
    "深度学习 models 学習する 한국어",
    "\u2f800\uf900 x𠀀y",
    "Good 😀👍🏽 model 👩‍👩‍👧",
    "zero\u200bwidth soft\u00adhyphen \u202eturned\u202c \ufeffmark \x00nul\x07bell \ufffd lost \ue000private",
    "line\rfeed\u2028para\u2029no\u00a0break\u3000wide\u0085next",
    "learn" * 20 + " " + LONG + "a " + "learn" * 21,
    LONG,
    "$x^2 + y_{i} \\leq \\alpha~|z| `t` = ½ × ∑_{k≥1} ‖w‖₂ → ∞",
    "100% of 3.14, e.g. U.S.A. 'quoted' “curly” – dash — em… ¿qué? «non»",
    "[CLS] before [SEP] after [MASK] and [sep] [PAD]deep[UNK]",
    "unlearned modelslearning scaleless quuxzzy q",
    "the model learns the deep scale of the model and the deep model learns the scale of the model " * 5,
    "हिन्दी ไทย עִבְרִית العَرَبِيَّة",
    "don't can't l'été O’Neil",
    "ǅ ǈ Ǆ ΐ ŉ ẞ K Å",
]


def vocabulary():
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    words += ["the", "of", "and", "at", "model", "deep", "learn", "scale", "good", "cafe", "naive", "un", "zero"]
    words += ["##s", "##ing", "##ed", "##learn", "##width", "##le", "##less", "##ss", "##en"]
    letters = string.ascii_lowercase + string.digits + "αβγςσεϊιуф深度学習する한국어ाहनदไทยעבריתعربيةßǆ½²∑∞→×𠀀𝐱😀👍ıﬁﬀŉ"
    letters = dict.fromkeys(c for c in letters)
    # Hangul comes apart, as the accents do.
    letters |= dict.fromkeys("\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165")
    words += [c for c in letters] + ["##" + c for c in letters]
    words += [c for c in string.punctuation] + list("“”–—…¿«»’‖₂≥")
    return {word: index for index, word in enumerate(dict.fromkeys(words))}


def tokenizer(vocab):
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    return {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [
            {"id": vocab[s], "content": s, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False,
             "special": True} for s in specials],
        "normalizer": {
            "type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None,
            "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                       {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
            "pair": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                     {"SpecialToken": {"id": "[SEP]", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}},
                     {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
            "special_tokens": {s: {"id": s, "ids": [vocab[s]], "tokens": [s]} for s in ["[CLS]", "[SEP]"]}},
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                  "max_input_chars_per_word": 100, "vocab": vocab},
    }


def weights(size):
    generator = np.random.default_rng(7)

    def table(*shape, scale=0.3):
        # Multiples of 1/256, so that the file packs well and every number is exact.
        return (np.round(generator.normal(0, scale, shape) * 256) / 256).astype(np.float32)

    tables = {
        "embeddings.word_embeddings.weight": table(size, WIDTH),
        "embeddings.position_embeddings.weight": table(POSITIONS, WIDTH),
        "embeddings.token_type_embeddings.weight": table(2, WIDTH),
        "embeddings.position_ids": np.arange(POSITIONS, dtype=np.int64)[None],
    }

    def normalization(name):
        tables[name + ".weight"] = 1 + table(WIDTH)
        tables[name + ".bias"] = table(WIDTH)

    def dense(name, outputs, inputs):
        tables[name + ".weight"] = table(outputs, inputs)
        tables[name + ".bias"] = table(outputs)

    normalization("embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        for part in ["query", "key", "value"]:
            dense(name + "attention.self." + part, WIDTH, WIDTH)
        dense(name + "attention.output.dense", WIDTH, WIDTH)
        normalization(name + "attention.output.LayerNorm")
        dense(name + "intermediate.dense", INNER, WIDTH)
        dense(name + "output.dense", WIDTH, INNER)
        normalization(name + "output.LayerNorm")
    return tables


def vector(tables, ids):
    w = {name: table.astype(np.float64) for name, table in tables.items()}

    def normalize(x, name):
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + EPSILON)
        return x * w[name + ".weight"] + w[name + ".bias"]

    def dense(x, name):
        return x @ w[name + ".weight"].T + w[name + ".bias"]

    gelu = np.vectorize(lambda x: x / 2 * (1 + math.erf(x / math.sqrt(2))))
    x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: len(ids)]
    x = normalize(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        query, key, value = (
            dense(x, name + "attention.self." + part).reshape(len(ids), HEADS, -1).transpose(1, 0, 2)
            for part in ["query", "key", "value"])
        scores = query @ key.transpose(0, 2, 1) / math.sqrt(WIDTH // HEADS)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        attended = (scores @ value).transpose(1, 0, 2).reshape(len(ids), WIDTH)
        x = normalize(x + dense(attended, name + "attention.output.dense"), name + "attention.output.LayerNorm")
        x = normalize(
            x + dense(gelu(dense(x, name + "intermediate.dense")), name + "output.dense"), name + "output.LayerNorm")
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)


def write(name, value):
    with open(os.path.join(FOLDER, name), "w") as file:
        json.dump(value, file, ensure_ascii=True, indent=None, separators=(",", ":"))
        file.write("\n")


vocab = vocabulary()
tables = weights(len(vocab))
os.makedirs(FOLDER, exist_ok=True)
save_file(tables, os.path.join(FOLDER, "model.safetensors"), metadata={"format": "np"})
os.chmod(os.path.join(FOLDER, "model.safetensors"), 0o644)
write("tokenizer.json", tokenizer(vocab))
write("config.json", {
    "_name_or_path": "ours/tiny-random-bert", "model_type": "bert", "hidden_act": "gelu", "hidden_size": WIDTH,
    "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "intermediate_size": INNER, "vocab_size": len(vocab),
    "max_position_embeddings": POSITIONS, "type_vocab_size": 2, "layer_norm_eps": EPSILON,
    "position_embedding_type": "absolute"})
write("sentence_bert_config.json", {"max_seq_length": LONGEST, "do_lower_case": False})
reference = tokenizers.Tokenizer.from_file(os.path.join(FOLDER, "tokenizer.json"))
reference.enable_truncation(LONGEST)
records = []
for text in TEXTS:
    ids = reference.encode(text).ids
    records.append({"text": text, "tokens": ids, "vector": [round(float(v), 7) for v in vector(tables, ids)]})
write("expected.json", {"tokenizers": tokenizers.__version__, "numpy": np.__version__, "texts": records})
print(f"{len(TEXTS)} texts, {len(vocab)} tokens, tokenizers {tokenizers.__version__}, numpy {np.__version__}")

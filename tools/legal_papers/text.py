"""The text of invented systems papers, and their LaTeX source, from a seed."""
import random, re, subprocess
from pathlib import Path

from legal_papers.fourth_options import FOURTH, fourth_pieces
from legal_papers.later_options import LATER, later_pieces

ROOT = Path(__file__).resolve().parent.parent.parent
BIB = ROOT / "corpora/sample-submissions/sources/references.bib"

# Words of the invented systems papers.
NOUNS = """scheduler cache replica gradient batch kernel tensor pipeline cluster worker shard index queue trace token
request model layer operator compiler buffer stream checkpoint feature label metric latency throughput budget monitor
registry service workload allocator planner profile embedding optimizer dataset sampler controller""".split()
VERBS = """assigns merges reorders estimates compresses evicts predicts replays schedules batches prunes measures isolates
reuses partitions overlaps bounds rejects delays restarts""".split()
ADJECTIVES = """elastic stale skewed sparse warm idle bursty replicated quantized shared remote bounded adaptive greedy
offline incremental asynchronous heterogeneous""".split()
LINKS = ["because", "although", "while", "so that", "whereas", "once"]

# Options of the two halves. They were fixed before any rule was tuned; see DECISIONS.md.
OPTIONS = {
    "tuning": {
        "class": ["sigconf,anonymous,review", "sigconf,anonymous", "sigconf,anonymous,nonacm", "sigconf,review,anonymous,screen"],
        "packages": ["booktabs", "algorithm,algpseudocode", "listings", "tikz", "pgfplots", "subcaption", "multirow", "enumitem",
                     "siunitx", "amsthm", "url", "xspace", "balance"],
        "pieces": ["figure", "figure*", "table", "table*", "equation", "list", "footnote", "listing", "tikzdark", "plot",
                   "theorem", "subsections", "third-party-link", "references-word", "image", "algorithm"],
        "engines": ["pdflatex"],
    },
    "held-out": {
        "class": ["sigconf,review,anonymous", "sigconf,anonymous,natbib=true", "sigconf,anonymous,authordraft=false",
                  "sigconf,10pt,anonymous", "sigconf,anonymous,screen,nonacm", "sigconf,anonymous,timestamp=true"],
        "packages": ["microtype", "algorithm2e", "tcolorbox", "wrapfig", "cleveref", "mathtools", "tabularx", "makecell",
                     "adjustbox", "pifont", "soul", "minibox", "float", "threeparttable", "flushend"],
        "pieces": ["teaser", "box", "clipped", "wide-equation", "longtable", "description", "quote", "mirror-link",
                   "appendix", "colored-table", "sideways", "footnote", "figure*", "table", "code", "third-person", "small-table",
                   "plot", "tikzdark", "acks", "references-on-own-page"],
        "engines": ["pdflatex", "pdflatex", "lualatex"],
    },
    "later": LATER,
    "fourth": FOURTH,
}


class Writer:
    """Writes text from a seed."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.keys = re.findall(r"@\w+\{([^,]+),", BIB.read_text())

    def noun(self):
        return (self.r.choice(ADJECTIVES) + " " if self.r.random() < 0.4 else "") + self.r.choice(NOUNS)

    def sentence(self):
        r = self.r
        s = f"the {self.noun()} {r.choice(VERBS)} the {self.noun()}"
        if r.random() < 0.6:
            s += f" {r.choice(LINKS)} the {self.noun()} {r.choice(VERBS)} {r.choice(['every', 'one', 'each', 'the next'])} {self.noun()}"
        if r.random() < 0.25:
            s += f" in {r.randint(2, 98)}\\% of the {r.choice(NOUNS)}s"
        if r.random() < 0.12:
            s += f" with $\\alpha_{{{r.randint(1, 9)}}} \\le {r.randint(2, 90)}$"
        if r.random() < 0.15:
            s += "~\\cite{" + r.choice(self.keys) + "}"
        return s[0].upper() + s[1:] + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.r.randint(4, 8))) + "\n\n"

    def title(self):
        r = self.r
        return f"{r.choice(NOUNS).title()}{r.choice(['ly', 'er', 'ix', 'wise'])}: {r.choice(ADJECTIVES).title()} {r.choice(NOUNS).title()}s for {r.choice(ADJECTIVES).title()} {r.choice(NOUNS).title()}s"


def piece(kind, w):
    """One thing that stands among the paragraphs."""
    r = w.r
    if kind in LATER["pieces"] and (found := later_pieces(w, NOUNS).get(kind)):
        return found
    if kind in FOURTH["pieces"] and (found := fourth_pieces(w, NOUNS).get(kind)):
        return found
    cap = w.sentence()
    table = "\\begin{tabular}{lrr}\\hline System & Rate & Cost\\\\\\hline\n" + "".join(
        f"{r.choice(NOUNS)} & {r.randint(1, 900)} & {r.random():.2f}\\\\\n" for _ in range(r.randint(3, 7))) + "\\hline\\end{tabular}"
    bars = "".join(f"\\rule{{4mm}}{{{r.randint(5, 30)}mm}} " for _ in range(8))
    dark = ("\\begin{tikzpicture}\\node[fill=black!80,text=white,minimum width=5cm] at (0,0) {the " + w.noun() + " in white};"
            "\\node[fill=blue!60!black,text=white,minimum width=5cm] at (0,-1) {another label in white letters};\\end{tikzpicture}")
    return {
        "figure": f"\\begin{{figure}}\\centering {bars}\\caption{{{cap}}}\\Description{{bars}}\\end{{figure}}\n",
        "figure*": f"\\begin{{figure*}}\\centering {bars} {bars}\\caption{{{cap}}}\\Description{{bars}}\\end{{figure*}}\n",
        "table": f"\\begin{{table}}\\caption{{{cap}}}{table}\\end{{table}}\n",
        "table*": f"\\begin{{table*}}\\caption{{{cap}}}{table}\\quad{table}\\end{{table*}}\n",
        "small-table": f"\\begin{{table}}\\caption{{{cap}}}\\tiny {table}\\end{{table}}\n",
        "longtable": f"\\begin{{table*}}\\caption{{{cap}}}\\footnotesize {table}{table}{table}\\end{{table*}}\n",
        "colored-table": "\\begin{table}\\caption{" + cap + "}\\begin{tabular}{ll}\\rowcolor{black}\\textcolor{white}{the system in question} & \\textcolor{white}{its rate a second}\\\\ one & two\\\\\\end{tabular}\\end{table}\n",
        "equation": "\\begin{equation} x_{t+1} = x_t - \\eta \\sum_{i=1}^{n} \\nabla f_i(x_t) \\end{equation}\n",
        "wide-equation": "\\begin{align} L(\\theta) &= \\sum_{i} \\log p(y_i\\mid x_i;\\theta) + \\lambda\\|\\theta\\|^2\\\\ &\\le \\int_0^1 g(s)\\,ds\\end{align}\n",
        "list": "\\begin{itemize}" + "".join(f"\\item {w.sentence()}" for _ in range(4)) + "\\end{itemize}\n",
        "description": "\\begin{description}" + "".join(f"\\item[{r.choice(NOUNS)}] {w.sentence()}" for _ in range(3)) + "\\end{description}\n",
        "quote": "\\begin{quote}" + w.sentence() + "\\end{quote}\n",
        "footnote": w.sentence()[:-1] + "\\footnote{" + w.sentence() + "}.\n\n",
        "listing": "\\begin{verbatim}\nfor batch in queue:\n    model.step(batch)\n    cache.evict(batch.key)\n\\end{verbatim}\n",
        "code": "{\\footnotesize\\begin{verbatim}\ndef plan(shards, budget):\n    for shard in shards:\n        budget -= shard.cost\n    return budget\n\\end{verbatim}\n}\n",
        "tikzdark": f"\\begin{{figure}}\\centering {dark}\\caption{{{cap}}}\\Description{{d}}\\end{{figure}}\n",
        "plot": f"\\begin{{figure}}\\centering\\begin{{tikzpicture}}\\draw[->] (0,0)--(6,0) node[below]{{\\tiny time in hours}};\\draw (0,0)--(1,1)--(2,{r.randint(0, 3)})--(5,2) node[right]{{\\scriptsize ours}};\\end{{tikzpicture}}\\caption{{{cap}}}\\Description{{d}}\\end{{figure}}\n",
        "theorem": "\\begin{theorem}" + w.sentence() + "\\end{theorem}\\begin{proof}" + w.sentence() + "\\end{proof}\n",
        "subsections": f"\\subsection{{The {r.choice(NOUNS)}}}\n" + w.paragraph(),
        "third-party-link": w.sentence()[:-1] + "\\footnote{\\url{https://github.com/pytorch/pytorch}} and the tools of others\\footnote{\\url{https://huggingface.co/bert-base-uncased}}.\n\n",
        "mirror-link": "Our code is available at \\url{https://anonymous.4open.science/r/paper-7F1A/}.\n\n",
        "third-person": "Doe and Roe~\\cite{" + r.choice(w.keys) + "} showed earlier that the cache helps. In previous work [3], others found the same.\n\n",
        "references-word": "References to earlier epochs are kept in a table, and the\nReferences are counted by the collector. See the appendix of the manual.\n\n",
        "image": "\\begin{figure}\\centering\\includegraphics[width=5cm]{example-image-a}\\caption{" + cap + "}\\Description{i}\\end{figure}\n",
        "clipped": "\\begin{figure}\\centering\\includegraphics[width=4cm,trim=40 40 40 40,clip]{example-image-b}\\caption{" + cap + "}\\Description{i}\\end{figure}\n",
        "algorithm": "\\begin{figure}\\footnotesize\\begin{tabbing}xx\\=\\kill 1: for each request do\\\\ 2:\\> place the request\\\\ 3: end for\\end{tabbing}\\caption{" + cap + "}\\Description{a}\\end{figure}\n",
        "box": "\\begin{center}\\fcolorbox{black}{black!75}{\\parbox{7cm}{\\textcolor{white}{" + w.sentence() + "}}}\\end{center}\n",
        "sideways": "\\begin{figure}\\centering\\rotatebox{90}{rotated label of a figure}" + bars + "\\caption{" + cap + "}\\Description{r}\\end{figure}\n",
    }.get(kind, "")


def document(seed, half, change):
    """The LaTeX source; `change` holds what an altered copy does otherwise."""
    o = OPTIONS[half]
    w = Writer(seed)
    r = w.r
    options = change.get("class", r.choice(o["class"]))
    packages = r.sample(o["packages"], r.randint(2, 5))
    # The engine's choice is drawn in any case, so that an alteration does not change the text.
    engine = change.get("engine", r.choice(o["engines"]))
    kinds = r.sample(o["pieces"], r.randint(4, 8))
    target = change.get("pages", r.choice([3, 4, 5, 6, 6, 6]))
    head = change.get("documentclass", f"\\documentclass[{options}]{{acmart}}")
    s = head + "\n"
    for p in packages:
        for name in p.split(","):
            if subprocess.run(["kpsewhich", name + ".sty"], capture_output=True).stdout:
                s += f"\\usepackage{{{name}}}\n"
    s += "\\usepackage{tikz,graphicx,colortbl,eso-pic}\n"
    if "theorem" in kinds and "documentclass" not in change:
        s += "\\AtBeginDocument{\\providecommand\\theoremstyle[1]{}}\n"
    s += o.get("preamble", "") + "".join(r.choice(choices) for choices in o.get("preambles", []))
    s += "\\raggedbottom\n" if r.random() < 0.1 else ""
    s += change.get("preamble", "")
    acm = "documentclass" not in change
    if acm:
        s += "\\setcopyright{none}\\settopmatter{printacmref=" + r.choice(["true", "false"]) + "}\n"
        s += "\\acmConference[AIMLSystems '23]{AI-ML Systems}{October 2023}{Bangalore, India}\n\\acmSubmissionID{%d}\n" % r.randint(3, 300)
    else:
        s += "\\providecommand\\Description[1]{}\\newtheorem{theorem}{Theorem}\\providecommand\\cite[1]{[1]}\\usepackage{url}\n\\newenvironment{proof}{}{}\n" + change.get("shim", "")
    s += "\\begin{document}\n\\title{" + w.title() + "}\n"
    s += change.get("authors", o.get("authors") or "\\author{Anonymous Author(s)}\\affiliation{\\institution{Anonymous}\\city{Nowhere}\\country{Nowhere}}\n" if acm else "\\author{Anonymous}\n")
    abstract = "\\begin{abstract}" + " ".join(w.sentence() for _ in range(8)) + "\\end{abstract}\n"
    s += abstract + "\\keywords{caches, models}\n" if acm else ""
    if "teaser" in kinds and acm:
        s += "\\begin{teaserfigure}\\rule{\\textwidth}{2cm}\\caption{" + w.sentence() + "}\\Description{t}\\end{teaserfigure}\n"
    s += "\\maketitle\n" + ("" if acm else abstract)
    body = []
    count = change.get("paragraphs", target * o.get("paragraphs", 12))
    for n in range(count):
        if n % max(count // 6, 1) == 0:
            body.append(f"\\section{{{['Introduction', 'Background', 'Design', 'Implementation', 'Evaluation', 'Discussion', 'Related Work', 'Conclusion'][min(n * 6 // count, 7)]}}}\n")
        body.append(w.paragraph())
        if n == 3:
            body.append(change.get("text", ""))
        if r.random() < 0.22:
            body.append(piece(r.choice(kinds), w))
    s += "".join(body)
    if "appendix" in kinds and acm:
        s += "\\appendix\n\\section{Proofs}\n" + w.paragraph() + w.paragraph()
    s += change.get("end", "")
    s += "\\label{bodyend}\n"
    if "acks" in kinds and acm:
        s += "\\begin{acks}We thank Jane Roe. Supported by grant XY-12345.\\end{acks}\n"
    if "references-on-own-page" in kinds:
        s += "\\clearpage\n"
    s += "\\nocite{*}\n" if r.random() < 0.5 else ""
    s += "\\bibliographystyle{" + ("ACM-Reference-Format" if acm else "plain") + "}\n\\bibliography{references}\n"
    s += change.get("after", "")
    return s + "\\end{document}\n", engine

"""What follows the front of a paper, the same in all templates; marks say where body and bibliography end."""
from .text import plain, tex

MARKS = r"""
\newwrite\placefile
\newcount\shippedpages
\AddToHook{shipout/before}{\global\advance\shippedpages by 1 }
\AtBeginDocument{\immediate\openout\placefile=\jobname.places\relax}
\ifdefined\pdfsavepos\else\let\pdfsavepos\savepos\let\pdflastxpos\lastxpos\let\pdflastypos\lastypos\fi
\newcommand\place[1]{\pdfsavepos\write\placefile{#1 \the\shippedpages\space\the\pdflastxpos\space\the\pdflastypos}}
"""


class Front:
    """The class line with the preamble, and what stands before the first section."""

    def __init__(self, preamble, front, section="\\section", starred="\\section*", two_columns=False, unicode=False, references=None):
        self.preamble, self.front, self.section, self.starred = preamble, front, section, starred
        self.two_columns, self.unicode, self.references = two_columns, unicode, references


def piece(p, front):
    """One thing among the paragraphs."""
    r = p.r
    kind = r.choice(["equation", "figure", "table", "list", "wide", "runin", "sub", "sub"])
    caption = tex(p.sentence())
    bars = "".join(f"\\rule{{4mm}}{{{r.randint(5, 30)}mm}} " for _ in range(6))
    return {
        "equation": "\\begin{equation} x_{t+1} = x_t - \\eta \\sum_{i=1}^{n} \\nabla f_i(x_t) \\end{equation}\n",
        "figure": f"\\begin{{figure}}\\centering {bars}\\caption{{{caption}}}\\end{{figure}}\n",
        "table": f"\\begin{{table}}\\caption{{{caption}}}\\begin{{tabular}}{{lrr}}System & Rate & Cost\\\\ ours & 3 & 4\\\\ theirs & 5 & 6\\end{{tabular}}\\end{{table}}\n",
        "list": "\\begin{itemize}" + "".join(f"\\item {tex(p.sentence())}" for _ in range(3)) + "\\end{itemize}\n",
        "wide": (f"\\begin{{figure*}}[t]\\centering {bars}{bars}\\caption{{{caption}}}\\end{{figure*}}\n" if front.two_columns else ""),
        "runin": "\\noindent\\textbf{" + p.noun().capitalize() + ".} " + p.paragraph(),
        "sub": "\\subsection{" + p.noun().title() + "}\n" + p.paragraph(),
    }[kind]


def document(p, front):
    r = p.r
    s = front.preamble + MARKS
    stamp = p.draw("stamp", [False] * 6 + [True])
    if stamp:
        s += "\\usepackage{eso-pic,graphicx,xcolor}\\AddToShipoutPictureBG*{\\put(22,240){\\rotatebox{90}{\\textcolor{gray}{\\Large arXiv:2309.0%d v2 [cs.LG] 4 Sep 2023}}}}\n" % r.randint(1000, 9999)
    s += "\\begin{document}\n" + front.front + "\n"
    titles = list(p.section_titles)
    for k, title in enumerate(titles):
        s += f"{front.section}{{{tex(title)}}}\n" + p.paragraph()
        for _ in range(r.randint(1, 3)):
            s += p.paragraph()
        if r.random() < 0.7:
            s += piece(p, front) + p.paragraph()
    last = tex(p.sentences(3, 5))
    if not p.is_anonymous and r.random() < 0.4:
        name = r.choice(["Acknowledgments", "Acknowledgements", "Acknowledgment"])
        s += last + f"\n\n{front.starred}{{{name}}}\n" + tex(p.sentences(1, 3)) + "\\place{body}\n\n"
        p.section_titles.append(name)
    else:
        s += last + "\\place{body}\n\n"
    count = r.randint(8, 24)
    if front.references:
        s += front.references
    else:
        s += "\\begin{thebibliography}{99}\n"
    for k in range(count):
        mark = "\\place{refs}" if k == 0 else ""
        s += f"\\bibitem{{k{k}}}{mark} {p.reference()}" + ("\\place{refsend}" if k == count - 1 else "") + "\n\n"
    s += "\\end{thebibliography}\n"
    if p.draw("appendix", [False, False, True]):
        title = r.choice(["Proofs", "Additional Results", "Hyperparameters of the Study"])
        s += f"\\appendix\n{front.section}{{{title}}}\n" + p.paragraph() + p.paragraph() + p.paragraph()
        p.section_titles.append(title)
    return s + "\\end{document}\n"

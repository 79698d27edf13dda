"""A third set of options for legal papers: what neither half has. Fixed on 27 November 2026, before any paper of it was
typeset, after the rules were mended on the two halves; for judging, run once."""
from legal_papers.floats import float_of

LATER = {
    "class": ["sigconf,anonymous,balance=false", "sigconf,review,anonymous,nonacm,screen", "sigconf,anonymous,pbalance",
              "sigconf,anonymous,urlbreakonhyphens=false", "sigconf,9pt,review,anonymous"],
    "packages": ["bm", "csquotes", "paralist", "stfloats", "dblfloatfix", "placeins", "hyphenat", "ragged2e", "xurl", "diagbox",
                 "arydshln", "nicematrix", "fontawesome5", "siunitx", "cleveref", "enumitem", "microtype", "algorithm2e"],
    "pieces": ["chart", "heatmap", "shaded-listing", "veil", "scaled-figure", "titled-box", "highlight", "strike", "turned-page",
               "two-figures", "table-notes", "inline-code", "circled", "bars-with-labels", "gradient", "tight-list", "cases",
               "third-party-links", "prompt", "dense-table", "tall-figure", "vector-image", "subscripts", "icons", "mirror-link",
               "definition", "figure", "table*", "footnote", "equation"],
    "engines": ["pdflatex", "pdflatex", "pdflatex", "lualatex"],
    "preamble": "\\usepackage{pgfplots}\\pgfplotsset{compat=1.16}\\usepackage{listings}\\usepackage{soul}"
                "\\usepackage[normalem]{ulem}\\usepackage{rotating}\\usepackage{tcolorbox}\n",
    # In anonymous mode the class prints neither these nor their institutions.
    "authors": "\\author{Petra Quill}\\affiliation{\\institution{University of Nowhere}\\city{Nowhere}\\country{Nowhere}}"
               "\\email{petra@example.org}\n\\author{Otto Vane}\\affiliation{\\institution{Nowhere Labs}\\city{Nowhere}\\country{Nowhere}}\n",
    "paragraphs": 10,
}


def later_pieces(w, words):
    """Each kind's LaTeX; drawn anew for each use."""
    r, cap = w.r, w.sentence()
    noun = lambda: r.choice(words)
    dots = lambda n: " ".join(f"({x},{r.randint(1, 90)})" for x in range(n))
    cells = "".join(
        f"\\node[fill=blue!{(v := r.randint(0, 100))}!white,text={'white' if v > 55 else 'black'},minimum size=7mm,font=\\tiny]"
        f" at ({x * 0.7:.1f},{y * 0.7:.1f}) {{{v / 100}}};" for x in range(7) for y in range(4))
    bars = "".join(f"\\fill[{r.choice(['teal', 'black!70', 'red!60!black'])}] ({n},0) rectangle ({n}.8,{h});"
                   f"\\node[rotate=90,text=white,font=\\scriptsize] at ({n}.4,{h / 2:.1f}) {{{noun()} {h}0}};"
                   for n, h in enumerate(r.sample(range(2, 6), 4)))
    flow = "".join(f"\\node[draw] (n{n}) at ({2.6 * n},{n % 2}) {{the {noun()}}};" for n in range(5))
    row = lambda n: " & ".join([noun()] + [f"{r.random() * 100:.1f}" for _ in range(n)]) + "\\\\\n"
    return {
        "chart": float_of("\\begin{tikzpicture}\\begin{axis}[width=7.5cm,height=4.5cm,xlabel={" + noun() + "},ylabel={" + noun()
                          + "},legend style={font=\\tiny},tick label style={font=\\tiny},grid=major]\\addplot coordinates {" + dots(8)
                          + "};\\addplot coordinates {" + dots(8) + "};\\legend{ours,theirs}\\end{axis}\\end{tikzpicture}", cap),
        "heatmap": float_of(f"\\begin{{tikzpicture}}{cells}\\end{{tikzpicture}}", cap),
        "shaded-listing": "\\begin{lstlisting}[language=Python,basicstyle=\\ttfamily\\footnotesize,numbers=left,numberstyle=\\tiny\\color{gray},"
                          "backgroundcolor=\\color{gray!12},frame=single,commentstyle=\\color{green!40!black},keywordstyle=\\color{blue}]\n"
                          "# takes the next batch\ndef step(queue, model):\n    batch = queue.pop()\n    return model(batch)\n\\end{lstlisting}\n",
        "veil": float_of("\\begin{tikzpicture}" + flow + "\\fill[yellow,opacity=0.3] (-1,-0.5) rectangle (6,1.5);\\end{tikzpicture}", cap, "figure*"),
        "scaled-figure": float_of("\\scalebox{0.4}{\\begin{tikzpicture}" + flow + "\\end{tikzpicture}}", cap),
        "titled-box": "\\begin{tcolorbox}[colback=blue!5,colframe=blue!50!black,title={Finding " + str(r.randint(1, 9)) + ": the " + noun() + "}]"
                      + w.sentence() + "\\end{tcolorbox}\n",
        "highlight": "\\hl{The " + noun() + " is at fault here.} \\colorbox{yellow}{so is the " + noun() + "} " + w.sentence() + "\n\n",
        "strike": "\\sout{The old " + noun() + " is gone} \\uline{and the new " + noun() + " is there}. " + w.sentence() + "\n\n",
        # Not `sidewaystable*`: acmart sets it over the page's edge, which the first run told by finding words there.
        "turned-page": float_of("\\rotatebox{90}{\\begin{tabular}{lrrrrrr}\\hline " + "".join(row(6) for _ in range(14))
                                + "\\hline\\end{tabular}}", cap, "table*"),
        "two-figures": float_of("".join("\\begin{minipage}{.45\\linewidth}\\centering\\rule{2cm}{" + str(r.randint(8, 25))
                                        + "mm}\\\\{\\scriptsize (" + x + ") the " + noun() + "}\\end{minipage}" for x in "ab"), cap),
        "table-notes": float_of("\\begin{tabular}{lrr}\\hline " + "".join(row(2) for _ in range(5)) + "\\hline\\multicolumn{3}{l}{\\tiny $^*$ without the "
                                + noun() + " of the " + noun() + "}\\end{tabular}", cap, "table"),
        "inline-code": "The call \\colorbox{gray!20}{\\texttt{" + noun() + ".open()}} takes \\texttt{" + noun() + "}. " + w.sentence() + "\n\n",
        "circled": "".join(f"\\tikz[baseline=(c.base)]\\node[circle,fill=black,text=white,inner sep=1pt,font=\\scriptsize] (c) {{{n}}}; The "
                           f"{noun()} goes on. " for n in (1, 2, 3)) + w.sentence() + "\n\n",
        "bars-with-labels": float_of(f"\\begin{{tikzpicture}}{bars}\\end{{tikzpicture}}", cap),
        "gradient": float_of("\\begin{tikzpicture}\\shade[left color=blue!60!black,right color=black] (0,0) rectangle (7,1);"
                             "\\node[text=white] at (3.5,0.5) {from one " + noun() + " to the next " + noun() + "};\\end{tikzpicture}", cap),
        "tight-list": "\\begin{itemize}\\setlength{\\itemsep}{0pt}\\setlength{\\parskip}{0pt}" + "".join(f"\\item {w.sentence()}" for _ in range(5))
                      + "\\end{itemize}\n",
        "cases": "\\begin{equation} f(x) = \\begin{cases} \\frac{1}{2}\\left(\\sum_{k} a_k\\right)^2 & x > 0\\\\ \\sqrt{1 - x^{2}} & \\text{otherwise}"
                 "\\end{cases}\\end{equation}\n",
        "third-party-links": w.sentence()[:-1] + "\\footnote{\\url{https://archive.ics.uci.edu/dataset/53/iris}}, as in the manual\\footnote{"
                             "\\url{https://pytorch.org/docs/stable/index.html}}.\n\n",
        "prompt": "\\begin{quote}\\ttfamily\\small You are an assistant for operators. Read the log of the " + noun()
                  + " and answer with one word: healthy or broken.\\end{quote}\n",
        "dense-table": float_of("\\scriptsize\\begin{tabular}{l*{9}{r}}\\hline " + "".join(row(9) for _ in range(12)) + "\\hline\\end{tabular}", cap, "table*"),
        "tall-figure": float_of("\\rule{2cm}{14cm} \\rule{2cm}{12cm}", cap),
        "vector-image": float_of("\\includegraphics[width=4cm]{example-image-c}", cap),
        "subscripts": "With $w_{i_{j_k}}^{(t+1)} = \\hat{w}_{i_{j_k}} - \\eta\\,\\tilde g_{t_{i}}$ and $\\mathbb{E}_{x\\sim p_{\\theta}}[f]$, "
                      + w.sentence().lower() + "\n\n",
        "icons": "{\\small $\\checkmark$ \\textcolor{gray}{the " + noun() + " is optional}, $\\times$ the " + noun() + " is not}. " + w.sentence() + "\n\n",
        "definition": "\\begin{definition}" + w.sentence() + "\\end{definition}\n",
    }

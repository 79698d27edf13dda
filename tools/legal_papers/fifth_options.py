"""A fifth set of options for legal papers: what none of the four before has. Fixed on 27 November 2026, before any paper of
it was typeset; for judging. One in ten is a camera-ready form, with names. Figures that programs drew are in
fifth_figures.py."""
import random
import re

from legal_papers.floats import float_of

PLACES = """hospital warehouse depot branch call-centre airport port refinery turbine tram newsroom pharmacy farm mine
laboratory kitchen library court harbour""".split()
THINGS = """forecast invoice ticket shipment prescription alert transcript claim image sensor recording route contract
ranking recommendation annotation embedding prompt answer""".split()
PEOPLE = "operators nurses clerks drivers analysts editors planners reviewers technicians dispatchers buyers".split()
DID = "flagged corrected dropped rerouted approved delayed merged relabelled archived escalated repeated ignored".split()
HOW = "by hand;at night;within the hour;without a second look;after two weeks;in the old system;for a third of the cases".split(";")

OPTIONS = {
    "class": ["sigconf,anonymous,review", "sigconf,review,anonymous,balance=false", "sigconf,anonymous,screen", "sigconf,anonymous,review,urlbreakonhyphens=true",
              "sigconf,anonymous,nonacm", "sigconf,review,anonymous,pbalance", "sigconf,anonymous=true,review=true", "sigconf,anonymous,9pt"],
    "camera-ready": ["sigconf", "sigconf,screen", "sigconf,nonacm", "sigconf,balance=false"],
    "bibliography": ["natbib", "natbib", "authoryear", "superscript", "sortless", "biblatex-numeric", "biblatex-authoryear"],
    "title": ["short", "long", "subtitle", "math", "note", "break", "accents", "question"],
    "packages": ["microtype", "xspace", "booktabs", "enumitem", "hyphenat", "csquotes", "physics", "mleftright", "cancel", "empheq", "bbm", "dsfont",
                 "wasysym", "varwidth", "tabulary", "footmisc", "marginnote", "lettrine", "epigraph", "menukeys", "etoolbox", "xurl", "balance",
                 "threeparttable", "nccmath", "eqparbox", "hhline", "dcolumn", "afterpage", "footnotebackref", "bookmark", "fontenc"],
    "pieces": ["plot", "plot", "wide-plot", "plot-pair", "diagram", "cropped", "turned-plot", "wrapped", "wrapped-table", "box", "frame", "lined-algorithm",
               "json", "numbered-verbatim", "multirow", "units", "tabularx", "tree", "pie", "gantt", "timing", "groupplot", "boxplot", "surface", "matrix-plot",
               "overpic", "directory", "rules", "align", "notes", "inline-list", "chat", "acronyms", "cleveref", "gradient-table", "padding", "covered-node",
               "mirrored", "dingbats", "faint", "bottom-float", "beside-caption", "takeaway", "screenshot", "old-labels", "full-page", "theorems", "foreign",
               "prompt", "cases-of-words", "keys", "struck", "nested", "chemistry", "chapter-words", "many-rows", "stub-table"],
    "ends": ["plain", "plain", "plain", "appendix", "appendix", "appendix-after", "availability", "acks", "ethics", "page-break", "balance"],
    "pages": [2, 3, 4, 5, 6, 6, 6],
}

PREAMBLE = "\\usepackage{tikz,graphicx,colortbl,multirow,booktabs,subcaption,wrapfig,fancyvrb,tabularx,stfloats}\n"
# What is slow is loaded only where the text has its mark.
MARKS = {r"{axis}|{groupplot}": "\\usepackage{pgfplots}\\pgfplotsset{compat=1.16}\\usepgfplotslibrary{groupplots,statistics}\n",
         r"{tcolorbox}": "\\usepackage[most]{tcolorbox}\n", r"{mdframed}": "\\usepackage[framemethod=default]{mdframed}\n", r"\\ding": "\\usepackage{pifont}\n",
         r"{algorithm}": "\\usepackage[ruled,lined,linesnumbered]{algorithm2e}\n", r"\\SI|\\si\{|\\num": "\\usepackage{siunitx}\n", r"{overpic}": "\\usepackage{overpic}\n",
         r"{lstlisting}": "\\usepackage{listings}\n"}
# Loaded only where a piece needs it; the slow and the quarrelsome.
NEEDS = {"tree": "forest", "pie": "pgf-pie", "gantt": "pgfgantt", "timing": "tikz-timing", "directory": "dirtree", "rules": "mathpartir",
         "beside-caption": "sidecap", "acronyms": "acronym", "struck": "soul", "keys": "keystroke"}
NAMES = ["Ågot Lindqvist", "Bảo Trần", "Chloé d'Aubigné", "Dmytro Shevchuk", "Elif Yıldız", "François Müller-Strauß", "Gwen O'Hara", "Håkon Øye",
         "Ignacio Peña", "Jiří Dvořák", "Katarzyna Wójcik", "Lê Minh", "Małgorzata Żak", "Nuño Sáez"]
CCS = """\\begin{CCSXML}
<ccs2012><concept><concept_id>10010147.10010257</concept_id><concept_desc>Computing methodologies~Machine learning</concept_desc>
<concept_significance>500</concept_significance></concept></ccs2012>
\\end{CCSXML}
\\ccsdesc[500]{Computing methodologies~Machine learning}
\\ccsdesc[300]{Applied computing~Enterprise computing}
"""


class Prose:
    """Sentences of deployments that never were."""

    def __init__(self, seed, keys):
        self.r, self.keys = random.Random(seed), keys

    def thing(self):
        return self.r.choice(PLACES + THINGS)

    def cite(self):
        return "\\cite{" + ",".join(self.r.sample(self.keys, self.r.choice([1, 1, 1, 2, 3]))) + "}"

    def sentence(self):
        r, t = self.r, self.thing
        s = r.choice([
            lambda: f"In the {r.choice(PLACES)}, {r.choice(PEOPLE)} {r.choice(DID)} {r.randint(2, 99)}\\% of the {t()}s {r.choice(HOW)}",
            lambda: f"We moved the {t()} model to the {r.choice(PLACES)} in March and kept the {t()} rules for {r.randint(2, 9)} more weeks",
            lambda: f"What the {r.choice(PEOPLE)} asked for was not a better {t()} but a {t()} that they could explain to the {r.choice(PEOPLE)}",
            lambda: f"The median {t()} took {r.randint(2, 900)}~ms before and {r.randint(2, 90)}~ms after, while the \\texttt{{{t()}\\_{t()}}} table stayed as it was",
            lambda: f"``Nobody reads the {t()},'' one of the {r.choice(PEOPLE)} told us, ``unless the {t()} is red''",
            lambda: f"For $n = {r.randint(2, 900)}$ {t()}s the loss $\\mathcal{{L}}_{{\\mathrm{{{t()[:4]}}}}}$ falls to ${r.random():.3f} \\pm {r.random() / 10:.3f}$",
            lambda: f"Others report the same of their {t()}s~{self.cite()}, and \\emph{{{t()} drift}} has been known since the first {t()} was {r.choice(DID)}",
            lambda: f"As Section~\\ref{{sec:1}} says, the {t()} of each {r.choice(PLACES)} is {r.choice(DID)} {r.choice(HOW)}",
            lambda: f"Our earlier deployment {r.choice(DID)} too many {t()}s (about {r.randint(2, 60)},{r.randint(100, 999)} a day)",
        ])()
        return s + r.choice([".", ".", ".", ";", ","]).replace(";", "; the rest stayed.").replace(",", ", which was enough.")

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.r.randint(3, 7))) + "\n\n"


def pieces(p, figures):
    r, s, t, cap = p.r, p.sentence, p.thing, p.sentence()
    row = lambda n: " & ".join([t()] + [f"{r.random() * 100:.1f}" for _ in range(n)]) + "\\\\\n"
    dots = lambda n, k=90: " ".join(f"({x},{r.randint(1, k)})" for x in range(n))
    drawn = lambda kind, w: f"\\includegraphics[width={w}]{{{r.choice(figures[kind])}}}"
    word = lambda: r.choice(PEOPLE)
    lines = "".join(f"\\ForEach{{{t()} $x_{n}$ in the {t()}}}{{send $x_{n}$ to the {t()}\\tcp*{{as before}}}}" for n in range(3))
    padded = "".join(f"{t()} & \\textcolor{{white}}{{0}}{r.randint(1, 9)}.{r.randint(0, 9)} & {r.randint(10, 99)}.{r.randint(0, 9)}\\\\" for _ in range(5))
    shade = lambda: (lambda v: f"\\cellcolor{{violet!{v}!white}}\\textcolor{{{'white' if v > 50 else 'black'}}}{{{v / 100:.2f}}}")(r.randint(0, 95))
    return {
        "plot": lambda: float_of(drawn("plot", "\\linewidth"), cap),
        "wide-plot": lambda: float_of(drawn("wide", "\\textwidth"), cap, "figure*"),
        "plot-pair": lambda: float_of("".join(f"\\begin{{subfigure}}{{.48\\linewidth}}{drawn('plot', chr(92) + 'linewidth')}\\caption{{{t()}}}\\end{{subfigure}}\\hfill" for _ in "ab"), cap),
        "diagram": lambda: float_of(drawn("diagram", ".9\\linewidth"), cap),
        "cropped": lambda: float_of(drawn("cropped", "6cm"), cap),
        "turned-plot": lambda: float_of(f"\\includegraphics[angle={r.choice([90, 180, 270])},height=5cm]{{{r.choice(figures['plot'])}}}", cap),
        "wrapped": lambda: "\\begin{wrapfigure}{r}{.45\\columnwidth}" + drawn("plot", ".44\\columnwidth") + "\\caption{" + t() + "}\\Description{d}\\end{wrapfigure}" + p.paragraph(),
        "wrapped-table": lambda: "\\begin{wraptable}{l}{.5\\columnwidth}\\caption{the " + t() + "}\\small\\begin{tabular}{lr}\\toprule " + "".join(row(1) for _ in range(4))
        + "\\bottomrule\\end{tabular}\\end{wraptable}" + p.paragraph() + p.paragraph(),
        "box": lambda: "\\begin{tcolorbox}[enhanced,breakable,colback=white,colframe=teal!60!black,attach boxed title to top left={yshift=-2mm,xshift=3mm},title=Lesson "
        + str(r.randint(1, 9)) + "]" + s() + " " + s() + "\\end{tcolorbox}\n",
        "frame": lambda: "\\begin{mdframed}[backgroundcolor=black!8,roundcorner=3pt]" + s() + "\\end{mdframed}\n",
        "lined-algorithm": lambda: "\\begin{algorithm}\\caption{" + cap + "}\\KwIn{a " + t() + " $x$}\\KwOut{the " + t() + "}" + lines + "\\Return{$x$}\\end{algorithm}\n",
        "json": lambda: "\\begin{lstlisting}[basicstyle=\\ttfamily\\scriptsize,backgroundcolor=\\color{black!85},frame=none]\n\\end{lstlisting}\n".replace(
            "backgroundcolor=\\color{black!85}", r.choice(["backgroundcolor=\\color{black!85}", "backgroundcolor=\\color{blue!70!black}"]) + ",basicstyle=\\color{white}\\ttfamily\\scriptsize").replace(
            "\n\\end", "\n{\"" + t() + "\": {\"role\": \"" + word() + "\", \"limit\": 12},\n \"retry\": [1, 2, 4], \"owner\": null}\n\\end"),
        "numbered-verbatim": lambda: "\\begin{Verbatim}[numbers=left,fontsize=\\scriptsize,frame=lines]\nSELECT " + t() + ", count(*) FROM " + t() + "s\nWHERE seen > now() - 7\n  -- the old rule\nGROUP BY 1;\n\\end{Verbatim}\n",
        "multirow": lambda: float_of("\\begin{tabular}{llrr}\\toprule & & \\multicolumn{2}{c}{" + t() + "}\\\\\\cmidrule(lr){3-4} Place & Kind & before & after\\\\\\midrule "
                                     + "\\midrule ".join("\\multirow{2}{*}{" + r.choice(PLACES) + "} & " + row(2) + " & " + row(2) for _ in range(3)) + "\\bottomrule\\end{tabular}", cap, "table"),
        "units": lambda: float_of("\\begin{tabular}{l S[table-format=3.2] S[table-format=2.1e1]}\\toprule {Kind} & {\\si{\\milli\\second}} & {\\si{\\byte}}\\\\\\midrule "
                                  + "".join(f"{t()} & {r.randint(1, 999)}.{r.randint(10, 99)} & {r.randint(1, 99)}.{r.randint(0, 9)}e{r.randint(1, 9)}\\\\" for _ in range(5)) + "\\bottomrule\\end{tabular}", cap, "table"),
        "tabularx": lambda: float_of("\\footnotesize\\begin{tabularx}{\\textwidth}{lXX}\\toprule Place & What was done & What came of it\\\\\\midrule "
                                     + "".join(f"{r.choice(PLACES)} & {s()} & {s()}\\\\" for _ in range(4)) + "\\bottomrule\\end{tabularx}", cap, "table*"),
        "tree": lambda: float_of("\\begin{forest}for tree={draw,font=\\footnotesize,rounded corners}[" + t() + " [" + t() + " [" + t() + "][" + t() + "]][" + t() + " [" + word() + "]]]\\end{forest}", cap),
        "pie": lambda: float_of("\\begin{tikzpicture}[scale=.6]\\pie[text=legend,color={teal,orange!70,black!60}]{45/" + t() + ",35/" + t() + ",20/" + word() + "}\\end{tikzpicture}", cap),
        "gantt": lambda: float_of("\\resizebox{\\linewidth}{!}{\\begin{ganttchart}[bar/.append style={fill=blue!40}]{1}{12}\\gantttitle{Weeks of the " + t()
                                  + "}{12}\\\\ \\ganttbar{" + t() + "}{1}{4}\\\\ \\ganttbar{" + word() + "}{3}{9}\\\\ \\ganttmilestone{end}{11}\\end{ganttchart}}", cap),
        "timing": lambda: float_of("\\begin{tikztimingtable}" + t() + " & 5L 10H 5L \\\\ clock & 20{C} \\\\ " + t() + " & 4D{a} 8D{b} 8D{c} \\\\ \\end{tikztimingtable}", cap),
        "groupplot": lambda: float_of("\\begin{tikzpicture}\\begin{groupplot}[group style={group size=2 by 1,horizontal sep=1cm},width=4.6cm,height=4cm,tick label style={font=\\tiny},title style={font=\\scriptsize}]"
                                      + "".join(f"\\nextgroupplot[title={{{t()}}}]\\addplot[mark=*,mark size=.6pt] coordinates {{{dots(9)}}};" for _ in "ab") + "\\end{groupplot}\\end{tikzpicture}", cap),
        "boxplot": lambda: float_of("\\begin{tikzpicture}\\begin{axis}[width=7cm,height=4cm,boxplot/draw direction=y,xtick={1,2},xticklabels={" + t() + "," + word() + "}]"
                                    + "\\addplot+[boxplot prepared={lower whisker=1,lower quartile=3,median=4,upper quartile=6,upper whisker=9}] coordinates {};" * 2 + "\\end{axis}\\end{tikzpicture}", cap),
        "surface": lambda: float_of("\\begin{tikzpicture}\\begin{axis}[width=6.5cm,colorbar,font=\\tiny,zlabel={" + t() + "}]\\addplot3[surf,domain=-2:2,samples=9]{exp(-x^2-y^2)};\\end{axis}\\end{tikzpicture}", cap),
        "matrix-plot": lambda: float_of("\\begin{tikzpicture}\\begin{axis}[width=6cm,height=5cm,colormap/viridis,nodes near coords,nodes near coords style={font=\\tiny,text=white,anchor=center},enlargelimits=false,axis on top]"
                                        "\\addplot[matrix plot*,point meta=explicit,mesh/cols=4] coordinates {" + " ".join(f"({x},{y}) [{r.randint(0, 60)}]" for y in range(3) for x in range(4))
                                        + "};\\end{axis}\\end{tikzpicture}", cap),
        "overpic": lambda: float_of("\\begin{overpic}[width=6cm]{example-image-b}\\put(10,10){\\color{white}\\small the " + t() + "}\\put(60,60){\\colorbox{white}{\\tiny the " + t() + "}}\\end{overpic}", cap),
        "directory": lambda: "\\begin{figure}\\begin{minipage}{.6\\linewidth}\\dirtree{%\n.1 " + t() + ".\n.2 " + t() + "s.\n.3 model.bin.\n.2 config.\n}\\end{minipage}\\caption{" + cap + "}\\Description{d}\\end{figure}\n",
        "rules": lambda: "\\[\\inferrule{\\Gamma \\vdash e : " + t()[:1] + " \\\\ x \\notin \\Gamma}{\\Gamma, x \\vdash \\mathsf{" + t() + "}(e) : \\tau}\\]\n",
        "align": lambda: "\\begin{align} \\hat y &= \\arg\\max_{y\\in\\mathcal Y} \\prod_{i=1}^{n} p_\\theta(y \\mid x_i)\\\\ &\\approx \\underbrace{\\sum_i \\log p_\\theta(y\\mid x_i)}_{\\text{the " + t() + "}} + \\overline{\\lambda}\\end{align}\n",
        "notes": lambda: " ".join(s()[:-1] + ".\\footnote{" + s() + " " + (s() if r.random() < .5 else "") + "}" for _ in range(3)) + "\n\n",
        "inline-list": lambda: "We ask (i)~whether the " + t() + " holds, (ii)~whether the " + word() + " trust it, and (iii)~what it costs. " + s() + "\n\n",
        "chat": lambda: "\\begin{tcolorbox}[colback=black!75,coltext=white,colframe=black,width=.8\\linewidth,fontupper=\\small]" + s() + "\\end{tcolorbox}\n\\begin{tcolorbox}[colback=blue!60!black,coltext=white,colframe=blue!60!black,width=.8\\linewidth,fontupper=\\small,flush right]"
        + s() + "\\end{tcolorbox}\n",
        "acronyms": lambda: "The \\ac{OMR} and the \\ac{SLA} of the " + t() + " are kept; the \\ac{OMR} is not. " + s() + "\n\n",
        "cleveref": lambda: "Section~\\ref{sec:1} and Appendix~A of the manual say more. " + s() + "\n\n",
        "gradient-table": lambda: float_of("\\tiny\\begin{tabular}{l*{6}{c}}" + "".join(t() + " & " + " & ".join(shade() for _ in range(6)) + "\\\\" for _ in range(6)) + "\\end{tabular}", cap, "table"),
        "padding": lambda: float_of("\\begin{tabular}{lrr}\\toprule " + padded + "\\bottomrule\\end{tabular}", cap, "table"),
        "covered-node": lambda: float_of("\\begin{tikzpicture}\\node[draw] at (0,0) {old " + t() + "};\\node[draw,fill=white,minimum width=3cm,minimum height=1cm] at (0.2,0.1) {new " + t() + "};\\node[draw,right] at (3,0) {" + word() + "};\\end{tikzpicture}", cap),
        "mirrored": lambda: float_of("\\reflectbox{\\fbox{the " + t() + "}} \\rotatebox{180}{\\fbox{" + word() + "}} \\rotatebox{45}{" + t() + "}", cap),
        "dingbats": lambda: "\\ding{182} " + s() + " \\ding{183} " + s() + " \\ding{51}~done, \\ding{55}~not done.\n\n",
        "faint": lambda: float_of("\\begin{tikzpicture}\\draw[step=.5,gray!30] (0,0) grid (6,2);\\node[text=gray!55] at (3,1.5) {expected " + t() + "};\\node[text=gray!40,font=\\scriptsize] at (3,.5) {not drawn to scale};\\end{tikzpicture}", cap),
        "bottom-float": lambda: "\\begin{figure*}[b]\\centering " + drawn("wide", ".8\\textwidth") + "\\caption{" + cap + "}\\Description{d}\\end{figure*}\n",
        "beside-caption": lambda: "\\begin{SCfigure}" + drawn("plot", ".45\\linewidth") + "\\caption{the " + t() + " of the " + r.choice(PLACES) + "}\\end{SCfigure}\n",
        "takeaway": lambda: "\\smallskip\\noindent\\fcolorbox{teal}{teal!10}{\\parbox{.95\\linewidth}{\\textbf{Takeaway.} " + s() + "}}\\smallskip\n\n",
        "screenshot": lambda: float_of(drawn("raster", ".9\\linewidth"), cap),
        "old-labels": lambda: float_of(drawn("slide", ".9\\linewidth"), cap),
        "full-page": lambda: "\\begin{figure*}[p]\\centering " + drawn("wide", "\\textwidth") + "\\\\[2cm]" + drawn("diagram", "14cm") + "\\caption{" + cap + "}\\Description{d}\\end{figure*}\n",
        "theorems": lambda: "\\begin{lemma}" + s() + "\\end{lemma}\\begin{proof}" + s() + " \\qedhere\\end{proof}\\begin{example}" + s() + "\\end{example}\n",
        "foreign": lambda: "The forms say \\emph{für den Großauftrag}, \\emph{façade déjà réglée}, \\emph{żółta łódź}, \\emph{niño pequeño} and \\emph{smørrebrød}. " + s() + "\n\n",
        "prompt": lambda: "\\begin{tcolorbox}[title=Prompt " + str(r.randint(1, 5)) + ",fonttitle=\\small,fontupper=\\ttfamily\\footnotesize]" + r.choice([
            "You are a careful annotator. Read the " + t() + " below and answer yes or no. Do not explain.",
            "System: summarise the " + t() + " in two sentences for " + word() + ". If unsure, say so.",
            "Given the " + t() + ", rate its urgency from 1 to 5 and return JSON only.",
            "Act as one of the " + word() + ". List three questions that you would ask about this " + t() + "."]) + "\\end{tcolorbox}\n",
        "cases-of-words": lambda: "References to a " + t() + " are resolved late. Acknowledgments are sent by the " + r.choice(PLACES) + " within a second. " + s() + "\n\n",
        "keys": lambda: "Press \\keystroke{Ctrl}+\\keystroke{K} to open the " + t() + ". " + s() + "\n\n",
        "struck": lambda: "\\st{the old " + t() + "} \\ul{the new " + t() + "} " + s() + "\n\n",
        "nested": lambda: "\\begin{enumerate}\\item " + s() + "\\begin{itemize}\\item " + s() + "\\item " + s() + "\\end{itemize}\\item " + s() + "\\end{enumerate}\n",
        "chemistry": lambda: "At \\SI{37}{\\celsius} the \\ensuremath{\\mathrm{CO}_2} sensor gives \\SI{412}{ppm}; \\num{1.2e6} " + t() + "s. ".replace("ppm", "\\percent") + s() + "\n\n",
        "chapter-words": lambda: "\\subsection{References and Acknowledgments in the " + t().title() + "}\n" + p.paragraph(),
        "many-rows": lambda: float_of("\\scriptsize\\begin{tabular}{lrrrr}\\toprule " + "".join(row(4) for _ in range(24)) + "\\bottomrule\\end{tabular}", cap, "table"),
        "stub-table": lambda: float_of("\\begin{tabular}{ll}\\rowcolor{black!80}\\color{white}Place & \\color{white}Kind\\\\" + "".join(f"{r.choice(PLACES)} & {t()}\\\\" for _ in range(4)) + "\\end{tabular}", cap, "table"),
    }


def title(kind, r, t):
    word = lambda: t().title()
    long = f"How a {word()} of {word()}s Became a {word()}: Four Years of {word()} Models in {r.randint(12, 90)} {r.choice(PLACES).title()}s, and What We Would Not Do Again"
    return {
        "short": f"\\title{{{word()}Q}}", "long": f"\\title[{word()} Models]{{{long}}}",
        "subtitle": f"\\title{{The {word()} and the {word()}}}\\subtitle{{Notes on Running {word()} Models in a {word()}}}",
        "math": f"\\title{{{word()}s in $O(n \\log n)$: Ranking with $k$-{word()} Models}}",
        "note": f"\\title{{{word()} Models at Work in the {word()}}}\\titlenote{{An appendix is part of the paper.}}",
        "break": f"\\title{{{word()} First:\\\\ Serving {word()} Models to {r.choice(PEOPLE).title()}}}",
        "accents": f"\\title{{Żółw, Naïve {word()}s, and the Gödel Façade: A {word()} for Ångström Data}}",
        "question": f"\\title{{Do {r.choice(PEOPLE).title()} Trust {word()} Models? A Study of {r.randint(3, 40)} {word()}s}}",
    }[kind]


def fifth_document(seed, keys, figures, share, camera_ready=False):
    """The source, the engine, and the pages aimed at; `share` of the paragraphs that are thought to fill these are written."""
    p = Prose(seed, keys)
    r, o = p.r, OPTIONS
    options = r.choice(o["camera-ready" if camera_ready else "class"])
    bibliography, engine = r.choice(o["bibliography"]), r.choice(["pdflatex"] * 7 + ["lualatex"])
    if bibliography.startswith("biblatex"):
        options += ",natbib=false"
    packages, kinds = r.sample(o["packages"], r.randint(2, 6)), r.sample(o["pieces"], r.randint(5, 11))
    target, end = r.choice(o["pages"]), r.choice(o["ends"])
    s = f"\\documentclass[{options}]{{acmart}}\n" + PREAMBLE + "".join(f"\\IfFileExists{{{x}.sty}}{{\\usepackage{{{x}}}}}{{}}\n" for x in packages if x != "fontenc")
    s += "".join(f"\\usepackage{{{NEEDS[k]}}}\n" for k in dict.fromkeys(kinds) if k in NEEDS)
    s += "\\AtEndPreamble{\\theoremstyle{acmdefinition}}\n" if r.random() < .2 else ""
    s += {"authoryear": "\\citestyle{acmauthoryear}\n", "superscript": "\\setcitestyle{super,sort&compress}\n", "sortless": "\\setcitestyle{numbers,square}\n",
          "biblatex-numeric": "\\usepackage[backend=bibtex,style=numeric,maxbibnames=9]{biblatex}\\addbibresource{references.bib}\n",
          "biblatex-authoryear": "\\usepackage[backend=bibtex,style=authoryear]{biblatex}\\addbibresource{references.bib}\n"}.get(bibliography, "")
    s += r.choice(["", "", "\\hypersetup{hidelinks}\n", "\\hypersetup{colorlinks,allcolors=blue!60!black}\n"])
    s += r.choice(["", "\\setcopyright{none}\n", "\\setcopyright{acmlicensed}\\acmDOI{10.1145/7654321.7654321}\n"])
    s += r.choice(["", "\\settopmatter{printacmref=false}\n", "\\settopmatter{printacmref=false,printfolios=true}\\renewcommand\\footnotetextcopyrightpermission[1]{}\n"])
    s += f"\\acmConference[AIMLSystems 2023]{{The Third International Conference on AI-ML Systems}}{{October 25--28, 2023}}{{Bangalore, India}}\\acmYear{{2023}}\\acmSubmissionID{{{r.randint(1, 400)}}}\n"
    s += "\\begin{document}\n" + title(r.choice(o["title"]), r, p.thing) + "\n"
    for name in r.sample(NAMES, r.choice([1, 2, 3, 4, 5, 6, 8, 10, 12])):
        s += f"\\author{{{name}}}\\email{{{re.sub('[^a-z]', '', name.lower())}@nowhere.example}}\\affiliation{{\\institution{{{r.choice(['University of Nowhere', 'Nowhere Labs', 'Nowhere Systems Ltd'])}}}\\city{{Nowhere}}\\country{{Nowhere}}}}\n"
    s += "\\renewcommand{\\shortauthors}{Nobody et al.}\n" if r.random() < .3 and not camera_ready else ""
    s += "\\begin{abstract}" + r.choice(["", "\\textbf{Background.} "]) + " ".join(p.sentence() for _ in range(r.choice([3, 6, 9]))) + "\\end{abstract}\n"
    s += (CCS if r.random() < .7 else "") + (f"\\keywords{{{p.thing()}s, {p.thing()} models, deployment}}\n" if r.random() < .8 else "")
    if r.random() < .2:
        s += "\\begin{teaserfigure}\\centering\\includegraphics[width=.9\\textwidth]{" + r.choice(figures["wide"]) + "}\\caption{" + p.sentence() + "}\\Description{t}\\end{teaserfigure}\n"
    s += ("\\received{12 July 2023}\n" if r.random() < .2 else "") + "\\maketitle\n"
    s += "\\acrodef{OMR}{order of magnitude rule}\\acrodef{SLA}{service level agreement}\n" if "acronyms" in kinds else ""
    make, count = pieces(p, figures), max(4, round(target * 9 * share))
    heads = r.choice([["Introduction", "Setting", "Approach", "Deployment", "Results", "Lessons Learned", "Related Work", "Conclusion"],
                      ["Why We Began", "The Old Way", "The Model", "Operations", "What Went Wrong", "What It Cost", "Others", "Outlook"]])
    for n in range(count):
        if n % max(count // 7, 1) == 0 and (k := n // max(count // 7, 1)) < 8:
            s += f"\\section{{{heads[k]}}}\\label{{sec:{k}}}\n"
        s += p.paragraph()
        if r.random() < .3:
            s += pieces(p, figures)[r.choice(kinds)]()
    references = "\\printbibliography\n" if bibliography.startswith("biblatex") else "\\bibliographystyle{ACM-Reference-Format}\n\\bibliography{references}\n"
    references = ("\\nocite{*}\n" if r.random() < .5 else "") + references
    appendix = "\\appendix\n\\section{Questions to the " + r.choice(PEOPLE).title() + "}\n" + p.paragraph() + "\\section{Settings}\n" + p.paragraph()
    s += {"appendix": appendix, "availability": "\\section*{Data Availability}\nThe data is at \\url{https://anonymous.4open.science/r/depot-91C2} for review.\n",
          "acks": "\\begin{acks}\nWe thank the drivers of the tram depot, who know who they are.\n\\end{acks}\n",
          "ethics": "\\section*{Ethical Considerations}\n" + p.paragraph(), "balance": "", "page-break": ""}.get(end, "")
    after = end == "appendix-after" and target < 6
    s += "" if after else "\\label{bodyend}\n"
    s += ("\\clearpage\n" if end == "page-break" else "") + references + (appendix + "\\label{bodyend}\n" if after else "")
    extra = "".join(load for mark, load in MARKS.items() if re.search(mark, s))
    return s.replace(PREAMBLE, PREAMBLE + extra, 1) + "\\end{document}\n", engine, target

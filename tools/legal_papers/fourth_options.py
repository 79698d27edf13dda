"""A fourth set of options for legal papers: what none of the three before has. Fixed on 27 November 2026, before any paper of
it was typeset; for judging. Its figures are files of their own, written here."""
import struct, subprocess, zlib

from legal_papers.floats import float_of

FOURTH = {
    "class": ["sigconf,review,anonymous", "sigconf,anonymous,review,nonacm=false", "sigconf,anonymous,screen,review", "sigconf,anonymous,natbib=false"],
    "packages": ["algorithm,algpseudocodex", "transparent", "fancyvrb", "tabularray", "bytefield", "tablefootnote", "dirtytalk", "acro",
                 "xfrac", "nicefrac", "array", "lscape", "colonequals", "thmtools"],
    "pieces": ["wide-algorithm", "subfigures", "striped-table", "dark-head", "white-boxes", "white-plot", "cut-figure", "white-under-picture",
               "soft-mask", "faded", "group", "patterned", "inline-todo", "overfull", "long-url", "sized-table", "numbered-listing", "callout",
               "vertical-heads", "node-names", "side-by-side", "framed-code", "long-caption", "colored-links", "spy", "rounded", "gray-text",
               "stacked-bars", "appendix", "acks", "table*", "description"],
    "engines": ["pdflatex", "pdflatex", "pdflatex", "lualatex"],
    "preamble": "\\usepackage{pgfplots,listings,subcaption,algorithm,algpseudocode,multirow,xcolor}\\pgfplotsset{compat=1.16}"
                "\\usepackage[textsize=tiny]{todonotes}"
                "\\usetikzlibrary{shadows,patterns,fadings,positioning,calc,spy,shapes.callouts}\n",
    # Each paper draws one of each, beside its class and packages.
    "preambles": [
        ["", "\\AtBeginDocument{\\setcopyright{acmlicensed}\\acmDOI{10.1145/1234567.1234568}\\acmISBN{978-1-4503-0000-0/23/10}}\n",
         "\\renewcommand\\footnotetextcopyrightpermission[1]{}\n"],
        ["", "\\settopmatter{printfolios=true,printccs=false}\n", "\\settopmatter{printfolios=true}\n"],
        ["", "", "\\usepackage{draftwatermark}\\SetWatermarkText{UNDER REVIEW}\\SetWatermarkScale{0.4}\\SetWatermarkLightness{0.92}\n"],
        ["", "", "\\AtBeginDocument{\\hypersetup{colorlinks=true,linkcolor=red!60!black,citecolor=green!40!black,urlcolor=magenta!70!black}}\n"],
        ["", "\\captionsetup[figure]{font=small,skip=4pt}\n", "\\captionsetup{labelfont=bf,textfont=it}\n"],
        ["", "\\usepackage{balance}\\AtBeginDocument{\\AtEndDocument{\\balance}}\n", "\\usepackage{flushend}\n"],
    ],
    "authors": "".join(
        f"\\author{{{name}}}\\authornote{{Both wrote it.}}\\affiliation{{\\institution{{University of Nowhere}}\\city{{Nowhere}}\\country{{Nowhere}}}}\n"
        for name in ["Ångström Q. Vane", "Iñaki Quill", "Łucja Roe", "Zoë d'Or", "Per-Öystein Moe", "Ana Ríos", "Çelik Thorn"]),
    "paragraphs": 10,
}


def fourth_pieces(w, words):
    """Each kind's LaTeX; drawn anew for each use."""
    r, cap = w.r, w.sentence()
    noun = lambda: r.choice(words)
    row = lambda n: " & ".join([noun()] + [f"{r.random() * 100:.1f}" for _ in range(n)]) + "\\\\\n"
    white = lambda x: "\\textcolor{white}{\\textbf{" + x + "}}"
    lines = "".join(f"\\State the {noun()} $\\gets$ \\Call{{{noun()}}}{{{noun()}}} \\Comment{{as the {noun()} says}}\n" for _ in range(6))
    sub = lambda x: ("\\begin{subfigure}{.3\\linewidth}\\centering\\rule{12mm}{" + str(r.randint(6, 20)) + "mm}\\caption{the " + noun() + " " + x
                     + "}\\end{subfigure}")
    boxes = "".join(f"\\draw[thick] (0,{n}) -- (6,{n});\\node[fill=white,font=\\footnotesize] at ({1 + n},{n}) {{the {noun()} of the {noun()}}};"
                    for n in range(4))
    dots = lambda n: " ".join(f"({x},{r.randint(1, 90)})" for x in range(n))
    stacked = "".join(f"\\addplot+[ybar] coordinates {{{dots(5)}}};" for _ in range(3))
    return {
        "wide-algorithm": "\\begin{algorithm*}\\caption{" + cap + "}\\begin{algorithmic}[1]\n\\Require the " + noun() + "\n\\While{the " + noun()
                          + " is warm}\n" + lines + "\\EndWhile\n\\end{algorithmic}\\end{algorithm*}\n",
        "subfigures": float_of(sub("a") + "\\hfill" + sub("b") + "\\hfill" + sub("c"), cap),
        "striped-table": "\\begin{table}\\caption{" + cap + "}\\begin{tabular}{lrrr}\\rowcolor{teal!80!black}" + " & ".join(white("the " + noun()) for _ in range(4))
                         + "\\\\\n" + "".join(("\\rowcolor{gray!15}" if n % 2 else "") + row(3) for n in range(7)) + "\\end{tabular}\\end{table}\n",
        "dark-head": "\\begin{table*}\\caption{" + cap + "}\\begin{tabular}{|p{3cm}|p{5cm}|p{5cm}|}\\hline\\cellcolor{black!85}" + white("what was asked of the " + noun())
                     + " & \\cellcolor{blue!50!black}" + white("what the " + noun() + " did with all of its " + noun()) + " & \\cellcolor{red!50!black}"
                     + white("why the " + noun() + " is not to be had any more") + "\\\\\\hline " + w.sentence() + " & " + w.sentence() + " & " + w.sentence()
                     + "\\\\\\hline\\end{tabular}\\end{table*}\n",
        "white-boxes": float_of("\\begin{tikzpicture}" + boxes + "\\end{tikzpicture}", cap),
        "white-plot": float_of("\\begin{tikzpicture}\\begin{axis}[width=7.5cm,height=4.5cm,axis background/.style={fill=gray!15},legend style={fill=white,font=\\tiny},"
                               "nodes near coords,every node near coord/.style={font=\\tiny,fill=white,inner sep=1pt},xlabel={the " + noun()
                               + "}]\\addplot coordinates {" + dots(6) + "};\\addplot coordinates {" + dots(6) + "};\\legend{the " + noun() + ",the "
                               + noun() + "}\\end{axis}\\end{tikzpicture}", cap),
        "cut-figure": float_of("\\includegraphics[width=6cm,trim=20 20 60 30,clip]{labels}", cap),
        "white-under-picture": float_of("\\includegraphics[width=6cm]{under}", cap),
        "soft-mask": float_of("\\colorbox{yellow!30}{\\includegraphics[width=4cm]{alpha}}", cap),
        "faded": float_of("\\begin{tikzpicture}\\fill[blue!70!black,path fading=east] (0,0) rectangle (7,1);\\node at (5.5,.5) {the faded " + noun()
                          + "};\\node[white] at (1.2,.5) {the " + noun() + "};\\end{tikzpicture}", cap),
        "group": float_of("\\begin{tikzpicture}\\begin{scope}[transparency group,opacity=0.6]\\fill[red] (0,0) circle (1);\\fill[green!60!black] (1,0) circle (1);"
                          "\\node[white] at (0.5,0) {both " + noun() + "s};\\end{scope}\\node at (4,0) {the " + noun() + " beside it};\\end{tikzpicture}", cap),
        "patterned": float_of("\\begin{tikzpicture}\\fill[pattern=north east lines] (0,0) rectangle (3,1.5);\\node[fill=white] at (1.5,.75) {idle " + noun()
                              + "};\\fill[pattern=dots] (3,0) rectangle (6,1.5);\\node at (4.5,.75) {warm " + noun() + "};\\end{tikzpicture}", cap),
        "inline-todo": "\\todo[inline,color=blue!15]{" + w.sentence() + "}\n\n",
        "overfull": "The identifier \\mbox{\\texttt{" + noun() + ".internal." + noun() + ".Abstract" + noun().title() + "Factory" + noun().title() + "Builder}} is meant. "
                    + w.sentence() + "\n\n",
        "long-url": w.sentence()[:-1] + "\\footnote{\\url{https://www.rfc-editor.org/rfc/rfc9110.html}}.\n\n",
        "sized-table": "\\begin{table}\\caption{" + cap + "}\\resizebox{\\columnwidth}{!}{\\begin{tabular}{lrrrrrrrrr}\\hline " + "".join(row(9) for _ in range(5))
                       + "\\hline\\end{tabular}}\\end{table}\n",
        "numbered-listing": "\\begin{lstlisting}[numbers=left,basicstyle=\\ttfamily\\scriptsize,caption={" + cap + "},float,frame=tb]\nfor shard in plan:\n    while shard.busy():\n"
                            "        yield shard  # until it is done\n    shard.close()\n\\end{lstlisting}\n",
        "callout": float_of("\\begin{tikzpicture}\\node[draw,minimum width=5cm,minimum height=2cm] {};\\node[rectangle callout,draw,fill=yellow!20,callout absolute pointer={(0,0)}] at (1.5,.5) {see the "
                            + noun() + "};\\node[draw,fill=white,drop shadow] at (-1.3,0) {the " + noun() + "};\\end{tikzpicture}", cap),
        "vertical-heads": float_of("\\begin{tabular}{l" + "r" * 5 + "} & " + " & ".join("\\rotatebox{90}{\\small the " + noun() + "}" for _ in range(5)) + "\\\\\\hline "
                                   + "".join(row(5) for _ in range(4)) + "\\end{tabular}", cap, "table"),
        "node-names": float_of("\\begin{tikzpicture}" + "".join(
            f"\\node[circle,draw,fill={r.choice(['black', 'blue!60!black', 'teal!80!black'])},text=white,font=\\scriptsize,inner sep=2pt] (n{n}) at ({1.4 * n},{n % 3 * .8:.1f}) {{{noun()}}};"
            for n in range(5)) + "\\draw (n0)--(n1)--(n2)--(n3)--(n4);\\end{tikzpicture}", cap),
        "side-by-side": float_of("\\includegraphics[height=2cm]{labels}\\quad\\includegraphics[height=2cm]{example-grid-100x100pt}", cap, "figure*"),
        "framed-code": "\\begin{center}\\fboxsep=4pt\\fbox{\\begin{minipage}{.9\\linewidth}\\footnotesize\\ttfamily " + noun() + " = open(" + noun() + ")\\\\ close(" + noun()
                       + ")\\end{minipage}}\\end{center}\n",
        "long-caption": float_of("\\rule{4cm}{1cm}", " ".join(w.sentence() for _ in range(4))),
        "colored-links": w.sentence()[:-1] + " (see \\href{https://www.tensorflow.org/guide}{the guide}).\n\n",
        "spy": float_of("\\begin{tikzpicture}[spy using outlines={circle,magnification=3,size=1.2cm}]\\draw (0,0) grid (4,2);\\node[font=\\tiny] at (1,1) {the " + noun()
                        + "};\\spy on (1,1) in node at (5.4,1);\\end{tikzpicture}", cap),
        "rounded": float_of("\\begin{tikzpicture}[rounded corners]\\draw[fill=black!70] (0,0) rectangle (6,2);\\draw[fill=white] (.3,.3) rectangle (2.8,1.7);"
                            "\\node[align=center] at (1.55,1) {the " + noun() + "\\\\on white};\\node[white,align=center] at (4.4,1) {the " + noun()
                            + "\\\\on a dark ground};\\end{tikzpicture}", cap),
        "gray-text": "{\\color{gray!70}" + w.sentence() + "} \\textcolor{orange!80!black}{" + w.sentence() + "}\n\n",
        "stacked-bars": float_of("\\begin{tikzpicture}\\begin{axis}[ybar stacked,width=7.5cm,height=4.5cm,nodes near coords,every node near coord/.style={font=\\tiny,text=white},"
                                 "legend style={at={(.5,-.2)},anchor=north,legend columns=-1,font=\\tiny}]" + stacked + "\\legend{" + noun() + "," + noun() + "," + noun()
                                 + "}\\end{axis}\\end{tikzpicture}", cap),
    }


# MARK: Figures

def pdf(content, width, height, resources="", objects=()):
    """A PDF of one page with Helvetica, as a program for drawing might export it."""
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
             "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
             f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> {resources} >> >>",
             f"<< /Length {len(content)} >>\nstream\n{content}\nendstream", *objects]
    text, offsets = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(text))
        text += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (text + f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n").encode()


def label(text, x, y, size=9, ink="0 g"):
    return f"{ink} BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"


def png(width, height, pixel):
    """A PNG with an alpha channel."""
    rows = b"".join(b"\0" + b"".join(bytes(pixel(x, y)) for x in range(width)) for y in range(height))
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))


def write_embedded(path, data):
    """Writes a PDF with its fonts in it, for which Ghostscript has shapes."""
    subprocess.run(["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dEmbedAllFonts=true", "-dPDFSETTINGS=/prepress", f"-sOutputFile={path}", "-"],
                   input=data, check=True)


def write_figures(folder):
    """Writes the files that the pieces include."""
    axes = "1 g 0 0 300 180 re f 0.9 g 40 30 200 130 re f 0 G 1 w 40 30 200 130 re S 0.2 0.3 0.8 rg 60 30 30 90 re f 110 30 30 60 re f 160 30 30 110 re f\n"
    labels = axes + "".join(label(f"bar {n}", 60 + 50 * n, 18, 7) for n in range(3)) + label("requests a second", 90, 4, 8) + label("load", 5, 90, 8)
    labels += label("cut", 262, 100) + label("away", 262, 88) + label("legend", 262, 76) + label("A figure with a title that is cut away", 60, 168, 8)
    labels += "q 60 30 30 90 re W n " + label("clipped inside", 64, 60, 8, "1 g") + "Q\n"
    write_embedded(folder / "labels.pdf", pdf(labels, 300, 180))
    picture = ("<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length 9 >>\n"
               "stream\n40A0C020>\nendstream")
    under = "1 g 0 0 300 180 re f\n" + label("old name", 60, 120, 9, "1 g") + label("old axis", 60, 80, 9, "1 g") + "q 200 0 0 130 40 30 cm /Im Do Q\n"
    under += label("new name", 60, 140, 12, "1 g") + label("the axis", 110, 10)
    write_embedded(folder / "under.pdf", pdf(under, 300, 180, "/XObject << /Im 6 0 R >>", [picture]))
    (folder / "alpha.png").write_bytes(png(80, 50, lambda x, y: (3 * x, 5 * y, 90, min(255, 4 * x))))

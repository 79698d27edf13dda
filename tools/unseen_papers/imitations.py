"""Layouts of conferences and word processors without a class in TeX Live, set with article and a description each."""
from .body import Front
from .text import tex

FONTS = {
    "times": "\\usepackage{newtxtext,newtxmath}", "cm": "", "lm": "\\usepackage{lmodern}", "helvet": "\\usepackage[scaled]{helvet}\\renewcommand\\familydefault{\\sfdefault}",
    "palatino": "\\usepackage{newpxtext,newpxmath}", "charis": "\\usepackage{charter}", "ptm": "\\usepackage{mathptmx}",
    "calibri": "\\usepackage{fontspec}\\setmainfont{Carlito}", "arial": "\\usepackage{fontspec}\\setmainfont{Liberation Sans}",
    "word": "\\usepackage{fontspec}\\setmainfont{Liberation Serif}", "cambria": "\\usepackage{fontspec}\\setmainfont{Caladea}",
}
UNICODE = {"calibri", "arial", "word", "cambria"}


def authors(p, form, name, joined_last):
    """The author block in one of its forms, and a note for the foot of the page."""
    r, people, note = p.r, p.people, ""
    aff = lambda k: f"{p.affiliations[p.home[k]]}, {p.cities[p.home[k]]}"
    if p.is_anonymous:
        return r.choice(["Anonymous Author(s)\\\\ Affiliation\\\\ Address\\\\ \\texttt{email}", "Anonymous submission", "Paper ID 1234", "Anonymous Authors$^1$",
                         "Author names withheld", "Anonymous authors\\\\ Paper under double-blind review", "\\#123"]), ""
    def listed(items):
        if len(items) < 2 or joined_last is None:
            return ", ".join(items)
        return ", ".join(items[:-1]) + joined_last + items[-1]
    if form in ("super", "super-wide", "super-orcid", "super-mails", "super-note", "brackets"):
        mark = (lambda k: f" [{p.home[k] + 1}]") if form == "brackets" else (lambda k: f"$^{{{p.home[k] + 1}{',*' if k == 0 and r.random() < 0.4 else ''}}}$")
        text = listed([name % n + mark(k) + ("~\\orcidlink{0000-0002-1825-%04d}" % k if form == "super-orcid" else "") for k, n in enumerate(people)])
        places = [(f"[{k + 1}] " if form == "brackets" else f"$^{{{k + 1}}}$" + r.choice(["", "\\,"])) + f"{a}, {p.cities[k]}" for k, a in enumerate(p.affiliations)]
        if form == "super-note":
            return text, " ".join(places) + f" Correspondence to: {people[0]} \\textless{{}}{p.mail(0)}\\textgreater{{}}."
        text += "\\\\ " + ("; ".join(places) if form == "super-wide" else "\\\\ ".join(places))
        if form == "super-mails":
            text += "\\\\ \\texttt{\\{" + ", ".join(p.mail(k).split("@")[0] for k in range(len(people))) + "\\}@example.org}"
        return text, ""
    if form in ("grid", "grid-plain", "grid-left"):
        cell = lambda k: f"\\begin{{tabular}}[t]{{{'l' if form == 'grid-left' else 'c'}}}" + (name % people[k] if form != "grid-plain" else people[k]) + f"\\\\ {p.affiliations[p.home[k]]}\\\\ {p.cities[p.home[k]]}\\\\ \\texttt{{{p.mail(k)}}}\\end{{tabular}}"
        return "\\hskip 1.5em plus 1fil ".join(cell(k) for k in range(len(people))), ""
    if form == "stack":
        return "\\\\[4pt] ".join(f"{name % n}\\\\ \\textit{{{aff(k)}}}" for k, n in enumerate(people)), ""
    if form == "stack-mail":
        return "\\\\ ".join(f"{name % n}\\hfill \\textit{{{p.mail(k)}}}\\\\ \\textit{{{aff(k)}}}" for k, n in enumerate(people)), ""
    if form == "line-each":
        return "\\\\ ".join(f"{name % n}, {aff(k)}" for k, n in enumerate(people)), ""
    if form == "paren":
        return ", ".join(f"{name % n} ({p.affiliations[p.home[k]]})" for k, n in enumerate(people)), ""
    if form == "dots":
        return " $\\cdot$ ".join(name % n for n in people), " ".join(f"{n}: {aff(k)}, {p.mail(k)}." for k, n in enumerate(people))
    if form == "one":
        return listed([name % n for n in people]) + f"\\\\ {p.affiliations[0]}\\\\ {p.cities[0]}" + ("\\\\ \\texttt{\\{" + ",".join(p.mail(k).split("@")[0] for k in range(len(people))) + "\\}@example.edu}" if r.random() < 0.5 else ""), ""
    if form == "usenix":
        groups = []
        for h in range(len(p.affiliations)):
            members = [name % n for k, n in enumerate(people) if p.home[k] == h]
            if members:
                groups.append(", ".join(members) + f"\\\\ \\textit{{{p.affiliations[h]}}}")
        # Truth is in the order of the page.
        p.people = [n for h in range(len(p.affiliations)) for k, n in enumerate(people) if p.home[k] == h]
        return "\\\\[3pt] ".join(groups), ""
    raise ValueError(form)


def abstract(p, form):
    a = p.abstract_tex()
    small = "\\small " if p.r.random() < 0.3 else ""
    head = {
        "center": "{\\centering\\large\\bfseries Abstract\\par}\\smallskip", "center-small": "{\\centering\\bfseries Abstract\\par}\\smallskip",
        "center-caps": "{\\centering\\bfseries ABSTRACT\\par}\\smallskip", "center-sc": "{\\centering\\large\\textsc{Abstract}\\par}\\smallskip",
        "left": "{\\noindent\\Large\\bfseries Abstract\\par}\\smallskip", "left-caps": "{\\noindent\\large\\bfseries ABSTRACT\\par}\\smallskip",
        "left-number": "{\\noindent\\large\\bfseries 0 \\quad Abstract\\par}\\smallskip", "spaced": "{\\noindent A B S T R A C T\\par}\\medskip",
        "summary": "{\\noindent\\large\\bfseries Summary\\par}\\smallskip", "italic-head": "{\\noindent\\itshape Abstract\\par}\\smallskip",
    }
    if form in head:
        indent = p.r.random() < 0.5
        return head[form] + ("\\begin{quote}" if indent else "{\\noindent ") + small + a + ("\\end{quote}" if indent else "\\par}\\medskip") + "\n"
    return {
        "dash": "{\\noindent\\bfseries\\textit{Abstract}---" + a + "\\par}\\medskip\n", "dash-plain": "\\noindent\\textit{Abstract}--- " + a + "\\par\\medskip\n",
        "dot": "\\noindent\\textbf{Abstract.} " + small + a + "\\par\\medskip\n", "colon": "\\noindent\\textbf{Abstract:} " + a + "\\par\\medskip\n",
        "sc-dot": "\\begin{quote}\\small\\textsc{Abstract.} " + a + "\\end{quote}\n", "nomark": "\\noindent\\textbf{Abstract} " + small + a + "\\par\\medskip\n",
        "none": "\\begin{quote}" + a + "\\end{quote}\n", "none-bold": "{\\noindent\\bfseries " + a + "\\par}\\medskip\n", "none-italic": "{\\noindent\\itshape " + a + "\\par}\\medskip\n",
        "box": "\\noindent\\fbox{\\begin{minipage}{0.95\\linewidth}\\textbf{Abstract}\\\\ " + a + "\\end{minipage}}\\par\\medskip\n",
        "rules": "\\noindent\\rule{\\linewidth}{0.5pt}\\par{\\noindent\\bfseries Abstract\\par}\\noindent " + a + "\\par\\noindent\\rule{\\linewidth}{0.5pt}\\par\\medskip\n",
        "italic": "{\\centering\\large\\bfseries Abstract\\par}\\smallskip{\\itshape " + a + "\\par}\\medskip\n",
        "colored": "{\\noindent\\color{blue}\\Large Abstract\\par}\\smallskip{\\noindent " + a + "\\par}\\medskip\n",
    }[form]


def keywords(p, form):
    words = list(map(tex, p.keywords))
    return {
        "": "", "runin": "\\noindent\\textbf{Keywords:} " + ", ".join(words) + "\\par\\medskip\n", "index": "\\noindent\\textbf{\\textit{Index Terms}---" + ", ".join(words) + "}\\par\\medskip\n",
        "heading": "{\\noindent\\bfseries Keywords\\par}\\noindent " + ", ".join(words) + "\\par\\medskip\n", "dots": "\\noindent\\textbf{Keywords} " + " $\\cdot$ ".join(words) + "\\par\\medskip\n",
        "old-acm": "{\\noindent\\large\\bfseries Categories and Subject Descriptors\\par}\\noindent H.3.4 [\\textbf{Systems and Software}]: Performance evaluation\\par\\medskip{\\noindent\\large\\bfseries General Terms\\par}\\noindent Measurement\\par\\medskip{\\noindent\\large\\bfseries Keywords\\par}\\noindent " + ", ".join(words) + "\\par\\medskip\n",
        "lipics": "\\noindent\\textbf{2012 ACM Subject Classification} Computing methodologies $\\rightarrow$ Machine learning\\par\\medskip\\noindent\\textbf{Keywords and phrases} " + ", ".join(words) + "\\par\\medskip\\noindent\\textbf{Digital Object Identifier} 10.1000/example\\par\\medskip\n",
        "jel": "\\noindent\\textit{Keywords:} " + ", ".join(words) + "\\par\\noindent\\textit{JEL classification:} C1, C45\\par\\medskip\n",
        "vldb": "\\noindent\\textbf{PVLDB Reference Format:}\\\\ " + ", ".join(p.people[:2]) + ". " + tex(p.title) + ". PVLDB, 14(1): 1-12, 2023.\\par\\medskip\\noindent\\textbf{PVLDB Artifact Availability:}\\\\ The source code is available at \\texttt{https://example.org/code}.\\par\\medskip\n",
        "amsclass": "\\noindent\\textbf{Key words.} " + ", ".join(words) + "\\par\\medskip\\noindent\\textbf{AMS subject classifications.} 65F10, 68T05\\par\\medskip\n",
        "dates": "\\noindent Received: 12 March 2023 / Accepted: 3 May 2023\\par\\medskip\\noindent\\textbf{Keywords:} " + "; ".join(words) + "\\par\\medskip\n",
    }[form]


SECTION = {
    "number": "", "number-dot": "\\titleformat{\\section}{\\large\\bfseries}{\\thesection.}{0.5em}{}", "caps": "\\titleformat{\\section}{\\bfseries}{\\thesection}{0.7em}{\\MakeUppercase}",
    "small-caps": "\\titleformat{\\section}{\\large\\scshape}{\\thesection}{0.7em}{}", "roman": "\\renewcommand\\thesection{\\Roman{section}}\\titleformat{\\section}{\\centering\\scshape}{\\thesection.}{0.5em}{}",
    "none": "\\setcounter{secnumdepth}{0}", "body-size": "\\titleformat{\\section}{\\normalsize\\bfseries}{\\thesection}{0.7em}{}", "center-caps": "\\titleformat{\\section}{\\centering\\bfseries}{\\thesection.}{0.5em}{\\MakeUppercase}",
    "blue": "\\titleformat{\\section}{\\Large\\color{blue}}{\\thesection}{0.7em}{}",
}


def T(c="[10pt]", geometry="margin=1in", font="times", title="{\\centering\\LARGE\\bfseries %s\\par}", name="\\textbf{%s}", last=" and ", align="\\centering", who=("super",), ab=("center",),
      kw=("", "runin"), section="number", head=(None,), foot=(None,), wide=True, ab_wide=False, after=False, lines=(False,), teaser=False, cover=None, side=None):
    return dict(c=c, geometry=geometry, font=font, title=title, name=name, last=last, align=align, who=who, ab=ab, kw=kw, section=section, head=head, foot=foot,
                wide=wide, ab_wide=ab_wide, after=after, lines=lines, teaser=teaser, cover=cover, side=side)


TWO = "letterpaper,margin=0.75in,columnsep=0.25in"
RULED = "{\\hrule height 2pt \\vskip 12pt\\centering\\LARGE\\bfseries %s\\par\\vskip 10pt\\hrule height 1pt}"
LEFT = "{\\raggedright\\LARGE\\bfseries %s\\par}"

TEMPLATES = {
    "neurips": T("[10pt]", "textwidth=5.5in,textheight=9in,letterpaper", title=RULED, who=("grid", "super", "one", "super-mails"), ab=("center",), kw=("",), foot=("Submitted to 37th Conference on Neural Information Processing Systems (NeurIPS 2023). Do not distribute.", "37th Conference on Examples (EX 2023)."), lines=(False, True)),
    "icml": T("[10pt,twocolumn]", TWO, title="{\\hrule height 1pt\\vskip 8pt\\centering\\Large\\bfseries %s\\par\\vskip 8pt\\hrule height 1pt}", who=("super-note",), ab=("center",), kw=("",), head=(None, "Submission and Formatting Instructions"), lines=(False, True), foot=("Proceedings of the 40th International Conference on Examples, Honolulu, USA. PMLR 202, 2023. Copyright 2023 by the author(s).",)),
    "iclr": T("[10pt]", "textwidth=5.5in,textheight=9in,letterpaper", title="{\\raggedright\\LARGE\\scshape %s\\par}", align="\\raggedright", who=("grid-left", "one", "super", "stack"), ab=("center-sc",), kw=("",), section="small-caps", head=("Published as a conference paper at ICLR 2024", "Under review as a conference paper at ICLR 2024"), lines=(False, True)),
    "aaai": T("[10pt,twocolumn]", TWO, title="{\\centering\\LARGE\\bfseries %s\\par}", who=("super-mails", "one", "super"), ab=("center-small",), kw=("",), section="none", foot=("Copyright \\copyright{} 2023, Association for the Advancement of Examples. All rights reserved.",)),
    "acl": T("[11pt,twocolumn,a4paper]", "margin=2.5cm,columnsep=0.6cm", who=("grid", "super-mails", "one"), ab=("center",), kw=("",), section="body-size", lines=(False, True), head=(None, "Findings of the Association for Computational Examples: EX 2023")),
    "usenix": T("[10pt,twocolumn]", "letterpaper,textwidth=7in,textheight=9in,columnsep=0.33in", who=("usenix", "super-wide", "grid-plain"), name="{\\rm %s}", ab=("left", "center", "center-small"), kw=("",), head=(None,), last=" and "),
    "usenix-no-heading": T("[10pt,twocolumn]", "letterpaper,textwidth=7in,textheight=9in,columnsep=0.33in", who=("usenix", "super-wide"), name="%s", ab=("none-italic", "none-bold"), kw=("",)),
    "cvpr": T("[10pt,twocolumn]", TWO, title="{\\centering\\Large\\bfseries %s\\par}", who=("grid-plain", "super", "super-wide"), name="%s", ab=("italic",), kw=("",), section="number-dot", lines=(False, True), teaser=True),
    "ijcai": T("[10pt,twocolumn]", TWO, who=("super-mails", "super-wide", "brackets"), ab=("center",), kw=("",)),
    "sig-alternate": T("[9pt,twocolumn]", TWO, font="times", title="{\\centering\\huge\\sffamily\\bfseries %s\\par}", who=("grid", "grid-plain"), name="\\textsf{%s}", ab=("left-caps",), kw=("old-acm",), section="caps", foot=("Permission to make digital or hard copies of all or part of this work for personal or classroom use is granted without fee provided that copies are not made or distributed for profit. Copyright 2013 ACM 978-1-4503-0000-0/13/06 ...\\$15.00.",)),
    "vldb": T("[10pt,twocolumn]", TWO, font="times", title="{\\centering\\huge\\sffamily\\bfseries %s\\par}", who=("grid", "grid-plain"), name="\\textsf{%s}", ab=("left-caps",), kw=("vldb",), section="caps", foot=("This work is licensed under the Creative Commons BY-NC-ND 4.0 International License.",)),
    "word-one": T("[11pt]", "a4paper,margin=1in", font="calibri", title="{\\centering\\LARGE %s\\par}", who=("one", "line-each", "stack", "super"), name="%s", ab=("left", "dot", "colon", "colored"), kw=("runin", "", "dots"), section="blue", head=(None, "Draft for review")),
    "word-arial": T("[11pt]", "a4paper,margin=2.5cm", font="arial", title="{\\centering\\Large\\bfseries %s\\par}", who=("line-each", "one", "grid-plain", "paren"), name="%s", ab=("colon", "left", "center-small"), kw=("runin", "heading"), section="number-dot"),
    "word-ieee": T("[10pt,twocolumn]", "a4paper,margin=0.7in,columnsep=0.25in", font="word", title="{\\centering\\Huge %s\\par}", who=("grid-plain", "super"), name="%s", ab=("dash",), kw=("index", "runin"), section="roman"),
    "word-cambria": T("[12pt]", "letterpaper,margin=1in", font="cambria", title=LEFT, align="\\raggedright", who=("one", "stack", "line-each"), name="%s", ab=("summary", "left", "italic-head"), kw=("", "runin"), section="none"),
    "mdpi": T("[10pt]", "a4paper,left=5.4cm,right=1.3cm,top=2cm,bottom=2cm", font="palatino", title=LEFT, align="\\raggedright", who=("super", "super-orcid", "super-wide"), ab=("colon",), kw=("runin", "dates"), section="number-dot", head=("Examples 2023, 11, 1234. https://doi.org/10.1000/example",),
              side="\\textbf{Citation:} {A}. {T}. \\textit{Examples} \\textbf{2023}, \\textit{11}, 1234.\\par\\medskip Academic Editor: Jane Editor\\par\\medskip Received: 1 March 2023\\\\ Accepted: 3 May 2023\\\\ Published: 9 May 2023\\par\\medskip \\textbf{Copyright:} \\copyright{} 2023 by the authors. Licensee EX, Basel."),
    "springer": T("[10pt]", "textwidth=12cm,textheight=19cm,a4paper", font="cm", title=LEFT, align="\\raggedright", who=("dots",), ab=("nomark",), kw=("dots", "dates"), head=(None, "Noname manuscript No. (will be inserted by the editor)", "Examples (2023) 14:123--145")),
    "springer-nature": T("[10pt]", "a4paper,margin=3cm", font="cm", title="{\\centering\\Large\\bfseries %s\\par}", who=("super-orcid", "super"), ab=("center-small",), kw=("runin",)),
    "bmc": T("[10pt]", "a4paper,margin=2.2cm", font="helvet", title=LEFT, align="\\raggedright", who=("super",), name="%s", ab=("left", "box"), kw=("runin",), section="none", head=("RESEARCH ARTICLE \\hfill Open Access", None)),
    "lipics": T("[10pt]", "a4paper,textwidth=14cm,textheight=22cm", font="lm", title="{\\raggedright\\sffamily\\LARGE\\bfseries %s\\par}", align="\\raggedright", who=("stack",), ab=("rules",), kw=("lipics",)),
    "titlepage-own": T("[12pt]", "a4paper,margin=1.2in", font="cm", title="{\\vspace*{4cm}\\centering\\LARGE %s\\par}", who=("grid", "super", "one"), name="%s", ab=("center", "left", "dot"), kw=("runin", "jel"), after="page"),
    "report-cover": T("[11pt]", "a4paper,margin=1in", font="ptm", title=LEFT, align="\\raggedright", who=("one", "super"), ab=("left", "center"), kw=("", "runin"), cover="{\\sffamily\\vspace*{5cm}\\Huge\\bfseries Technical Report\\par\\vspace{1cm}\\Large TR-2023-07\\par\\vspace{2cm} Example Institute for Computing Systems\\par\\vspace{1cm} March 2023}"),
    "tmlr": T("[10pt]", "textwidth=6.5in,textheight=9in,letterpaper", font="lm", title="{\\raggedright\\LARGE\\sffamily\\bfseries %s\\par}", align="\\raggedright", who=("stack-mail",), ab=("center",), kw=("",), head=("Under review as submission to TMLR", "Published in Transactions on Machine Learning Examples (08/2023)"), lines=(False,)),
    "mlsys": T("[10pt,twocolumn]", TWO, title="{\\hrule height 1pt\\vskip 8pt\\centering\\Large\\scshape %s\\par\\vskip 8pt\\hrule height 1pt}", who=("super-note",), ab=("center-caps",), kw=("",), section="caps", foot=("Preliminary work. Under review by the Examples Conference. Do not distribute.",)),
    "interspeech": T("[10pt,twocolumn]", "a4paper,margin=2cm,columnsep=1cm", font="ptm", title="{\\centering\\large\\bfseries %s\\par}", who=("super", "super-wide"), name="\\textit{%s}", ab=("center-small", "center-caps"), kw=("runin", "index"), section="center-caps"),
    "siam": T("[10pt]", "letterpaper,textwidth=5.1in,textheight=8in", font="cm", title="{\\centering\\bfseries\\MakeUppercase{%s}\\par}", name="\\textsc{%s}", who=("one", "super-note"), ab=("dot",), kw=("amsclass",), section="number-dot"),
    "wide-abstract": T("[10pt,twocolumn]", TWO, font="ptm", who=("super", "grid", "one"), ab=("center", "colon", "box", "rules", "summary"), kw=("runin", ""), ab_wide=True, head=(None, "Journal of Examples, Vol. 7, No. 2, March 2023")),
    "authors-after": T("[11pt]", "a4paper,margin=1in", font="cm", who=("super", "line-each", "one"), name="%s", ab=("dot", "center", "colon"), kw=("",), after="abstract"),
    "letter-no-heading": T("[10pt,twocolumn]", "a4paper,margin=1.8cm,columnsep=0.6cm", font="charis", title=LEFT, align="\\raggedright", who=("super", "super-wide"), name="%s", ab=("none-bold", "none-italic"), kw=("",), section="none", head=("LETTER", None)),
    "plain-no-heading": T("[11pt]", "a4paper,margin=1.1in", font="cm", who=("one", "super", "grid"), name="\\textsc{%s}", ab=("none", "none-italic"), kw=("", "runin")),
    "workshop-sans": T("[10pt]", "letterpaper,margin=1.1in", font="helvet", title="{\\centering\\Large\\bfseries %s\\par}", who=("grid", "super-mails", "paren"), name="%s", ab=("center-small", "left"), kw=("", "heading"), section="body-size", head=("Workshop on Examples, 2023", None), lines=(False, True)),
    "jmlr2e": T("[11pt]", "letterpaper,textwidth=6in,textheight=8.5in", font="cm", title="{\\centering\\Large\\bfseries %s\\par}", align="\\raggedright", who=("stack-mail",), name="\\textbf{%s}", ab=("center",), kw=("runin",), head=("Journal of Machine Learning Examples 24 (2023) 1-34 \\hfill Submitted 1/23; Published 5/23",)),
    "double-spaced": T("[12pt]", "letterpaper,margin=1in", font="ptm", who=("one", "super"), name="%s", ab=("center-small", "center-caps"), kw=("runin", "heading"), section="center-caps", lines=(True, False)),
}


def front(t, p):
    r = p.r
    unicode = t["font"] in UNICODE
    if unicode:
        p.engine = "lualatex"
        p.stripped = p.draw("stripped", [False] * 5 + [True])
    two = "twocolumn" in t["c"]
    s = f"\\documentclass{t['c']}{{{'extarticle' if '9pt' in t['c'] else 'article'}}}\n" + ("" if unicode else "\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\n")
    s += f"\\usepackage[{t['geometry']}]{{geometry}}\\usepackage{{graphicx,xcolor,amsmath,titlesec,orcidlink}}\n{FONTS[t['font']]}\n{SECTION[t['section']]}\n"
    s += "\\makeatletter\\newcommand\\barefootnote[1]{\\begingroup\\renewcommand\\thefootnote{}\\footnotetext{#1}\\endgroup}\\makeatother\n"
    head = p.draw("head", list(t["head"]))
    if head:
        s += f"\\usepackage{{fancyhdr}}\\pagestyle{{fancy}}\\fancyhf{{}}\\fancyhead[L]{{\\small {head}}}\\fancyfoot[C]{{\\thepage}}\n"
    if p.draw("line numbers", list(t["lines"])):
        s += "\\usepackage" + ("[switch]" if two else "") + "{lineno}\\AtBeginDocument{\\linenumbers}\n"
    if t["section"] == "body-size" or r.random() < 0.1:
        s += "\\usepackage{microtype}\n"
    if "double" in str(t.get("name")) or t["font"] == "ptm" and t["c"] == "[12pt]":
        s += "\\usepackage{setspace}\\doublespacing\n"
    title = tex(p.title)
    if p.draw("title note", [False] * 5 + [True]):
        note_mark = "$^*$"
    else:
        note_mark = ""
    form = p.draw("author form", list(t["who"]))
    who, note = authors(p, form, t["name"], t["last"])
    block = t["title"] % (title + note_mark) + f"\\vspace{{10pt}}\n{{{t['align']} {who}\\par}}\\vspace{{12pt}}\n"
    if t["after"] == "abstract":
        block = t["title"] % (title + note_mark) + "\\vspace{10pt}\n"
    teaser = t["teaser"] and p.draw("teaser", [False, True])
    if teaser:
        figure = "".join(f"\\rule{{9mm}}{{{r.randint(8, 25)}mm}} " for _ in range(9))
        block += "{\\centering " + figure + "\\par\\small Figure 1: " + tex(p.sentence()) + "\\par}\\vspace{8pt}\n"
    shown = abstract(p, p.draw("abstract form", list(t["ab"]))) + keywords(p, p.draw("keywords", list(t["kw"])))
    if t["after"] == "abstract":
        shown += f"{{{t['align']} {who}\\par}}\\vspace{{12pt}}\n"
    f = ""
    if t["cover"]:
        f += "\\thispagestyle{empty}" + t["cover"] + "\\clearpage\n"
    if two:
        f += "\\twocolumn[{" + block + (shown if t["ab_wide"] else "") + "}]\n" + ("" if t["ab_wide"] else shown)
    else:
        f += block + shown
    if t["after"] == "page":
        f += "\\clearpage\n"
    notes = [n for n in (note, r.choice(t["foot"]), note_mark and "$^*$This work was supported by the Example Fund.") if n]
    if notes:
        f += "\\barefootnote{" + " ".join(notes) + "}\n"
    if t["side"]:
        side = t["side"].replace("{A}", ", ".join(p.people[:2])).replace("{T}", title)
        s += "\\usepackage{eso-pic}\\AddToShipoutPictureBG*{\\put(40,220){\\parbox[b]{3.6cm}{\\raggedright\\scriptsize " + side + "}}}\n"
    return Front(s, f, two_columns=two)

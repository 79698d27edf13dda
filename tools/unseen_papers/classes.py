"""Papers in document classes that TeX Live has."""
from .body import Front
from .text import tex

COMMON = "\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\usepackage{graphicx}\n"
NUMBERED = "\\PassOptionsToPackage{numbers}{natbib}\n"


def bars(p):
    return "".join(f"\\rule{{8mm}}{{{p.r.randint(8, 25)}mm}} " for _ in range(9))


def acm(form):
    def make(p):
        r = p.r
        options = [form]
        if p.is_anonymous:
            options.append("anonymous")
        if p.draw("review", [False, False, True]):
            options.append("review")
        if p.draw("nonacm", [False, False, True]):
            options.append("nonacm")
        s = "\\documentclass[" + ",".join(options) + "]{acmart}\n"
        if form in ("acmsmall", "acmlarge", "acmtog", "manuscript"):
            s += "\\acmJournal{TOIS}\\acmVolume{3}\\acmNumber{2}\\acmArticle{11}\\acmYear{2023}\\acmMonth{4}\n"
        else:
            s += "\\acmConference[EXCONF '23]{Example Conference}{June 2023}{Oslo, Norway}\\acmYear{2023}\n"
        s += "\\setcopyright{" + r.choice(["acmlicensed", "none", "cc", "rightsretained"]) + "}\n"
        if r.random() < 0.3:
            s += "\\settopmatter{printacmref=false}\n"
        title = tex(p.title)
        if r.random() < 0.2:
            title += "\\titlenote{" + tex(p.sentence()) + "}" if r.random() < 0.5 else ""
        f = f"\\title[{tex(p.noun())}]{{{title}}}\n" if r.random() < 0.6 else f"\\title{{{title}}}\n"
        orcid = r.random() < 0.5
        note = r.random() < 0.3 and len(p.people) > 1
        for k, name in enumerate(p.people):
            f += f"\\author{{{name}}}\n"
            if note and k == 0:
                f += "\\authornote{Both authors contributed equally to this research.}\n"
            if note and k == 1:
                f += "\\authornotemark[1]\n"
            if orcid:
                f += "\\orcid{0000-0002-1825-%04d}\n" % k
            city, _, country = p.cities[p.home[k]].rpartition(", ")
            f += f"\\email{{{p.mail(k)}}}\n\\affiliation{{\\institution{{{p.affiliations[p.home[k]]}}}\\city{{{city}}}\\country{{{country}}}}}\n"
        f += "\\begin{abstract}\n" + p.abstract_tex() + "\n\\end{abstract}\n"
        f += "\\ccsdesc[500]{Computer systems organization~Embedded systems}\n\\ccsdesc[300]{Computing methodologies~Machine learning}\n" * (r.random() < 0.8)
        f += f"\\keywords{{{', '.join(map(tex, p.keywords))}}}\n" * (r.random() < 0.8)
        if p.draw("teaser", [False, False, True]):
            f += f"\\begin{{teaserfigure}}\\centering {bars(p)}\\caption{{{tex(p.sentence())}}}\\Description{{d}}\\end{{teaserfigure}}\n"
        f += "\\received{20 February 2023}\n" * (r.random() < 0.3) + "\\maketitle\n"
        return Front(s, f, two_columns=form in ("sigconf", "sigplan", "acmtog"))
    return make


def ieee(kind):
    def make(p):
        r = p.r
        options = {"conference": "conference", "journal": "journal", "compsoc": "10pt,journal,compsoc", "compsocconf": "conference,compsoc",
                   "technote": "technote", "onecolumn": "journal,onecolumn,12pt,draftclsnofoot"}[kind]
        s = f"\\documentclass[{options}]{{IEEEtran}}\n" + COMMON
        mode = p.draw("author form", ["grid", "marks", "marks"] if "conf" in kind else ["membership", "plain"])
        if p.is_anonymous:
            authors = r.choice(["Anonymous Author(s)", "\\IEEEauthorblockN{Anonymous Authors}"])
        elif mode == "grid":
            authors = " \\and ".join(
                f"\\IEEEauthorblockN{{{n}}}\\IEEEauthorblockA{{\\textit{{{p.affiliations[p.home[k]]}}}\\\\ {p.cities[p.home[k]]}\\\\ {p.mail(k)}}}" for k, n in enumerate(p.people))
        elif mode == "marks":
            names = ", ".join(f"{n}\\IEEEauthorrefmark{{{p.home[k] + 1}}}" for k, n in enumerate(p.people[:-1]))
            names += (" and " if names else "") + f"{p.people[-1]}\\IEEEauthorrefmark{{{p.home[-1] + 1}}}"
            authors = f"\\IEEEauthorblockN{{{names}}}" + "".join(
                f"\\IEEEauthorblockA{{\\IEEEauthorrefmark{{{k + 1}}}{a}, {p.cities[k]}}}" + ("\\\\ " if r.random() < 0.3 else "") for k, a in enumerate(p.affiliations))
            if r.random() < 0.4:
                authors += "\\IEEEauthorblockA{\\{" + ", ".join(p.mail(k).split("@")[0] for k in range(len(p.people))) + "\\}@example.org}"
        else:
            ranks = ["Member,~IEEE", "Fellow,~IEEE", "Student~Member,~IEEE", "Senior~Member,~IEEE"]
            authors = ", ".join(n + (f",~\\IEEEmembership{{{r.choice(ranks)}}}" if mode == "membership" else "") for n in p.people[:-1])
            authors += (", and~" if authors else "") + p.people[-1]
            notes = "".join(f"\\thanks{{{n} is with {p.affiliations[p.home[k]]}, {p.cities[p.home[k]]}. E-mail: {p.mail(k)}.}}" for k, n in enumerate(p.people))
            authors += ("\\IEEEcompsocitemizethanks{\\IEEEcompsocthanksitem The authors are with " + p.affiliations[0] + ".}" if kind == "compsoc" else notes)
        f = f"\\title{{{tex(p.title)}}}\n\\author{{{authors}}}\n"
        if kind != "conference":
            f += f"\\markboth{{Journal of Examples,~Vol.~14, No.~8, August~2023}}{{{tex(p.noun())}}}\n"
        abstract = "\\begin{abstract}\n" + p.abstract_tex() + "\n\\end{abstract}\n"
        words = "\\begin{IEEEkeywords}\n" + ", ".join(map(tex, p.keywords)) + ".\n\\end{IEEEkeywords}\n"
        if r.random() < 0.2:
            words = ""
        if kind == "compsoc":
            f += f"\\IEEEtitleabstractindextext{{{abstract}{words}}}\n\\maketitle\n\\IEEEdisplaynontitleabstractindextext\n"
        else:
            f += "\\maketitle\n" + abstract + words
        return Front(s, f, two_columns=True)
    return make


def llncs(p):
    s = "\\documentclass[runningheads]{llncs}\n" + COMMON + "\\usepackage{orcidlink}\n"
    orcid = p.draw("orcid", ["", "text", "icon"])
    def one(k, n):
        mark = f"\\inst{{{p.home[k] + 1}}}" if len(p.affiliations) > 1 else ""
        return n + mark + ("\\orcidID{0000-0002-1825-%04d}" % k if orcid == "text" else "\\orcidlink{0000-0002-1825-%04d}" % k if orcid == "icon" else "")
    authors = "Anonymous Author(s)" if p.is_anonymous else " \\and ".join(one(k, n) for k, n in enumerate(p.people))
    places = "Anonymous Institute" if p.is_anonymous else " \\and ".join(
        f"{a}, {p.cities[k]}\\\\ \\email{{{p.mail(p.home.index(k)) if k in p.home else 'info@example.org'}}}" for k, a in enumerate(p.affiliations))
    f = f"\\title{{{tex(p.title)}}}\n\\author{{{authors}}}\n\\institute{{{places}}}\n\\maketitle\n\\begin{{abstract}}\n{p.abstract_tex()}\n"
    words = " \\and ".join(map(tex, p.keywords))
    f += (f"\\keywords{{{words}}}\n" if p.r.random() < 0.7 else "") + "\\end{abstract}\n"
    return Front(s, f)


def elsarticle(options):
    def make(p):
        s = f"\\documentclass[{options}]{{elsarticle}}\n" + COMMON + "\\journal{Journal of Examples}\n"
        if "review" in options:
            s += "\\usepackage{lineno}\\AtBeginDocument{\\linenumbers}\n"
        f = f"\\begin{{frontmatter}}\n\\title{{{tex(p.title)}}}\n"
        if p.is_anonymous:
            f += "\\author{Anonymous}\n"
        else:
            for k, n in enumerate(p.people):
                f += f"\\author[a{p.home[k]}]{{{n}" + ("\\corref{c}" if k == 0 else "") + "}\n" + (f"\\ead{{{p.mail(k)}}}\n" if p.r.random() < 0.3 else "")
            f += "\\cortext[c]{Corresponding author}\n" + "".join(f"\\address[a{k}]{{{a}, {p.cities[k]}}}\n" for k, a in enumerate(p.affiliations))
        f += "\\begin{abstract}\n" + p.abstract_tex() + "\n\\end{abstract}\n"
        if p.r.random() < 0.8:
            f += "\\begin{keyword}\n" + " \\sep ".join(map(tex, p.keywords)) + "\n\\end{keyword}\n"
        return Front(s, f + "\\end{frontmatter}\n", two_columns="5p" in options)
    return make


def cas(name):
    def make(p):
        s = f"\\documentclass[a4paper,fleqn]{{{name}}}\n" + COMMON + "\\usepackage[numbers]{natbib}\n"
        f = f"\\shorttitle{{{tex(p.noun())}}}\\shortauthors{{{p.people[0]} et al.}}\n\\title[mode=title]{{{tex(p.title)}}}\n"
        if not p.is_anonymous:
            for k, n in enumerate(p.people):
                f += f"\\author[{p.home[k] + 1}]{{{n}}}\n"
            for k, a in enumerate(p.affiliations):
                city, _, country = p.cities[k].rpartition(", ")
                f += f"\\affiliation[{k + 1}]{{organization={{{a}}}, city={{{city}}}, country={{{country}}}}}\n"
        f += "\\begin{abstract}" + p.r.choice(["", "[S U M M A R Y]"]) + "\n" + p.abstract_tex() + "\n\\end{abstract}\n\\begin{keywords}\n" + " \\sep ".join(map(tex, p.keywords)) + "\n\\end{keywords}\n\\maketitle\n"
        return Front(s, f, two_columns=name == "cas-dc")
    return make


def revtex(options):
    def make(p):
        s = f"\\documentclass[{options}]{{revtex4-2}}\n" + COMMON
        f = f"\\title{{{tex(p.title)}}}\n"
        if p.is_anonymous:
            f += "\\author{Anonymous}\n"
        else:
            f += "".join(f"\\author{{{n}}}\n\\affiliation{{{p.affiliations[p.home[k]]}, {p.cities[p.home[k]]}}}\n" for k, n in enumerate(p.people))
        f += "\\date{\\today}\n\\begin{abstract}\n" + p.abstract_tex().replace("\\par", "") + "\n\\end{abstract}\n\\maketitle\n"
        return Front(s, f, two_columns="twocolumn" in options)
    return make


def ams(p):
    s = "\\documentclass[" + p.r.choice(["11pt", "12pt,a4paper", "10pt"]) + "]{amsart}\n" + COMMON
    f = f"\\title{{{tex(p.title)}}}\n" + ("" if p.is_anonymous else "".join(
        f"\\author{{{n}}}\n\\address{{{p.affiliations[p.home[k]]}, {p.cities[p.home[k]]}}}\n\\email{{{p.mail(k)}}}\n" for k, n in enumerate(p.people)))
    f += f"\\keywords{{{', '.join(map(tex, p.keywords))}}}\n\\subjclass[2020]{{68T05}}\n\\begin{{abstract}}\n{p.abstract_tex()}\n\\end{{abstract}}\n\\maketitle\n"
    return Front(s, f)


def jmlr(p):
    s = NUMBERED + "\\documentclass[wcp" + p.r.choice(["", ",twocolumn"]) + "]{jmlr}\n"
    s += "\\jmlrvolume{189}\\jmlryear{2023}\\jmlrworkshop{Example Workshop}\n"
    two = "twocolumn" in s
    authors = "\\AND\n".join(f"\\Name{{{n}}} \\Email{{{p.mail(k)}}}\\\\ \\addr {p.affiliations[p.home[k]]}, {p.cities[p.home[k]]}" for k, n in enumerate(p.people))
    f = f"\\title[{tex(p.noun())}]{{{tex(p.title)}}}\n\\author{{{'' if p.is_anonymous else authors}}}\n"
    f += ("\\editor{Jane Editor}\n" if p.r.random() < 0.5 else "\\editors{List of editors' names}\n") + "\\maketitle\n\\begin{abstract}\n" + p.abstract_tex() + "\n\\end{abstract}\n"
    if p.r.random() < 0.6:
        f += "\\begin{keywords}\n" + ", ".join(map(tex, p.keywords)) + "\n\\end{keywords}\n"
    return Front(s, f, two_columns=two)


def standard(cls, options, own_page=False):
    """article and its relatives as they come."""
    def make(p):
        s = f"\\documentclass[{options}{',titlepage' if own_page else ''}]{{{cls}}}\n" + COMMON + "\\usepackage{amsmath}\n"
        form = p.draw("author form", ["and", "thanks", "grouped"])
        if p.is_anonymous:
            authors = "Anonymous"
        elif form == "and":
            authors = " \\and ".join(f"{n}\\\\ {p.affiliations[p.home[k]]}\\\\ \\texttt{{{p.mail(k)}}}" for k, n in enumerate(p.people))
        elif form == "thanks":
            authors = " \\and ".join(f"{n}\\thanks{{{p.affiliations[p.home[k]]}, {p.cities[p.home[k]]}}}" for k, n in enumerate(p.people))
        else:
            authors = ", ".join(p.people) + f"\\\\ {p.affiliations[0]}\\\\ {p.cities[0]}"
        date = p.r.choice(["", "March 2023", "\\today"])
        f = f"\\title{{{tex(p.title)}}}\n\\author{{{authors}}}\n\\date{{{date}}}\n"
        return Front(s, f + "\\maketitle\n\\begin{abstract}\n" + p.abstract_tex() + "\n\\end{abstract}\n", two_columns="twocolumn" in options)
    return make


def oup(p):
    s = "\\documentclass[unnumsec,webpdf," + p.r.choice(["contemporary", "modern", "traditional"]) + "," + p.r.choice(["large", "medium"]) + "]{oup-authoring-template}\n"
    f = "\\journaltitle{Journal of Examples}\\DOI{10.1000/example}\\copyrightyear{2023}\\pubyear{2023}\\access{Advance Access}\\appnotes{Paper}\\firstpage{1}\n"
    f += f"\\title[{tex(p.noun())}]{{{tex(p.title)}}}\n"
    if not p.is_anonymous:
        f += "".join(f"\\author[{p.home[k] + 1}]{{{n}}}\n" for k, n in enumerate(p.people))
        f += "".join(f"\\address[{k + 1}]{{\\orgname{{{a}}}, {p.cities[k]}}}\n" for k, a in enumerate(p.affiliations))
    f += "\\received{Date}{0}{Year}\\revised{Date}{0}{Year}\\accepted{Date}{0}{Year}\n\\abstract{" + p.abstract_tex().replace("\\par", "") + f"}}\n\\keywords{{{', '.join(map(tex, p.keywords))}}}\n\\maketitle\n"
    return Front(s, f, two_columns=True)


def asme(p):
    s = "\\documentclass[" + p.r.choice(["", "nodefaultsups"]) + "]{asmeconf}\n"
    f = "\\ConfName{Proceedings of the EX 2023\\linebreak Example Congress}\\ConfAcronym{EX2023}\\ConfDate{October 1, 2023}\\ConfCity{Oslo}\\PaperNo{EX2023-0001}\n"
    f += f"\\title{{{tex(p.title)}}}\n"
    if not p.is_anonymous:
        f += "\\SetAuthors{" + ", ".join(f"{n}\\affil{{{p.home[k] + 1}}}" for k, n in enumerate(p.people)) + "}\n"
        f += "".join(f"\\SetAffiliation{{{k + 1}}}{{{a}, {p.cities[k]}}}\n" for k, a in enumerate(p.affiliations))
    f += "\\maketitle\n\\keywords{" + ", ".join(map(tex, p.keywords)) + "}\n\\begin{abstract}\n" + p.abstract_tex() + "\n\\end{abstract}\n"
    return Front(s, f, two_columns=True)


def spie(p):
    s = "\\documentclass[]{spie}\n" + COMMON
    authors = ", ".join(f"{n}\\supit{{{'abcdef'[p.home[k]]}}}" for k, n in enumerate(p.people))
    places = "\\\\ ".join(f"\\supit{{{'abcdef'[k]}}}{a}, {p.cities[k]}" for k, a in enumerate(p.affiliations))
    names = "Anonymous" if p.is_anonymous else authors + " \\skiplinehalf " + places
    f = f"\\title{{{tex(p.title)}}}\n\\author{{{names}}}\n\\maketitle\n\\begin{{abstract}}\n{p.abstract_tex()}\n\\end{{abstract}}\n\\keywords{{{', '.join(map(tex, p.keywords))}}}\n"
    return Front(s, f)


def lni(p):
    s = "\\documentclass[english]{lni}\n\\usepackage{graphicx}\n"
    authors = " \\and ".join(f"{n}\\footnote{{{p.affiliations[p.home[k]]}, {p.cities[p.home[k]]} \\email{{{p.mail(k)}}}}}" for k, n in enumerate(p.people))
    words = " \\and ".join(map(tex, p.keywords))
    f = f"\\title[{tex(p.noun())}]{{{tex(p.title)}}}\n\\author{{{'Anonymous' if p.is_anonymous else authors}}}\n\\maketitle\n\\begin{{abstract}}\n{p.abstract_tex()}\n\\end{{abstract}}\n\\begin{{keywords}}\n{words}\n\\end{{keywords}}\n"
    return Front(s, f)


def mnras(p):
    s = NUMBERED + "\\documentclass[fleqn]{mnras}\n" + COMMON
    authors = ",".join(f"{n}$^{{{p.home[k] + 1}}}$\n" for k, n in enumerate(p.people))
    names = "Anonymous" if p.is_anonymous else authors + "".join(f"\\\\ $^{{{k + 1}}}${a}, {p.cities[k]}" for k, a in enumerate(p.affiliations))
    f = f"\\title[{tex(p.noun())}]{{{tex(p.title)}}}\n\\author[{p.people[0].split()[-1]} et al.]{{{names}}}\n"
    f += "\\date{Accepted 2023 May 1. Received 2023 April 2; in original form 2022 December 1}\\pubyear{2023}\\begin{document}\\maketitle\n\\begin{abstract}\n" + p.abstract_tex() + "\n\\end{abstract}\n\\begin{keywords}\n" + " -- ".join(map(tex, p.keywords)) + "\n\\end{keywords}\n"
    return Front(s, f.replace("\\begin{document}", ""), two_columns=True)


def aastex(p):
    s = NUMBERED + "\\documentclass[" + p.r.choice(["twocolumn", "", "linenumbers"]) + "]{aastex631}\n"
    f = f"\\title{{{tex(p.title)}}}\n" + "".join(f"\\author{{{n}}}\n\\affiliation{{{p.affiliations[p.home[k]]}, {p.cities[p.home[k]]}}}\n" for k, n in enumerate(p.people))
    p.is_anonymous = False
    return Front(s, f + "\\begin{abstract}\n" + p.abstract_tex() + f"\n\\end{{abstract}}\n\\keywords{{{' --- '.join(map(tex, p.keywords))}}}\n", two_columns="twocolumn" in s)


def jacow(p):
    s = "\\documentclass[a4paper]{jacow}\n"
    authors = ", ".join(f"{n}\\textsuperscript{{{p.home[k] + 1}}}" for k, n in enumerate(p.people))
    names = "Anonymous" if p.is_anonymous else authors + "".join(f"\\\\ \\textsuperscript{{{k + 1}}}{a}, {p.cities[k]}" for k, a in enumerate(p.affiliations))
    f = f"\\title{{{tex(p.title)}}}\n\\author{{{names}}}\n\\maketitle\n\\begin{{abstract}}\n{p.abstract_tex()}\n\\end{{abstract}}\n"
    return Front(s, f, two_columns=True)


TEMPLATES = {
    **{f"acm-{f}": acm(f) for f in ("sigconf", "sigplan", "acmsmall", "acmlarge", "acmtog", "manuscript")},
    **{f"ieee-{k}": ieee(k) for k in ("conference", "journal", "compsoc", "compsocconf", "technote", "onecolumn")},
    "llncs": llncs, "amsart": ams, "jmlr-class": jmlr,
    "elsarticle-preprint": elsarticle("preprint,12pt"), "elsarticle-review": elsarticle("review,12pt"), "elsarticle-3p": elsarticle("final,3p,times"),
    "elsarticle-5p": elsarticle("final,5p,times,twocolumn"), "cas-dc": cas("cas-dc"), "cas-sc": cas("cas-sc"),
    "revtex-prl": revtex("aps,prl,twocolumn,superscriptaddress"), "revtex-preprint": revtex("aps,pre,preprint,groupedaddress"), "revtex-prx": revtex("aps,prx,reprint,superscriptaddress,floatfix"),
    "article": standard("article", "11pt,a4paper"), "article-two": standard("article", "twocolumn,10pt"), "article-titlepage": standard("article", "12pt", own_page=True),
    "scrartcl": standard("scrartcl", "abstract=true,paper=a4"), "scrartcl-two": standard("scrartcl", "twocolumn,abstract=on"), "extarticle": standard("extarticle", "14pt"),
    "oup": oup, "asmeconf": asme, "spie": spie, "lni": lni, "mnras": mnras, "aastex": aastex, "jacow": jacow,
}

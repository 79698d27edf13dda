"""What the typeset papers say: titles, people, abstracts and bodies, from a seed.

Text is Unicode; `<<TeX|letters>>` is mathematics or an address, as typeset and as a reader would copy it.
"""
import random, re

NOUNS = """scheduler cache replica gradient batch kernel tensor pipeline cluster worker shard index queue trace token
request model layer operator compiler buffer stream checkpoint feature label metric throughput budget monitor registry
service workload allocator planner profile embedding optimizer dataset sampler controller office workflow coefficient
baseline affinity overflow benchmark simulator classifier notebook warehouse sensor turbine""".split()
VERBS = """assigns merges reorders estimates compresses evicts predicts replays schedules batches prunes measures
isolates reuses partitions overlaps bounds rejects delays restarts identifies simplifies differentiates""".split()
ADJECTIVES = """elastic stale skewed sparse warm idle bursty replicated quantized shared remote bounded adaptive greedy
offline incremental asynchronous heterogeneous efficient self-supervised fine-grained latency-aware multi-tenant
naïve state-of-the-art cost-effective difficult""".split()
LINKS = ["because", "although", "while", "so that", "whereas", "once", "even if"]
STARTS = ["In this paper, we show that", "We find that", "Our measurements confirm that", "It is well known that",
          "To this end,", "However,", "In practice,", "As a consequence,", "Over nine months of operation,"]
MATH = ["<<$\\alpha \\le 0.5$|α ≤ 0.5>>", "<<$O(n \\log n)$|O(n log n)>>", "<<$\\epsilon$|ε>>", "<<$\\ell_2$|ℓ2>>",
        "<<$k$|k>>", "<<$10^{-3}$|10-3>>", "<<$3.5\\times$|3.5×>>", "<<$\\mathcal{L}(\\theta)$|L(θ)>>"]
FIRST = """Marta Wei Aisha José Anneliese Björn Priya Xiaoyu Dmitri Siobhán Jean-Luc Yuki Ngozi François Zoë Søren Min-Jun Lucía
Ravi Hannah Chenxi Óscar Ingrid Kwame Fatemeh Łukasz Mei Thomas Irène Piotr Sanjay Ana Noor""".split()
FAMILY = """Lindqvist Zhang Bello Fernández Müller Sørensen Narayanan Li Volkov Ó~Briain Dupont Tanaka Okafor Lefèvre Vinter
Haugen Park García-Ruiz Iyer Weiss Wu Castillo Brandt Mensah Rahimi Kowalczyk Chen Fielding Moreau Wójcik Kulkarni Sousa
van~der~Berg de~la~Cruz Ståhl El-Sayed D'Amico""".split()
CITIES = ["Oslo, Norway", "Lagos, Nigeria", "Lyon, France", "Kraków, Poland", "Austin, TX, USA", "Bengaluru, India", "Kyoto, Japan",
          "Porto, Portugal", "Seoul, South Korea", "Zürich, Switzerland", "San Jose, CA", "New York, United States", "Shenzhen, China"]
PLACES = ["Northfield University", "University of Eastmarch", "Institute for Computing, Westhaven", "Harbour Labs", "Example Corporation",
          "Technical University of Altdorf", "Department of Computer Science, Midland College", "Quartz AI Research", "Stellen Systems Inc.",
          "École Exemple", "Lowland National Laboratory", "Orchard Cloud", "Sterling Robotics"]
SECTIONS = ["Background", "Related Work", "Problem Setting", "Design", "Method", "System Architecture", "Implementation", "Evaluation",
            "Experimental Setup", "Results", "Discussion", "Limitations", "Lessons Learned", "Deployment", "Threats to Validity"]
STRUCTURE = [["Background", "Methods", "Results", "Conclusions"], ["Context", "Objective", "Method", "Results", "Conclusion"],
             ["Purpose", "Design", "Findings", "Originality"]]


def plain(source):
    """The text as a reader copies it."""
    return re.sub(r"<<.*?\|(.*?)>>", r"\1", source or "").replace("~", " ")


def tex(source):
    """The text as TeX; mathematics stays what it is."""
    parts = re.split(r"<<(.*?)\|.*?>>", source or "")
    for k in range(0, len(parts), 2):
        for mark in "%&#_":
            parts[k] = parts[k].replace(mark, "\\" + mark)
        parts[k] = parts[k].replace("'", "'")
    return "".join(parts)


class Paper:
    """One paper's truth; templates add how it is set."""

    def __init__(self, seed):
        r = self.r = random.Random(seed)
        self.variant = {}
        self.engine, self.stripped = "pdflatex", False
        self.title_form = self.draw("title", ["normal"] * 5 + ["short", "long", "long", "longer", "colon", "question", "mathematics", "lower"])
        self.title = self.make_title(self.title_form)
        count = self.draw("authors", [1, 2, 3, 3, 4, 4, 5, 6, 7, 9, 12])
        self.people = self.make_people(count)
        self.affiliations = r.sample(PLACES, min(r.choice([1, 2, 2, 3, 4]), count))
        self.cities = [r.choice(CITIES) for _ in self.affiliations]
        self.home = [r.randrange(len(self.affiliations)) for _ in self.people]
        self.is_anonymous = self.draw("anonymous", [False] * 5 + [True])
        self.abstract = self.make_abstract(self.draw("abstract", ["plain"] * 6 + ["structured", "address", "short", "paragraphs", "long"]))
        self.keywords = [self.noun() for _ in range(r.randint(3, 6))]
        self.section_titles = ["Introduction"] + r.sample(SECTIONS, r.randint(3, 5)) + [r.choice(["Conclusion", "Conclusions", "Conclusion and Future Work"])]

    def draw(self, what, choices):
        """Chooses, and notes what was chosen."""
        value = self.r.choice(choices)
        self.variant[what] = value
        return value

    @property
    def listed_authors(self):
        return [] if self.is_anonymous else [name.replace("~", " ") for name in self.people]

    def noun(self):
        return (self.r.choice(ADJECTIVES) + " " if self.r.random() < 0.45 else "") + self.r.choice(NOUNS)

    def sentence(self, rich=0.1):
        r = self.r
        s = f"the {self.noun()} {r.choice(VERBS)} {r.choice(['the', 'a', 'every'])} {self.noun()}"
        if r.random() < 0.25:
            s = r.choice(STARTS) + " " + s
        if r.random() < 0.6:
            s += f" {r.choice(LINKS)} the {self.noun()} {r.choice(VERBS)} {r.choice(['every', 'one', 'each'])} {self.noun()}"
        if r.random() < 0.2:
            s += f" in {r.randint(2, 98)}% of the {r.choice(NOUNS)}s"
        if r.random() < rich:
            s += " with " + r.choice(MATH)
        if r.random() < 0.06:
            s += f" ({r.choice(NOUNS)}s, {r.choice(NOUNS)}s, and {r.choice(NOUNS)}s)"
        return s[0].upper() + s[1:] + "."

    def sentences(self, low, high, rich=0.1):
        return " ".join(self.sentence(rich) for _ in range(self.r.randint(low, high)))

    def make_title(self, form):
        r = self.r
        def word(words):
            return r.choice(words).title().replace("Of-The", "of-the")
        base = f"{word(ADJECTIVES)} {word(NOUNS)}s for {word(ADJECTIVES)} {word(NOUNS)}s"
        return {
            "normal": base,
            "short": f"{word(NOUNS)} {word(NOUNS)}",
            "long": f"{word(NOUNS)}Flow: Towards {base} in {word(ADJECTIVES)} {word(NOUNS)} Clusters with {word(ADJECTIVES)} {word(NOUNS)}s",
            "longer": f"On the {word(NOUNS)} of {base} under {word(ADJECTIVES)} {word(NOUNS)}s and {word(ADJECTIVES)} {word(NOUNS)}s: A Study of {word(NOUNS)}s across Industrial {word(NOUNS)}s, {word(NOUNS)}s and {word(NOUNS)}s",
            "colon": f"{word(NOUNS)}{r.choice(['ix', 'er', 'Net', 'ly'])}: {base}",
            "question": f"Does the {word(NOUNS)} Matter? {base}",
            "mathematics": f"<<$\\epsilon$|ε>>-{word(NOUNS)}s: {base}",
            "lower": f"{r.choice(NOUNS)}LM: {base}",
        }[form]

    def make_people(self, count):
        r, people = self.r, []
        while len(people) < count:
            first, last = r.choice(FIRST), r.choice(FAMILY)
            middle = f" {r.choice('ABDEHJKLMR')}." if r.random() < 0.15 else ""
            name = f"{first}{middle} {last}"
            if all(p.split()[-1] != last for p in people) and first not in ("Ana",) or r.random() < 0.05:
                people.append(name)
        if r.random() < 0.12:
            people = [f"{p[0]}. {p.split(' ', 1)[1]}" for p in people]
        return people

    def mail(self, k):
        ascii_name = re.sub(r"[^a-z]", "", self.people[k].split()[-1].lower()) or "author"
        return f"{ascii_name}@{re.sub(r'[^a-z]', '', self.affiliations[self.home[k]].lower())[:9]}.example"

    def make_abstract(self, form):
        r = self.r
        if form == "structured":
            return " ".join(f"{head}: {self.sentences(1, 3)}" for head in r.choice(STRUCTURE))
        low, high = {"short": (3, 4), "long": (12, 16)}.get(form, (5, 10))
        body = self.sentences(low, high, 0.12)
        if form == "address":
            body += " Our code is available at <<\\texttt{https://example.org/papers/code}|https://example.org/papers/code>>."
        return body

    def abstract_tex(self):
        s = tex(self.abstract)
        if self.variant["abstract"] == "structured" and self.variant.setdefault("heads", self.r.choice(["bold", "lines", "plain"])) != "plain":
            for head in sorted(set(sum(STRUCTURE, []))):
                s = s.replace(head + ":", ("\\par " if self.variant["heads"] == "lines" else "") + "\\textbf{" + head + ":}")
        if self.variant["abstract"] == "paragraphs":
            middle = s.find(". ", len(s) // 2)
            s = s[: middle + 1] + "\\par " + s[middle + 2:] if middle > 0 else s
        return s

    def paragraph(self):
        s = tex(self.sentences(4, 8, 0.12))
        if self.r.random() < 0.3:
            s += f" Others saw the same [{self.r.randint(1, 9)}, {self.r.randint(10, 19)}]."
        if self.r.random() < 0.1:
            s = s[:-1] + "\\footnote{" + tex(self.sentence()) + "}."
        return s + "\n\n"

    def reference(self):
        r = self.r
        names = ", ".join(f"{r.choice('ABCDEF')}. {r.choice(FAMILY)}" for _ in range(r.randint(1, 4)))
        return f"{names}. {r.choice(ADJECTIVES).title()} {r.choice(NOUNS)}s for {self.noun()}s. In \\emph{{Proceedings of the Conference on {r.choice(NOUNS).title()}s}}, pages {r.randint(1, 400)}--{r.randint(401, 900)}, {r.randint(1999, 2024)}."

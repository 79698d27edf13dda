"""Figures for the fifth set as programs draw them: matplotlib (Type 3 and TrueType letters), cairo, rasters, exports of slides
with old labels under white shapes, pages with a crop box of their own. Needs matplotlib, cairosvg and pikepdf."""
import random

WORDS = "load rate cost share error delay drift recall volume queue".split()


def plots(folder, seed):
    import matplotlib
    matplotlib.use("pdf")
    import matplotlib.pyplot as plt
    r = random.Random(seed)
    names = {"plot": [], "wide": [], "raster": []}

    def save(kind, figure, n, **options):
        name = f"{kind}-{n}.{'png' if kind == 'raster' else 'pdf'}"
        figure.savefig(folder / name, **options)
        plt.close(figure)
        names[kind].append(name)

    def draw(axes, n):
        x = list(range(12))
        y = lambda: [r.random() * 100 for _ in x]
        kind = n % 6
        if kind == 0:
            for k in range(3):
                axes.plot(x, y(), label=f"{r.choice(WORDS)} {k}")
            axes.legend(framealpha=r.choice([0.4, 0.8, 1.0]))
        elif kind == 1:
            bars = axes.bar(x, y(), color="tab:purple", alpha=.7)
            axes.bar_label(bars, fmt="%.0f", fontsize=6, label_type="center", color="white")
        elif kind == 2:
            axes.scatter(y()[:8], y()[:8], c=y()[:8], s=y()[:8])
            axes.annotate("the " + r.choice(WORDS), (50, 50), bbox={"fc": "white", "alpha": .6}, arrowprops={"arrowstyle": "->"})
        elif kind == 3:
            image = axes.imshow([y()[:6] for _ in range(5)])
            for a in range(6):
                for b in range(5):
                    axes.text(a, b, r.randint(1, 99), ha="center", va="center", color="w", fontsize=6)
            plt.colorbar(image, ax=axes)
        elif kind == 4:
            axes.stackplot(x, y(), y(), labels=["night", "day"])
            axes.fill_between(x, 0, 40, color="white", alpha=.5)
            axes.text(6, 20, "under the veil")
        else:
            axes.boxplot([y() for _ in range(4)])
            axes.set_xticks(range(1, 5), [r.choice(WORDS) for _ in range(4)], rotation=45)
        axes.set_xlabel(f"{r.choice(WORDS)} of the day")
        axes.set_ylabel(r"$\hat{y}_t$ in " + r.choice(WORDS))
        axes.set_title(r.choice(WORDS) + " over time", fontsize=9)

    for n in range(18):
        plt.rcParams["pdf.fonttype"] = [3, 42][n % 2]
        plt.style.use(["default", "ggplot", "dark_background"][n % 3] if n % 4 else "default")
        figure, axes = plt.subplots(figsize=(4, 2.6))
        draw(axes, n)
        save("plot", figure, n, bbox_inches="tight", transparent=n % 5 == 0)
    for n in range(6):
        plt.rcParams["pdf.fonttype"] = [3, 42][n % 2]
        plt.style.use("default")
        figure, all_axes = plt.subplots(1, 4, figsize=(11, 2.6))
        for k, axes in enumerate(all_axes):
            draw(axes, n + k)
        figure.tight_layout()
        save("wide", figure, n)
    for n in range(3):
        figure, axes = plt.subplots(figsize=(5, 3))
        draw(axes, n)
        save("raster", figure, n, dpi=120)
    return names


def diagrams(folder, seed):
    """Boxes and arrows through cairo, as a vector editor exports them."""
    import cairosvg
    r = random.Random(seed)
    names = []
    for n in range(6):
        parts = ""
        for k in range(4):
            dark = r.random() < .5
            parts += (f'<rect x="{20 + 140 * k}" y="{40 + 30 * (k % 2)}" width="110" height="50" rx="6" fill="{"#223355" if dark else "#ffffff"}" stroke="black" '
                      f'opacity="{r.choice([1, .9, .6])}"/><text x="{75 + 140 * k}" y="{70 + 30 * (k % 2)}" text-anchor="middle" font-size="13" '
                      f'fill="{"white" if dark else "black"}">the {r.choice(WORDS)}</text>')
        parts += '<rect x="0" y="150" width="580" height="30" fill="white" fill-opacity="0.5"/><text x="20" y="170" font-size="11" fill="#888">a legend in grey letters</text>'
        parts += '<text x="560" y="120" font-size="10" transform="rotate(-90 560 120)">turned words</text>'
        name = f"diagram-{n}.pdf"
        cairosvg.svg2pdf(bytestring=f'<svg xmlns="http://www.w3.org/2000/svg" width="580" height="190">{parts}</svg>'.encode(), write_to=str(folder / name))
        names.append(name)
    return names


def slides(folder, seed):
    """Slides whose old labels lie under white shapes."""
    import cairosvg
    r = random.Random(seed)
    names = []
    for n in range(3):
        text = lambda x, y, s: f'<text x="{x}" y="{y}" font-size="14">{s}</text>'
        parts = '<rect width="480" height="200" fill="white"/>' + text(40, 60, "old " + r.choice(WORDS)) + '<rect x="30" y="40" width="150" height="40" fill="white" stroke="#666"/>'
        parts += text(45, 65, "new " + r.choice(WORDS)) + text(240, 60, r.choice(WORDS) + " service") + '<circle cx="380" cy="120" r="40" fill="#aa3344"/>' + text(300, 180, "end")
        name = f"slide-{n}.pdf"
        cairosvg.svg2pdf(bytestring=f'<svg xmlns="http://www.w3.org/2000/svg" width="480" height="200">{parts}</svg>'.encode(), write_to=str(folder / name))
        names.append(name)
    return names


def cropped(folder, sources):
    """Pages with a crop box that cuts a title away."""
    import pikepdf
    names = []
    for n, source in enumerate(sources):
        with pikepdf.open(folder / source) as pdf:
            box = [float(x) for x in pdf.pages[0].MediaBox]
            pdf.pages[0].CropBox = pikepdf.Array([box[0], box[1], box[2], box[3] - 18])
            names.append(f"cropped-{n}.pdf")
            pdf.save(folder / names[-1])
    return names


def write_fifth_figures(folder, seed=860000):
    """Writes the files and returns their names by kind."""
    folder.mkdir(parents=True, exist_ok=True)
    names = plots(folder, seed)
    names["diagram"], names["slide"] = diagrams(folder, seed + 1), slides(folder, seed + 2)
    names["cropped"] = cropped(folder, names["plot"][:3])
    return names

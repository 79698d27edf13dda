"""Figures and tables as LaTeX floats."""


def float_of(content, caption, kind="figure"):
    return (f"\\begin{{{kind}}}\\centering {content}\\caption{{{caption}}}" + ("" if "table" in kind else "\\Description{d}")
            + f"\\end{{{kind}}}\n")

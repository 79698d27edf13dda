"""All templates by name, and the source of a paper in one of them."""
from . import body, classes, imitations

NAMES = sorted([*classes.TEMPLATES, *imitations.TEMPLATES])


def source(name, paper):
    if name in classes.TEMPLATES:
        front = classes.TEMPLATES[name](paper)
    else:
        front = imitations.front(imitations.TEMPLATES[name], paper)
    return body.document(paper, front)

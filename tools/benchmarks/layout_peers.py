"""Prints the processor time that other libraries take for the text of PDFs with the places of its parts; at most 60
pages a file. Libraries that Python does not have are named and passed over (pip install pymupdf pypdfium2)."""

import sys
import time

PAGE_LIMIT = 60


def with_pymupdf(path):
    import pymupdf

    with pymupdf.open(path) as document:
        for number in range(min(len(document), PAGE_LIMIT)):
            document[number].get_text("dict", flags=pymupdf.TEXTFLAGS_TEXT)


def with_pypdfium2(path):
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for number in range(min(len(document), PAGE_LIMIT)):
        text = document[number].get_textpage()
        text.get_text_bounded()
        for index in range(text.count_rects()):
            text.get_text_bounded(*text.get_rect(index))
    document.close()


def main():
    for name, read in [("PyMuPDF", with_pymupdf), ("pypdfium2", with_pypdfium2)]:
        start = time.process_time()
        failed = 0
        try:
            for path in sys.argv[1:]:
                try:
                    read(path)
                except ImportError:
                    raise
                except Exception:  # what a library raises for a broken file differs from library to library
                    failed += 1
        except ImportError:
            print(f"{name}: not measured, Python does not have it")
            continue
        print(f"{name}: text with places {time.process_time() - start:.2f} s ({failed} files failed)")


if __name__ == "__main__":
    main()

"""Makes the set that `papertriage selftest` runs over: small files, and altered copies of the finished PDFs."""
import re, shutil, subprocess, sys, tarfile, tempfile
from pathlib import Path

import pikepdf

from .manifest import NAME, append, rows
from .object_changes import OBJECT_CHANGES
from .source_changes import KNOWN_AUTHORS

# So many copies of each change of objects, of papers of their own each time.
COPIES = 4
# Seconds after the deadline, and what the rule must say. The whole last minute counts as in time.
LATE = [(-3600, None), (0, None), (59, None), (60, "fail"), (61, "fail"), (3600, "fail"), (86400, "fail")]


def small(source, target):
    """Writes a PDF with its fonts as compact ones, which Ghostscript makes, and everything else as it was."""
    with tempfile.TemporaryDirectory() as work:
        made = Path(work, "made.pdf")
        subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", "-dCompatibilityLevel=1.5", "-dAutoRotatePages=/None",
                        "-dPrinted=false", "-dPreserveAnnots=true", f"-sOutputFile={made}", source], check=True)
        with pikepdf.open(made) as pdf, pikepdf.open(source) as original:
            for key in list(pdf.docinfo.keys()):
                del pdf.docinfo[key]
            for key, value in original.docinfo.items():
                if key not in ("/CreationDate", "/ModDate") and isinstance(value, pikepdf.String):
                    pdf.docinfo[key] = pikepdf.String(str(value))
            if "/Metadata" in pdf.Root:
                del pdf.Root["/Metadata"]
            save(pdf, target)


def save(pdf, target, **options):
    """Writes without compression, because the archive is compressed as a whole."""
    if options:
        pdf.save(target, **options)
    else:
        pdf.remove_unreferenced_resources()
        pdf.save(target, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
                 object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)


def photographed(source, target):
    """Writes the first two pages as grey pictures."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["pdftoppm", "-r", "75", "-gray", "-jpeg", "-jpegopt", "quality=25", "-l", "2", source, f"{work}/p"], check=True)
        pdf = pikepdf.new()
        for picture in sorted(Path(work).glob("*.jpg")):
            image = pdf.make_stream(picture.read_bytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=638, Height=825,
                                    ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode)
            size = re.search(rb"\xff[\xc0\xc2]..\x08(..)(..)", picture.read_bytes(), re.S)
            image.Height, image.Width = (int.from_bytes(size.group(n), "big") for n in (1, 2))
            page = pdf.add_blank_page(page_size=(612, 792))
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
            page.obj.Contents = pdf.make_stream(b"q 612 0 0 792 0 0 cm /I Do Q")
        save(pdf, target)


def slug(*words):
    return re.sub("[^a-z0-9]+", "-", " ".join(words).lower()).strip("-")


def pack(folder, target):
    """Packs what the folder's list names."""
    target.mkdir(parents=True, exist_ok=True)
    (target / NAME).unlink(missing_ok=True)
    known = {"authors": KNOWN_AUTHORS, "seconds_after_deadline": -3600}
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        order = []

        def note(file, **row):
            order.append(file)
            append(target, file=file, id=Path(file).stem, **{**known, **row})

        legal = []
        for row in sorted(rows(folder), key=lambda row: row["file"]):
            small(folder / row["file"], work / row["file"])
            if "rule" not in row:
                legal.append((row["file"], row["body_end_page"]))
            note(**row)
        turn = 0

        def base():
            """The next legal paper, and a page of its body."""
            nonlocal turn
            file, pages = legal[turn * 7 % len(legal)]
            turn += 1
            return work / file, 1 + turn % max(min(pages, 6), 1)

        for change in OBJECT_CHANGES:
            for n in range(2 if change.save else COPIES):
                source, page = base()
                file = slug(change.rule or "within tolerance", change.name, change.size) + f"-{n}.pdf"
                with pikepdf.open(source) as pdf:
                    change.make(pdf, page)
                    save(pdf, work / file, **change.save)
                also = ["*"] if change.save else change.also
                note(file, set="altered", rule=change.rule, alteration=change.name, size=change.size, expected=change.expected,
                     page=page if change.has_page else None, also=also)
        for n in range(2):
            source, _ = base()
            file = f"file-text-pictures-of-pages-{n}.pdf"
            photographed(source, work / file)
            note(file, set="altered", rule="file.text", alteration="pictures of pages", size="all", expected="fail", also=["*"])
        for name, content in [("a text file", b"This is a paper in plain text.\n" * 40), ("a PostScript file", b"%!PS-Adobe-3.0\n/Helvetica findfont 12 scalefont setfont\nshowpage\n"),
                              ("a web page", b"<!DOCTYPE html><html><body><p>A paper.</p></body></html>\n"), ("an empty file", b"")]:
            file = slug("file type", name) + ".pdf"
            (work / file).write_bytes(content)
            note(file, set="altered", rule="file.type", alteration=name, size="all", expected="fail", also=["*"])
        for over, expected in [(0.5, "look"), (1.5, "fail"), (5, "fail")]:
            for n in range(2):
                source, _ = base()
                file = slug("file size", str(over)) + f"-{n}.pdf"
                shutil.copy(source, work / file)
                note(file, set="altered", rule="file.size", alteration="a larger file", size=f"{over} MB", expected=expected, megabytes_over_limit=over)
        for seconds, expected in LATE:
            source, _ = base()
            file = slug("time deadline", f"{seconds:+}".replace("-", "before ").replace("+", "after ")) + ".pdf"
            shutil.copy(source, work / file)
            row = {"rule": "time.deadline", "alteration": "handed in late", "size": f"{seconds} s", "expected": expected} if expected else {}
            note(file, set="altered", seconds_after_deadline=seconds, **row)
        # Copies of one paper stand side by side, so that they cost next to nothing.
        tar = work / "papers.tar"
        with tarfile.open(tar, "w", format=tarfile.USTAR_FORMAT) as archive:
            for file in order:
                info = archive.gettarinfo(work / file, arcname=file)
                info.mtime, info.uid, info.gid, info.uname, info.gname, info.mode = 1690200000, 0, 0, "", "", 0o644
                with open(work / file, "rb") as data:
                    archive.addfile(info, data)
        subprocess.run(["xz", "--force", "--check=crc32", "--lzma2=preset=6,dict=64MiB", tar], check=True)
        shutil.move(f"{tar}.xz", target / "papers.tar.xz")
    print(f"{len(order)} papers, {(target / 'papers.tar.xz').stat().st_size} bytes", file=sys.stderr)

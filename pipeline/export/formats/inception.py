"""INCEpTION: a folder of UIMA CAS XMI files, mentions and values as named entities.

`incidents gold from` takes the folder, one file, or the archive it exports back.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.cells import clean
from incidents.pipeline.export.spans import Labelled, Units, labelled, sound

SUFFIX = "/"
TEXT = True
_CORE = "de.tudarmstadt.ukp.dkpro.core.api"
_ENTITY = f"{_CORE}.ner.type.NamedEntity"
_ABOUT = f"{_CORE}.metadata.type.DocumentMetaData"
_LARGEST = 200_000_000  # bytes of one file of an archive
_NAMESPACES = {
    "xmi": "http://www.omg.org/XMI",
    "cas": "http:///uima/cas.ecore",
    "tcas": "http:///uima/tcas.ecore",
    "ner": f"http:///{_CORE.replace('.', '/')}/ner/type.ecore",
    "about": f"http:///{_CORE.replace('.', '/')}/metadata/type.ecore",
}


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write a file a document, and the type system."""
    for document in labelled(bundle):
        path = out / f"{quote(document.doc_id, safe=' ')}.xmi"
        with files.whole(path) as file:
            file.write(_xmi(document, str(bundle.choice)))
    with files.whole(out / "TypeSystem.xml") as file:
        file.write(_types())
    return []


def read(path: Path) -> Iterator[Labelled]:
    """The documents as they were labelled.

    Raises:
        ValueError: A file is no CAS.
    """
    for name, content in _contents(path):
        if b"<!DOCTYPE" in content[:1000] or b"<!ENTITY" in content:
            raise ValueError(f"{name}: a CAS has no document type of its own")
        try:
            yield _document(ElementTree.fromstring(content))
        except (ElementTree.ParseError, KeyError, AttributeError, TypeError) as error:
            raise ValueError(f"{name}: no CAS in XMI: {error!r}") from error


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in sorted(path.glob("*.xmi")):
            yield str(file), file.read_bytes()
    elif path.suffix == ".xmi":
        yield str(path), path.read_bytes()
    else:
        try:
            yield from _archived(path.name, path.read_bytes())
        except zipfile.BadZipFile as error:
            raise ValueError(f"{path}: neither .xmi nor an archive of it") from error


def _archived(name: str, content: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The files of an archive; INCEpTION puts an archive for each document into it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in sorted(archive.infolist(), key=lambda e: e.filename):
            if entry.file_size > _LARGEST:
                raise ValueError(f"{name}: {entry.filename} is too large")
            if entry.filename.endswith(".xmi"):
                yield f"{name}: {entry.filename}", archive.read(entry)
            elif entry.filename.endswith(".zip") and depth < 2:
                yield from _archived(entry.filename, archive.read(entry), depth + 1)


def _document(root: ElementTree.Element) -> Labelled:
    sofa = root.find("cas:Sofa", _NAMESPACES)
    if sofa is None:
        raise KeyError("Sofa")
    text = str(sofa.attrib["sofaString"])
    about = root.find("about:DocumentMetaData", _NAMESPACES)
    units = Units(text)
    found = [
        {
            "start": units.place(int(entity.attrib["begin"])),
            "end": units.place(int(entity.attrib["end"])),
            "label": entity.get("value"),
        }
        for entity in root.findall("ner:NamedEntity", _NAMESPACES)
        if entity.get("value")
    ]
    id = "" if about is None else about.get("documentId", "")
    return sound(id, text, found)


def _xmi(document: Labelled, choice: str) -> str:
    text = clean(document.text.replace("\f", "\n"))  # as long, and fit for XML
    units = Units(text)
    spaces = " ".join(f'xmlns:{k}="{v}"' for k, v in _NAMESPACES.items())
    whole = f'begin="0" end="{units.units(len(text))}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xmi:XMI {spaces} xmi:version="2.0">',
        '<cas:NULL xmi:id="0"/>',
        f'<about:DocumentMetaData xmi:id="2" sofa="1" {whole} language="x-unspecified"'
        f" documentTitle={quoteattr(clean(choice))}"
        f" documentId={quoteattr(clean(document.doc_id))}/>",
    ]
    lines += [
        f'<ner:NamedEntity xmi:id="{n}" sofa="1" begin="{units.units(span.start)}"'
        f' end="{units.units(span.end)}" value={quoteattr(clean(span.label))}/>'
        for n, span in enumerate(document.spans, 3)
    ]
    members = " ".join(str(n) for n in range(2, len(document.spans) + 3))
    lines += [
        '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text"'
        f" sofaString={quoteattr(text)}/>",
        f'<cas:View sofa="1" members="{members}"/>',
        "</xmi:XMI>",
    ]
    return "\n".join(lines) + "\n"


def _types() -> str:
    told = {
        _ENTITY: ("uima.tcas.Annotation", ("value", "identifier")),
        _ABOUT: ("uima.tcas.DocumentAnnotation", ("documentTitle", "documentId")),
    }
    made = "".join(
        f"<typeDescription><name>{name}</name><description/>"
        f"<supertypeName>{above}</supertypeName><features>"
        + "".join(
            f"<featureDescription><name>{feature}</name><description/>"
            "<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>"
            for feature in features
        )
        + "</features></typeDescription>\n"
        for name, (above, features) in told.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n'
        f"<types>\n{made}</types></typeSystemDescription>\n"
    )

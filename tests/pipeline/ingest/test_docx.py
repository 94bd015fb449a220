import zipfile
from io import BytesIO

import pytest

from pipeline.ingest import IngestError, read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def xml(tag, inner):
    return f'<w:{tag} xmlns:w="{WORD}" xmlns:mc="{COMPATIBLE}">{inner}</w:{tag}>'


def docx(body, **parts):
    """The bytes of a Word file with ``body`` in its document."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", xml("document", f"<w:body>{body}</w:body>"))
        for name, inner in parts.items():
            file.writestr(f"word/{name}.xml", xml(name, inner))
    return stream.getvalue()


def p(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def table(*rows):
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


@pytest.fixture
def reading(tmp_path):
    """What is read of the bytes of a Word file: its report, then its warnings."""

    def reading(content):
        path = tmp_path / "a.docx"
        path.write_bytes(content)
        return list(read(path))

    return reading


BOX = f"<w:r><w:pict><w:txbxContent>{p(r('boxed'))}</w:txbxContent></w:pict></w:r>"
ITEM = "<w:numPr/>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(p(r("Two "), r("men")) + p(r("left.")), "Two men\n\nleft.\n"),
        pytest.param(p(r("a"), "<w:r><w:br/></w:r>", r("b")), "a\nb\n", id="line"),
        pytest.param(p(r("a"), "<w:r><w:tab/></w:r>", r("b")), "a b\n", id="tab"),
        pytest.param(
            p(r("a"), properties=ITEM) + p(r("b"), properties=ITEM) + p(r("c")),
            "- a\n- b\n\nc\n",
            id="list",
        ),
        pytest.param(
            p(r("x"))
            + table([p(r("Day")), p(r("Dead"))], [p(r("3")) + p(r("May")), p(r("12"))]),
            "x\n\nDay\tDead\n3 May\t12\n",
            id="table",
        ),
        pytest.param(
            table([p(r("a")), table([p(r("b")), p(r("c"))])]),
            "a\tb c\n",
            id="in a cell",
        ),
        pytest.param(p(r("one "), BOX, r("two")), "one two\n\nboxed\n", id="box"),
        pytest.param(
            p(f"<mc:Choice>{r('a')}</mc:Choice><mc:Fallback>{r('a')}</mc:Fallback>"),
            "a\n",
            id="second version",
        ),
        pytest.param(p(f"<w:ins>{r('a')}</w:ins>"), "a\n", id="inserted"),
        pytest.param(p(r("A &amp; é")), "A & é\n", id="entities"),
        pytest.param(p(r("a", "<w:vanish w:val='0'/>")), "a\n", id="not hidden"),
    ],
)
def test_text(reading, body, text):
    report, *warnings = reading(docx(body))
    assert (report.text, report.pages, warnings) == (text, 1, [])


def test_notes_follow_the_text(reading):
    body = p(
        r("Three died"), "<w:r><w:footnoteReference w:id='1'/></w:r>", r(" there.")
    )
    notes = (
        f"<w:footnote w:type='separator'>{p(r('-'))}</w:footnote>"
        f"<w:footnote>{p(r('Police said four.'))}</w:footnote>"
    )
    (report,) = reading(docx(body, footnotes=notes))
    assert report.text == "Three died there.\n\nPolice said four.\n"


def test_title(reading):
    body = p(r("A raid."), properties="<w:pStyle w:val='Title'/>") + p(r("Text."))
    (report,) = reading(docx(body))
    assert report.title == "A raid."
    assert [c.quote for c in report.citations] == ["A raid."]


STYLES = (
    "<w:style w:styleId='Gone'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:styleId='Too'><w:basedOn w:val='Gone'/></w:style>"
)


@pytest.mark.parametrize(
    ("hidden", "problem"),
    [
        pytest.param(r("secret", "<w:vanish/>"), "hidden by their format"),
        pytest.param(r("secret", "<w:sz w:val='2'/>"), "hidden by their format"),
        pytest.param(
            r("secret", "<w:color w:val='ffffff'/>"), "hidden by their format"
        ),
        pytest.param(r("secret", "<w:rStyle w:val='Gone'/>"), "hidden by their format"),
        pytest.param(r("secret", "<w:rStyle w:val='Too'/>"), "hidden by their format"),
        pytest.param(
            "<w:del><w:r><w:delText>secret</w:delText></w:r></w:del>",
            "deleted under tracked changes",
        ),
        pytest.param(
            f"<w:moveFrom>{r('secret')}</w:moveFrom>", "deleted under tracked changes"
        ),
    ],
)
def test_hidden_text(reading, hidden, problem):
    report, warning = reading(docx(p(r("Seen."), hidden), styles=STYLES))
    assert report.text == "Seen.\n"
    assert warning.problem == f"6 characters left out, {problem}"
    assert warning.severity == "warning"


def bomb():
    return docx("<w:p/>" * 5_000_000)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(lambda: b"PK\x03\x04 no zip", "is broken", id="no zip"),
        pytest.param(lambda: docx(p(r("a")))[:150], "is broken", id="cut"),
        pytest.param(lambda: b"\xd0\xcf\x11\xe0" * 9, "is encrypted", id="old"),
        pytest.param(lambda: docx("<w:p>"), "is broken", id="XML"),
        pytest.param(lambda: docx(""), "has no text", id="empty"),
        pytest.param(lambda: docx("<w:p>" * 2_000), "nests too deep", id="deep"),
        pytest.param(bomb, "unpacks to more than", id="bomb"),
    ],
)
def test_refused(reading, content, problem):
    with pytest.raises(IngestError, match=problem):
        reading(content())


def zipped(*entries):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in entries:
            file.writestr(name, content)
    return stream.getvalue()


def test_entities_are_refused(reading):
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with pytest.raises(IngestError, match="declares XML entities"):
        reading(zipped(("word/document.xml", laughs)))


def test_two_documents_are_refused(reading):
    with pytest.warns(UserWarning, match="Duplicate"):
        content = zipped(("word/document.xml", "<a/>"), ("word/document.xml", "<b/>"))
    with pytest.raises(IngestError, match="two files under one name"):
        reading(content)


def test_the_document_may_have_another_name(reading):
    relations = (
        '<R><r Type="http://x/officeDocument" Target="/word/document2.xml"/></R>'
    )
    body = xml("document", p(r("Told.")))
    (report,) = reading(
        zipped(("_rels/.rels", relations), ("word/document2.xml", body))
    )
    assert report.text == "Told.\n"

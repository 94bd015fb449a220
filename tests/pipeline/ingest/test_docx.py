import zipfile
from io import BytesIO

import pytest

from incidents.pipeline.ingest import IngestError, read

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
RAISED = "<w:vertAlign w:val='superscript'/>"
A, B = p(r("a")), p(r("b"))


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
        pytest.param(
            p(r("Of 17"), r("1", RAISED), r("2", RAISED), r(" died.")),
            "Of 17 died.\n",
            id="mark",
        ),
        pytest.param(
            p(r("Of 17"), r("2", "<w:position w:val='8'/>"), r(" died.")),
            "Of 17 died.\n",
            id="lifted",
        ),
        pytest.param(p(r("30 km"), r("2", RAISED)), "30 km2\n", id="exponent"),
        pytest.param(p(r("the 3"), r("rd", RAISED)), "the 3rd\n", id="ordinal"),
        pytest.param(p(r("2", RAISED), r(" A note.")), "2 A note.\n", id="its note"),
        pytest.param(
            table(
                [p(r("Day")), p(r("Town")), p(r("Dead"))],
                ["<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + p(r("3 May")), A, B],
                ["<w:tcPr><w:vMerge/></w:tcPr>" + p(), A, B],
                ["<w:tcPr><w:gridSpan w:val='3'/></w:tcPr>" + p(r("June 2011"))],
                [p(r("4 June")), A, B],
            ),
            "Day\tTown\tDead\n3 May\ta\tb\n3 May\ta\tb\n\nJune 2011\n\n"
            "Day\tTown\tDead\n4 June\ta\tb\n",
            id="merged cells",
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


@pytest.mark.parametrize("style", ["<w:strike/>", "<w:dstrike/>"])
def test_struck_out(reading, style):
    body = p(r("It killed "), r("40 ", style), r("14.", "<w:strike w:val='0'/>"))
    report, warning = reading(docx(body))
    assert report.text == "It killed 14.\n"
    assert warning.problem == "3 characters left out, struck out"


def test_a_style_that_raises(reading):
    styles = f"<w:style w:styleId='Note'><w:rPr>{RAISED}</w:rPr></w:style>"
    body = p(r("Of 17"), r("2", "<w:rStyle w:val='Note'/>"), r(" died."))
    (report,) = reading(docx(body, styles=styles))
    assert report.text == "Of 17 died.\n"


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

import pytest

from incidents.pipeline.ingest import IngestError, read
from tests.pipeline.ingest.test_docx import zipped

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)


STYLES = (
    "<office:automatic-styles><text:style text:name='T1'>"
    "<text:text-properties text:display='none'/></text:style></office:automatic-styles>"
)


@pytest.fixture
def reading(tmp_path):
    def reading(body):
        path = tmp_path / "a.odt"
        whole = f"<office:document-content {SPACES}>{STYLES}<office:body><office:text>"
        whole += body
        end = "</office:text></office:body></office:document-content>"
        path.write_bytes(zipped(("content.xml", whole + end)))
        return list(read(path))

    return reading


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>A</text:h><text:p>B <text:span>c</text:span></text:p>", "A\n\nB c\n"),
        (
            "<text:p>a<text:line-break/>b<text:s/>c<text:tab/>d</text:p>",
            "a\nb c d\n",
        ),
        (
            "<text:list><text:list-item><text:p>a</text:p></text:list-item>"
            "<text:list-item><text:p>b</text:p></text:list-item></text:list>",
            "- a\n- b\n",
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>Day</text:p>"
            "</table:table-cell><table:table-cell><text:p>Dead</text:p>"
            "</table:table-cell></table:table-row><table:table-row><table:table-cell>"
            "<text:p>3 May</text:p></table:table-cell><table:table-cell><text:p>12"
            "</text:p></table:table-cell></table:table-row></table:table>",
            "Day\tDead\n3 May\t12\n",
        ),
        (
            "<text:p>14<text:note><text:note-citation>2</text:note-citation>"
            "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
            " died.</text:p>",
            "14 died.\n\nA note.\n",
        ),
    ],
)
def test_text(reading, body, text):
    (report,) = reading(body)
    assert report.text == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<text:tracked-changes><text:p>secret</text:p></text:tracked-changes>",
        "<text:p>a<office:annotation><text:p>secret</text:p></office:annotation></text:p>",
        "<text:p text:style-name='T1'>secret</text:p>",
        "<text:p>a<text:span text:style-name='T1'>secret</text:span></text:p>",
        "<text:p>a<text:hidden-text>secret</text:hidden-text></text:p>",
    ],
)
def test_hidden(reading, hidden):
    report, warning = reading(f"{hidden}<text:p>told</text:p>")
    assert "told" in report.text
    assert "secret" not in report.text
    assert warning.problem.startswith("6 characters left out")


def test_another_file_of_that_name_is_refused(tmp_path):
    path = tmp_path / "a.odt"
    path.write_bytes(zipped(("other.xml", "<x/>")))
    with pytest.raises(IngestError, match="no OpenDocument text"):
        list(read(path))

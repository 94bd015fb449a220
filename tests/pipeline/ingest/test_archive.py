import zipfile
from io import BytesIO

import pytest

from incidents.pipeline.ingest import IngestError, read


def zipped(**files):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


@pytest.fixture
def reading(tmp_path):
    def reading(content):
        path = tmp_path / "old.zip"
        path.write_bytes(content)
        return list(read(path))

    return reading


def test_each_file_is_a_document(reading):
    inner = zipped(c_txt="Three.")
    found = reading(zipped(a_txt="One.", more__b_html="<p>Two.", deep_zip=inner))
    assert [(r.source, r.doc_id, r.text.strip()) for r in found] == [
        ("old.zip/a.txt", "old-a", "One."),
        ("old.zip/deep.zip/c.txt", "old-deep-c", "Three."),
        ("old.zip/more/b.html", "old-more-b", "Two."),
    ]


def test_what_cannot_be_read_is_named(reading):
    good, bad, unread = reading(zipped(a_txt="One.", b_pdf="no PDF", c_png="x"))
    assert good.text == "One."
    assert (bad.source, bad.severity) == ("old.zip/b.pdf", "error")
    assert (unread.source, unread.severity) == ("old.zip/c.png", "warning")


def test_files_of_one_stem_have_ids_of_their_own(reading):
    found = reading(zipped(a_txt="One.", a_md="Two.", b__a_txt="Three."))
    assert [r.doc_id for r in found] == ["old-a", "old-a-txt", "old-b-a"]


def test_a_bomb_is_not_unpacked(reading):
    failure, good = reading(zipped(a_txt=b" " * 40_000_000, b_txt="One."))
    assert "unpacks to more than" in failure.problem
    assert good.text == "One."


def test_archives_in_archives_end(reading):
    content = zipped(a_txt="One.")
    for _ in range(9):
        content = zipped(a_zip=content)
    (failure,) = reading(content)
    assert failure.problem == "is packed too deep"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK", "is broken"),
        (zipped(**{f"f{n}_txt": "" for n in range(1_001)}), "packs 1,001 files"),
    ],
)
def test_refused(reading, content, problem):
    with pytest.raises(IngestError, match=problem):
        reading(content)

from datetime import date
from email.message import EmailMessage

import pytest

from incidents.pipeline.ingest import IngestError, read


@pytest.fixture
def reading(tmp_path):
    def reading(letter):
        path = tmp_path / "a.eml"
        path.write_bytes(letter if isinstance(letter, bytes) else letter.as_bytes())
        return list(read(path))

    return reading


def letter(text="Ten people were killed.\n", subject="Raid"):
    made = EmailMessage()
    made["Subject"], made["From"] = subject, "The Wire <wire@example.org>"
    made["Date"] = "Tue, 10 Jun 2014 23:10:00 +0000"
    made.set_content(text)
    return made


def test_a_letter(reading):
    (report,) = reading(letter())
    assert (report.text, report.doc_id) == ("Ten people were killed.\n", "a")
    assert (report.title, report.publisher) == ("Raid", "The Wire")
    assert report.published == date(2014, 6, 10)


def test_what_is_attached_is_read_too(reading):
    made = letter()
    made.add_attachment("Two fled.\n", filename="more.txt")
    made.add_attachment(b"\x89PNG", "image", "png", filename="map.png")
    body, more, unread = reading(made)
    assert body.source == "a.eml"
    assert (more.source, more.doc_id, more.text) == (
        "a.eml/more.txt",
        "a-more",
        "Two fled.\n",
    )
    assert (unread.source, unread.severity) == ("a.eml/map.png", "warning")


def test_the_plain_body_is_read_of_two(reading):
    made = letter()
    made.add_alternative("<p>Ten people were <b>killed</b>.", subtype="html")
    (report,) = reading(made)
    assert report.text == "Ten people were killed.\n"


def test_a_body_of_markup_hides_nothing(reading):
    made = letter()
    made.set_content("<p>Ten killed.</p><p hidden>secret</p>", subtype="html")
    report, warning = reading(made)
    assert report.text == "Ten killed.\n"
    assert "hidden" in warning.problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is no letter"),
        (b"Subject: a\nContent-Type: image/png\n\nxx", "no body that is text"),
        (b"Subject: a\n\n", "has no text"),
    ],
)
def test_refused(reading, content, problem):
    with pytest.raises(IngestError, match=problem):
        reading(content)


@pytest.mark.parametrize(
    "head",
    [
        b"Date: soon\n",
        b"Date: Tue, 99 Jun 99999 23:10:00 +9999\n",
        b"Content-Type: text/plain; charset=none\n",
        b"From: <<<>>>\n",
    ],
)
def test_a_strange_head_is_passed_over(reading, head):
    (report,) = reading(b"Subject: a\n" + head + b"\nTen killed.\n")
    assert (report.text, report.published) == ("Ten killed.\n", None)

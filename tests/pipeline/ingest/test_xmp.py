import pytest

from incidents.pipeline.ingest.head import Found
from incidents.pipeline.ingest.xmp import read_xmp

PACKET = b"%%PDF\n<x:xmpmeta xmlns:x='a'><rdf:RDF>%s</rdf:RDF></x:xmpmeta>\n"


@pytest.mark.parametrize(
    ("inner", "publisher", "day"),
    [
        (
            b"<dc:publisher><rdf:Bag><rdf:li>The Bell &amp; Co</rdf:li></rdf:Bag>"
            b"</dc:publisher><dc:date><rdf:Seq><rdf:li>2021-03-04T10:00</rdf:li>"
            b"</rdf:Seq></dc:date>",
            "The Bell & Co",
            "2021-03-04",
        ),
        (
            b"<prism:publicationDate>2021-03-04</prism:publicationDate>",
            None,
            "2021-03-04",
        ),
        (b"<rdf:Description prism:publicationName='The Bell'/>", "The Bell", None),
        (b"<xmp:CreateDate>2021-03-04</xmp:CreateDate>", None, None),
        (b"<dc:date>soon</dc:date>", None, None),
    ],
)
def test_read_xmp(inner, publisher, day):
    found = Found(day, 0, 0) if day else None
    assert read_xmp(PACKET % inner) == (publisher, found)


def test_no_packet():
    assert read_xmp(b"%PDF-1.7") == (None, None)

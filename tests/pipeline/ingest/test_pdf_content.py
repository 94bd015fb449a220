"""The short way through a page's content tells what pdfminer.six's own way does."""

import random

import pytest
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF, PSSyntaxError

from incidents.pipeline.ingest.pdf_content import Content


def theirs(*streams):
    made = PDFContentParser([PDFStream({}, stream) for stream in streams])
    while True:
        yield made.nextobject()[1]


def ours(*streams):
    return Content([PDFStream({}, stream) for stream in streams]).objects()


def told(objects):
    found = []
    try:
        for each in objects:
            found.append(repr(each))
    except PSEOF:
        return found
    except PSSyntaxError as error:
        return [*found, str(error)]


def test_a_page():
    page = b"BT /F1 9.5 Tf -40 .5 Td (a b) Tj [(c) -20 <64>] TJ (\\(d) ' T* ET"
    assert told(ours(page)) == told(theirs(page))
    assert len(told(ours(page))) == 15


@pytest.mark.parametrize(
    "streams",
    [
        (b"1 0 0 1 5", b"7 cm"),
        (b"12", b"34 w"),
        (b"/Na", b"me gs q"),
        (b"(a", b"b) Tj"),
        (b"BI /W 1 /H 1 ID \x00\xff( EI Q q",),
        (b"/P <</MCID 0/A[1 2]>> BDC EMC",),
        (b"% (remark\n1 w",),
        (b"true false null BIT IDX",),
        (b"(nest(ed) and \\) more) Tj (\r\n) Tj () Tj",),
        (b"+5 -.5 5. 1e5 --5 5-5 .",),
        (b"/A#20B gs / gs /A/B gs",),
        (b"q" * 5_000 + b" " + b"1 2 m\n" * 3_000,),
        (b"[(a)-12.5<6465> 3(b) .5+7]TJ [] 0 d [3 2] 0 d",),
        (b"[1.2.3 5-5 12.] [--5] [1e5] [<6>] [<6 5>] [/A] [[1] 2] [true] [(\\051)]",),
        (b"[" + b"1" * 60 + b" " + b"1 " * 2_000 + b"x",),
        (rb"(\(d\\)\051\222) Tj [(\)) 1 (\123)] TJ (\5) (\1234) (\n\q) Tj",),
        (b"(a\\",),
        (b"[(a) 1", b"2 (b)] TJ"),
        (b"[(a) 1" + b" " * 4_089, b"] TJ [(b)] TJ"),
        (b"[(a) % ]\n 1] TJ",),
        (b"",),
        (b"1 2",),
    ],
)
def test_whatever_stands_there(streams):
    assert told(ours(*streams)) == told(theirs(*streams))


@pytest.mark.parametrize("seed", range(20))
def test_by_chance(seed):
    chance = random.Random(seed)
    signs = [b"1", b"-2.5", b" ", b"\n", b"(a)", b"/N", b"Tj", b"[", b"]", b"<<", b">>"]
    signs += [b"<41>", b"q", b"T*", b"'", b"\\", b"(", b")", b"%x\n", b"0", b"\0"]
    page = b"".join(chance.choices(signs, k=2_000))
    assert told(ours(page)) == told(theirs(page))

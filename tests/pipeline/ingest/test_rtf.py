import pytest

from incidents.pipeline.ingest import IngestError, read

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}"
    r"{\f2\fcharset128 Gothic;}}"
)
COLOURS = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}"
HEAD = r"\trowd\cellx1000\cellx2000\cellx3000 "


@pytest.fixture
def reading(tmp_path):
    def reading(body, head=""):
        path = tmp_path / "a.rtf"
        whole = rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}{COLOURS}{head}{body}}}"
        path.write_bytes(whole.encode("latin-1"))
        return list(read(path))

    return reading


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(r"One.\par Two.\par", "One.\n\nTwo.\n", id="paragraphs"),
        pytest.param("One\\\nTwo", "One\n\nTwo\n", id="escaped line end"),
        pytest.param("kil\r\nled", "killed\n", id="line ends of the file are none"),
        pytest.param(r"a\line b\tab c", "a\nb c\n", id="breaks"),
        pytest.param(
            r"{\b Nine} were \i killed\i0 .", "Nine were killed.\n", id="runs"
        ),
        pytest.param(r"\ldblquote a\rdblquote\emdash b", "“a”—b\n", id="signs"),
        pytest.param(r"\{a\}\\b\~c\_d", "{a}\\b c-d\n", id="escaped"),
        pytest.param(r"caf\'e9 \'93x\'94", "café “x”\n", id="code page"),
        pytest.param(r"\f1 \'cc\'e8\'ed\f0 \'e9", "Минé\n", id="of a font"),
        pytest.param(r"\f2 \'93\'8c\'8b\'9e", "東京\n", id="several bytes"),
        pytest.param(r"\u233?t\u233\'e9", "été\n", id="by number"),
        pytest.param(r"{\uc0\u233 t}\u233?", "été\n", id="nothing to skip"),
        pytest.param(r"\u-10179?\u-8704?", "\U0001f600\n", id="two halves"),
        pytest.param(r"\u-10179?a", "a\n", id="half a character"),
        pytest.param(
            r"{\field{\*\fldinst HYPERLINK \"http://a\"}{\fldrslt Lom}}.",
            "Lom.\n",
            id="link",
        ),
        pytest.param(r"{\pict\bin4 }}}}0a0b}Lom.", "Lom.\n", id="picture"),
        pytest.param(r"{\header Page 3}{\*\xyz old}Lom.", "Lom.\n", id="set aside"),
        pytest.param(
            r"{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt In a box.\par}}{\shprslt x}Lom.",
            "In a box.\n\nLom.\n",
            id="text box",
        ),
        pytest.param(
            r"{\listtext\'b7\tab}One.\par{\listtext\'b7\tab}Two.\par\pard Three.",
            "- One.\n- Two.\n\nThree.\n",
            id="list",
        ),
        pytest.param(
            r"Lom{\super\chftn}{\footnote\pard{\super\chftn} See Pirot.\par} fell.",
            "Lom fell.\n\nSee Pirot.\n",
            id="footnote",
        ),
        pytest.param(r"killed 14{\super 2} people", "killed 14 people\n", id="mark"),
        pytest.param(r"14{\up6 2} people", "14 people\n", id="raised"),
        pytest.param(r"30 km{\super 2} of land", "30 km2 of land\n", id="exponent"),
    ],
)
def test_text(reading, body, text):
    (report,) = reading(body)
    assert report.text == text
    assert report.media_type == "application/rtf"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            HEAD
            + r"\intbl Day\cell Place\cell Dead\cell\row "
            + HEAD
            + r"\pard\intbl 3 May\cell Lom\cell 4\cell{\trowd\cellx1\row}\pard After.",
            "Day\tPlace\tDead\n3 May\tLom\t4\n\nAfter.\n",
            id="rows",
        ),
        pytest.param(HEAD + r"a\cell\cell c\cell\row", "a\t\tc\n", id="empty cell"),
        pytest.param(
            HEAD + r"a\par b\cell c\cell d\cell\row", "a b\tc\td\n", id="long"
        ),
        pytest.param(
            HEAD
            + r"3 May\cell Lom\cell 4\cell\row\trowd\clvmrg\cellx1\cellx2\cellx3 "
            + r"\cell Vidin\cell 7\cell\row",
            "3 May\tLom\t4\n3 May\tVidin\t7\n",
            id="cell over two rows",
        ),
    ],
)
def test_tables(reading, body, text):
    (report,) = reading(body)
    assert report.text == text


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (r"Lom{\v nobody died} fell.", "10 characters left out, hidden"),
        (r"Lom\v nobody died\v0  fell.", "10 characters left out, hidden"),
        (r"Lom{\cf2 nobody died} fell.", "10 characters left out, hidden"),
        (r"Lom{\fs2 nobody died} fell.", "10 characters left out, hidden"),
        (r"Lom{\deleted nobody died} fell.", "deleted under tracked changes"),
        (r"Lom{\strike nobody died} fell.", "struck out"),
    ],
)
def test_what_is_not_seen_is_left_out_and_said(reading, body, problem):
    report, warning = reading(body)
    assert report.text == "Lom fell.\n"
    assert problem.replace("10", "11") in warning.problem


@pytest.mark.parametrize(
    "body", [r"{\cf2\highlight1 Lom} fell.", r"{\v0 Lom} fell.", r"{\cf1 Lom} fell."]
)
def test_what_is_seen_is_kept(reading, body):
    (report,) = reading(body)
    assert report.text == "Lom fell.\n"


def test_the_title(reading):
    (report,) = reading("Text.", head=r"{\info{\title The Lom report}{\author A}}")
    assert report.title == "The Lom report"
    assert "Lom" not in report.text


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK\x03\x04", "is no rich text"),
        (b"{\\rtf1 " + b"{" * 5000, "is nested too deep"),
        (b"{\\rtf1 }", "has no text"),
    ],
)
def test_what_cannot_be_read(tmp_path, content, problem):
    path = tmp_path / "a.rtf"
    path.write_bytes(content)
    with pytest.raises(IngestError, match=problem):
        list(read(path))


@pytest.mark.parametrize(
    "body",
    [
        r"}}}}Lom.",
        r"Lom.{\'zz\u\cellx\row\cell\bin999999999 ",
        r"\bin-5 Lom.\ansicpg99999 \'e9",
        r"\cf99999 Lom.\f99 \uc-4\u70000?\intbl",
    ],
)
def test_broken_text_is_read_as_far_as_it_goes(reading, body):
    report, *_ = reading(body)
    assert "Lom." in report.text

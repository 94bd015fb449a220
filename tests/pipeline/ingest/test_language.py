import pytest

from incidents.pipeline.ingest import read
from incidents.pipeline.ingest.language import language

ENGLISH = "The mayor said that a bomb had been found under a bridge of the old road."
GERMAN = (
    "Unter einer Brücke der alten Landstraße wurde gestern eine Bombe gefunden, sagte"
    " der Bürgermeister. Niemand wurde verletzt."
)
FRENCH = (
    "Une bombe a été découverte hier sous un pont de la vieille route, a déclaré le"
    " maire. Personne n'a été blessé."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param(ENGLISH.upper(), "en", id="capitals"),
        pytest.param("Date\tPlace\tKilled\n" * 9, "en", id="a table"),
        pytest.param(GERMAN, "de", id="German"),
        pytest.param(FRENCH, "fr", id="French"),
        pytest.param(
            "Под мостом старой дороги вчера нашли бомбу, сказал мэр города", "ru"
        ),
        pytest.param("Zwei Tote", None, id="too short"),
        pytest.param("x" * 10_000, None, id="no words"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_language(text, code):
    assert language(text) == code


def test_another_language_is_said(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(FRENCH, encoding="utf-8")
    report, warning = read(path)
    assert report.language == "fr"
    assert warning.problem == "is not in English (fr); only English is read"
    assert warning.severity == "warning"


def test_english_says_nothing(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH)
    (report,) = read(path)
    assert report.language == "en"

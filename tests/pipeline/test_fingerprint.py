import subprocess
import sys

import pytest

from incidents.pipeline.fingerprint import fingerprint
from incidents.pipeline.model import MODEL


def test_each_hash_follows_from_its_own(tmp_path):
    first = fingerprint(MODEL, None, None)
    assert fingerprint(MODEL, None, None) == first
    model = tmp_path / "model"
    model.mkdir()
    (model / "config.cfg").write_text("a")
    other = fingerprint(str(model), None, None)
    assert (other.model == first.model, other.program) == (False, first.program)
    (model / "config.cfg").write_text("b")
    assert fingerprint(str(model), None, None).model != other.model
    own = tmp_path / "own"
    own.mkdir()
    (own / "groups.toml").write_text("")
    assert fingerprint(MODEL, own, None).gazetteers != first.gazetteers
    weights = tmp_path / "w.toml"
    weights.write_text("")
    assert fingerprint(MODEL, None, weights).weights != first.weights


@pytest.mark.parametrize(
    ("model", "weights", "said"),
    [("none_such", None, "is not installed"), (MODEL, "gone.toml", "no weights")],
)
def test_what_is_not_there_is_said(tmp_path, model, weights, said):
    with pytest.raises(ValueError, match=said):
        fingerprint(model, None, tmp_path / weights if weights else None)


def test_nothing_heavy_is_loaded_to_look_up_what_is_known():
    code = (
        "import sys, incidents.pipeline.cli_run, incidents.pipeline.cli\n"
        "from incidents.pipeline.fingerprint import fingerprint\n"
        f"fingerprint({MODEL!r}, None, None)\n"
        "print({'spacy', 'numpy', 'scipy', 'pdfminer'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"set()\n"

import pytest

from incidents.pipeline.export import Choice, export
from tests.pipeline.export import runs


@pytest.fixture
def run(tmp_path):
    return runs.write(tmp_path / "run")


@pytest.fixture
def exported(run, tmp_path):
    """Write the run in a format and give the path of what was written."""

    def write(name, **choice):
        out = tmp_path / "out" / f"x.{name}"
        path, _ = export(run, name, out, Choice(**choice))
        return path

    return write

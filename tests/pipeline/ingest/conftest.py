import pytest

from incidents.pipeline.ingest import read


@pytest.fixture
def reading(tmp_path):
    """What is read of the bytes of a PDF: its report, then its warnings."""

    def reading(content):
        path = tmp_path / "a.pdf"
        path.write_bytes(content)
        return list(read(path))

    return reading

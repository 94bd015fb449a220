import json
from pathlib import Path

import pytest

from incidents.pipeline.cache import Cache
from incidents.pipeline.entry import failed, pack, read_piece, unpack
from incidents.pipeline.layout import Lines
from incidents.pipeline.records import Failure, Line
from incidents.pipeline.unit import Unit

KEY = "ab" * 32
FAILURE = Failure("a.txt", "has no text", "check it")

LINES = [Line(1, 0, 3, (1.0, 2.5, 3.0, 4.0)), Line(2, 4, 9, (0.0, -1.5, 3.0, 4.1))]


UNIT = Unit(Path("a.txt"), "a", 5)


@pytest.fixture
def unit():
    return UNIT


@pytest.fixture
def cache(tmp_path):
    made = Cache(tmp_path / "cache")
    made.open()
    return made


def pieces():
    left_out = [{"reason": "denied"}, {"reason": "denied"}]
    document = {"doc_id": "a", "sha256": "0", "text": "Żółć\n\ud800"}
    mentions = {"left_out": left_out}
    records = [{"incident_id": "a/1"}, {"incident_id": "a/2"}]
    layout = {"doc_id": "a", "pages": [[595.3, 842.0]], "lines": Lines(LINES)}
    return [read_piece("a", document, mentions, records, layout, {"killed": 2})]


def test_an_entry_is_found_as_it_was_kept(cache, unit):
    kept = cache.keep(KEY, [*pieces(), failed(FAILURE)], UNIT, 1.5)
    found = cache.find(KEY, unit)
    assert found == kept
    assert (found.failures, found.seconds) == ((FAILURE,), 1.5)
    (part,) = found.parts
    assert part.section("records") == (
        b'{"incident_id": "a/1"}\n{"incident_id": "a/2"}'
    )
    assert part.head["incidents"] == ["a/1", "a/2"]
    rows = [[1, 0, 3, 1.0, 2.5, 3.0, 4.0], [2, 4, 9, 0.0, -1.5, 3.0, 4.1]]
    layout = {"doc_id": "a", "pages": [[595.3, 842.0]], "lines": rows}
    assert part.section("layout") == (json.dumps(layout, indent=2) + "\n").encode()
    assert '"text": "Żółć\\n\\ud800"'.encode() in part.section("document")
    assert part.head["dropped"] == {"killed": 2}
    assert part.head["left_out"] == {"denied": 2}


def test_nothing_is_found_by_another_key_or_none(cache, unit):
    cache.keep(KEY, pieces(), UNIT, 1)
    assert cache.find("cd" * 32, unit) is None
    assert cache.find(None, unit) is None


def test_no_damaged_entry_is_used(cache, unit):
    """Not one whose any byte is another, nor one that is cut or longer."""
    path = Path(cache.keep(KEY, [*pieces(), failed(FAILURE)], UNIT, 1).file)
    whole = path.read_bytes()
    damaged = [whole[:n] + bytes([whole[n] ^ 1]) + whole[n + 1 :] for n in range(64)]
    damaged += [
        whole[:n] + bytes([whole[n] ^ 128]) + whole[n + 1 :]
        for n in range(64, len(whole))
    ]
    damaged += [whole[:n] for n in range(len(whole))] + [whole + b"x", b""]
    # the sign between the hash and the rest is no part of what is told
    damaged = [d for d in damaged if d[:64] + d[65:] != whole[:64] + whole[65:]]
    for content in damaged:
        path.write_bytes(content)
        assert cache.find(KEY, unit) is None


def test_an_entry_changed_while_it_is_used_is_said(cache):
    part = cache.keep(KEY, pieces(), UNIT, 1).parts[0]
    path = Path(part.file)
    path.write_bytes(path.read_bytes()[:-40] + b"x" * 40)
    with pytest.raises(OSError, match="was changed"):
        part.section("layout")


def test_a_full_disk_leaves_no_entry(cache, unit, monkeypatch):
    def full(self, content):
        self.touch()
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        cache.keep(KEY, pieces(), UNIT, 1)
    assert cache.find(KEY, unit) is None
    assert cache.size().entries == 0


def test_size_and_clear_touch_only_entries(cache):
    cache.keep(KEY, pieces(), UNIT, 1)
    other = cache.keep("cd" * 32, [failed(FAILURE)], UNIT, 1).file
    lost = cache.keep(None, [failed(FAILURE)], UNIT, 1).file
    (cache.folder / "ab" / f".{KEY}.1.part").write_text("cut")
    own = cache.folder / "ab" / "notes.txt"
    own.write_text("mine")
    assert cache.size().entries == 4
    cache.forget([other, lost])
    assert (Path(other).exists(), Path(lost).exists()) == (True, False)
    cache.clear([other])
    assert cache.size().entries == 1
    cache.clear()
    assert (cache.size().entries, own.read_text()) == (0, "mine")


def test_an_entry_of_no_pieces_is_one(tmp_path):
    assert unpack(pack([], 3, 0), tmp_path).line == 3

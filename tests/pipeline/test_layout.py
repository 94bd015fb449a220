import json
import tracemalloc

import pytest

from incidents.pipeline.entry import read_piece
from incidents.pipeline.layout import Lines, written
from incidents.pipeline.records import Line

LINES = tuple(Line(n, 7 * n, 7 * n + 5, (0.1 * n, 1.0, 20.3, 2.5)) for n in range(1, 5))


def test_lines_are_as_they_were_added():
    made = Lines()
    for line in LINES:
        made.append(line)
    assert made == Lines(LINES)
    assert tuple(made) == LINES
    assert (made[0], made[-1], len(made)) == (LINES[0], LINES[-1], 4)
    assert tuple(made[1:3]) == LINES[1:3]
    assert made != Lines(LINES[:3])
    with pytest.raises(IndexError):
        made[4]


@pytest.mark.parametrize("lines", [LINES, LINES[:1], ()])
def test_a_layout_is_written_as_one_json_object(lines):
    layout = {"doc_id": "a []", "pages": [[595.3, 842.0]]}
    rows = [[x.page, x.start, x.end, *x.box] for x in lines]
    parts = [*written({**layout, "lines": Lines(lines)})]
    assert "".join(parts) == json.dumps({**layout, "lines": rows}, indent=2) + "\n"
    assert max(map(len, parts)) < 150


def test_a_long_layout_is_never_held_as_text():
    lines = Lines(Line(1, n, n + 1, (1.0, 2.0, 3.0, 4.0)) for n in range(20_000))
    layout = {"doc_id": "a", "pages": [[1.0, 1.0]], "lines": lines}
    text = "".join(written(layout))
    tracemalloc.start()
    piece = read_piece("a", {}, {}, [], layout, {})
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(text) > 1_500_000
    assert peak < len(text) / 2
    assert piece.head["sizes"][3] < len(text) / 4

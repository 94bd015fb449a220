import pytest

from tests import mutate

MODULE = '''"""Sizes of 3 kinds."""


def big(n: int) -> bool:
    return n > 3


def steps(n: int) -> int:
    count = 0
    while n != 0:
        n, count = n - 1, count + 1
    return count
'''
TESTS = """
from extractors import sizes

def test_big():
    assert sizes.big(9) and not sizes.big(1)

def test_steps():
    assert sizes.steps(2) == 2
"""


@pytest.fixture
def tree(tmp_path, monkeypatch):
    root, scratch = tmp_path / "root", tmp_path / "scratch"
    for path, text in {
        "extractors/__init__.py": "",
        "extractors/sizes.py": MODULE,
        "tests/extractors/test_sizes.py": TESTS,
        "tests/extractors/test_other.py": "def test_other(): pass",
        "pytest.ini": "[pytest]\npythonpath = .",
    }.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    monkeypatch.setattr(mutate, "CPU", 2)
    return root


def stand(root):
    return {f: f.read_bytes() for f in root.rglob("*") if f.is_file()}


def planted(after):
    """The one fault of the module that puts ``after`` there."""
    (fault,) = (
        fault
        for site in mutate.sites(MODULE)
        for fault in site
        if fault.put_into(MODULE) == MODULE.replace(*after)
    )
    return mutate.Planted("extractors/sizes.py", fault)


def test_what_catches_each_fault(tree):
    before = stand(tree)
    faults = [
        planted(("n > 3", "(n <= 3)")),
        planted(("n > 3", "(n >= 3)")),
        planted(("return count", "return 0")),
        planted(("n - 1", "(n + 1)")),
    ]
    assert list(mutate.mutate(tree, faults, ["tests/extractors"])) == [
        "tests/extractors/test_sizes.py::test_big",
        "",
        "tests/extractors/test_sizes.py::test_steps",
        "no end",
    ]
    assert stand(tree) == before
    assert list((tree.parent / "scratch").iterdir()) == []


def test_nothing_is_left_when_it_is_stopped(tree):
    before = stand(tree)
    answers = mutate.mutate(tree, [planted(("n > 3", "(n <= 3)"))] * 20, ["tests"])
    next(answers)
    with pytest.raises(KeyboardInterrupt):
        answers.throw(KeyboardInterrupt)
    assert stand(tree) == before
    assert list((tree.parent / "scratch").iterdir()) == []


def test_the_seed_chooses(tree):
    def chosen(seed, count):
        return mutate.choose(tree, ["extractors"], seed, count)

    assert chosen(1, 4) == chosen(1, 4) != chosen(2, 4)
    every = chosen(1, 999)
    assert len({fault.fault.start for fault in every}) > 4
    assert {fault.path for fault in every} == {"extractors/sizes.py"}


@pytest.mark.parametrize(
    ("answers", "share", "status"),
    [
        (["a::b", "", "a::b", "a::b"], "3 of 4 caught (75%;", 1),
        (["a::b", "", "a::b", "a::b", "no end"], "4 of 5 caught (80%;", 0),
    ],
)
def test_the_share_is_printed_and_is_the_exit_status(
    tree, monkeypatch, capsys, answers, share, status
):
    def mutated(root, planted, tests):
        yield from answers[: len(planted)]

    monkeypatch.setattr(mutate, "mutate", mutated)
    given = ("--faults", str(len(answers)), "--only", "extractors/sizes.py")
    assert mutate.main(given, tree) == status
    *lines, last = capsys.readouterr().out.splitlines()
    assert [line[:6] for line in lines] == [
        "caught" if answer else "MISSED" for answer in answers
    ]
    assert lines[0].endswith("  a::b")
    assert last.startswith(share)


def test_tests_that_fail_by_themselves_are_refused(tree):
    (tree / "tests/extractors/test_other.py").write_text("def test_other(): assert 0")
    with pytest.raises(SystemExit, match="without any fault"):
        next(mutate.mutate(tree, [planted(("n > 3", "(n <= 3)"))], ["tests"]))


def test_a_modules_own_tests_come_first_then_its_packages_then_the_quick_ones():
    seconds = {
        "tests/extractors/test_dates.py": 2.0,
        "tests/extractors/dates/test_read.py": 1.0,
        "tests/extractors/dates/test_shift.py": 1.5,
        "tests/pipeline/assemble/test_dates.py": 0.1,
        "tests/extractors/test_legal.py": 0.3,
    }
    tree = mutate.Tree(mutate.ROOT, seconds)
    assert tree.order("extractors/dates/shift.py") == [
        ["tests/extractors/dates/test_shift.py"],
        ["tests/extractors/dates/test_read.py", "tests/extractors/test_dates.py"],
        ["tests/pipeline/assemble/test_dates.py", "tests/extractors/test_legal.py"],
    ]
    first, *_ = tree.order("extractors/dates/__init__.py")
    assert first == ["tests/extractors/test_dates.py"]
    assert tree.order("extractors/legal.py")[0] == ["tests/extractors/test_legal.py"]
    (every,) = tree.order("extractors/__init__.py")
    assert len(every) == len(seconds)

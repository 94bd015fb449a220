"""No list of English words stands in ``pipeline/``: words belong in ``gazetteers/``.

A list is more than a handful of cue words in one statement: in a set, tuple or
dictionary, in a string that is split or has nothing but words, or between the bars of a
regular expression. Strings that are added up, joined or written one after another are
one. Words of one module add up too, so that it is no way out to write many short lists.
What the codebook, our own code or a page's markup calls things is no cue.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from spacy.lang.en.stop_words import STOP_WORDS

from incidents import gazetteers

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))

#: Cue words that one statement, and one module, may have.
FEW, MANY = 5, 24
#: Gazetteers of names, whose words are no cues.
NAMES = {"groups", "nationalities", "places"}
#: What HTML, CSS and ARIA call things.
MARKUP = frozenset(
    """address article aside audio banner base body button canvas caption clip collapse
    dialog display embed figure font footer form head header height hidden hr href html
    iframe img input left link main map max menu meta min nav navigation object opacity
    option param right role script search section select size source style table
    template text time title toolbar top track type video visibility width""".split()
)
#: What holds strings side by side.
HOLDERS = (
    ast.Set,
    ast.List,
    ast.Tuple,
    ast.Dict,
    ast.Call,
    ast.Compare,
    ast.MatchValue,
)
_CAMEL = re.compile(r"[a-z][A-Z]")  # delInstrText
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")


@cache
def english():
    """Words of the gazetteers, and those that no text does without."""
    names = (f.name.removesuffix(".toml") for f in gazetteers.FILES.iterdir())
    kept = {n for n in names if (ROOT / "gazetteers" / f"{n}.toml").exists()} - NAMES
    entries = [e for name in sorted(kept) for e in gazetteers.load(name).values()]
    listed = [
        a for e in entries for a in (e.name, *e.aliases, *e.fields.get("values", ()))
    ]
    dates = gazetteers.values("numbers", "months", "weekdays")
    cut = {day[:3] for day in dates}
    return STOP_WORDS | cut | {w for alias in listed for w in _WORD.findall(alias)}


@cache
def stems():
    return {word[:n] for word in english() for n in range(4, len(word) + 1)}


@cache
def terms():
    """What the code, the codebook and the categories of cues call things."""
    cues = gazetteers.load("cues").values()
    found = {*MARKUP, *(str(cue.fields["category"]) for cue in cues)}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in ("id", "attr", "arg", "name"):
                found.add(getattr(node, name, None))
    codebook = (ROOT / "corpus" / "record.schema.json").read_text(encoding="utf-8")
    found |= set(re.findall(r'"([a-z_]+)"', codebook))
    return {part for name in found if name for part in [name, *name.split("_")]}


def is_cue(item):
    """Whether ``item`` is a word or phrase of English, or a stem, and no term."""
    words = [w for w in _WORD.findall(item) if w not in terms()]
    return not _CAMEL.search(item) and any(
        w in english() or (len(w) > 3 and w in stems()) for w in words
    )


def text_of(node):
    """The string that ``node`` makes, or None; what is filled in is left out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [
            text_of(v) if isinstance(v, ast.Constant) else "|" for v in node.values
        ]
        return "".join(map(str, parts))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        sides = text_of(node.left), text_of(node.right)
        return None if sides == (None, None) else "".join(s or "" for s in sides)
    return None


def listed(text):
    """The items of a string that lists: between bars, or nothing but words."""
    plain = re.sub(r"\\[a-zA-Z]|\(\?P?[<=!:]+(?:[a-z_]+>)?|\{[^}]*\}", " ", text)
    if "|" in plain:
        yield from (" ".join(_WORD.findall(part)) for part in plain.split("|"))
    words = text.split()
    if len(words) > FEW and all(map(_WORD.fullmatch, words)):
        plainly = sum(word in STOP_WORDS for word in words)
        yield from words if plainly < len(words) / 4 else ()


def items(node, held=False):
    """What the strings under ``node`` list; ``held`` in a set, tuple or dictionary."""
    text = text_of(node)
    if text is not None:
        yield from listed(text)
        if held and _WORD.fullmatch(text.replace(" ", "-")) and text.count(" ") < 3:
            yield text
        for child in ast.walk(node):
            if isinstance(child, ast.FormattedValue):
                yield from items(child.value)
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        inner = text_of(node.func.value)
        if inner is not None and node.func.attr in ("split", "splitlines"):
            yield from inner.split()
            return
    holds = isinstance(node, HOLDERS) and not _of_terms(node)
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.stmt):
            yield from items(child, holds)


def _of_terms(node):
    """Whether ``node`` is a dictionary from terms, whose single words are terms too."""
    keys = [text_of(k) for k in node.keys] if isinstance(node, ast.Dict) else []
    return bool(keys) and terms().issuperset(keys)


def statements(tree):
    """Each statement of a module with the cue words in it, docstrings left out."""
    for node in ast.walk(tree):
        said = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, ast.stmt) and not said:
            yield node.lineno, {item for item in items(node) if is_cue(item)}


def word_lists(source):
    """Where ``source`` has a list of words: its line and the words, 0 for all of it."""
    found = list(statements(ast.parse(source)))
    lists = {line: words for line, words in found if len(words) > FEW}
    several = set().union(*(words for _, words in found if len(words) > 2))
    return lists | ({0: several} if len(several) > MANY else {})


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_lists_words(path):
    assert word_lists(path.read_text(encoding="utf-8")) == {}


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "x = 'robbed feared wounded threats hoax rumour'.split()", id="split"
        ),
        pytest.param(
            "x = 'robbed feared wounded threats hoax rumour'", id="only words"
        ),
        pytest.param(
            "x = {'robbed', 'feared', 'wounded'} | {'threats', 'hoax', 'rumour'}",
            id="union",
        ),
        pytest.param(
            "x = {\n 'robbed',\n 'feared',\n 'wounded',\n 'threats',\n 'hoax',"
            "\n 'fire'}",
            id="over lines",
        ),
        pytest.param(
            "x = {'robbed': 1, 'feared': 1, 'cancelled': 2, 'threats': 3, 'hoax': 4,"
            " 'rumour': 5}",
            id="keys",
        ),
        pytest.param(
            "x = dict(A='robbed|feared|wounded', B='threats|hoax|rumour')", id="values"
        ),
        pytest.param(
            "x = r'\\b(?:robb(?:ery|ers)|loot\\w*|wound\\w*'"
            " r'|ambush\\w*|hoax|rumour)\\b'",
            id="regex of stems",
        ),
        pytest.param(
            "x = 'robbed|feared|' + y + 'wounded|threats' + '|hoax|rumour'", id="sum"
        ),
        pytest.param(
            "x = f'robbed|feared|{y}|wounded|threats|hoax|rumour'", id="filled"
        ),
        pytest.param(
            "x = '|'.join(['robbed', 'feared', 'wounded', 'threats', 'hoax', 'fire'])",
            id="join",
        ),
        pytest.param(
            "x = f('robbed', 'feared', 'wounded', 'threats', 'hoax', 'fire')", id="call"
        ),
        pytest.param(
            "if y == 'robbed' or y == 'feared' or y in ('wounded', 'threats', 'hoax',"
            " 'rumour'):\n    pass",
            id="comparisons",
        ),
        pytest.param(
            "def f(y):\n    return y in {'robbed', 'feared', 'wounded', 'threats',"
            " 'hoax', 'rumour'}",
            id="in a function",
        ),
    ],
)
def test_a_list_is_found(source):
    assert word_lists(source)


def test_short_lists_add_up():
    words = sorted(w for w in STOP_WORDS if w.isalpha() and is_cue(w))[: MANY + 3]
    lines = [f"x{n} = {words[n : n + 3]}" for n in range(0, len(words) - 2, 3)]
    assert set(word_lists("\n".join(lines))) == {0}
    assert not word_lists("\n".join(lines[:3]))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "x = {'robbed', 'feared', 'wounded', 'threats', 'hoax'}", id="few"
        ),
        pytest.param(
            "def f():\n    '''Robbed, feared, wounded, threats, hoax|rumour|raid.'''",
            id="docstring",
        ),
        pytest.param(
            "raise ValueError(f'{x} is robbed | feared: it was a threat, a hoax')",
            id="message",
        ),
        pytest.param(
            "x.add_argument('run', help='what was not said before the end of day')",
            id="help",
        ),
        pytest.param(
            "x = {'incident_type': 1, 'attack': 2, 'plot': 3, 'arrest': 4, 'killed': 5,"
            " 'injured': 6, 'hijacking': 7}",
            id="codebook",
        ),
        pytest.param(
            "x = {'fear': 'feared', 'threat': 'threatened', 'attempt': 'tried',"
            " 'refuted': 'untrue', 'fiction': 'told', 'exercise': 'played'}",
            id="from terms to terms",
        ),
        pytest.param(
            "x = 'ol ul table section article header footer'.split()", id="markup"
        ),
        pytest.param("x = '| ' + y + ' | ' + z + ' |'", id="format"),
        pytest.param("x = 'qx|zzk|vvr|wwq|kkp|rrt|ppl'", id="no words"),
    ],
)
def test_what_is_no_list_is_let_be(source):
    assert not word_lists(source)

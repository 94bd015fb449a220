"""What its neighbours say of the noun phrase in brackets."""

import pytest

from incidents.extractors._struck import role

VICTIM = """
They killed [two men].
They killed at least seven [men].
The killing of a [judge] shook us.
It injured the other [men].
[Men] were killed.
[Men] have been badly wounded.
[Men] died.
[Men] later perished.
[Men] killed in May came.
[Men] killed.
[Men] who were shot fled.
[Men] of the old guard were wounded.
[Men] of the guard have been badly wounded.
A [spy] was poisoned.
[Men] were gunned down.
They shot at [men] as killing [others].
"""
OBJECT = """
They attacked the [base].
They attacked a crowded [base].
They set fire to the [base].
They blew up the [base].
A blast in the [base] shook us.
A blast near the old [base] shook us.
Shots were fired at the [base].
They opened fire on the [base].
The [base] attack shook us.
The [base] bombing shook us.
The [base] was bombed.
The [base] has been badly damaged.
The [base] which was hit fell.
A plot against the [base] failed.
Grenades thrown into the [base] burned.
"""
AGENT = """
According to [police] it fell.
It was taken by the [army].
[Police] said so.
[Police] have also arrested two men.
[Police] sources came.
[Police] later confirmed it.
"""
NEITHER = """
The [base] is large.
They slept in the [base].
They killed two men, and the [base] slept.
They killed two men with a [base].
They killed two men who saw the [base].
[Men] killed two others.
[Men] of the guard killed two others.
[Men] of the guard, who were shot, fled.
[Men] of the guard and others were hit.
They were near the [base].
They attacked.
[Base]
They attacked it\\n\\n[Base] fell.
They attacked it. The [base] fell.
They attacked it from one two three four five six seven [bases].
[Men] had been arrested.
"""


def read(nlp, marked):
    marked = marked.replace("\\n", "\n")
    before, _, rest = marked.rpartition("[")
    inside, _, after = rest.partition("]")
    before = before.replace("[", "").replace("]", "")
    doc = nlp(before + inside + after)
    return role(doc.char_span(len(before), len(before) + len(inside)))


def lines(block):
    return [line for line in block.strip().splitlines() if "[" in line]


@pytest.mark.parametrize("marked", lines(NEITHER))
def test_neither(nlp, marked):
    assert read(nlp, marked) is None


@pytest.mark.parametrize("marked", lines(VICTIM))
def test_victim(nlp, marked):
    assert read(nlp, marked) == "victim"


@pytest.mark.parametrize("marked", lines(OBJECT))
def test_object(nlp, marked):
    assert read(nlp, marked) == "object"


@pytest.mark.parametrize("marked", lines(AGENT))
def test_agent(nlp, marked):
    assert read(nlp, marked) == "agent"


@pytest.mark.parametrize(
    "word",
    "kill kills killed killing injured wounding murdered assassinated beheaded "
    "abducted kidnapped massacred shot shooting executed slain slaughtered stabbed "
    "slew shoots maimed beheads".split(),
)
def test_hurt(nlp, word):
    assert read(nlp, f"It {word} the other [men].") == "victim"


@pytest.mark.parametrize(
    "word",
    "attacked attacking bombed bombing targeted hit hits struck raided stormed "
    "ambushed shelled torched burned destroyed damaged seized occupied hijacked rammed "
    "assaulted besieged rocketed dynamited sabotaged firebombed overran mortared "
    "strafed vandalized derailed ripped tore rocked devastated gutted".split(),
)
def test_hit(nlp, word):
    assert read(nlp, f"It {word} the other [base].") == "object"


@pytest.mark.parametrize(
    "word",
    "attack assault bombing blast explosion raid ambush siege plot "
    "attempt strike assassination hijacking arson bomb grenade rocket "
    "explosives dynamite fire fired exploded detonated shots thrown threw hurled "
    "planted placed left device charge crashed drove slammed car truck mortar shells "
    "missile bomber himself opened burst parked plan deaths violence".split(),
)
@pytest.mark.parametrize("place", ["at", "near"])
def test_what_happened_there(nlp, word, place):
    assert read(nlp, f"It was {word} {place} the [base].") == "object"


@pytest.mark.parametrize(
    "place", "at on in into inside near outside to upon between".split()
)
def test_places(nlp, place):
    assert read(nlp, f"A blast {place} the [base] shook us.") == "object"
    assert read(nlp, f"A song {place} the [base] shook us.") is None


@pytest.mark.parametrize(
    "word", "by from with after before while since who which".split()
)
def test_what_parts_them(nlp, word):
    assert read(nlp, f"It hit us {word} some [men].") in {None, "agent"}
    assert read(nlp, f"It hit us {word} some [men].") != "object"


@pytest.mark.parametrize(
    "word",
    "a an the its his her their some several two three ten dozen many up to front "
    "least more than over about nearly almost other one all".split(),
)
def test_words_between(nlp, word):
    assert read(nlp, f"A blast {word} in {word} [base] shook us.") == "object"


@pytest.mark.parametrize("word", "was were is are been being be got".split())
def test_passive(nlp, word):
    assert read(nlp, f"[Men] {word} killed yesterday.") == "victim"
    assert read(nlp, f"The [base] {word} bombed yesterday.") == "object"


@pytest.mark.parametrize(
    "word", "also badly seriously severely completely later".split()
)
def test_adverbs(nlp, word):
    assert read(nlp, f"The [base] was {word} damaged yesterday.") == "object"


@pytest.mark.parametrize(
    "word", "by from in on at during when and or , near outside".split()
)
def test_killed_and_no_object(nlp, word):
    assert read(nlp, f"[Men] killed {word} it fled.") == "victim"


@pytest.mark.parametrize(
    "word",
    "attack attacks bombing blast shooting massacre siege plot assault killing murder "
    "assassination kidnapping abduction ambush stabbing".split(),
)
def test_blamed(nlp, word):
    assert read(nlp, f"The [base] {word} came.") == "object"


@pytest.mark.parametrize(
    "word",
    "said says say told announced confirmed reported believe suspect arrested detained "
    "foiled found discovered recovered defused intercepted cordoned investigating "
    "identified accused blamed launched seized warned added noted declined claimed "
    "alleged charged ordered rejected denied stated vowed thwarted disrupted searched "
    "questioned uncovered spokesman spokeswoman sources investigators statement "
    "operation".split(),
)
def test_who_speaks_or_acts(nlp, word):
    assert read(nlp, f"[Police] {word} it.") == "agent"
    assert read(nlp, f"[Police] have {word} it.") == "agent"
    assert read(nlp, f"[Police] have been {word}.") != "agent"

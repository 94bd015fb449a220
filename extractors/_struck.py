"""What its neighbours say of a noun phrase: that it was attacked, or hurt, or did it.

Words alone are read, not the parse, so that headings, table cells and capitals are
read as running text is.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from incidents.extractors._phrases import stops, words

_HURT = words(
    "kill kills killed killing injure injures injured injuring wound wounds wounded"
    " wounding murder murders murdered murdering assassinate assassinates"
    " assassinated assassinating behead beheaded beheading abduct abducts abducted"
    " abducting kidnap kidnaps kidnapped kidnapping kidnaped massacred massacring"
    " massacre shot shoot shooting execute executed executing slain slaughtered hurt"
    " dead stabbed stabbing stab beheads slaying slew died perished maimed shoots"
    " throat throats gunned knifed hacked lynched strangled bludgeoned poisoned"
    " poisoning lynching hacking beaten tortured drowned crucified mutilated stoned"
)
_HIT = words(
    "attack attacks attacked attacking bomb bombs bombed bombing target targets"
    " targeted targeting hit hits hitting strike strikes struck striking raid raided"
    " raiding storm storms stormed storming ambush ambushed ambushing shell shelled"
    " shelling torch torched torching burn burned burnt burning destroy destroys"
    " destroyed destroying damage damages damaged damaging blow blew blown blowing"
    " seize seized seizing occupy occupied occupying hijack hijacked hijacking ram"
    " rammed ramming assault assaulted assaulting besiege besieged rocketed dynamite"
    " dynamited dynamiting sabotage sabotaged sabotaging firebomb firebombed"
    " firebombing overran overrun mortared strafed strafing vandalized vandalised"
    " derailed machinegunned ripped tore rocked rocks devastated shattered gutted"
    " set setting threaten threatened threatening against"
)
_EVENTS = words(
    "attack attacks assault assaults bombing bombings blast blasts explosion"
    " explosions shooting shootings raid raids ambush ambushes massacre siege plot"
    " plots attempt strike strikes stabbing ramming killing killings murder murders"
    " assassination kidnapping kidnappings abduction hijacking arson bomb bombs"
    " grenade grenades rocket rockets explosives dynamite fire fired firing exploded"
    " explode explodes exploding detonated detonate detonates detonating off shot"
    " shots thrown threw tossed hurled lobbed planted placed left device"
    " devices charge charges cocktail cocktails violence crashed drove ploughed"
    " plowed plowing slammed damage car van truck lorry mortar mortars shells"
    " missile missiles bomber bombers himself herself themselves opened burst parked"
    " plan plans planned bombed attacked shelling rammed incident injured killed"
    " wounded deaths"
)
_FORE = words("at on in into inside near outside against of to upon between during")
_FAR = words("by from with after before while since who which that")
_FILLERS = words(
    "a an the its his her their our this that these those another some several two"
    " three four five six seven eight nine ten dozen dozens many up fire to front"
    " least more than over about around nearly almost other one all"
)
_PASSIVE = words("was were is are been being be got")
_LEADING = words("have has had would to will who which that")
_ADVERBS = words("also badly seriously severely completely partially later")
_SUFFERED = words("dead died perished")
_AGENCY = words("by from in on at during when and or , near outside")
_BLAMED = words(
    "attack attacks bombing bombings blast blasts shooting shootings massacre siege"
    " plot plots assault killing killings murder murders assassination kidnapping"
    " kidnappings abduction ambush stabbing"
)
_SPEAKS = words(
    "said says say saying told tells announced announces confirmed confirms"
    " reported reports believe believes suspect suspects arrested arrests detained"
    " detains foiled found discovered recovered defused intercepted cordoned"
    " investigating investigated identified accused accuses blamed blames launched"
    " seized warned warns added noted declined claimed alleges alleged charged"
    " sentenced ruled convicted ordered rejected denied denies stated reportedly"
    " appealed vowed thwarted disrupted searched questioned uncovered spokesman"
    " spokesmen spokeswoman spokesperson source sources investigation investigators"
    " statement operation operations report"
)
_REACH = 7


def role(span: Span) -> str | None:
    """How ``span`` took part.

    Returns:
        ``victim`` of what hurts people, ``object`` of an attack, ``agent`` where it
        speaks, arrests or attacks itself; None where its neighbours do not say.
    """
    behind, ahead = _behind(span), _ahead(span)
    if _agent(behind, ahead):
        return "agent"
    return _passive(ahead) or _active(behind)


def _behind(span: Span) -> list[str]:
    """Words before, nearest first."""
    return _words(span.doc, range(span.start - 1, span.start - 2 * _REACH, -1))


def _ahead(span: Span) -> list[str]:
    return _words(span.doc, range(span.end, span.end + 2 * _REACH))


def _words(doc: Doc, places: range) -> list[str]:
    near: list[str] = []
    for i in places:
        if not 0 <= i < len(doc) or len(near) == _REACH or stops(doc[i]):
            break
        if not doc[i].is_space:
            near.append(doc[i].lower_)
    return near


def _agent(behind: list[str], ahead: list[str]) -> bool:
    near = [w for w in behind if w not in _FILLERS][:1]
    if near == ["by"] or behind[:2] == ["to", "according"]:
        return True
    follows = [w for w in ahead if w not in {"have", "has", "had", "also", "later"}]
    return bool(follows) and follows[0] in _SPEAKS and "been" not in ahead[:3]


def _passive(ahead: list[str]) -> str | None:
    """``were killed``, ``bombed``, ``attack``."""
    if ahead[:1] and ahead[0] in _BLAMED:
        return "object"
    rest = [w for w in _past_complement(ahead) if w not in _ADVERBS]
    helped = 0
    while rest and rest[0] in _LEADING | _PASSIVE:
        helped += rest.pop(0) in _PASSIVE
    if not rest:
        return None
    word = rest[0]
    bare = not rest[1:] or rest[1] in _AGENCY  # "soldiers killed in", not "killed two"
    if word in _SUFFERED or (word in _HURT and (helped or bare)):
        return "victim"
    return "object" if helped and word in _HIT else None


def _past_complement(ahead: list[str]) -> list[str]:
    """The words from the verb on: of ``of a mosque in Riga was shot``, the last two."""
    if ahead[:1] == ["of"]:
        for n, word in enumerate(ahead):
            if word in _PASSIVE:
                return ahead[n:]
            if word in _FAR or word in {",", "and"}:
                break
    return ahead


def _active(behind: list[str]) -> str | None:
    """``killing two``, ``attacked the``, ``a blast in the crowded``."""
    for i, word in enumerate(behind):
        if word in _HURT:
            return "victim"
        if word in _HIT:
            return "object"
        if word in _FORE:
            return _at(behind[i + 1 :])
        if word in _FAR or word in _PASSIVE or word == ",":
            return None
    return None


def _at(behind: list[str]) -> str | None:
    """``a blast`` before ``in``, ``opened fire`` before ``on``."""
    near = [w for w in behind if w not in _FILLERS or w == "fire"][:2]
    if any(w in _HURT for w in near[:1]):
        return "victim"
    return "object" if any(w in _EVENTS or w in _HURT | _HIT for w in near) else None

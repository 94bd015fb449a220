"""Marked words that many cases are made of, and cues that reach them or not."""

HIT = "[hit](EVENT attack; kind=attack)"
BOMB = "[bomb](WEAPON bomb; attack_type=bombing; category=explosives)"
EXPLODED = "[blew up](EVENT exploded; kind=attack; attack_type=bombing)"
RIGA = "[Riga](PLACE 1)"
PLAN = "a [plan](EVENT plan; kind=plot)"
HELD = "[Two men](SUSPECTS 2; kind=arrested)"
TRIED = "[charged](LEGAL charged)"
#: What takes back all that was told before it.
BACK = "[False story](CUE refuted; reach=False story)."
#: Cues of what is told as no event, and of one that has not happened.
NOT_TRUE = ["refuted", "exercise", "fiction"]
TO_COME = ["fear", "hypothetical", "planned", "threat"]


def cue(category, marked):
    """``marked`` with a cue that reaches all of it."""
    return f"[Maybe](CUE {category}) {marked}."


def aside(category, marked):
    """``marked`` with a cue that reaches none of it."""
    return f"{marked}, [hum](CUE {category}; reach=hum)."

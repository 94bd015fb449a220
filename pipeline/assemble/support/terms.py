"""The codebook's terms: each needs a word of its own in the quotes, not negated."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.assemble.support.evidence import Shown, asserted


def _stems(table: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {
        term: re.compile(rf"\b(?:{stems})", re.IGNORECASE)
        for term, stems in table.items()
    }


_EXPLODE = (
    r"\w*bomb\w*|explo\w*|blast\w*|blow\w*|blew|deton\w*|grenade|dynamit\w*|mine\b"
    r"|mines\b|dynamite|ied"
    r"|device|rocket|mortar|missile|shell|vest|torpedo|suicide|semtex|tnt|triacetone"
    r"|tatp"
    r"|hydrogen.peroxide|fertili[sz]er|gas cylinder"
)
_ARMED = (
    r"\w*shot\w*|shoot\w*|\w*gun\w*|rifle\w*|pistol|firearm|weapon|open(?:ed"
    r"|ing)? fire|fir(?:ed|ing)"
    r"|kni(?:fe|ves)|knif\w+|stab\w*|machete|axe|ram(?:m|s\b)\w*|\w*ramm\w*|plough\w*"
    r"|plow\w*"
    r"|(?:car|truck|van|vehicle) (?:attack|into)|drove (?:\w+ ){0,4}(?:into|at)"
    r"|ambush\w*|armed"
    r"|assault\w*|storm\w*"
    r"|raid\w*|attack\w*|sword|hack\w*|sharp|blade\w*|behead\w*|slash\w*|massacr\w*"
    r"|kalash\w*"
    r"|ak-?47|mow\w*|slaughter\w*|militant|clash\w*|mumbai|fusillade|spray\w*"
)
_ATTACK = _stems(
    {
        "bombing": _EXPLODE,
        "armed_assault": _ARMED,
        "assassination": r"assassin\w*|murder\w*|gunned down|shot dead|fatally shot"
        r"|slain|shot"
        r"|shoot\w*|killed (?:a|an|the) (?:\w+ ){0,2}(?:minister|ambassador|president"
        r"|leader|mp"
        r"|politician|judge|general|mayor|governor|lawmaker|prosecutor|journalist)",
        "hijacking": r"hijack\w*|seiz\w*|skyjack\w*|took over|commandeer\w*",
        "kidnapping": r"kidnap\w*|abduct\w*|hostage\w*|captiv\w*|captur\w*|snatch\w*"
        r"|seiz\w* (?:\w+ )?(?:girls|"
        r"pupils|people|women|men|children)|taken\b(?! (?:off|from airport))",
        "barricade": r"hostage\w*|sieg\w*|barricad\w*|seiz\w*|held|standoff|stand-off"
        r"|occup\w*"
        r"|captiv\w*|took",
        "unarmed_assault": r"poison\w*|chemical|gas\b|sarin|ricin|anthrax|biolog\w*"
        r"|beat\w*"
        r"|punch\w*|strangl\w*|acid|toxi\w*|nerve|cyanide|radiolog\w*|push\w*",
        "facility_attack": r"arson\w*|(?:set|on|fire-?)\s?(?:fire|bomb\w*)\b"
        r"|fires?\b(?<!opened fire)(?<!open fire)|burn\w*|torch\w*|incend\w*"
        r"|sabot\w*|set (?:on|ali"
        r"ght)|vandal\w*|ablaze|flames|derail\w*|molotov|petrol",
        "unknown": r"",
    }
)
_LEGAL = _stems(
    {
        "arrested": r"\w*arrest\w*|detain\w*|detention|custody|captur\w*|(?:is|are|was"
        r"|were|been"
        r"|being) held|held (?:for|on|in)\b|apprehend\w*|raid\w*|nabbed|round\w*"
        r"|jail\w*|caught|imprison\w*|remand\w*|surrender|taken",
        "charged": r"charg\w*|indict\w*|accus\w*|arraign\w*|prosecut\w*|trial"
        r"|stood trial",
        "convicted": r"convict\w*|guilty|sentenc\w*|jail\w*|imprison\w*|life\b"
        r"|prison\w*|condemn\w*"
        r"|serving",
        "acquitted": r"acquit\w*|clear\w*|not guilty|exonerat\w*",
        "released": r"releas\w*|freed|freeing|set free|bail\w*|let go",
        "deported": r"deport\w*|expel\w*|expuls\w*",
        "charges_dropped": r"drop\w*|dismiss\w*|withdr\w*|no indictment|thrown out"
        r"|threw out",
        "executed": r"execut\w*|hang\w*|death penalty was",
        "killed": r"kill\w*|dead|die[ds]?\b|shot|shoot\w*|neutrali\w*|death",
    }
)
_PERSON = re.compile(
    r"\b(?:attackers?|gunm[ae]n|bombers?|suspects?|assailants?|perpetrators?|shooters?"
    r"|terrorists?|militants?|extremists?|plotters?|him|he|himself|them|themselves"
    r"|brothers?"
    r"|guerrillas?|rebels?|hijackers?|hostage.takers?|insurgents?|fighters?|m[ae]n"
    r"|leader|police|shootout"
    r"|drivers?|captors|kidnappers?|they|all)\b",
    re.IGNORECASE,
)
_CALLED_OFF = (
    r"abandon\w*|call(?:ed|ing) off|g[ai]ve[ns]? up|aborted|backed out"
    r"|chang\w+ (?:his|her|their)"
)
_OUTCOME = _stems(
    {
        "foiled": r"foil\w*|thwart\w*|prevent\w*|disrupt\w*|stopp\w*|avert\w*"
        r"|intercept\w*|\w*arrest\w*"
        r"|detain\w*|custody|charg\w*|convict\w*|caught|seiz\w*|raid\w*|defus\w*"
        r"|uncover\w*|discover"
        r"\w*|indict\w*|sentenc\w*|guilty|jail\w*|disarm\w*|dismantl\w*|apprehend\w*"
        r"|captur\w*|police"
        r"|found|find\w*|broke\w* up|bust\w*|agents?|tried|remand\w*|trial|prison\w*"
        r"|held",
        "failed": r"fail\w*|misfir\w*|malfunction\w*|(?:did|does|do) not|didn[’']t"
        r"|never|without"
        r"|nobody|no[- ]?one|unsuccessful\w*|botch\w*|defus\w*|safely|burned|subdu\w*"
        r"|overpower\w*"
        r"|only|no (?:\w+ )?(?:casualt|injur|damage|harm|victim)\w*"
        r"|not (?:\w+ )?explo\w*|attempt\w*"
        r"|disarm\w*|escaped|missed|nothing|none|fizzl\w*|smok\w*|surviv\w*|tried",
        "abandoned": _CALLED_OFF,
    }
)
_UNHARMED = re.compile(
    r"\b(?:foiled|thwarted|averted|called off|abandoned|aborted)\b|\b(?:did not"
    r"|didn[’']t|never"
    r"|failed to|was not|were not|not) (?:\w+ )?(?:explode|detonate|go off|happen"
    r"|take place"
    r"|attack|carried out|launched|bomb|kill|shoot|shot|killed|attacked|bombed)",
    re.IGNORECASE,
)
_LAUNCHED = re.compile(
    r"\b(?:\w*attack\w*|\w*bomb\w*|explo\w*|blast\w*|bl[eo]w\w*|deton\w*|\w*shot\w*"
    r"|shoot\w*|gun\w*"
    r"|kill\w*|stab\w*|murder\w*|assassin\w*|massacr\w*|\w*ramm?\w*|kidnap\w*"
    r"|abduct\w*|hijack\w*"
    r"|hostage\w*|sieg\w*|seiz\w*|storm\w*|raid\w*|assault\w*|ambush\w*|fir(?:e|ed"
    r"|ing)\b|arson\w*"
    r"|struck|strik\w*|hit\b|wound\w*|injur\w*|dead|deaths?|died?|drove|set off"
    r"|mortar\w*|rocket"
    r"\w*|poison\w*|gas\b|sarin|crash\w*|violen\w*|slaughter\w*|behead\w*|burn\w*"
    r"|torch\w*|toll"
    r"|casualt\w*|victims?|atrocit\w*|knif\w*|plough\w*|took|device|lost|sabot\w*"
    r"|weapons?|kalash\w*|dynamit\w*|went off|incident|shell"
    r"\w*|grenade\w*|outrage|destroy\w*|captur\w*|taken|terror\w*|opened|weekend)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:plot\w*|plan\w*|conspir\w*|foil\w*|thwart\w*|prevent\w*|disrupt\w*|avert\w*"
    r"|intend\w*"
    r"|intent\w*|prepar\w*|attempt\w*|suspect\w*|want\w*|meant|aim\w*|target\w*"
    r"|scheme\w*|try\w*"
    r"|tried|about to|was to|were to|would|conceiv\w*|order\w*|seek\w*|sought"
    r"|\w*arrest\w*|charg\w*"
    r"|sentenc\w*|convict\w*|cell|alleged\w*|accus\w*|abandon\w*|threat\w*|find|found"
    r"|bound|detain"
    r"\w*|design\w*|propos\w*|fail\w*|misfir\w*|considered|hoped|discuss\w*)\b",
    re.IGNORECASE,
)
_ARRESTED = re.compile(
    r"\b(?:\w*arrest\w*|detain\w*|detention|custody|charg\w*|indict\w*|convict\w*"
    r"|sentenc\w*|guilty"
    r"|apprehend\w*|captur\w*|raid\w*|round\w*|jail\w*|prosecut\w*|trial|tried|seiz\w*"
    r"|held|caught"
    r"|deport\w*|crackdown|operation\w*|imprison\w*|sweep|remand\w*|surrender\w*)\b",
    re.IGNORECASE,
)
_TYPES = {"attack": _LAUNCHED, "plot": _PLANNED, "arrest": _ARRESTED}
_HEDGED = re.compile(
    r"\b(?:alleg\w*|report\w*|suspect\w*|believ\w*|purport\w*|accus\w*|apparent\w*"
    r"|said|says?"
    r"|claim\w*|according|told|charg\w*|may have|might|possib\w*|thought|likely"
    r"|unconfirmed"
    r"|initially|indict\w*|prosecut\w*|appear\w*)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:never (?:\w+ )?(?:happened|took place|was|were|occurred|existed)|no such"
    r"|den(?:y|ied|ies"
    r"|ial)|did not (?:\w+ )?(?:happen|take place|occur)|didn[’']t happen|fabricat\w*"
    r"|hoax\w*|false"
    r"|invent\w*|non-?existent|fictit\w*|retract\w*|misspoke|untrue|made up|not true"
    r"|there (?:was"
    r"|were|had been) no|did not exist|no (?:attack|massacre|bomb|plot)\w*)\b",
    re.IGNORECASE,
)
_WEAPON = _stems(
    {
        "explosives": _EXPLODE,
        "firearms": r"\w*gun\w*|rifle\w*|pistol\w*|firearm\w*|revolver|weapon\w*"
        r"|sh[o0]ot\w*|shot\w*"
        r"|kalash\w*|ak-?47|arms|fir(?:e|ed|ing)|ar-?15|carbine|glock|bullet|armed"
        r"|snip\w*|m-?16"
        r"|automatic|handgun\w*",
        "melee": r"kni(?:fe|ves)|knif\w*|stab\w*|machete\w*|axe\w*|sword\w*|hammer\w*"
        r"|blade\w*|dagger"
        r"|sharp|hack\w*|scissors|cleaver|club|stones?|hatchet|slash\w*|box.?cutter\w*"
        r"|behead\w*"
        r"|bayonet|spear|screwdriver",
        "vehicle": r"\w*ramm\w*|truck|lorry|van\b|cars?\b|vehicle\w*|drove|driv\w*"
        r"|plough\w*|plow\w*"
        r"|suv|pick-?up|bus\b|aircraft|airliner\w*|plane\w*|jet|airplane\w*",
        "incendiary": r"arson\w*|fire\w*|molotov\w*|petrol\w*|incend\w*|gasoline"
        r"|burn\w*|torch\w*"
        r"|ablaze|flam\w*|kerosene|flare|lighter|\w*matches",
        "missile": r"missile\w*|rocket\w*|mortar\w*|rpg\w*|stinger\w*|drone\w*"
        r"|shell\w*|grenade\w*",
        "chemical": r"chemical\w*|gas\b|sarin|ricin|chlorine|cyanide|poison\w*|acid\w*"
        r"|nerve"
        r"|toxi\w*|mustard|thallium|novichok",
        "biological": r"biolog\w*|anthrax|ricin|germ\w*|botul\w*|bacteri\w*|virus"
        r"|toxin",
        "radiological": r"radio\w*|dirty|nuclear|polonium|cesium|caesium|uranium",
        "sabotage": r"sabot\w*|derail\w*|track\w*|rail\w*|cut\w*",
        "fake": r"fake\w*|hoax\w*|imitation|replica|toy|dummy|inert",
    }
)


def legal(step: str, shown: Shown) -> bool:
    """Whether a quote tells the legal step, and not of victims."""
    for one in shown:
        for match in asserted(_LEGAL[step], one.whole):
            near = one.whole[max(0, match.start() - 60) : match.end() + 60]
            if step != "killed" or _PERSON.search(near):
                return True
    return step == "acquitted" and any(
        "not guilty" in e.quote.casefold() for e in shown
    )


def attack_type(term: str, shown: Shown) -> bool:
    """Whether a quote tells the manner of attack."""
    return any(any(asserted(_ATTACK[term], e.whole)) for e in shown)


def weapon(text: str, category: str) -> bool:
    """Whether the words for a weapon can be of the category, where they tell one."""
    fits = {c for c, stems in _WEAPON.items() if stems.search(text)}
    return category in fits or not fits or category in ("other", "unknown")


def incident_type(term: str, shown: Shown) -> bool:
    """Whether a quote tells of what the record is."""
    return any(any(asserted(_TYPES[term], e.whole)) for e in shown)


def outcome(term: str, kind: str, shown: Shown) -> bool:
    """Whether what became of it is told; a completed attack needs no word for it."""
    if term == "unknown":
        return kind == "plot"
    if term == "completed":
        return kind == "attack" and not any(_UNHARMED.search(e.quote) for e in shown)
    if kind == "arrest" or (term == "foiled" and kind == "attack"):
        return False
    cue = _OUTCOME[term]
    return any(
        cue.search(e.whole) if term == "failed" else any(asserted(cue, e.whole))
        for e in shown
    )


def assertion(term: str, shown: Shown) -> bool:
    """Whether the stance is in the words; an assertion needs none but no denial."""
    denied = any(_DENIED.search(e.quote) for e in shown)
    if term == "denied":
        return denied
    return term == "asserted" or any(_HEDGED.search(e.quote) for e in shown)

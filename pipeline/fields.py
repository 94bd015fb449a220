"""The fields of a record, a row a field; all that goes by fields is derived from it.

To add one: its row here, its attribute in ``records.py`` (a test holds the two to each
other), a reader in ``assemble`` and a check in its ``support``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incidents.pipeline import records, slots
from incidents.pipeline.kinds import Kind
from incidents.pipeline.records import Incident
from incidents.pipeline.slots import Compare, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a record, or one part of its suspects.

    Attributes:
        name: Its key; ``suspects.ages`` for a part.
        kind: What its values are.
        label: What a reader calls one value of it.
        many: Whether it is a list.
        terms: The codebook's terms for its values, or for the part that has them.
        parts: Of named things, the keys of the words and of the term.
        mention: The label of the mentions that it is read from.
        slots: What of it is scored.
        required: Whether every record has one.
        follows: The field whose quotes bear it out where it has none of its own, and
            the kind of derivation.
        printed: Whether its words are coded as the document writes them.
        cited: Whether the figure of fields cited counts it.
        sure: Whether it has a confidence of its own.
        compared: Whether sources that give it differently are said to disagree.
        tabled: Whether the report's table has a column of it.
    """

    name: str
    kind: Kind
    label: str
    many: bool = False
    terms: tuple[str, ...] = ()
    parts: tuple[str, str] = ("text", "category")
    mention: str = ""
    slots: tuple[Slot, ...] = ()
    required: bool = False
    follows: tuple[str, str] | None = None
    printed: bool = False
    cited: bool = True
    sure: bool = True
    compared: bool = False
    tabled: bool = False

    @property
    def head(self) -> str:
        """Its key in the record: ``suspects`` of ``suspects.ages``."""
        return self.name.partition(".")[0]

    @property
    def part(self) -> str:
        """Its key in the object under ``head``; empty where it is no part."""
        return self.name.partition(".")[2]

    @property
    def ends(self) -> tuple[str, str] | None:
        """The keys of the two ends of a figure that is a part, which stand apart."""
        if self.part and self.kind is Kind.FIGURE:
            return f"{self.part}_min", f"{self.part}_max"
        return None


def heads(fields: Iterable[Field]) -> tuple[str, ...]:
    """The keys of a record that ``fields`` stand under, each once."""
    return tuple(dict.fromkeys(field.head for field in fields))


#: Every field, in the codebook's order.
FIELDS = (
    Field(
        name="incident_type",
        kind=Kind.TERM,
        label="Type",
        terms=records.INCIDENT_TYPES,
        mention="EVENT",
        slots=(Slot("incident_type", slots.known),),
        required=True,
        cited=False,
        sure=False,
        tabled=True,
    ),
    Field(
        name="outcome",
        kind=Kind.TERM,
        label="Outcome",
        terms=records.OUTCOMES,
        mention="EVENT",
        slots=(Slot("outcome", slots.known),),
        follows=("incident_type", "event"),
        cited=False,
        tabled=True,
    ),
    Field(
        name="date",
        kind=Kind.DAY,
        label="Date",
        mention="DATE",
        slots=(Slot("date", slots.known, Compare.DAY),),
        compared=True,
        tabled=True,
    ),
    Field(
        name="date_basis",
        kind=Kind.TERM,
        label="Date basis",
        terms=records.DATE_BASES,
        mention="EVENT",
        follows=("date", "event"),
        cited=False,
        sure=False,
    ),
    Field(
        name="countries",
        kind=Kind.COUNTRY,
        label="Country",
        many=True,
        mention="PLACE",
        slots=(Slot("countries", noun="country"),),
        follows=("places", "place"),
        tabled=True,
    ),
    Field(
        name="places",
        kind=Kind.TEXT,
        label="Place",
        many=True,
        mention="PLACE",
        slots=(Slot("places", compare=Compare.WORDS, noun="place"),),
        printed=True,
        tabled=True,
    ),
    Field(
        name="attack_types",
        kind=Kind.TERM,
        label="Attack type",
        many=True,
        terms=records.ATTACK_TYPES,
        mention="EVENT",
        slots=(Slot("attack_types", slots.told),),
        cited=False,
    ),
    Field(
        name="targets",
        kind=Kind.NAMED,
        label="Target",
        many=True,
        terms=records.TARGET_CATEGORIES,
        mention="TARGET",
        slots=(
            Slot("targets", slots.texts, Compare.WORDS, "target"),
            Slot(
                "target_categories",
                slots.named_categories,
                noun="kind of target",
                decides=False,
            ),
        ),
        printed=True,
        tabled=True,
    ),
    Field(
        name="groups",
        kind=Kind.NAMED,
        label="Group",
        many=True,
        terms=records.LINKS,
        parts=("name", "link"),
        mention="GROUP",
        slots=(
            Slot("groups", slots.names, decides=False),
            Slot("group_links", slots.links),
        ),
        tabled=True,
    ),
    Field(
        name="suspects.count",
        kind=Kind.FIGURE,
        label="Suspects",
        mention="SUSPECTS",
        slots=(Slot("suspect_count", slots.spans, noun="suspects"),),
    ),
    Field(
        name="suspects.nationalities",
        kind=Kind.COUNTRY,
        label="Nationality",
        many=True,
        mention="NATIONALITY",
        slots=(Slot("nationalities", slots.distinct),),
    ),
    Field(
        name="suspects.ages",
        kind=Kind.NUMBER,
        label="Age",
        many=True,
        mention="AGE",
        slots=(Slot("ages"),),
    ),
    Field(
        name="suspects.names",
        kind=Kind.TEXT,
        label="Named suspect",
        many=True,
        mention="PERSON",
        slots=(Slot("names", compare=Compare.WORDS),),
        printed=True,
    ),
    Field(
        name="suspects.people",
        kind=Kind.PEOPLE,
        label="Person",
        many=True,
        terms=records.LEGAL_STEPS,
        mention="PERSON",
        slots=(Slot("people_legal", slots.steps),),
        sure=False,
    ),
    Field(
        name="weapons",
        kind=Kind.NAMED,
        label="Weapon",
        many=True,
        terms=records.WEAPON_CATEGORIES,
        mention="WEAPON",
        slots=(Slot("weapon_categories", slots.categories, noun="kind of weapon"),),
        printed=True,
    ),
    Field(
        name="hostages",
        kind=Kind.FIGURE,
        label="Hostages",
        mention="HOSTAGES",
        slots=(Slot("hostages", slots.spans, noun="hostages"),),
        cited=False,
        sure=False,
        compared=True,
    ),
    Field(
        name="killed",
        kind=Kind.FIGURE,
        label="Killed",
        mention="KILLED",
        slots=(Slot("killed", slots.spans, noun="killed"),),
        compared=True,
        tabled=True,
    ),
    Field(
        name="injured",
        kind=Kind.FIGURE,
        label="Injured",
        mention="INJURED",
        slots=(Slot("injured", slots.spans, noun="injured"),),
        compared=True,
        tabled=True,
    ),
    Field(
        name="casualties",
        kind=Kind.FIGURE,
        label="Casualties",
        mention="CASUALTIES",
        sure=False,
        compared=True,
    ),
    Field(
        name="legal",
        kind=Kind.TERM,
        label="Legal step",
        many=True,
        terms=records.LEGAL_STEPS,
        mention="LEGAL",
        slots=(Slot("legal"),),
    ),
    Field(
        name="assertion",
        kind=Kind.TERM,
        label="Assertion",
        terms=records.ASSERTIONS,
        mention="EVENT",
        required=True,
        follows=("incident_type", "event"),
        cited=False,
        sure=False,
    ),
)
#: The fields of our own records.
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}
#: Fields of which a record has one value at most.
SINGLE = frozenset(field.name for field in FIELDS if not field.many)
#: The keys of a record that the codebook codes, in its order.
HEADS = heads(FIELDS)
#: Every slot that is scored, and the field that it is read off.
SLOTS: Mapping[str, Slot] = {s.name: s for f in FIELDS for s in f.slots}
FIELD_OF: Mapping[str, Field] = {s.name: f for f in FIELDS for s in f.slots}


def values(record: Mapping[str, Any] | Incident, field: Field) -> list[Any]:
    """What a record has of ``field``: a list, of one value at most where it is single.

    The number of suspects stands as two keys and is read as one range. A record may be
    a line of a file, or an incident.
    """
    held = _get(record, field.head)
    if field.part:
        held = _part(held or {}, field)
    if field.many:
        return list(held or ())
    return [] if held is None else [held]


def _get(holder: object, key: str) -> Any:
    return holder.get(key) if isinstance(holder, Mapping) else getattr(holder, key)


def _part(holder: object, field: Field) -> Any:
    if field.ends is None:
        return _get(holder, field.part)
    low, high = (_get(holder, key) for key in field.ends)
    if low is None and high is None:
        return None
    if isinstance(holder, Mapping):
        return {"min": low, "max": high}
    return records.Range(low, high)


def path_of(field: Field, n: int) -> str:
    """The path of the ``n``-th value of a field."""
    return f"{field.name}[{n}]" if field.many else field.name


def put(record: dict[str, Any], field: Field, value: Any) -> str:
    """Write ``value`` into a record made by ``empty``; returns its path."""
    holder = record[field.head] if field.part else record
    key = field.part or field.head
    if field.ends:
        holder |= dict(zip(field.ends, (value["min"], value["max"]), strict=True))
    elif field.many:
        holder[key].append(value)
    else:
        holder[key] = value
    return path_of(field, len(values(record, field)) - 1)


def empty(fields: Sequence[Field] = FIELDS) -> dict[str, Any]:
    """The codebook's keys of a record that says nothing."""
    record: dict[str, Any] = {}
    for field in fields:
        holder = record.setdefault(field.head, {}) if field.part else record
        for key in field.ends or (field.part or field.head,):
            holder[key] = [] if field.many else None
    return record

"""Patterns of times that are counted from others, last, recur, or are of the day."""

from __future__ import annotations

from incidents.extractors.dates.words import (
    MONTH,
    NUMBER,
    PART,
    SEASON,
    STOPS,
    UNIT,
    UNITS_OF,
    VAGUE,
    WEEKDAY,
    S,
)

_AFTER = r"later|afterwards?|after|thereafter"
_BEFORE = r"earlier|before|previously|prior|beforehand"

COUNTED: dict[str, str] = {
    # yesterday, the day before yesterday, tonight
    "deictic": (
        rf"\b(?i:(?P<word>the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow"
        rf"|yesterday|today|tomorrow|tonight)(?:{S}(?P<part>{PART}))?)\b"
    ),
    # Friday, last Friday, Friday night
    "weekday": (
        rf"(?<!\b[Bb]lack )(?<!\b[Bb]loody )(?<!\b[Ss]uper )(?<!\b[Cc]yber )"
        rf"(?:\b(?P<which>(?:[Tt]he{S})?(?:[Ll]ast|[Nn]ext|[Tt]his(?:{S}past)?|[Pp]ast"
        rf"|[Cc]oming|[Ff]ollowing|[Pp]revious|[Ss]ame)){S})?"
        rf"\b(?P<weekday>{WEEKDAY})(?!s\b)(?:{S}(?P<part>{PART})\b)?"
    ),
    # the next day, last week, that same month, this morning
    "unit": (
        rf"\b(?i:(?:(?P<the>the|that|this|those|these){S}(?:very{S})?)?"
        rf"(?P<which>next|following|ensuing|previous|preceding|last|past|same|coming"
        rf"|current|that|this)"
        rf"{S}(?P<unit>{UNIT}|fall|spring|summer|autumn|winter|dawn|morning|afternoon"
        rf"|evening))\b"
    ),
    # last June, next May
    "which_month": (
        rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:{S}past)?|[Pp]ast|[Tt]hat"
        rf"|(?:[Tt]he{S})?(?:[Ff]ollowing|[Pp]revious|[Ss]ame))"
        rf"{S}(?P<month>{MONTH})(?!\w|{S}\d{{1,2}}\b)"
    ),
    # three days later, two years ago, a month earlier
    "offset": (
        rf"\b(?:(?P<mod>(?i:about|around|some|almost|nearly|roughly|more{S}than"
        rf"|less{S}than|just{S}over|just{S}under|just|only|at{S}least)){S})?"
        rf"(?P<n>(?i:{NUMBER}|{VAGUE}|an?|the))"
        rf"(?:{S}(?:short|full|more|long|whole))?{S}(?P<unit>(?i:{UNITS_OF}))"
        rf"(?:{S}and{S}a{S}half)?{S}(?:(?P<ago>ago|hence|from{S}now)"
        rf"|(?P<dir>{_AFTER}|{_BEFORE}))\b(?P<than>{S}than\b)?(?P<stop>{STOPS})?"
    ),
    # ten years ago today, a month ago to the day, a year ago this week, on Monday
    "to_the_day": (
        rf"\b(?:(?i:exactly|just){S})?(?P<n>(?i:{NUMBER}|an?)){S}"
        rf"(?P<unit>(?i:(?:decade|year|month|week)s?)){S}ago,?{S}"
        rf"(?:(?P<exact>today|to{S}the{S}day)|(?:this|on){S}(?:week|month|{WEEKDAY}))\b"
    ),
    # exactly a decade ago
    "exactly_ago": (
        rf"\b[Ee]xactly{S}(?P<n>(?i:{NUMBER}|an?)){S}"
        rf"(?P<unit>(?i:(?:year|decade)s?)){S}(?P<exact>ago)\b"
    ),
    # in two weeks' time
    "ahead": (
        rf"\b[Ii]n{S}(?P<n>(?i:{NUMBER}|an?)){S}(?P<unit>(?i:{UNITS_OF}))"
        rf"['\u2019]s?{S}time\b"
    ),
    # the weekend
    "weekend": rf"\b[Tt]he{S}weekend\b",
    # the end of the year, month's end
    "edge": (
        rf"\b[Tt]he{S}(?P<edge>end|beginning|start|middle){S}of{S}"
        rf"(?P<which>the|that|this|last|next){S}(?P<unit>week|month|year|decade)\b"
        rf"|\b(?P<edge3>[Ee]arly|[Ll]ate){S}in{S}the{S}"
        r"(?P<unit3>week|month|year|decade)\b"
        r"|\b(?P<unit2>month|year)['\u2019]s[ ](?P<edge2>end)\b"
    ),
    # the past three years, three days, several weeks, 16-hour
    "duration": (
        rf"\b(?:(?P<past>(?i:(?:the{S})?(?:last|past|next|first|coming|previous"
        rf"|following))){S})?(?:(?P<mod>(?i:about|around|almost|nearly|roughly"
        rf"|more{S}than|less{S}than|over|at{S}least|up{S}to|approximately)){S})?"
        rf"(?P<n>(?i:{NUMBER}|{VAGUE}|an?|half{S}an?|the{S}past|(?:(?:the{S})?(?:last"
        rf"|past|next|coming)|recent)(?={S}[a-z]+s\b)))(?:{S}(?:more|full|whole|long"
        rf"|consecutive|straight|other|single|calendar))?"
        rf"(?P<half>{S}and{S}a{S}half|{S}1/2|(?:{S})?\u00bd)?"  # 5 1/2 hours
        rf"(?:{S}|-)(?P<unit>(?i:{UNITS_OF}))\b(?:-(?P<age>old)\b)?"
    ),
    # years, for weeks
    "bare_duration": (
        rf"\b(?:[Ff]or|[Ww]ithin|[Aa]fter|took|last(?:ed|ing)|of|over){S}"
        r"(?P<unit>(?:hour|day|week|month|year|decade)s)\b"
        rf"(?!{S}(?:\d|old|later|earlier|before|ago|after))"
    ),
    # every day, each Monday, every other week
    "set": (
        rf"\b(?i:(?:every|each)(?:{S}(?P<n>other|single|{NUMBER}))?{S}"
        rf"(?:(?P<unit>{UNITS_OF})|(?P<part>{PART})|(?P<weekday>{WEEKDAY})"
        rf"|(?P<season>{SEASON})|(?P<month>{MONTH})))\b"
    ),
    # twice a week
    "rate": (
        rf"\b(?i:(?:once|twice|(?:{NUMBER}|several){S}times){S}"
        rf"(?:an?|per|each|every){S}"
        rf"(?P<unit>{UNIT}))\b"
    ),
    # daily, annually
    "adverb_set": (
        r"\b(?P<word>(?i:hourly|daily|nightly|weekly|monthly|quarterly|annually|annual"
        r"|yearly))\b"
    ),
    # on Mondays
    "weekdays": rf"\b(?P<weekday>{WEEKDAY[:-2]})s\b",
    # 10:30 a.m., 15:00 GMT, 9 am
    "clock": (
        r"(?<![\d:.,/-])(?P<hour>[01]?\d|2[0-3])(?:(?:[:.](?P<minute>[0-5]\d)"
        r"(?::[0-5]\d)?)?[ \u00a0]?(?P<half>(?i:[ap]\.?[ ]?m\b\.?))"
        r"|:(?P<minute2>[0-5]\d)(?::[0-5]\d)?(?![\d:]))"
        r"(?:[ ]?(?:hrs|hours|GMT|UTC|local[ ]time|CET|EST|EDT)\b)?"
    ),
    # 1530 hours, 0400 GMT
    "military_clock": (
        r"(?<![\d:.,/-])(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)[ ]?"
        r"(?:hrs|hours|h|GMT|UTC)\b"
    ),
    # noon, midnight
    "noon": r"(?<![Hh]igh )\b(?P<word>(?i:noon|midday|midnight))\b",
}

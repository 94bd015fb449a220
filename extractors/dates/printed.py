"""Patterns of dates that print a year, month, day or a name for them."""

from __future__ import annotations

from incidents.extractors.dates.feasts import NAMES
from incidents.extractors.dates.words import (
    DAY,
    MONTH,
    ORDINAL,
    SEASON,
    STOPS,
    WEEKDAY,
    WEEKDAY_OR_SHORT,
    YEAR,
    S,
)

_DASH = "[-\u2010-\u2015]"
_BC = r"(?:BCE?\b|B\.C\b\.?(?:E\.)?)"
_OF_DAY = rf"(?P<day>{DAY}|{ORDINAL})"

PRINTED: dict[str, str] = {
    # 9/11, the September 11 attacks: before what reads any day, as long as it
    "nine_eleven": (
        r"(?<![\d/])9/11(?![\d/])|\b(?:Sept(?:ember|\.)?[ ]11(?:th)?|11[ ]September)"
        rf"(?=(?:,?{S}2001,?)?{S}(?:\w+{S})?(?:attack|hijack|plot))"
    ),
    # 2024-03-22, 2024/03/22, 2024-03-22T10:15
    "iso": (
        rf"(?<![\d/.-])(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>0[1-9]|1[0-2])(?P=sep)"
        r"(?P<day>0[1-9]|[12]\d|3[01])(?![\d/-])"
    ),
    # 03/04/2023, 3.4.2023, 3/4/23: which is the month is for the document to say
    "numeric": (
        r"(?<![\d/.-])(?P<a>\d{1,2})(?:(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)"
        rf"(?P<year>{YEAR})|/(?P<b2>\d{{1,2}})/(?P<short>\d\d))(?![\d/-]|\.\d)"
    ),
    # on 23.11.84, Date: 9-14-17
    "short_numeric": (
        r"(?:(?<=\b[Oo]n )|(?<=\b[Oo]f )|(?<=[Dd]ate: )|(?<=[Dd]ated ))(?P<a>\d{1,2})"
        r"(?P<sep>[.-])(?P<b>\d{1,2})(?P=sep)(?P<short>\d\d)(?![\d/-]|\.\d)"
    ),
    # Friday, 22nd of March, 2024; 22 March 2024; 22-Mar-2024
    "day": (
        rf"(?:{WEEKDAY_OR_SHORT},?{S}(?:the{S})?)?(?<![\d.,$-]){_OF_DAY}"
        rf"(?:{S}of{S}(?:the{S})?|{S}|-)"
        rf"(?P<month>{MONTH}|(?:march|may)(?=,?{S}{YEAR}))"
        rf"(?:(?:[ ]?,{S}|{S}(?:(?:of|in){S})?|-)(?P<year>{YEAR}))?(?!['\u2019]s\b)"
    ),
    # Friday, March 22, 2024; March 22nd; March the 22nd 2024; Mar-22-2024
    "month_day": (
        rf"(?:{WEEKDAY_OR_SHORT},?{S})?"
        rf"\b(?P<month>{MONTH}|(?:march|may)(?={S}\d\d?,?{S}{YEAR}))(?:{S}(?:the{S})?|-)"
        rf"(?P<day>{DAY}|{ORDINAL}(?=,?{S}{YEAR}))(?!{S}(?:people|men|women|soldiers|others)\b)"
        rf"(?:(?:[ ]?,(?:{S})?|{S}|-)(?P<year>{YEAR}))?"
    ),
    # 4 Feb 90 (Agency); 4 FEB 90 --: as wires date themselves
    "wire_day": (
        rf"(?<![\d.,$-])(?P<day>{DAY}){S}(?P<month>{MONTH}){S}(?P<short>\d\d)"
        r"(?=\s{1,3}(?:\(|--|\u2014|\[))"
    ),
    # 19-Nov-12
    "short_day": (
        rf"(?<![\d.,$-])(?P<day>{DAY})-(?P<month>{MONTH})-(?P<short>\d\d)(?![\d/-])"
    ),
    # 27 Dec '07; Dec 27, '07
    "apostrophe_day": (
        rf"(?<![\d.,$-])(?P<day>{DAY})(?:{S}|-)(?P<month>{MONTH}),?(?:{S}|-)?"
        rf"['\u2019](?P<short>\d\d)(?![\w'\u2019])"
    ),
    "apostrophe_month_day": (
        rf"\b(?P<month>{MONTH}){S}(?P<day>{DAY}),?{S}['\u2019](?P<short>\d\d)"
        r"(?![\w'\u2019])"
    ),
    # 20240322
    "compact": (
        r"(?<![\w./#-])(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])"
        r"(?P<day>0[1-9]|[12]\d|3[01])(?![\w/-]|[.,]\d)"
    ),
    # 2025 January 06
    "year_month_day": (
        rf"\b(?P<year>{YEAR}){S}(?P<month>{MONTH}){S}(?P<day>{DAY})(?![\d:])"
    ),
    # 24-26 July 2024; 24 and 26 July
    "days": (
        rf"(?<![\d.,$-])(?P<first>{DAY})"
        rf"(?P<to>[ ]?{_DASH}[ ]?|{S}(?:to|and|or){S}(?:the{S})?)"
        rf"(?P<day>{DAY})(?:{S}of)?{S}(?P<month>{MONTH})(?:,?{S}(?P<year>{YEAR}))?"
    ),
    # July 24-26, 2024; July 24 and 26
    "month_days": (
        rf"\b(?P<month>{MONTH}){S}(?P<first>{DAY})"
        rf"(?P<to>[ ]?{_DASH}[ ]?|{S}(?:to|through|until){S}|{S}and{S}(?=\d\d?\W))"
        rf"(?P<day>{DAY})(?!{S}[a-z]+s\b)(?:,?{S}(?P<year>{YEAR}))?"
    ),
    # March 2024; March of 2024; March, 2024
    "month_year": rf"\b(?P<month>{MONTH})(?:,?{S}(?:(?:of|in){S})?|-)(?P<year>{YEAR})",
    # 04/2020
    "month_number_year": (
        rf"(?<![\d/.-])(?P<month>0?[1-9]|1[0-2])/(?P<year>{YEAR})(?!/)"
    ),
    # March
    "month": rf"\b(?P<month>{MONTH})(?![\w'\u2019])(?!-(?!{MONTH})[A-Z])",
    # the 28th; the 28th of that month
    "day_only": (
        rf"\b[Tt]he{S}(?P<day>\d{{1,2}}(?:st|nd|rd|th))"
        rf"(?:{S}of{S}(?:that|the|this|the same){S}month|{STOPS})"
    ),
    # 1992-95, 2023/24, 1876-1910
    "years": (
        rf"(?<![\d/.,$-])(?P<first>{YEAR})(?P<to>[ ]?{_DASH}[ ]?|/)"
        r"(?P<last>(?:1\d|20)\d\d|\d\d)(?![\w/-]|[.,]\d)"
    ),
    # 2024
    "year": (
        r"(?:(?<=\bmid-)|(?<=\bMid-)|(?<=\bpost-)|(?<=\bpre-)"
        rf"|(?<![\w/.,$\u20ac\u00a3#:-]))(?P<year>{YEAR})(?![\w/]|[.,:]\d|-\d)"
    ),
    # '58
    "short_year": r"(?<![\w'\u2019])['\u2019](?P<short>\d\d)(?!['\u2019]?s\b|\w)",
    # 480 BC, the 470s BC
    "bc": rf"(?<![\d,.])(?P<year>\d{{1,4}})(?P<tens>s)?[ \u00a0]?(?:{_BC})",
    # April 480 BC
    "month_bc": rf"\b(?P<month>{MONTH}){S}(?P<bc>\d{{1,4}})[ \u00a0]?{_BC}",
    # 264 to 241 BC, 396-395 BC: the first of the two
    "to_bc": (
        rf"(?<![\d,.])(?P<year>\d{{1,4}})(?={S}(?:to|and|or|until){S}\d{{1,4}}"
        rf"[ \u00a0]?{_BC}|[ ]?{_DASH}[ ]?\d{{1,4}}[ \u00a0]?{_BC})"
    ),
    # in 490: only where a text is of antiquity
    "ancient_year": (
        r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<= of )|(?<=\b[Ff]rom )|(?<= after )"
        r"|(?<= before )|(?<= until )|(?<=[Ss]ince ))(?P<year>[1-9]\d\d)"
        rf"(?=[,.;)]|{S}(?:and|the|when|but|by|at|with|to)\b|{S}[A-Z])(?![.,]\d)"
    ),
    # the 1980s, the '90s
    "decade": (
        rf"(?:\b[Tt]he{S})?(?<![\w$])"
        r"(?:(?P<year>1[5-9]\d0|20\d0)|['\u2019](?P<short>\d0))"
        r"[ ]?['\u2019]?s\b"
    ),
    # the 19th century; the fourth century BC
    "century": (
        rf"(?:\b[Tt]he{S})?\b(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})(?:{S}|-)"
        rf"(?i:centur)(?:y|ies)\b(?P<bc>{S}{_BC})?"
    ),
    # the summer of 2023; winter 2019-20
    "season": (
        rf"(?:\b(?:[Tt]he|last|next|this|that){S})?\b(?P<season>{SEASON})"
        rf"(?:{S}(?:of{S}|in{S})?|,(?:{S})?)"
        rf"(?:(?P<year>{YEAR})(?:[-/\u2013]\d\d(?:\d\d)?\b)?"
        rf"|(?P<bc>\d{{1,4}})[ \u00a0]?{_BC})"
    ),
    # last summer, that winter, the summer
    "season_only": (
        rf"\b(?P<which>last|next|this|that|the{S}(?:following|next|previous|same)|the)"
        rf"{S}(?P<season>{SEASON})\b(?!{S}of\b)"
    ),
    # first quarter of 2019, Q1 2019, second half of the year
    "quarter": (
        rf"(?:\b[Tt]he{S})?\b"
        rf"(?:Q(?P<q>[1-4])|(?P<nth>first|second|third|fourth|last|1st|2nd"
        rf"|3rd|4th){S}(?P<part>quarter|half))(?:{S}of)?{S}"
        rf"(?:(?P<year>{YEAR})|(?P<which>the|this|that|last|next){S}year)\b"
    ),
    # first week of March 2020: no finer than the month it stands in
    "part_of_month": (
        rf"(?:\b[Tt]he{S})?\b(?P<nth>first|second|third|fourth|last|final){S}"
        rf"(?P<unit>weeks?|days?|weekend|half){S}(?:of|in){S}"
        rf"(?P<month>{MONTH})(?:,?{S}(?P<year>{YEAR}))?"
    ),
    # the first Monday of March 2020
    "nth_weekday": (
        rf"\b[Tt]he{S}(?P<nth>first|second|third|fourth|last){S}(?P<weekday>{WEEKDAY})"
        rf"{S}(?:of|in){S}(?P<month>{MONTH})(?:,?{S}(?P<year>{YEAR}))?"
    ),
    # Easter Monday 2023, Christmas
    "feast": (
        rf"(?:\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his){S})?\b(?P<name>(?i:{NAMES}))\b"
        rf"(?!{S}(?i:islands?|trees?|cards?|carols?|gifts?|presents?|part(?:y|ies)"
        rf"|markets?|bombings?|shopping)\b)"
        rf"(?:(?:,?{S}(?:of{S}|in{S})?)(?P<year>{YEAR}))?"
    ),
}

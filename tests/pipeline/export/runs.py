"""A run made by hand, with places, people, and text that means harm."""

from typing import Any

from tests.pipeline.review.runs import cite, document, record, write_run

EVIL = '=HYPERLINK("http://evil.example","x")'
TEXT = (
    "Court clears one of two over bomb plot\n\n"
    "Police in Solingen, western Germany, arrested Adem Yilmaz, 27, and Bo Black on"
    " 3 March 2014. 🙂\fYilmaz was convicted; Black was acquitted. The target was"
    f" {EVIL}. At least 2 people were hurt by <script>alert(1)</script> a blast.\n"
)
OTHER = (
    "In May 2015 a bomb killed more than 80 in Yemen, near the Atlantic and Europe.\n"
)


def mention(text: str, words: str, label: str, value: str, **more: Any) -> Any:
    start = text.index(words)
    end = start + len(words)
    return {"start": start, "end": end, "label": label, "text": words} | {
        "value": value,
        "extractor": "incidents.extractors.x",
        **more,
    }


def _at(words: str) -> str:
    start = TEXT.index(words)
    return f"{start}:{start + len(words)}"


MENTIONS = [
    {
        "doc_id": "trial",
        "mentions": [
            mention(TEXT, "Solingen", "PLACE", "2831580", kind="city", precision=1)
            | {"lat": 51.17, "lon": 7.08, "country": "DE", "admin1": "NRW"}
            | {"name": "Solingen", "derived_from": _at("western Germany")},
            mention(TEXT, "Adem Yilmaz", "PERSON", ""),
            mention(TEXT, "Bo Black", "PERSON", ""),
        ],
    },
    {
        "doc_id": "sea",
        "mentions": [
            mention(OTHER, "Yemen", "PLACE", "69543", kind="country", precision=6)
            | {"lat": 15.5, "lon": 47.5, "country": "YE", "name": "Yemen"},
            mention(OTHER, "Atlantic", "PLACE", "atlantic-ocean", kind="region")
            | {"lat": 15.0, "lon": -35.0, "precision": 7, "name": "Atlantic Ocean"},
            mention(OTHER, "Europe", "PLACE", "6255148", kind="region", precision=7)
            | {"lat": 49.5, "lon": 12.0, "name": "Europe"},
        ],
    },
]
PEOPLE = [
    {"name": "Adem Yilmaz", "age": 27, "nationality": None, "legal": ["convicted"]},
    {"name": "Bo Black", "age": None, "nationality": None, "legal": ["acquitted"]},
]


def trial(**values: Any) -> dict[str, Any]:
    given = {
        "incident_type": "plot",
        "outcome": "foiled",
        "date": "2014-03-03",
        "date_basis": "foiled",
        "countries": ["DE"],
        "places": ["Solingen"],
        "targets": [{"text": EVIL, "category": "business"}],
        "groups": [{"name": "Islamic State", "link": "alleged"}],
        "weapons": [{"text": "bomb", "category": "explosives"}],
        "injured": {"min": 2, "max": None},
        "legal": ["convicted", "acquitted"],
        "suspects": {
            "count_min": 2,
            "count_max": 2,
            "names": ["Adem Yilmaz", "Bo Black"],
            "ages": [27],
            "people": PEOPLE,
        },
        "cited": {
            "incident_type": "bomb plot",
            "date": "3 March 2014",
            "places": "Solingen, western Germany",
            "targets": f"The target was {EVIL}",
            "weapons": "bomb plot",
            "injured": "At least 2 people were hurt",
            "legal": "Yilmaz was convicted; Black was acquitted",
            "suspects.names": "arrested Adem Yilmaz, 27, and Bo Black",
            "suspects.people": "arrested Adem Yilmaz, 27, and Bo Black",
        },
    }
    return record("trial", "one", TEXT, **{**given, **values})


def yemen(**values: Any) -> dict[str, Any]:
    given = {
        "outcome": "completed",
        "date": "2015-05",
        "date_basis": "attack",
        "countries": ["YE"],
        "places": ["Atlantic", "Europe"],
        "attack_types": ["bombing"],
        "killed": {"min": 81, "max": None},
        "alternatives": [
            {"field": "killed", "value": "90", "citation": cite(OTHER, "", "killed")}
        ],
        "cited": {
            "incident_type": "a bomb killed more than 80",
            "date": "May 2015",
            "countries": "Yemen",
            "places": "near the Atlantic and Europe",
            "attack_types": "a bomb",
            "killed": "killed more than 80",
        },
    }
    return record("sea", "two", OTHER, **{**given, **values})


def write(folder, records=None, **more):
    given = {
        "publisher": "The @Paper",
        "published": "2014-05-01",
        "url": "https://example.org/a?b=1&c=<d>",
        "media_type": "text/plain",
        "pages": 2,
    }
    return write_run(
        folder,
        [
            document("trial", TEXT, title="+Trial of Adem Yilmaz", **given),
            document("sea", OTHER, title="At sea", published="2015-06"),
        ],
        records or [trial(), yemen()],
        mentions=MENTIONS,
        **more,
    )

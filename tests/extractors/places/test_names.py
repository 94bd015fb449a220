"""Place names in the form they are looked up by."""

import pytest

from incidents.extractors.places.names import fold, untyped


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Lima", "lima"),
        ("LIMA", "lima"),
        ("Port-au-Prince", "port au prince"),
        ("Deir\nez_Zor", "deir ez zor"),
        ("Bihać/Una – Sana", "bihac una sana"),
        ("Tromsø", "tromso"),
        ("Łódź", "lodz"),
        ("Đà Nẵng", "da nang"),
        ("Iğdır", "igdir"),
        ("Ærø", "aero"),
        ("Œuf", "oeuf"),
        ("Þingvellir", "thingvellir"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Sana'a", "sanaa"),
        ("St. Louis", "saint louis"),
        ("Ste Anne", "saint anne"),
        ("Sainte Anne", "saint anne"),
        ("West St", "west st"),
        ("Stadt", "stadt"),
        (" , Lima, ", "lima"),
        ("", ""),
    ],
)
def test_fold(name, key):
    assert fold(name) == key


@pytest.mark.parametrize(
    ("key", "bare"),
    [
        ("lima province", "lima"),
        ("state of texas", "texas"),
        ("state of the union", "union"),
        ("provincia de lima", "lima"),
        ("estado zulia", "zulia"),
        ("municipiul cluj", "cluj"),
        *(
            (f"lima {word}", "lima")
            for word in "district county region governorate department oblast parish "
            "division krai zone borough raion city wilayah canton municipality".split()
        ),
        *(
            (f"{word} of lima", "lima")
            for word in "province department republic region district county".split()
        ),
        ("province", "province"),
        ("lima hotel", "lima hotel"),
        ("provinces", "provinces"),
    ],
)
def test_untyped(key, bare):
    assert untyped(key) == bare

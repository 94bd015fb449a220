from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review.guide import guide


def test_each_field_has_its_entry_and_each_term_its_meaning():
    entries = guide().fields
    assert list(entries) == list(BY_NAME)
    for name, field in BY_NAME.items():
        assert tuple(entries[name].terms) == field.terms, name
        assert all((entries[name].what, *entries[name].terms.values())), name


def test_no_ruling_is_idle():
    used = {ruling.title for e in guide().fields.values() for ruling in e.rulings}
    assert used == {ruling.title for ruling in guide().rulings.values()}

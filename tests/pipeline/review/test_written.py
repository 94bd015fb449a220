from incidents.pipeline.review import written


def test_a_country_goes_by_its_own_name_before_another_s():
    # every name that we show is taken back as what it was shown for
    for code, name in written.countries().items():
        assert written.country(name) == code, name


def test_what_is_no_date_is_none():
    for text in ("", " ", "x" * 300, "9" * 300, "2023-02-30", "\x00", "the 1980s war"):
        assert written.day(text) is None

from incidents.pipeline.benchmark.figures import Figure, f1_figures, share_figures


def test_documents_are_added_up():
    (figure,) = f1_figures([{"type": (2, 4, 1, 1)}, {}, {"type": (0, 0, 0, 1)}])
    assert (figure.precision, figure.recall, figure.value) == (0.5, 0.5, 0.5)
    assert (figure.answered, figure.gold) == (4, 2)


def test_a_share():
    assert share_figures([{"near": (3, 4)}]) == [Figure("near", 0.75, 0.75, 0.75, 4)]


def test_the_interval_narrows_with_documents():
    def width(times):
        (figure,) = share_figures([{"near": (1, 1)}, {"near": (0, 1)}] * times)
        assert figure.low < figure.value < figure.high
        return figure.high - figure.low

    assert 0.1 < width(50) < width(10) / 2


def test_nothing_asked_for():
    assert f1_figures([{}]) == []
    assert f1_figures([{"type": (0, 0, 0, 0)}])[0].value == 0

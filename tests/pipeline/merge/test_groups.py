from itertools import product

import pytest

from incidents.pipeline.merge.groups import Groups, Link

NEVER = None


def grouped(ties, join=0.5, least=0.2, ruled=()):
    """Groups of one-letter records; ``ties`` are likelihoods by two letters."""
    asked = []

    def link(one, other):
        pair = "".join(sorted((one, other)))
        asked.append(pair)
        sure = ties.get(pair, 0.0)
        if sure is NEVER:
            return None
        return Link(sure, sure, 1, sure < least, pair in ruled)

    groups = Groups(sorted({id for pair in ties for id in pair}), link, join)
    for pair, sure in ties.items():
        if sure is NEVER or sure > 0:  # the rest is asked for as groups meet
            groups.tie(*pair)
    return sorted({"".join(g) for g in groups.joined().values()}), asked


@pytest.mark.parametrize(
    ("ties", "found"),
    [
        pytest.param({"ab": 0.4}, ["a", "b"], id="below the threshold"),
        pytest.param({"ab": 0.6}, ["ab"], id="above it"),
        pytest.param({"ab": 0.9, "bc": 0.9}, ["ab", "c"], id="a and c were never tied"),
        pytest.param({"ab": 0.9, "bc": 0.9, "ac": NEVER}, ["ab", "c"], id="barred"),
        pytest.param({"ab": 0.9, "bc": 0.9, "ac": 0.3}, ["abc"], id="the mean holds"),
        pytest.param({"ab": 0.9, "bc": 0.6, "ac": 0.3}, ["ab", "c"], id="it does not"),
        pytest.param({"ab": 0.9, "bc": 0.9, "ac": 0.1}, ["ab", "c"], id="one unlikely"),
    ],
)
def test_groups(ties, found):
    assert grouped(ties)[0] == found


def test_the_likest_on_the_whole_go_first():
    """The likest pair across, bc, would have made one of both; its mean does not."""
    ties = {"ab": 0.9, "cd": 0.9, "bc": 0.8, "ac": 0.3, "ad": 0.3, "bd": 0.3}
    assert grouped(ties)[0] == ["ab", "cd"]


def test_a_record_goes_to_the_group_that_tells_it_again():
    """Its mean with ab is lower than with d, which is like it and like no other."""
    ties = {"ab": 0.9, "ac": 0.8, "bc": 0.3, "cd": 0.6}
    assert grouped(ties)[0] == ["abc", "d"]


def test_what_a_person_joined_is_one_however_unlike():
    assert grouped({"ab": 0.01}, ruled={"ab"})[0] == ["ab"]
    assert grouped({"ab": 0.9, "bc": 0.01, "ac": NEVER}, ruled={"bc"})[0] == ["a", "bc"]


def test_each_pair_is_asked_for_once_as_groups_grow():
    ids = "abcdefgh"
    ties = {a + b: 0.9 for a, b in product(ids, ids) if a < b}
    found, asked = grouped(ties)
    assert found == [ids]
    assert len(asked) == len(set(asked)) == len(ties)

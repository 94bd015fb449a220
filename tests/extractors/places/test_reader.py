"""Which names are taken for places: they stand in brackets."""

import pytest

from incidents.extractors import places

MARKED = r"""
Lima fell.
Lima said no.
Lima Smith came.
Mr Lima came.
He saw [Lima].
The [Lima] bombing came.
The [Lima] blast came.
[Lima] residents fled.
[Cusco] residents fled.
Cusco fell.
He saw Cusco.
Cusco said no.
The [Cusco] bombing came.
The Cusco trial came.
Mr Cusco came.
He saw Anna Cusco.
He came to [Cusco].
He came from [Cusco].
He visited Cusco.
He left [Cusco].
He lives near [Cusco].
He lives outside [Cusco].
He fled the Cusco.
The people of [Cusco] fled.
The city of [Cusco] fell.
The centre of [Cusco] fell.
The mayor of [Cusco] fell.
The [Cusco province] fell.
Cusco province fell.
Cusco and [Lima] fell.
Lima and Cusco fell.
Lima, Cusco fell.
[Cusco], [Peru], fell.
[Peru]. He saw Cusco.
[Peru] fell.
[Peru] said no.
Mr Peru came.
Anna Peru came.
Peruvian men came.
The Peruvians came.
In Peruvian he spoke.
He saw [Arequipa]; in [Arequipa] he slept.
Tal Afar fell.
In [Tal Afar] it fell.
He saw Tal Afar.
[Iraq]. He saw Tal Afar.
In Monday he came.
He believes in God.
He was in ABC.
He was in Building.
Umbradze fell.
In [Umbradze] it fell.
He sat in [Umbradze].
He sat in Umbradze's house.
He sat in Singing.
He sat in [Umbra Dze].
He sat in Umbra Dze Dze.
He looked at Umbradze.
Rockets fired at [Umbradze] fell.
Shells fell at [Umbradze].
Near [Umbradze] it fell.
Outside [Umbradze] it fell.
Umbradze village fell.
Umbradze District fell.
The [Umbradze] district fell.
The village of [Umbradze] fell.
The village of [Umbra Dze] fell.
The Umbradze Peruvians village fell.
In [St. Louis] it fell.
St. Louis's Church fell.
He prayed at St. Peter's Church.
Saint Louis University fell.
The [U.S.] fell.
The [US] fell.
The [UAE] fell.
He told us.
He lives in [Barrie], [Ont]., there.
He lives in [Tampa], [Fla]., there.
He lives in [Fla]. there.
The Somalia Province fell.
South Lima burned.
[Northern Peru] burned.
In Eastern Umbradze it burned.
The [French Republic] fell.
[Lima] Cathedral burned.
Cusco Cathedral burned.
Lima Great/Cathedral burned.
Cusco United burned.
The Cusco Plan failed.
The Cusco-based group came.
Anti-Cusco men came.
[LIMA], 3 MAY (AGENCY) -- A BOMB FELL.
[CUSCO], 3 MAY (AGENCY) -- A BOMB FELL.
A BOMB FELL IN [CUSCO].
MR CUSCO CAME.
[CUSCO], May 3 (Agency) - A bomb fell.
He saw CUSCO fall.
In [San Juan] it fell.
In [New\nYork] it fell.
In New\n\nYork it fell.
Fires in [Lima] (2001), [Cusco] (2004) and [Arequipa] (2009) killed many.
Four fires: [Cusco] (2001), [Arequipa] (2004), and [Lima] (2009).
Smith (2001), Cusco (2004) and Brown (2009) doubt it.
1. [Cusco], 9 January: a charge on the track.\n2. [Arequipa], 4 March: a fire.
• [Cusco], May 4, 1999 – a fire.
He met Cusco, 9 January: a charge.
The [Sahel] fell.
In the [Middle East] it fell.
"""


@pytest.mark.parametrize("marked", MARKED.strip().splitlines())
def test_spots(nlp, marked):
    shown = marked.replace(r"\n", "\n")
    text = shown.replace("[", "").replace("]", "")
    for mention in sorted(places.extract(nlp(text), None), reverse=True):
        text = f"{text[: mention.start]}[{mention.text}]{text[mention.end :]}"
    assert text == shown

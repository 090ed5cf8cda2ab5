"""The registry as it is delivered: every file is right, its keys fit together, and every kind of system is there."""

import json
from collections import Counter
from urllib.parse import urlsplit

import pytest

from pipeline.councils import HERE, Council, all_councils
from pipeline.sources import source_of, sources

LAENDER = {
    "01": "SH", "02": "HH", "03": "NI", "04": "HB", "05": "NW", "06": "HE", "07": "RP", "08": "BW", "09": "BY", "10": "SL", "11": "BE", "12": "BB",
    "13": "MV", "14": "SN", "15": "ST", "16": "TH",
}  # fmt: skip
COUNCILS = all_councils(HERE)
OWN = {"folder"}  # sources that belong to no council


@pytest.mark.parametrize("council", COUNCILS, ids=lambda council: council.id)
def test_a_council_of_the_registry_fits_together(council: Council) -> None:
    assert source_of(council)
    assert council.land in LAENDER.values()
    assert council.unverified, "nothing in the registry was tried against a live system"
    assert urlsplit(council.url or "").scheme in ("http", "https")
    assert urlsplit(council.url or "").hostname
    assert (council.source == "website") == (council.website is not None)
    if council.ags:
        assert LAENDER[council.ags[:2]] == council.land
    if council.ars:
        assert council.ags
        assert (council.ars[:5], council.ars[-3:]) == (council.ags[:5], council.ags[-3:])


@pytest.mark.parametrize("council", COUNCILS, ids=lambda council: council.id)
def test_each_file_says_where_its_facts_were_seen(council: Council) -> None:
    text = (HERE / f"{council.id}.yaml").read_text(encoding="utf-8")
    assert text.startswith("# "), "a comment says where address and keys were seen"
    assert any(year in text for year in ("2019", "2021", "2022", "2024", "2025", "2026"))


def test_there_are_many_councils_of_every_kind_of_system() -> None:
    assert len(COUNCILS) >= 29
    used = Counter(council.source for council in COUNCILS)
    assert {source.__name__.rpartition(".")[2] for source in sources()} - OWN == set(used)
    assert len({council.land for council in COUNCILS}) >= 10


def test_ids_and_addresses_are_unique() -> None:
    for name in ("id", "url", "name"):
        assert [said for said, times in Counter(getattr(council, name) for council in COUNCILS).items() if times > 1] == []


def test_a_municipality_has_one_key_whatever_system_is_read() -> None:
    named = {council.id: council for council in COUNCILS}
    for council in COUNCILS:
        main = named.get(council.id.rpartition("-")[0])
        if main and council.name.startswith(main.name):
            assert (council.ags, council.ars, council.land) == (main.ags, main.ars, main.land)
    assert json.dumps(sorted(named)).count("dresden") == 3

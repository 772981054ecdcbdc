"""What workers are told: which facts are old, and which offices are in the operator's list."""

from datetime import date
from pathlib import Path

import pytest

from bot.config import ConfigError, load
from bot.facts import Fact, FactsSection, doubtful, told
from bot.offices import COLUMNS, load_offices
from flows.settings import Facts

TODAY = date(2026, 11, 22)
HEADER = ",".join(COLUMNS)


def test_a_fact_grows_old_after_180_days() -> None:
    """One that was confirmed in time is not mentioned; a day later it is, and one that nobody confirmed always is."""
    facts = FactsSection(
        call_centre=Fact(value="175", confirmed_on=date(2026, 5, 26)),
        email=Fact(value="care@contoh.example", confirmed_on=date(2026, 5, 25)),
        website=Fact(value="www.contoh.example"),
        x=Fact(confirmed_on=date(2020, 1, 1)),
    )
    assert doubtful(facts, TODAY) == [
        "facts.email was confirmed 181 days ago: check it again and set confirmed_on",
        "facts.website was never confirmed: check it and set confirmed_on",
    ]


def test_every_fact_of_the_configuration_is_one_that_the_dialogue_knows() -> None:
    """The names are the same, and what is blank is not set."""
    assert set(FactsSection.model_fields) == set(Facts.__struct_fields__)
    facts = told(FactsSection(call_centre=Fact(value="175"), email=Fact(value=" ")))
    assert facts == Facts(call_centre="175")


def test_the_shipped_configuration_tells_no_whatsapp_number() -> None:
    """None could be confirmed, so none is told until an operator sets one."""
    facts = told(load(Path("config.yaml"), {}).facts)
    assert facts.call_centre == "175"
    assert facts.whatsapp is facts.whatsapp_migrants is None


def test_offices_are_read(tmp_path: Path) -> None:
    """A branch with and without a place on the map; the head office serves nobody and is left out."""
    file = tmp_path / "offices.csv"
    file.write_text(
        f"{HEADER}\n"
        'Cabang Contoh,branch,"Jl. Contoh No. 1, Kota",Kota Contoh,Jawa Barat,-6.74,108.54,(0231) 000,test\n'
        "Cabang Lain,branch,Jl. Lain No. 2,Kota Lain,Riau,,,,test\n"
        "Pusat,head_office,Jl. Pusat,Jakarta,DKI Jakarta,,,,test\n",
        encoding="utf-8",
    )
    first, second = load_offices(file)
    assert (first.name, first.latitude, first.longitude, first.phone) == ("Cabang Contoh", -6.74, 108.54, "(0231) 000")
    assert (second.city, second.latitude) == ("Kota Lain", None)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("name,type\nA,branch\n", "the column address is missing"),
        (f"{HEADER}\nA,branch,,Kota,Riau,,,,\n", "line 2: address is empty"),
        (f"{HEADER}\nA,branch,Jl,Kota,Riau,95,108,,\n", "line 2: latitude and longitude"),
        (f"{HEADER}\nA,branch,Jl,Kota,Riau,1.5,,,\n", "line 2: latitude and longitude"),
        (f"{HEADER}\nA,branch,Jl,Kota,Riau,,,,x,y,z\n", "more fields"),
        (None, "cannot be read"),
    ],
)
def test_a_list_that_is_wrong_is_told_by_its_line(tmp_path: Path, content: str | None, why: str) -> None:
    """Nobody is sent to an address that is only half there."""
    file = tmp_path / "offices.csv"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=why):
        load_offices(file)

"""The helpdesk as part of the running program: places are fed, the warden looks, and the figures tell of it."""

import asyncio
from pathlib import Path

import pytest
import typer

from bot.bootstrap import open_store, run
from bot.cli.checking import run_check
from bot.config import ConfigError, load
from bot.helpdesk import choosing
from bot.helpdesk.hours import DAYS
from bot.metrics import Metrics
from storage.line import now_ms
from storage.tickets import Opening, Request, SqlTickets
from tests.helpdesk.contract import Failure
from tests.helpdesk.places.recording import Recording
from tests.helpdesk.stage import ANI, SITI
from tests.helpdesk.waiting import until


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration with everything embedded in a folder of its own, and people in a group."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "config.yaml"
    path.write_text(
        "data_dir: var\noperator: {takes_requests: true}\nhelpdesk: {places: [desk, telegram_group]}\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Recording:
    """The place that stands for the group."""
    recording = Recording("telegram_group")
    monkeypatch.setattr(choosing, "MAKERS", {"telegram_group": lambda _around: recording})
    return recording


async def test_a_configured_place_is_at_work(file: Path, place: Recording) -> None:
    """Shown what happens, heard in what agents do; the page of figures has both."""
    config, metrics = load(file), Metrics()
    async with open_store(config) as store:
        request = Request(SITI, "kartu saya hilang", (), "id")
        number = await SqlTickets(store.engine, store.seal).open("fx:1", Opening("kpj", request, now_ms()))
        async with run(config, store, [], metrics) as program:
            ref = f"topic-{number}"

            async def shown() -> bool:
                return await program.desk.service.ticket_of(place.name, ref) == number

            await until(shown)
            await place.write(ref, ANI, "Halo Kak", "m1")
            assert (await program.desk.records.tickets.line(number)).owner == "ani"

            async def counted() -> bool:
                page = metrics.page()[0].decode()
                return 'temankpj_tickets{state="waiting"}' in page

            await until(counted)
            page = metrics.page()[0].decode()
            assert 'temankpj_place_reachable{place="telegram_group"} 1.0' in page
            kinds = [entry.kind for entry in place.shown[ref]]
            assert kinds[0] == "request"


async def test_the_check_asks_every_place(file: Path, place: Recording, capsys: pytest.CaptureFixture[str]) -> None:
    """Well, or not; and when somebody is there next."""
    await run_check(file)
    told = capsys.readouterr().out
    assert "ok    helpdesk telegram_group: recording: ready" in told
    assert "ok    helpdesk hours: always" in told
    place.fails(Failure.CREDENTIALS)
    with pytest.raises(typer.Exit):
        await run_check(file)
    assert "WRONG helpdesk telegram_group: who are you" in capsys.readouterr().out


def always() -> str:
    """Day and night, on every day."""
    return "{" + ", ".join(f"{day}: [00:00-24:00]" for day in DAYS) + "}, holidays: false"


@pytest.mark.parametrize(
    ("hours", "told"), [(always(), "ok    helpdesk hours: open now"), ("{mon: [08:00-08:01]}", "helpdesk hours:")]
)
async def test_the_check_tells_the_hours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], hours: str, told: str
) -> None:
    """Open now, or the next opening."""
    monkeypatch.setenv("TEMANKPJ__DATA_DIR", str(tmp_path / "var"))
    await run_check(written(tmp_path, f"helpdesk: {{hours: {hours}}}\n"))
    assert told in capsys.readouterr().out


def written(folder: Path, text: str) -> Path:
    """A configuration file with this text."""
    path = folder / "hours.yaml"
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_place_that_is_not_to_be_had_is_a_mistake(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence that names the key."""
    monkeypatch.setattr(choosing, "MAKERS", {})
    config = load(file)
    async with open_store(config) as store:
        with pytest.raises(ConfigError, match=r"helpdesk.places: telegram_group"):
            async with asyncio.timeout(90), run(config, store, [], Metrics()):
                raise AssertionError("it started")

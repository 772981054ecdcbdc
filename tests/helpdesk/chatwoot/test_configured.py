"""Chatwoot in the whole program, as the configuration asks for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import typer

from bot.bootstrap import Store, open_store, run
from bot.cli.checking import run_check
from bot.config import Config, ConfigError, load
from bot.helpdesk.chatwoot.webhook import PATH
from bot.helpdesk.choosing import Surroundings, configured_places
from bot.metrics import Metrics
from flows.effect import OpenTicket
from flows.event import Sender
from storage.line import now_ms
from storage.tickets import SqlFollowers
from tests.helpdesk.waiting import until
from tests.line.clock import Clock
from tests.servers.asgi import serving
from tests.servers.chatwoot import TOKEN, ChatwootServer, chatwoot_server
from tests.servers.chatwoot_talks import ACCOUNT, INBOX, SECRET, deliver

FILE = """
operator: {{name: Koperasi Contoh, takes_requests: true}}
helpdesk:
  places: [desk, chatwoot]
  chatwoot: {{base_url: "{url}", account_id: {account}, inbox_id: {inbox}, locale: en}}
channels: {{web: {{enabled: false}}}}
"""


def configured(folder: Path, url: str = "https://chat.example.org", **changes: str) -> Config:
    """A configuration with Chatwoot, and everything embedded in this folder."""
    path = folder / "config.yaml"
    path.write_text(FILE.format(url=url, account=ACCOUNT, inbox=INBOX), encoding="utf-8")
    environ = {
        "CHATWOOT_API_TOKEN": TOKEN, "CHATWOOT_WEBHOOK_SECRET": SECRET,
        "TEMANKPJ__DATA_DIR": str(folder / "var"), **changes,
    }  # fmt: skip
    return load(path, {name: value for name, value in environ.items() if value})


@pytest.fixture
async def store(short_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Store]:
    """What lasts."""
    monkeypatch.chdir(short_folder)
    async with open_store(configured(short_folder)) as opened:
        yield opened


@pytest.fixture
async def server() -> AsyncIterator[ChatwootServer]:
    """A Chatwoot in our time."""
    clock = Clock(now_ms())
    async with chatwoot_server(clock) as server:
        yield server
    assert not server.problems, server.problems


async def test_a_ticket_and_an_answer_travel_through_the_whole_program(
    server: ChatwootServer, store: Store, short_folder: Path
) -> None:
    """Given the program as configured, a request turns up in Chatwoot, and the answer there in the ticket."""
    config = configured(short_folder, server.url)
    async with run(config, store, [], Metrics()) as program, serving(program.app) as url:
        asked = OpenTicket("jmo", "tidak bisa masuk JMO", ("Saluran: telegram",), 1, "id")
        number = (await program.desk.conversations.open(Sender("telegram", "4711"), "fx:1", asked)).number

        async def shown() -> bool:
            return any("tidak bisa masuk JMO" in server.texts(talk) for talk in server.talks)

        await until(shown)
        [talk] = server.talks
        assert server.notes(talk)[0].startswith(f"🎫 Ticket #{number}: JMO")
        assert await deliver(url + PATH, server.writes(talk, 5, "Coba perbarui dulu"), now_ms()) == 200

        async def taken() -> bool:
            return server.talks[talk].assignee == 5

        await until(taken)
        entries = await program.desk.service.entries(number)
        assert [(one.kind, one.author) for one in entries][:3] == [
            ("request", "user"), ("claimed", "chatwoot:5"), ("agent", "chatwoot:5"),
        ]  # fmt: skip


def around(config: Config, store: Store) -> Surroundings:
    """What places are made of."""
    return Surroundings(config, store.line, store.seal, None, SqlFollowers(store.engine, store.seal))


@pytest.mark.parametrize("missing", ["CHATWOOT_API_TOKEN", "CHATWOOT_WEBHOOK_SECRET"])
async def test_a_secret_that_is_missing_is_named(store: Store, short_folder: Path, missing: str) -> None:
    """Given a place without its secret, the operator reads which variable it is."""
    with pytest.raises(ConfigError, match=f"^{missing} is missing"):
        configured_places(around(configured(short_folder, **{missing: ""}), store))


async def test_a_token_that_is_none_is_named(store: Store, short_folder: Path) -> None:
    """Given something with a line break or an accent, the operator reads which variable it is."""
    for token in ("abc\ndef", "rahasiá"):
        with pytest.raises(ConfigError, match=r"^CHATWOOT_API_TOKEN"):
            configured_places(around(configured(short_folder, CHATWOOT_API_TOKEN=token), store))


async def test_check_asks_chatwoot(
    server: ChatwootServer, short_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`temankpj check` names the inbox; where Chatwoot knows another token, it says so in one line, with status 1."""
    configured(short_folder, server.url)
    monkeypatch.chdir(short_folder)
    for name, value in (("CHATWOOT_API_TOKEN", TOKEN), ("CHATWOOT_WEBHOOK_SECRET", SECRET)):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TEMANKPJ__DATA_DIR", str(short_folder / "var"))
    await run_check(None)
    assert "ok    helpdesk chatwoot: Chatwoot: inbox Teman KPJ" in capsys.readouterr().out
    monkeypatch.setenv("CHATWOOT_API_TOKEN", "another")
    with pytest.raises(typer.Exit) as ended:
        await run_check(None)
    assert ended.value.exit_code == 1
    [wrong] = [line for line in capsys.readouterr().out.splitlines() if "WRONG" in line]
    assert "CHATWOOT_API_TOKEN" in wrong


@pytest.mark.parametrize(("key", "nothing"), [("base_url", ""), ("account_id", None), ("inbox_id", None)])
async def test_a_key_that_is_missing_is_named(store: Store, short_folder: Path, key: str, nothing: object) -> None:
    """Given a place of which the configuration does not say where it is, the operator reads which key it is."""
    config = configured(short_folder)
    section = config.helpdesk.chatwoot.model_copy(update={key: nothing})
    helpdesk = config.helpdesk.model_copy(update={"chatwoot": section})
    with pytest.raises(ConfigError, match=rf"^helpdesk\.chatwoot\.{key} is missing"):
        configured_places(around(config.model_copy(update={"helpdesk": helpdesk}), store))


async def test_no_secret_is_shown(store: Store, short_folder: Path) -> None:
    """Given an account as the program holds it, printing it shows neither token nor secret."""
    [place] = configured_places(around(configured(short_folder), store))
    shown = repr(vars(place)["_account"])
    assert "chat.example.org" in shown
    assert TOKEN not in shown
    assert SECRET not in shown
    await place.close()

"""The group in the whole program, as the configuration asks for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.bootstrap import Store, open_store, run
from bot.channels.telegram.channel import Polling, TelegramChannel
from bot.channels.telegram.polling import Pace
from bot.config import Config, ConfigError, load
from bot.helpdesk.choosing import Surroundings, configured_places
from bot.metrics import Metrics
from flows.effect import OpenTicket
from flows.event import Sender
from storage.line import now_ms
from storage.tickets import SqlFollowers
from tests.channels.adapters.telegram import FreeLock, hardly
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import CHAT, TOKEN
from tests.servers.telegram_groups import BUDI, GROUP, Group

FILE = f"""
operator: {{name: Koperasi Contoh, takes_requests: true}}
helpdesk:
  places: [desk, telegram_group]
  telegram_group:
    chat_id: {GROUP}
    agents: [{{id: {BUDI.id}, name: Pak Budi, role: supervisor}}]
    only_listed: true
channels: {{web: {{enabled: false}}}}
"""


def configured(folder: Path, **changes: str) -> Config:
    """A configuration with a group, and everything embedded in this folder."""
    path = folder / "config.yaml"
    path.write_text(FILE, encoding="utf-8")
    environ = {"TELEGRAM_BOT_TOKEN": TOKEN, "TEMANKPJ__DATA_DIR": str(folder / "var"), **changes}
    return load(path, {name: value for name, value in environ.items() if value})


@pytest.fixture
async def store(short_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Store]:
    """What lasts."""
    monkeypatch.chdir(short_folder)
    async with open_store(configured(short_folder)) as opened:
        yield opened


async def test_a_user_and_an_agent_talk_through_the_whole_program(
    server: TelegramServer, store: Store, short_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given the program as configured, a request turns up in the group, and the answer there in the user's chat."""
    monkeypatch.setenv("TEMANKPJ__CHANNELS__TELEGRAM__API_BASE_URL", server.url)
    config = configured(short_folder)
    group = server.group = Group(server)
    pace = Pace(poll_seconds=5, sleep=hardly)
    channel = TelegramChannel(TOKEN, Polling(FreeLock()), now=now_ms, api_base_url=server.url, pace=pace)
    user = Sender("telegram", str(CHAT))
    async with run(config, store, [channel], Metrics()) as program:
        asked = OpenTicket("jmo", "tidak bisa masuk JMO", ("Saluran: telegram",), 1, "id")
        number = (await program.desk.conversations.open(user, "fx:1", asked)).number
        await server.until(lambda: any(text.startswith(f"#{number} JMO") for text in group.texts()))
        [topic] = group.topics
        await server.push(group.said(BUDI, "Halo Kak, coba perbarui dulu aplikasinya.", topic=topic))
        await server.until(lambda: any("perbarui dulu" in one.text for one in server.sent if one.chat_id == CHAT))
        await server.until(lambda: any("Dipegang: Pak Budi" in text for text in group.texts()))
        assert not any("perbarui dulu" in text for text in group.texts())
    assert server.problems == []


def around(config: Config, store: Store) -> Surroundings:
    """What places are made of."""
    return Surroundings(config, store.line, store.seal, None, SqlFollowers(store.engine, store.seal))


async def test_the_group_speaks_through_the_users_bot_or_its_own(store: Store, short_folder: Path) -> None:
    """Given one token, the group hears through that bot; given one for agents, or no Telegram for users, by itself."""
    cases: list[tuple[dict[str, str], bool]] = [
        ({}, False),
        ({"TELEGRAM_AGENTS_BOT_TOKEN": "77:abc"}, True),
        ({"TEMANKPJ__CHANNELS__TELEGRAM__ENABLED": "false"}, True),
    ]
    for changes, own in cases:
        [place] = configured_places(around(_loaded(short_folder, changes), store))
        assert (place.name, getattr(place, "own_bot", None)) == ("telegram_group", own)
        await place.close()


def _loaded(folder: Path, changes: dict[str, str]) -> Config:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in changes.items():
            patch.setenv(name, value)
        return configured(folder, **changes)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN"),
        ({"TELEGRAM_AGENTS_BOT_TOKEN": "rahasia"}, "TELEGRAM_AGENTS_BOT_TOKEN"),
        ({"TELEGRAM_BOT_TOKEN": "rahasia"}, "TELEGRAM_BOT_TOKEN"),
    ],
    ids=["missing", "no token of agents", "no token"],
)
async def test_what_is_missing_is_named(store: Store, short_folder: Path, changes: dict[str, str], named: str) -> None:
    """Given no token, or something that is none, the operator reads which variable it is."""
    with pytest.raises(ConfigError, match=named):
        configured_places(around(configured(short_folder, **changes), store))


async def test_a_group_without_a_number_is_named(store: Store, short_folder: Path) -> None:
    """Given the place but no group, the operator reads which key is missing."""
    config = configured(short_folder)
    section = config.helpdesk.telegram_group.model_copy(update={"chat_id": None})
    helpdesk = config.helpdesk.model_copy(update={"telegram_group": section})
    with pytest.raises(ConfigError, match=r"helpdesk\.telegram_group\.chat_id"):
        configured_places(around(config.model_copy(update={"helpdesk": helpdesk}), store))

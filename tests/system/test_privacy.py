"""After whole conversations nothing personal stands in the clear: not in Redis' files, SQL's, the logs, /metrics."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
import redis

from tests.servers.ports import free_ports
from tests.servers.telegram import telegram_server
from tests.servers.telegram_chats import TOKEN as TELEGRAM_TOKEN
from tests.servers.twilio import TOKEN as TWILIO_TOKEN
from tests.system.conftest import Serve, import_members
from tests.system.people import Worker, cancelled, short_way, unconfirmed, with_a_question
from tests.system.program import command
from tests.system.scanner import Find, finds_below, finds_in, forms_of
from tests.system.test_conversations import SECRET, by_telegram, telegram_environment
from tests.system.test_crashes import KEY
from tests.system.whatsapp import Twilio, twilio_environment

ONE, SEVERAL, STRANGER = Worker(101), Worker(102, cards=3), Worker(103, stranger=True)
CANCELS, EARLY, ON_TELEGRAM, IN_TERMINAL = Worker(104), Worker(105), Worker(106), Worker(107)
EVERYBODY = (ONE, SEVERAL, STRANGER, CANCELS, EARLY, ON_TELEGRAM, IN_TERMINAL)
SECRETS = (TELEGRAM_TOKEN, TELEGRAM_TOKEN.split(":")[1], TWILIO_TOKEN, SECRET, KEY, KEY.rstrip("="))


def in_the_middle(worker: Worker) -> Sequence[str]:
    """Stops in front of the last question, so what was told so far is still being kept."""
    return unconfirmed(worker)[:-1]


@pytest.mark.parametrize("level", ["debug", "info"])
async def test_nothing_stands_in_the_clear(provider: Twilio, serve: Serve, short_folder: Path, level: str) -> None:
    """One KPJ, several, not confirmed, cancelled, NIK before consent, half-way; by WhatsApp, Telegram and terminal."""
    [port], data = free_ports(1), short_folder / "data"
    half_way = Worker(108, stranger=True)
    people = (*EVERYBODY, half_way)
    await import_members(short_folder, *people, given={"TEMANKPJ_SECRET_KEY": KEY})
    async with telegram_server() as telegram:
        given = twilio_environment(provider) | telegram_environment(telegram, "webhook", port)
        service = await serve(given | {"TEMANKPJ_SECRET_KEY": KEY, "TEMANKPJ__LOG__LEVEL": level}, port=port)
        provider.public, provider.webhook_urls = service.url, [service.url]
        await telegram.until(lambda: telegram.webhook is not None)
        await asyncio.gather(
            provider.converse(ONE, short_way(ONE)),
            provider.converse(SEVERAL, short_way(SEVERAL)),
            provider.converse(STRANGER, unconfirmed(STRANGER)),
            provider.converse(CANCELS, cancelled(CANCELS)),
            provider.converse(EARLY, with_a_question(EARLY)),
            provider.converse(half_way, in_the_middle(half_way)),
            by_telegram(telegram, telegram.deliver, ON_TELEGRAM),
        )
        terminal = ["chat", "--json", "--phone", IN_TERMINAL.phone]
        typed = "\n".join(short_way(IN_TERMINAL)) + "\n"
        chat = await command(short_folder, *terminal, given={"TEMANKPJ_SECRET_KEY": KEY}, typed=typed)
        assert IN_TERMINAL.kpjs[0] in chat.out
        provider.failures.extend([None])
        metrics = (await service.get("/metrics")).content
        living = finds_below(data, people, SECRETS)  # with the write-ahead log and the append-only file as they are
        await service.stop()
    told = "\n".join(service.log).encode() + chat.err.encode()
    assert living | finds_below(data, people, SECRETS) == set()
    assert finds_in("log", told, people, SECRETS) | finds_in("metrics", metrics, people, SECRETS) == set()
    assert b"serving" in told
    assert b"temankpj_turns_total" in metrics


async def test_the_scanner_finds_what_is_planted(serve: Serve, short_folder: Path) -> None:
    """One value in Redis, one in SQL, one in the log, and each is found in its place."""
    service, data = await serve(), short_folder / "data"
    assert finds_below(data, [ONE]) == set()
    with redis.Redis(unix_socket_path=str(data / "redis" / "redis.sock")) as client:
        client.set("planted", f"x{ONE.nik}x")
    found = {find.what for find in finds_below(data / "redis", [ONE])}
    assert found == {"nik"}
    with closing(sqlite3.connect(data / "records.db")) as database:
        database.execute("CREATE TABLE planted (a TEXT)")
        database.execute("INSERT INTO planted VALUES (?)", (ONE.phone,))
        database.commit()
        assert Find("records.db-wal", "phone") in finds_below(data, [ONE])
    await service.stop()


@pytest.mark.parametrize("form", sorted({form for _, form in forms_of(ONE)}))
def test_every_form_is_found(form: bytes) -> None:
    """Whatever the form, the scanner sees it among other bytes, in small letters and in capitals."""
    assert finds_in("", b"\x00\x01" + form + b"\xff", [ONE])
    assert finds_in("", b"..." + form.upper() + b"...", [ONE]) or not form.isascii()


def test_the_scanner_sees_tokens() -> None:
    """And leaves alone what only looks like somebody."""
    assert finds_in("log", b"a " + TWILIO_TOKEN.encode(), [], SECRETS) == {Find("log", "secret")}
    assert finds_in("log", b"+628990000001 9971015708900001 Rukmini", [ONE], SECRETS) == set()

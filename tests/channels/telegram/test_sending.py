"""Sending, setting up and checking, against a server that speaks the Bot API."""

import logging
import warnings
from collections.abc import AsyncIterator

import pytest

from bot.channels.port import Refused, TryLater, Unreachable
from bot.channels.telegram.channel import ByWebhook, TelegramChannel
from bot.channels.telegram.polling import Pace
from flows.effect import Choice, Say
from flows.event import Sender
from tests.channels.adapters.telegram import NOW_MS, PUBLIC_URL, SECRET, hardly
from tests.channels.contract import Inbox
from tests.servers.telegram import TelegramServer, telegram_server
from tests.servers.telegram_chats import CHAT
from tests.servers.telegram_failures import BROKEN, BUSY, DROPPED, NO_CHAT, SILENT, UNAUTHORIZED, Failure

WATI = Sender("telegram", str(CHAT))


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """Telegram, which has nothing to complain of at the end."""
    async with telegram_server() as server:
        yield server
        assert server.problems == []


@pytest.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    """A channel by webhook, not started."""
    channel = new_channel(server)
    yield channel
    await channel.close()


def new_channel(server: TelegramServer, *, call_seconds: float = 10) -> TelegramChannel:
    """A channel that talks to this server."""
    return TelegramChannel(
        server.token, ByWebhook(PUBLIC_URL, SECRET), now=lambda: NOW_MS, api_base_url=server.url + "/",
        pace=Pace(sleep=hardly), call_seconds=call_seconds,
    )  # fmt: skip


async def test_a_message_is_plain_without_preview(server: TelegramServer, channel: TelegramChannel) -> None:
    """Given a message, nothing but what is needed is asked of Telegram: no markup, no link preview."""
    await channel.send(WATI, Say("Lihat https://kpj.example", protect=True), "e1")
    assert server.sent[0].params == {
        "chat_id": CHAT,
        "text": "Lihat https://kpj.example",
        "protect_content": True,
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"remove_keyboard": True},
    }


async def test_after_trouble_the_missing_parts_follow(server: TelegramServer, channel: TelegramChannel) -> None:
    """Given trouble in the middle of a long text, trying again sends what is missing and repeats nothing."""
    say = Say("\n\n".join(letter * 4000 for letter in "abc"), (Choice("nav.menu", "Menu"),))
    server.fail("sendMessage", BUSY, after=1)
    with pytest.raises(TryLater):
        await channel.send(WATI, say, "e1")
    await channel.send(WATI, say, "e1")
    assert [sent.text[0] for sent in server.sent] == ["a", "b", "c"]


async def test_the_contact_keyboard_goes_with_what_comes_next(server: TelegramServer, channel: TelegramChannel) -> None:
    """Given an open contact keyboard, the next question removes it, and the one after that is one message again."""
    question = Say("Terima kasih.\n\nLanjut?", (Choice("nav.menu", "Menu"),))
    await channel.send(WATI, Say("Bagikan?", ask_contact="Bagikan kontak"), "e1")
    await channel.send(WATI, question, "e2")
    await channel.send(WATI, question, "e3")
    kinds = [next(iter(sent.markup)) for sent in server.sent]
    assert kinds == ["keyboard", "remove_keyboard", "inline_keyboard", "inline_keyboard"]


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (NO_CHAT, Unreachable),
        (Failure(403, "Forbidden: user is deactivated"), Unreachable),
        (Failure(400, "Bad Request: PEER_ID_INVALID"), Unreachable),
        (Failure(400, "Bad Request: BUTTON_DATA_INVALID"), Refused),
        (Failure(404, "Not Found"), Refused),
        (Failure(502, "Bad Gateway"), TryLater),
        (Failure(429, "Too Many Requests"), TryLater),
        (DROPPED, TryLater),
    ],
)
async def test_what_telegram_says_decides(
    server: TelegramServer, channel: TelegramChannel, failure: Failure, error: type[Exception]
) -> None:
    """Given an error of Telegram, the port's error says whose fault it was."""
    server.fail("sendMessage", failure)
    with pytest.raises(error):
        await channel.send(WATI, Say("halo"), "e1")


async def test_a_silent_telegram_is_tried_later(server: TelegramServer) -> None:
    """Given a Telegram that does not answer in time, it is tried later."""
    channel = new_channel(server, call_seconds=0.05)
    server.fail("sendMessage", SILENT)
    with pytest.raises(TryLater):
        await channel.send(WATI, Say("halo"), "e1")
    await channel.close()


async def test_patience_is_asked_for_in_seconds_without_warnings(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """Given a request for patience, its seconds arrive, and the library's change of types warns nobody."""
    server.fail("sendMessage", BUSY)
    with warnings.catch_warnings(record=True) as warned, pytest.raises(TryLater) as caught:
        await channel.send(WATI, Say("halo"), "e1")
    assert (caught.value.after, caught.value.patient, warned) == (7, True, [])


@pytest.mark.parametrize(
    "description",
    ["Bad Request: message can't be deleted for everyone", "Bad Request: MESSAGE_ID_INVALID"],
)
async def test_a_message_too_old_to_delete_is_let_be(
    server: TelegramServer, channel: TelegramChannel, description: str
) -> None:
    """Given a message of more than 48 hours, that it cannot be deleted is no error."""
    server.fail("deleteMessage", Failure(400, description))
    await channel.delete(WATI, "5")
    assert server.called("deleteMessage") == [{"chat_id": CHAT, "message_id": 5}]


@pytest.mark.parametrize(("failure", "error"), [(BROKEN, TryLater), (NO_CHAT, Unreachable), (UNAUTHORIZED, Refused)])
async def test_other_trouble_with_deleting_is_told(
    server: TelegramServer, channel: TelegramChannel, failure: Failure, error: type[Exception]
) -> None:
    """Given another error while deleting, it is not swallowed: the message holds personal data."""
    server.fail("deleteMessage", failure)
    with pytest.raises(error):
        await channel.delete(WATI, "5")


async def test_addresses_of_other_channels_are_our_mistake(channel: TelegramChannel) -> None:
    """Given an address or a reference that Telegram cannot have, it is refused before any call."""
    with pytest.raises(Refused):
        await channel.send(Sender("telegram", "whatsapp:+6281299990001"), Say("halo"), "e1")
    with pytest.raises(Refused):
        await channel.delete(WATI, "SM123")


async def test_typing_is_shown(server: TelegramServer, channel: TelegramChannel) -> None:
    """Given that an answer is coming, the user sees it."""
    await channel.typing(WATI)
    assert server.called("sendChatAction") == [{"chat_id": CHAT, "action": "typing"}]


async def test_the_check_names_the_bot(channel: TelegramChannel) -> None:
    """Given a channel that is set up, the check says which bot it is."""
    assert await channel.check() == "Telegram: @TemanKpjUjiBot answers, messages come by webhook"


@pytest.mark.parametrize("token", ["", "abc", "abc:def", "123", "123:"])
def test_a_token_of_the_wrong_form_is_named(token: str) -> None:
    """Given a token that cannot be one, the operator reads which variable it is."""
    with pytest.raises(Refused, match="TELEGRAM_BOT_TOKEN") as caught:
        TelegramChannel(token, ByWebhook(PUBLIC_URL, SECRET), now=lambda: NOW_MS)
    assert caught.value.operator


async def test_a_token_that_telegram_does_not_know_stops_the_start(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """Given a wrong token, the start is refused, without the token in the error or behind it."""
    server.fail("getMe", UNAUTHORIZED)
    with pytest.raises(Refused, match="TELEGRAM_BOT_TOKEN") as caught:
        await channel.start(Inbox().accept)
    assert caught.value.operator
    assert caught.value.__suppress_context__


async def test_a_telegram_that_is_away_does_not_stop_the_start(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """Given a Telegram that is away at the start, the webhook is registered once it is back."""
    server.fail("getMe", BROKEN)
    server.fail("setWebhook", DROPPED)
    await channel.start(Inbox().accept)
    assert server.webhook is None
    await server.until(lambda: server.webhook is not None)


async def test_the_token_is_in_no_log(
    server: TelegramServer,
    channel: TelegramChannel,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Given logging at its most, start, sending and every kind of failure never write the token."""
    caplog.set_level(logging.DEBUG)
    await channel.start(Inbox().accept)
    for failure in (BROKEN, DROPPED, UNAUTHORIZED, BUSY, NO_CHAT):
        server.fail("sendMessage", failure)
        with pytest.raises((TryLater, Refused, Unreachable)):
            await channel.send(WATI, Say("halo"), "e1")
    ours = [record for record in caplog.records if not record.name.startswith("uvicorn")]
    written = "\n".join(f"{record.getMessage()} {record.args}" for record in ours) + "".join(capsys.readouterr())
    assert server.token.partition(":")[2] not in written

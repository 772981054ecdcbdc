"""The connection to the Bot API: python-telegram-bot's, made silent, and its errors in the words of the port.

The library's log lines and messages can hold the token (it is part of every address) and what was sent. So its loggers
are turned down, and of its errors only the kind is passed on, with Telegram's own short description.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any, Final

import msgspec
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.port import Refused, TryLater, Unreachable

_TALKATIVE: Final = ("telegram", "httpx", "httpcore")
_NOBODY: Final = ("chat not found", "user not found", "peer_id_invalid", "deactivated", "chat_write_forbidden")
_GONE: Final = ("message to delete not found", "message can't be deleted", "message_id_invalid")
_PRIVATE: Final = re.compile(r'"[^"]*"|\d{4,}')


class AskedToWait(TelegramError):
    """Telegram asks for patience; `after` seconds if it said how many."""

    def __init__(self, after: float | None) -> None:
        super().__init__("asked to wait")
        self.after = after


class _Parameters(msgspec.Struct, frozen=True):
    retry_after: float | None = None


class _Answer(msgspec.Struct, frozen=True):
    parameters: _Parameters = _Parameters()


class Transport(HTTPXRequest):
    """The library's HTTP client, which logs no bodies and reads `retry_after` itself.

    Whoever sets PTB_TIMEDELTA or not, the library's own error for it would either warn or differ in type.
    """

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """As the library's; raise `AskedToWait` on 429."""
        status, payload = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            raise AskedToWait(_retry_after(payload))
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; raise `TelegramError` without a word of it."""
        try:
            return msgspec.json.decode(payload, type=dict[str, Any])
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            raise TelegramError("unreadable answer") from None


def _retry_after(payload: bytes) -> float | None:
    try:
        return msgspec.json.decode(payload, type=_Answer).parameters.retry_after
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def connect(token: str, api_base_url: str, calls: Transport, polls: Transport) -> Bot:
    """A bot at `api_base_url` (without path) whose library is silent."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    base = api_base_url.rstrip("/")
    return Bot(token, f"{base}/bot", f"{base}/file/bot", request=calls, get_updates_request=polls)


@contextmanager
def in_our_words() -> Iterator[None]:
    """Raise the port's errors for the library's."""
    try:
        yield
    except TelegramError as error:
        raise translated(error) from None


def translated(error: TelegramError) -> TryLater | Unreachable | Refused:
    """Whose fault it was. A bad request is a network error to the library, so the order matters."""
    match error:
        case AskedToWait():
            return TryLater("Telegram asks for patience", error.after, patient=True)
        case InvalidToken():
            return Refused("Telegram does not know the token in TELEGRAM_BOT_TOKEN", operator=True)
        case Forbidden() | ChatMigrated():
            return Unreachable("Telegram may not write to this user any more")
        case BadRequest() if says(error, _NOBODY):
            return Unreachable("Telegram knows no such user")
        case BadRequest():
            return Refused(f"Telegram refuses: {_PRIVATE.sub('…', error.message)[:200]}")
        case _:
            return TryLater(f"Telegram cannot be reached ({type(error).__name__})")


def is_gone(error: BadRequest) -> bool:
    """Whether a message could not be deleted because it no longer exists or is older than Telegram allows (48 h)."""
    return says(error, _GONE)


def says(error: TelegramError, phrases: tuple[str, ...]) -> bool:
    """Whether Telegram's description holds one of these, which are in small letters."""
    text = error.message.lower()
    return any(phrase in text for phrase in phrases)

"""Fetching what a user sent: Telegram is asked where the file lies, and only there is it read.

The address holds the bot's token, so nothing of it is ever logged or told. Telegram gives bots files up to 20 MB.
"""

import re
from typing import Any, Final

import httpx
from telegram import Bot
from telegram.error import BadRequest

from bot.channels.fetching import WITHIN, download
from bot.channels.port import FileGone, FileTooLarge
from bot.channels.telegram.transport import in_our_words, says

_FILE_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,255}")
_TOO_BIG: Final = ("file is too big",)
_NO_FILE: Final = ("file_id", "file identifier", "file is temporarily unavailable")


class Files:
    """Files of one bot, under `base` (without path). `trust`: httpx's settings of whom to trust."""

    def __init__(self, bot: Bot, base: str, trust: dict[str, Any], within: float = WITHIN) -> None:
        self._bot = bot
        self._root = f"{base.rstrip('/')}/file/bot{bot.token}/"
        self._http = httpx.AsyncClient(timeout=10, **trust)
        self._within = within

    async def fetch(self, file_id: str, at_most: int) -> bytes:
        """The file's bytes; raise the port's errors."""
        if not _FILE_ID.fullmatch(file_id):
            raise FileGone("that is no file's id of Telegram")
        with in_our_words():
            try:
                found = await self._bot.get_file(file_id)
            except BadRequest as error:
                if says(error, _TOO_BIG):
                    raise FileTooLarge from None
                if says(error, _NO_FILE):
                    raise FileGone("Telegram has no such file") from None
                raise
        if (found.file_size or 0) > at_most:
            raise FileTooLarge
        content = await download(self._http, self._address(found.file_path or ""), at_most, within=self._within)
        if isinstance(content, str):
            raise FileGone("Telegram sends us elsewhere")
        return content

    def _address(self, path: str) -> str:
        """Only below our own files: what a Bot API server with local files names is a path of its disk."""
        rest = path.removeprefix(self._root)
        if rest == path or ".." in rest or "?" in rest or "#" in rest:
            raise FileGone("Telegram names no file of ours")
        return path

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

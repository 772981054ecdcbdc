"""Answering presses of buttons, so that they stop turning on the user's screen.

Nothing depends on it: Telegram forgets a press after a while by itself, so a failure is counted as done and never
holds up a message.
"""

import asyncio
from typing import Final

from telegram import Bot
from telegram.error import TelegramError

from storage.ending import end

AT_ONCE: Final = 100


class Answers:
    """Calls under way to `answerCallbackQuery`; beyond `AT_ONCE` presses stay unanswered."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._under_way: set[asyncio.Task[None]] = set()

    def answer(self, callback: str, text: str | None = None, *, alert: bool = False) -> None:
        """Answer in the background, perhaps with a text that shows for a moment, or as an alert until it is closed."""
        if len(self._under_way) < AT_ONCE:
            task = asyncio.create_task(self._answer(callback, text, alert=alert))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def _answer(self, callback: str, text: str | None, *, alert: bool) -> None:
        try:
            await self._bot.answer_callback_query(callback, text, show_alert=alert or None)
        except TelegramError:
            return  # too old, or Telegram is away: the button stops turning by itself

    async def close(self) -> None:
        """Give up what is under way."""
        await end(*self._under_way)

"""Telegram as a channel: python-telegram-bot sends, typed structs read, by polling or by webhook."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

import structlog
from starlette.routing import BaseRoute
from telegram import InputFile, LinkPreviewOptions
from telegram.error import BadRequest, TelegramError

from bot.channels.port import Accept, Document, Refused, TryLater
from bot.channels.telegram.answers import Answers
from bot.channels.telegram.files import Files
from bot.channels.telegram.inbound import NAME, Reader
from bot.channels.telegram.intake import AgentsGroup, Intake
from bot.channels.telegram.outbound import ABILITIES, CAPABILITIES, Part, render
from bot.channels.telegram.polling import AS_TELEGRAM_ADVISES, Pace, Poller, PollingLock
from bot.channels.telegram.transport import Transport, connect, in_our_words, is_gone
from bot.channels.telegram.updates import ALLOWED
from bot.channels.telegram.webhook import PATH, Webhook
from bot.channels.trust import certificates
from flows.effect import Say
from flows.event import Attachment, Sender
from storage.ending import end

log = structlog.get_logger("bot.channels.telegram")

T = TypeVar("T")
REMEMBERED: Final = 10_000
_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True)
class Polling:
    """Fetch updates, while holding `lock` (see `PollingLock`)."""

    lock: PollingLock


@dataclass(frozen=True)
class ByWebhook:
    """Let Telegram bring updates to `public_url`, with `secret` in a header."""

    public_url: str
    secret: str = field(repr=False)


class TelegramChannel:
    """A bot on Telegram. `now` gives milliseconds, UTC; raises `Refused` for a token of the wrong form."""

    name: str = NAME
    capabilities = CAPABILITIES
    abilities = ABILITIES

    def __init__(
        self, token: str, receive: Polling | ByWebhook, *, now: Callable[[], int],
        api_base_url: str = "https://api.telegram.org", pace: Pace = AS_TELEGRAM_ADVISES, call_seconds: float = 10.0,
    ) -> None:  # fmt: skip
        self._reader = Reader(bot_id(token), now)
        self._receive = receive
        self._group: AgentsGroup | None = None
        self._pace = pace
        trust = {"verify": certificates()}
        self._calls = Transport(64, read_timeout=call_seconds, pool_timeout=call_seconds, httpx_kwargs=trust)
        self._polls = Transport(1, httpx_kwargs=trust)
        self._bot = connect(token, api_base_url, self._calls, self._polls)
        self._files = Files(self._bot, api_base_url, trust)
        self._answers = Answers(self._bot)
        self._webhook = Webhook(receive.secret, self._reader, self._answers) if isinstance(receive, ByWebhook) else None
        self._receiving: asyncio.Task[None] | None = None
        self._resume: OrderedDict[str, int] = OrderedDict()  # effect id -> parts that have arrived
        self._keyboards: OrderedDict[str, None] = OrderedDict()  # chats where a contact keyboard may be open

    def routes(self) -> Sequence[BaseRoute]:
        """The webhook's path in webhook mode, none else."""
        return (self._webhook.route,) if self._webhook else ()

    def host(self, group: AgentsGroup) -> None:
        """Let the operator's people work in a group with this bot; to be called before the start."""
        self._group = group
        self._reader.group = group.chat_id

    async def start(self, accept: Accept) -> None:
        """Set Telegram up for our mode and begin to receive.

        Raises `Refused` if the operator must act. A Telegram that is away is tried again in the background, so that
        the other channels can work.
        """
        if self._webhook:
            self._webhook.intake = Intake(accept, self._group)
        try:
            await self._set_up()
            ready = True
        except TryLater as trouble:
            log.warning("telegram.start_delayed", why=trouble.why)
            ready = False
        self._receiving = asyncio.create_task(self._keep_receiving(accept, ready=ready))
        self._receiving.add_done_callback(_tell_of_failure)

    async def _set_up(self) -> None:
        with in_our_words():
            self._reader.username = (await self._bot.get_me()).username
            if isinstance(self._receive, ByWebhook):
                url = self._receive.public_url.rstrip("/") + PATH
                await self._bot.set_webhook(url, secret_token=self._receive.secret, allowed_updates=ALLOWED)
            else:
                await self._bot.delete_webhook()

    async def _keep_receiving(self, accept: Accept, *, ready: bool) -> None:
        pause = 1.0
        while not ready:
            await self._pace.sleep(pause)
            try:
                await self._set_up()
                ready = True
            except (TryLater, Refused) as trouble:
                log.warning("telegram.start_delayed", why=trouble.why)
                pause = min(60.0, pause * 2)
        if isinstance(self._receive, Polling):
            poller = Poller(self._bot, self._polls, self._reader, self._answers, self._receive.lock, self._pace)
            await poller.run(Intake(accept, self._group))

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """Send all parts; after trouble on the way, the same `effect_id` goes on with the part that is missing."""
        chat = _chat(to)
        parts = render(say, keyboard_open=to.address in self._keyboards)
        ref = None
        for index in range(min(self._resume.pop(effect_id, 0), len(parts) - 1), len(parts)):
            try:
                ref = await self._send_part(chat, parts[index], protect=say.protect)
            except TryLater:
                if index:
                    _remember(self._resume, effect_id, index)
                raise
        self._note_keyboard(to.address, say)
        return ref

    async def _send_part(self, chat: int, part: Part, *, protect: bool) -> str:
        with in_our_words():
            message = await self._bot.send_message(
                chat, part.text, reply_markup=part.keyboard, protect_content=protect, link_preview_options=_NO_PREVIEW
            )
        return str(message.message_id)

    async def send_document(self, to: Sender, document: Document, effect_id: str) -> None:  # noqa: ARG002 - one call
        """Send a file that cannot be forwarded."""
        file = InputFile(document.content, filename=document.name)
        with in_our_words():
            await self._bot.send_document(_chat(to), file, protect_content=True, disable_content_type_detection=True)

    async def fetch(self, sender: Sender, attachment: Attachment, at_most: int) -> bytes:  # noqa: ARG002 - ids are ours
        """Ask Telegram where the file lies, and read it; raise `FileGone`, `FileTooLarge` and the usual ones."""
        return await self._files.fetch(attachment.file, at_most)

    def _note_keyboard(self, address: str, say: Say) -> None:
        """Only a memory aid: if it is lost, the folded keyboard goes with the next message without buttons."""
        if say.ask_contact is not None:
            _remember(self._keyboards, address, None)
        else:
            self._keyboards.pop(address, None)

    async def delete(self, to: Sender, ref: str) -> None:
        """Delete a message of the last 48 hours, the user's or ours; nothing happens if it is gone or older."""
        if not ref.isdecimal():
            raise Refused("a Telegram message id has only digits")
        with in_our_words():
            try:
                await self._bot.delete_message(_chat(to), int(ref))
            except BadRequest as error:
                if not is_gone(error):
                    raise

    async def typing(self, to: Sender) -> None:
        """Show "typing…" for five seconds. An ornament: whatever goes wrong, nothing is lost and nothing is said."""
        try:
            await self._bot.send_chat_action(_chat(to), "typing")
        except TelegramError:
            return

    async def check(self) -> str:
        """Ask Telegram who we are."""
        with in_our_words():
            me = await self._bot.get_me()
        how = "webhook" if self._webhook else "polling"
        return f"Telegram: @{me.username} answers, messages come by {how}"

    async def close(self) -> None:
        """Stop receiving, give the lock back, close all connections. May be called again."""
        if self._receiving is not None:
            await end(self._receiving)
            self._receiving = None
        await self._answers.close()
        await self._files.close()
        await self._calls.shutdown()
        await self._polls.shutdown()


def _tell_of_failure(task: asyncio.Task[None]) -> None:
    """Receiving ends only when it is closed; anything else is our own bug and must be seen when it happens."""
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("telegram.receiving_failed", exc_info=error)


def bot_id(token: str) -> int:
    """The bot's own account number, which a token begins with; raise `Refused` for what is no token."""
    number, colon, rest = token.partition(":")
    if not (number.isdecimal() and colon and rest):
        raise Refused("TELEGRAM_BOT_TOKEN does not look like 123456:ABC…, as BotFather gives it", operator=True)
    return int(number)


def _chat(to: Sender) -> int:
    try:
        return int(to.address)
    except ValueError:
        raise Refused("a Telegram address is a chat's number") from None


def _remember(memory: OrderedDict[str, T], key: str, value: T) -> None:
    memory[key] = value
    memory.move_to_end(key)
    if len(memory) > REMEMBERED:
        memory.popitem(last=False)

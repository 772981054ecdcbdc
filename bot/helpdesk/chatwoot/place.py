"""Chatwoot as a place where agents work: what happens in tickets is shown there, what agents do there is heard."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from starlette.routing import BaseRoute

from bot.channels.port import Refused, TryLater
from bot.helpdesk.chatwoot.attached import Attachments, TakesAgentsFiles
from bot.helpdesk.chatwoot.catching_up import SOON, CatchingUp
from bot.helpdesk.chatwoot.client import Client, NotThere
from bot.helpdesk.chatwoot.hearing import AWAY, Hearing, Parts, Ring
from bot.helpdesk.chatwoot.memory import Memory
from bot.helpdesk.chatwoot.names import PLACE
from bot.helpdesk.chatwoot.showing import Showing
from bot.helpdesk.chatwoot.telling import Telling
from bot.helpdesk.chatwoot.webhook import Webhook
from bot.helpdesk.chatwoot.wire import API_CHANNEL
from bot.helpdesk.port import Helpdesk
from bot.words import Locale, Words
from storage.ending import end
from storage.line import LineAway
from storage.line.servers import AnyRedis
from storage.sealing import Sealer
from storage.tickets.port import Entry, Files, Ticket

PACKAGE: Final = "bot.helpdesk.chatwoot"
ADMINISTRATOR: Final = "administrator"


@dataclass(frozen=True)
class Account:
    """Where Chatwoot is, which inbox is ours, and how we and it know each other. Times in seconds."""

    base_url: str
    account: int
    inbox: int
    token: str = field(repr=False)
    webhook_secret: str = field(repr=False)
    send_files: bool = False
    locale: Locale = "id"
    largest_file: int = 10_000_000
    timeout: float = 10.0
    soon: float = SOON


@dataclass(frozen=True)
class Keeping:
    """Where things are kept, and what takes agents' files."""

    redis: AnyRedis
    seal: Sealer
    prefix: str = "temankpj"
    files: Files | None = None
    takes: TakesAgentsFiles | None = None


class Chatwoot:
    """See `bot.helpdesk.port.Place`. `now` gives ms since 1970, UTC."""

    name: str = PLACE

    def __init__(self, account: Account, keeping: Keeping, now: Callable[[], int]) -> None:
        self._account = account
        self._client = Client(account.base_url, account.account, account.token, timeout=account.timeout)
        self._attachments = Attachments(
            account.base_url, keeping.takes, at_most=account.largest_file, timeout=account.timeout
        )
        memory = Memory(keeping.redis, account.account, prefix=keeping.prefix)
        telling = Telling(Words(PACKAGE, account.locale), send_files=account.send_files)
        self._showing = Showing(
            self._client, memory, telling, keeping.seal,
            account=account.account, inbox=account.inbox, files=keeping.files,
        )  # fmt: skip
        parts = Parts(self._client, memory, telling, self._attachments, now)
        self._hearing = Hearing(parts, account.account)
        self._catching_up = CatchingUp(self._client, account.inbox, self._hear, now, soon=account.soon)
        self._webhook = Webhook(account.webhook_secret, account.account, account.inbox, self._rung, now)
        self._helpdesk: Helpdesk | None = None
        self._looking: asyncio.Task[None] | None = None

    def routes(self) -> Sequence[BaseRoute]:
        """The path of the webhook."""
        return (self._webhook.route,)

    async def start(self, helpdesk: Helpdesk) -> None:
        """Begin to take what agents do, and have done."""
        self._helpdesk = helpdesk
        self._looking = asyncio.create_task(self._catching_up.keep(), name="chatwoot-catching-up")

    async def show(self, entry: Entry, ticket: Ticket, ref: str | None) -> str | None:
        """See `Place`."""
        if self._helpdesk is None:
            raise TryLater("the helpdesk has not started yet")
        try:
            return await self._showing.show(entry, ticket, ref, self._helpdesk)
        except LineAway as away:
            raise TryLater(type(away).__name__) from None
        except NotThere:
            raise Refused("helpdesk.chatwoot: this account or inbox does not exist", operator=True) from None

    async def forget(self, ref: str) -> None:
        """See `bot.helpdesk.port.Forgetful`."""
        try:
            await self._showing.forget(ref)
        except LineAway as away:
            raise TryLater(type(away).__name__) from None

    async def check(self) -> str:
        """Ask Chatwoot who we are there, and whether the inbox is one that we can use."""
        account, number = self._account, self._account.inbox
        profile = await self._client.profile()
        role = next((one.role for one in profile.accounts if one.id == account.account), None)
        if role is None:
            raise Refused(
                f"helpdesk.chatwoot.account_id: the user of CHATWOOT_API_TOKEN is not in account {account.account}",
                operator=True,
            )
        try:
            inbox = await self._client.inbox(number)
        except NotThere:
            raise Refused(f"helpdesk.chatwoot.inbox_id: there is no inbox {number}", operator=True) from None
        if inbox.channel_type != API_CHANNEL:
            raise Refused(f"helpdesk.chatwoot.inbox_id: inbox {number} is not of the kind API", operator=True)
        hint = "" if role == ADMINISTRATOR else "; make the user of CHATWOOT_API_TOKEN an administrator"
        return f"Chatwoot: inbox {inbox.name or number} of account {account.account}{hint}"

    async def close(self) -> None:
        """Stop hearing, and close all connections."""
        self._catching_up.stop()
        if self._looking is not None:
            await asyncio.wait([self._looking], timeout=self._account.timeout)  # what it does now it may end
            await end(self._looking)
        await self._client.close()
        await self._attachments.close()

    async def _hear(self, ring: Ring) -> bool:
        if self._helpdesk is None:
            raise TryLater("the helpdesk has not started yet")
        return await self._hearing.hear(ring, self._helpdesk)

    async def _rung(self, ring: Ring) -> None:
        """Deal with a delivery; what cannot be now is looked at again, whatever becomes of the answer."""
        try:
            settled = await self._hear(ring)
        except AWAY:
            self._catching_up.later(ring)
            raise
        if not settled:
            self._catching_up.later(ring)

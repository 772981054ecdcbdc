"""Doing what the dialogue decided: one small function for each kind of effect.

What fails is raised as the channel port's errors, which the worker knows how to treat; a directory that is away is an
answer, not a failure, since the dialogue has something to say to it.
"""

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

import structlog
from msgspec import structs

from bot.channels.port import Channel, Document, Invites, Refused, TryLater, Unreachable
from bot.exports import Exports
from bot.helpdesk.conversing import FILE, Conversations
from bot.proofs import Proofs
from flows.effect import (
    Audit,
    CheckCode,
    DeleteMessage,
    Effect,
    EndHandover,
    FindPerson,
    Forget,
    Invite,
    ListMemberships,
    OpenTicket,
    ProofSucceeded,
    RateTicket,
    RecordConsent,
    ReopenTicket,
    Say,
    SendCode,
    SendExport,
    SendFile,
    ShowTyping,
    TellAgent,
)
from flows.event import Delivered, DirectoryAway, Event, MembershipsListed, Sender
from storage.audit import Audit as AuditTrail
from storage.consents import ConsentRecord, Consents, RecordsAway
from storage.line import LineAway, now_ms
from storage.line.dead import DeadLetters

log = structlog.get_logger("bot.effects")

Kept = TypeVar("Kept")


@runtime_checkable
class Forgetful(Protocol):
    """A channel that itself keeps what was said."""

    async def forget(self, to: Sender) -> None:
        """Delete all that was said with this user."""


class Documents(Protocol):
    """Kept files of tickets."""

    async def document(self, ticket: int, file: str) -> Document | None:
        """A kept file as something to send to the ticket's user; None if it is not there; raise `RecordsAway`."""


@dataclass(frozen=True)
class UserRecords:
    """What is kept of users, where effects write, read and delete it."""

    consents: Consents
    audit: AuditTrail
    exports: Exports
    files: Documents | None = None
    letters: DeadLetters | None = None


class Effects:
    """Runs effects. `channels` by name."""

    def __init__(
        self, channels: Mapping[str, Channel], proofs: Proofs, records: UserRecords, conversations: Conversations
    ) -> None:
        self._channels = channels
        self._proofs = proofs
        self._consents = records.consents
        self._audit = records.audit
        self._exports = records.exports
        self._files = records.files
        self._letters = records.letters
        self._conversations = conversations

    async def run(self, sender: Sender, effect_id: str, effect: Effect) -> Event | None:
        """Do it; return the result that the dialogue waits for, if any. Raises `TryLater`, `Unreachable`, `Refused`."""
        match effect:
            case Say():
                return await self._say(sender, effect_id, effect)
            case FindPerson():
                return await self._proofs.find(sender, effect_id, effect)
            case ListMemberships():
                return await self._list(sender, effect_id, effect)
            case CheckCode():
                return await self._proofs.check_code(sender, effect_id, effect)
            case OpenTicket() | ReopenTicket() | TellAgent() | EndHandover():
                return await self._in_ticket(sender, effect_id, effect)
            case SendCode():
                await self._proofs.send_code(sender, effect_id, effect)
            case ProofSucceeded():
                await self._proofs.succeeded(sender)
            case _:
                await self._others(sender, effect_id, effect)
        return None

    async def _list(self, sender: Sender, effect_id: str, effect: ListMemberships) -> Event:
        """Numbers are handed out only once the audit says so; while it is away, so are they."""
        found = await self._proofs.memberships(effect_id, effect)
        if effect.tells and isinstance(found, MembershipsListed) and found.memberships:
            told = Audit("disclosure", effect.person, f"{effect.tells} {len(found.memberships)}")
            try:
                await self._note(sender, effect_id, told)
            except TryLater:
                return DirectoryAway(effect_id, now_ms(), effect.asked)
        return found

    async def _in_ticket(
        self, sender: Sender, effect_id: str, effect: OpenTicket | ReopenTicket | TellAgent | EndHandover
    ) -> Event | None:
        match effect:
            case OpenTicket():
                return await self._keep(self._conversations.open(sender, effect_id, effect))
            case ReopenTicket():
                return await self._keep(self._conversations.reopen(effect_id, effect))
            case TellAgent():
                return await self._keep(self._conversations.tell(sender, effect_id, effect), patient=True)
            case EndHandover():
                return await self._keep(self._conversations.end(effect_id, effect), patient=True)

    async def _others(self, sender: Sender, effect_id: str, effect: Effect) -> None:
        match effect:
            case ShowTyping():
                await self._channel(sender).typing(sender)
            case DeleteMessage():
                await self._channel(sender).delete(sender, effect.ref)
            case RecordConsent():
                given = ConsentRecord(effect.purpose, effect.text_version, effect.locale, effect.given, effect.at)
                await self._keep(self._consents.add(sender, effect_id, given), patient=True)
            case SendExport():
                for number, document in enumerate(await self._exports.documents(sender, effect.held)):
                    await self._channel(sender).send_document(sender, document, f"{effect_id}/{number}")
            case Audit():
                await self._note(sender, effect_id, effect)
            case Forget():
                await self._forget(sender, effect_id)
            case _:
                await self._about_tickets(sender, effect_id, effect)

    async def _about_tickets(self, sender: Sender, effect_id: str, effect: Effect) -> None:
        match effect:
            case RateTicket():
                await self._keep(self._conversations.rate(effect_id, effect), patient=True)
            case SendFile():
                await self._send_file(sender, effect_id, effect)
            case Invite():
                await self._invite(sender, effect)

    async def _say(self, sender: Sender, effect_id: str, effect: Say) -> Event | None:
        try:
            ref = await self._channel(sender).send(sender, effect, effect_id)
        except (Refused, Unreachable):
            await self._conversations.became(effect.receipt, "failed")
            raise
        await self._conversations.became(effect.receipt, "sent")
        return Delivered(effect_id, now_ms(), effect.receipt, ref) if effect.receipt else None

    async def _send_file(self, sender: Sender, effect_id: str, effect: SendFile) -> None:
        document = None
        if self._files is not None:
            document = await self._keep(self._files.document(effect.ticket, effect.file))
        try:
            if document is None:
                raise Refused("the file is not there any more")
            receipt = f"{FILE}{effect.ticket}:{effect.claim}:{effect.file}"
            await self._channel(sender).send_document(sender, structs.replace(document, receipt=receipt), effect_id)
        except (Refused, Unreachable):
            await self._conversations.became_file(effect, "failed")
            raise
        await self._conversations.became_file(effect, "sent")

    async def _invite(self, sender: Sender, effect: Invite) -> None:
        try:
            channel = self._channel(sender)
            if not isinstance(channel, Invites):
                raise Refused(f"the channel {sender.channel} has no approved words", operator=True)
            await channel.invite(sender, effect.receipt)
        except (Refused, Unreachable):
            await self._conversations.became(effect.receipt, "failed")
            raise
        await self._conversations.became(effect.receipt, "sent")

    async def _forget(self, sender: Sender, effect_id: str) -> None:
        channel = self._channel(sender)
        if isinstance(channel, Forgetful):
            await channel.forget(sender)
        await self._proofs.forget(sender)
        if self._letters is not None:
            await self._keep(self._letters.forget(sender), patient=True)
        await self._keep(self._conversations.forget(sender), patient=True)
        withdrawn = ConsentRecord("all", "-", "-", False, now_ms())
        await self._keep(self._consents.add(sender, effect_id, withdrawn), patient=True)
        await self._note(sender, effect_id + "/audit", Audit("deletion"))

    async def _note(self, sender: Sender, once: str, entry: Audit) -> None:
        conversation = f"{sender.channel}:{sender.address}"
        note = self._audit.add(
            entry.kind, at=now_ms(), person=entry.person, conversation=conversation, detail=entry.detail, once=once
        )
        await self._keep(note, patient=True)

    async def _keep(self, record: Awaitable[Kept], *, patient: bool = False) -> Kept:
        """Write it; `patient`: nobody says it again, so it is not given up soon."""
        try:
            return await record
        except RecordsAway as error:
            raise TryLater("the records database is away", patient=patient) from error
        except LineAway as error:
            raise TryLater("Redis is away", patient=patient) from error

    def _channel(self, sender: Sender) -> Channel:
        channel = self._channels.get(sender.channel)
        if channel is None:
            raise Refused(f"the channel {sender.channel} is not configured", operator=True)
        return channel

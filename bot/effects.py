"""Doing what the dialogue decided: one small function for each kind of effect.

What fails is raised as the channel port's errors, which the worker knows how to treat; a directory that is away is an
answer, not a failure, since the dialogue has something to say to it.
"""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from bot.channels.port import Channel, Refused, TryLater
from flows.effect import (
    DeleteMessage,
    Effect,
    FindPerson,
    Forget,
    ListMemberships,
    RecordConsent,
    Say,
    ShowTyping,
)
from flows.event import Delivered, DirectoryAway, Event, MembershipsListed, PersonLookedUp, Sender
from storage.consents import ConsentRecord, Consents, RecordsAway
from storage.line import now_ms
from storage.members.port import DirectoryUnavailable, MemberDirectory


@runtime_checkable
class Forgetful(Protocol):
    """A channel that itself keeps what was said."""

    async def forget(self, to: Sender) -> None:
        """Delete all that was said with this user."""


class Effects:
    """Runs effects. `channels` by name; `clock` gives milliseconds, UTC."""

    def __init__(self, channels: Mapping[str, Channel], directory: MemberDirectory, consents: Consents) -> None:
        self._channels = channels
        self._directory = directory
        self._consents = consents

    async def run(self, sender: Sender, effect_id: str, effect: Effect) -> Event | None:
        """Do it; return the result that the dialogue waits for, if any. Raises `TryLater`, `Unreachable`, `Refused`."""
        match effect:
            case Say():
                ref = await self._channel(sender).send(sender, effect, effect_id)
                return Delivered(effect_id, now_ms(), effect.receipt, ref) if effect.receipt else None
            case FindPerson() | ListMemberships():
                return await self._look_up(effect_id, effect)
            case ShowTyping():
                await self._channel(sender).typing(sender)
            case DeleteMessage():
                await self._channel(sender).delete(sender, effect.ref)
            case RecordConsent():
                given = ConsentRecord(effect.purpose, effect.text_version, effect.locale, effect.given, effect.at)
                await self._record(sender, effect_id, given)
            case Forget():
                channel = self._channel(sender)
                if isinstance(channel, Forgetful):
                    await channel.forget(sender)
                await self._record(sender, effect_id, ConsentRecord("all", "-", "-", False, now_ms()))
        return None

    async def _look_up(self, effect_id: str, effect: FindPerson | ListMemberships) -> Event:
        try:
            if isinstance(effect, FindPerson):
                person = await self._directory.find_person(effect.nik)
                return PersonLookedUp(effect_id, now_ms(), person, effect.asked)
            memberships = await self._directory.memberships(effect.person)
            return MembershipsListed(effect_id, now_ms(), memberships, effect.asked)
        except DirectoryUnavailable:
            return DirectoryAway(effect_id, now_ms(), effect.asked)

    async def _record(self, sender: Sender, effect_id: str, record: ConsentRecord) -> None:
        try:
            await self._consents.add(sender, effect_id, record)
        except RecordsAway as error:
            raise TryLater("the records database is away") from error

    def _channel(self, sender: Sender) -> Channel:
        channel = self._channels.get(sender.channel)
        if channel is None:
            raise Refused(f"the channel {sender.channel} is not configured", operator=True)
        return channel

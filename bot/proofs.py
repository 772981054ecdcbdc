"""Proofs of identity outside of the dialogue: limits on trying, one-time codes, and looking people up.

From outside nothing here shows whether somebody is a member: a look-up of a NIK that nobody has counts like any other,
and a code for nobody costs the same calls. Sending a code happens beside the conversation and a random while later, so
that the work of it shows in no answer's time; one that could not be sent can be asked for again.
"""

import asyncio
import random
from collections.abc import Callable

import structlog

from bot.channels.port import Refused, TryLater, Unreachable
from bot.codes.port import CodeSender
from bot.metrics import Metrics
from flows.effect import CheckCode, FindPerson, ListMemberships, SendCode
from flows.event import CodeChecked, DirectoryAway, Event, Locked, MembershipsListed, PersonLookedUp, Sender
from storage.codes import Codes
from storage.limits import Limits
from storage.line import LineAway, now_ms
from storage.members.port import DirectoryUnavailable, MemberDirectory

log = structlog.get_logger("bot.proofs")

LONGEST_WHILE = 2.5
SEND_PAUSES = (1.0, 4.0, 10.0)
"""Seconds between attempts to send a code; it is valid for minutes only."""


def _a_while() -> float:
    return random.uniform(0.5, LONGEST_WHILE)  # noqa: S311 - nothing is guessed by knowing it


class Proofs:
    """Answers the dialogue's questions about people. `sender` is None where no code can be sent.

    `a_while`: seconds after which a code is sent, another number each time.
    """

    def __init__(
        self,
        directory: MemberDirectory,
        limits: Limits,
        codes: Codes,
        sender: CodeSender | None,
        metrics: Metrics,
        a_while: Callable[[], float] = _a_while,
    ) -> None:
        self._directory = directory
        self._limits = limits
        self._codes = codes
        self._sender = sender
        self._metrics = metrics
        self._a_while = a_while
        self._sending: set[asyncio.Task[None]] = set()

    async def find(self, who: Sender, effect_id: str, effect: FindPerson) -> Event:
        """Look a NIK up, unless too many proofs have failed. Raises `TryLater`."""
        try:
            if effect.counts:
                until = await self._limits.begin(_name(who), effect.nik, effect.phone, who.network, once=effect_id)
                await self._watch()
                if until is not None:
                    return Locked(effect_id, now_ms(), until, effect.asked)
            person = await self._directory.find_person(effect.nik)
        except LineAway as error:
            raise TryLater("the limits cannot be reached") from error
        except DirectoryUnavailable:
            return DirectoryAway(effect_id, now_ms(), effect.asked)
        return PersonLookedUp(effect_id, now_ms(), person, effect.asked)

    async def memberships(self, effect_id: str, effect: ListMemberships) -> Event:
        """All memberships of a person."""
        try:
            found = await self._directory.memberships(effect.person)
        except DirectoryUnavailable:
            return DirectoryAway(effect_id, now_ms(), effect.asked)
        return MembershipsListed(effect_id, now_ms(), found, effect.asked, effect.person)

    async def succeeded(self, who: Sender) -> None:
        """The last attempt ended in a proof. Raises `TryLater`."""
        try:
            await self._limits.succeeded(_name(who))
        except LineAway as error:
            raise TryLater("the limits cannot be reached") from error

    async def send_code(self, who: Sender, effect_id: str, effect: SendCode) -> None:
        """Make a code, and let it be sent if it is for somebody. Raises `TryLater`."""
        try:
            if effect.again:
                code_and_phone = await self._codes.again(_name(who), once=effect_id)
            else:
                code = await self._codes.make(_name(who), effect.person, effect.nik, effect.phone, once=effect_id)
                code_and_phone = (code, effect.phone) if code is not None and effect.phone is not None else None
        except LineAway as error:
            raise TryLater("the codes cannot be reached") from error
        task = asyncio.create_task(self._send(code_and_phone, effect.locale))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def check_code(self, who: Sender, effect_id: str, effect: CheckCode) -> Event:
        """Compare a typed code. Raises `TryLater`."""
        try:
            verdict, person = await self._codes.check(_name(who), effect.code, once=effect_id)
        except LineAway as error:
            raise TryLater("the codes cannot be reached") from error
        return CodeChecked(effect_id, now_ms(), verdict, person, effect.asked)

    async def forget(self, who: Sender) -> None:
        """Delete this conversation's code; what was counted stays."""
        try:
            await self._codes.forget(_name(who))
        except LineAway as error:
            raise TryLater("the codes cannot be reached") from error

    async def close(self) -> None:
        """Finish what is being sent."""
        if self._sending:
            await asyncio.wait(self._sending, timeout=LONGEST_WHILE + sum(SEND_PAUSES))
        if self._sender is not None:
            await self._sender.close()

    async def _send(self, code_and_phone: tuple[str, str] | None, locale: str) -> None:
        await asyncio.sleep(self._a_while())
        if code_and_phone is None or self._sender is None:
            return None
        code, phone = code_and_phone
        why = ""
        for pause in (*SEND_PAUSES, None):
            try:
                await self._sender.send(phone, code, locale)
            except TryLater as error:
                why = error.why
                if pause is not None:
                    await asyncio.sleep(max(pause, error.after or 0.0))
            except Unreachable:
                return self._metrics.sent(self._sender.name, "unreachable")
            except Refused as error:
                log.error("code.refused", sender=self._sender.name, why=error.why)  # noqa: TRY400 - no traceback needed
                return self._metrics.sent(self._sender.name, "refused")
            else:
                return self._metrics.sent(self._sender.name, "sent")
        log.error("code.not_sent", sender=self._sender.name, why=why)
        return self._metrics.sent(self._sender.name, "failed")

    async def _watch(self) -> None:
        unusual = await self._limits.watch()
        self._metrics.alarm(unusual is not None)
        if unusual is not None and unusual.first:
            log.error("proofs.unusual", failures=unusual.failures, seekers=unusual.seekers)


def _name(who: Sender) -> str:
    return f"{who.channel}:{who.address}"

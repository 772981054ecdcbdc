"""One held partition's conversations: each user's events one after the other, users side by side.

A turn is: session, `step`, commit. It is driven by the answers of Redis, not by tasks, so a message costs no more than
its calls. The session just committed is used for the user's next event: nobody else can change it while the partition
is held, and the commit would notice.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from time import perf_counter

from bot.worker.measure import Measure
from bot.worker.ports import Dialogue
from flows.effect import CancelTimer, Effect, SetTimer
from flows.ended import floor_at_sending
from flows.event import Sender
from flows.session import Floor, Session
from storage.line import Arrived, Committed, Hold, LineAway, Outgoing, Remembered, Turn, Verdict
from storage.line.entries import Again, effect_id

logger = logging.getLogger(__name__)

NOBODY = Sender("", "")
RECENT = 250  # sessions of a partition kept at hand after their last turn; a commit notices if one is not the latest

Commit = Committed | Verdict


class Talk:
    """A user whose events are being answered: those that wait, the first of them under way."""

    __slots__ = ("events", "remembered", "user")

    def __init__(self, user: str) -> None:
        self.user = user
        self.events: deque[Arrived] = deque()
        self.remembered: Remembered | None = None


class Turns:
    """`send` gets the effects of each committed turn; `trouble` is told when nothing can be committed any more.

    `idle` is called when the last turn under way is over, `hungry` when there is room again for what waits in Redis.
    """

    def __init__(
        self, hold: Hold, dialogue: Dialogue, measure: Measure, clock: Callable[[], int], *, deliveries: int,
        send: Callable[[list[Outgoing]], None], trouble: Callable[[Verdict], None],
    ) -> None:  # fmt: skip
        self._hold = hold
        self._dialogue = dialogue
        self._measure = measure
        self._clock = clock
        self._deliveries = deliveries
        self._send = send
        self._trouble = trouble
        self._talks: dict[str, Talk] = {}
        self._recent: dict[str, Remembered] = {}  # the latest at the end
        self._closing = False
        self._room = hold.room
        self.idle: Callable[[], None] = _nothing
        self.hungry: Callable[[], None] = _nothing

    @property
    def busy(self) -> bool:
        """Whether a turn is under way."""
        return bool(self._talks)

    def receive(self, arrived: list[Arrived]) -> None:
        """Begin with what arrived, or queue it behind the same user's earlier events.

        While the partition is being read again, what is handed over late is found there in its place.
        """
        if not self._hold.direct:
            return
        self.take(arrived)

    def take(self, arrived: list[Arrived]) -> None:
        """Begin with these in any case."""
        self._hold.room -= len(arrived)
        for entry in arrived:
            talk = self._talks.get(entry.user)
            if talk is not None:
                talk.events.append(entry)
            elif not self._closing:
                talk = self._talks[entry.user] = Talk(entry.user)
                talk.remembered = self._recent.pop(entry.user, None)
                talk.events.append(entry)
                self._begin(talk)

    def knows(self, user: str) -> bool:
        """Whether this user's session need not be read."""
        return user in self._talks or user in self._recent

    async def floor_of(self, user: str) -> Floor | None:
        """Who may speak to this user, by the session as it was last committed; raise `LineAway`."""
        talk = self._talks.get(user)
        remembered = talk.remembered if talk is not None else self._recent.get(user)
        if remembered is None:
            recalled: asyncio.Future[Remembered | Verdict] = asyncio.get_running_loop().create_future()
            self._hold.remember(user, recalled.set_result)
            answer = await recalled
            if isinstance(answer, Verdict):
                raise LineAway("a session cannot be read now")
            remembered = answer
        return floor_at_sending(remembered.session)

    def reset(self) -> None:
        """Drop everything that is under way; it will be read again. Late answers are ignored."""
        self._talks.clear()
        self._recent.clear()
        self._hold.room = self._room

    def close(self) -> None:
        """Begin no further turns; those under way are finished, what waits behind them is left for a successor."""
        self._closing = True
        for talk in self._talks.values():
            while len(talk.events) > 1:
                talk.events.pop()

    def _begin(self, talk: Talk) -> None:
        entry = talk.events[0]
        if talk.remembered is None and entry.stored is not None:
            talk.remembered = self._hold.opened(talk.user, entry.stored)
        if talk.remembered is not None:
            self._step(talk, entry, talk.remembered)
            return

        def recalled(answer: Remembered | Verdict) -> None:
            if self._talks.get(talk.user) is not talk:
                return
            if isinstance(answer, Verdict):
                self._trouble(answer)
            else:
                talk.remembered = answer
                self._step(talk, entry, answer)

        self._hold.remember(talk.user, recalled)

    def _step(self, talk: Talk, entry: Arrived, remembered: Remembered) -> None:
        before = remembered.session
        sender = entry.sender or (before.sender if before is not None else NOBODY)
        self._measure.took("inbox", max(0, self._clock() - int(entry.id.partition(b"-")[0])) / 1000)
        begun = perf_counter()
        session, effects, reason = self._answered(entry, before, sender)
        stepped = perf_counter()
        self._measure.took("step", stepped - begun)
        name = entry.event.name if isinstance(entry.event, Again) else ""
        going: list[tuple[str, Effect]] = []
        timers: list[SetTimer | CancelTimer] = []
        for effect in effects:
            if isinstance(effect, SetTimer | CancelTimer):
                timers.append(effect)
            else:
                going.append((name or effect_id(talk.user, entry.id, len(going)), effect))
        turn = Turn(entry.id, talk.user, remembered.version, session, sender, going, timers, reason)

        def committed(outcome: Commit) -> None:
            if self._talks.get(talk.user) is talk:
                self._measure.took("commit", perf_counter() - stepped)
                self._after(talk, turn, outcome)

        try:
            self._hold.commit(turn, committed)
        except Exception as error:  # noqa: BLE001  what cannot be written is a mistake of the dialogue, too
            logger.error("a turn cannot be written: %s", _where(error))  # noqa: TRY400  no traceback
            turn = turn._replace(session=before, effects=(), timers=(), reason=f"write: {type(error).__name__}")
            self._hold.commit(turn, committed)

    def _answered(
        self, entry: Arrived, session: Session | None, sender: Sender
    ) -> tuple[Session | None, tuple[Effect, ...], str]:
        """The new session, the effects, and why the event goes to the dead letters, if it does."""
        event = entry.event
        if event is None:
            logger.error("an inbox entry cannot be read and goes to the dead letters")
            return session, (), "unreadable"
        if sender is NOBODY:  # a timer of somebody who has been forgotten
            return None, (), ""
        if entry.deliveries > self._deliveries:
            logger.error("an event ended its worker %d times and goes to the dead letters", entry.deliveries - 1)
            return session, self._sorry(session), "ends its worker"
        if isinstance(event, Again):  # not for somebody who has been forgotten since
            return session, (event.effect,) if session is not None else (), ""
        try:
            session_after, effects = self._dialogue.step(session, sender, event)
        except Exception as error:  # noqa: BLE001  whatever the dialogue's mistake is, its user is not stranded
            # neither the error's text nor its traceback: both may quote what the user wrote
            logger.error("the dialogue failed on %s: %s", type(event).__name__, _where(error))  # noqa: TRY400  no traceback
            return session, self._sorry(session), f"step: {_where(error)}"
        else:
            return session_after, effects, ""

    def _sorry(self, session: Session | None) -> tuple[Effect, ...]:
        try:
            return (self._dialogue.sorry(session),)
        except Exception as error:  # noqa: BLE001  then without an apology
            logger.error("the dialogue has no apology: %s", _where(error))  # noqa: TRY400  no traceback
            return ()

    def _after(self, talk: Talk, turn: Turn, outcome: Commit) -> None:
        if isinstance(outcome, list):
            self._measure.count("turns")
            if turn.reason:
                self._measure.count("dead_events")
            version = turn.version + 1 if turn.session is not None else 0
            talk.remembered = Remembered(version, turn.session)
            self._next(talk)
            if outcome:
                self._send(_outgoing(turn, outcome))
        elif outcome is Verdict.GONE:  # an earlier commit, whose answer was lost, had happened
            talk.remembered = None
            self._next(talk)
        elif outcome is Verdict.CONFLICT:
            self._measure.count("conflicts")
            talk.remembered = None
            talk.events[0] = talk.events[0]._replace(stored=None)
            self._begin(talk)
        else:
            if outcome is Verdict.AWAY:
                self._measure.count("ambiguous")
            self._trouble(outcome)

    def _next(self, talk: Talk) -> None:
        hold = self._hold
        hold.room += 1
        if hold.more and hold.room * 2 >= self._room:
            hold.more = False
            self.hungry()
        talk.events.popleft()
        if talk.events:
            if talk.remembered is None:
                talk.events[0] = talk.events[0]._replace(stored=None)
            self._begin(talk)
            return
        del self._talks[talk.user]
        if talk.remembered is not None:
            self._recent[talk.user] = talk.remembered
            if len(self._recent) > RECENT:
                del self._recent[next(iter(self._recent))]
        if not self._talks:
            self.idle()


def _outgoing(turn: Turn, ids: Committed) -> list[Outgoing]:
    user, sender = turn.user, turn.sender
    return [Outgoing(entry, user, sender, *named) for entry, named in zip(ids, turn.effects, strict=True)]


def _where(error: Exception) -> str:
    """The kind of an error and the place it came from, without its text."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" in {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace is not None else ""
    return f"{type(error).__name__}{place}"


def _nothing() -> None:
    """Nobody wants to know."""

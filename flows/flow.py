"""What a journey is made of: states, and a table of transitions in the format of the library `transitions`.

A state says what it asks, how the answer is read and which trigger each outcome pulls; the table says where a trigger
leads. The engine, the diagrams and the exhaustive checks all read the same two things. Texts live in the language
files under ``<flow>-<state>`` (the question), with the endings ``-help``, ``-wrong`` and ``-example``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from transitions import Machine
from transitions.core import Transition

from flows.texts import Arg

if TYPE_CHECKING:
    from flows.turn import Turn

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """The text was understood: pull `trigger`; `slots` are kept in the frame. `personal`: delete it where possible.

    `pieced`: it counts only together with what was typed right before it.
    """

    trigger: str
    slots: Mapping[str, str | int | bool | None] = field(default_factory=dict)
    personal: bool = False
    pieced: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """The text is an answer, but not a usable one. `why` picks the text ``<flow>-<state>-wrong-<why>``.

    `slots` are what the frame knows after it.
    """

    why: str
    args: Mapping[str, Arg] = field(default_factory=dict)
    personal: bool = False
    slots: Mapping[str, str | int | bool | None] = field(default_factory=dict)


Reader = Callable[["Turn", str], Answer | Wrong | None]
"""Reads free text in a state; None means that it is not an answer to this question at all."""


@dataclass(frozen=True, slots=True)
class State:
    """The base of all states."""

    name: str


@dataclass(frozen=True, slots=True)
class Ask(State):
    """Asks the user and waits for an answer.

    `options`: choice id -> trigger. `shown`: narrows the options to those that make sense now. `yes`, `no`: the
    options that plain yes and no mean. `loose`: the reader takes nearly any text, so questions and wishes are looked
    for first. `needs`: the assurance level without which this state is never entered. `contact`: trigger for the
    user's own shared contact; `contact_button`: show the button for it. `says`: speaks instead of the plain question.
    `numbers`: kind of number -> trigger, for numbers that mean a wish here. `rests`: nothing is open. `on_us`: the next
    step is ours, so nobody is reminded or asked whether to go on. `keeps`: this place holds no personal data, so it
    outlasts forgetting and is come back to after days. `place`: trigger for a shared location. `claims`: words that
    are an answer here, though they are a command elsewhere ("selesai"), and the trigger they pull.
    """

    options: Mapping[str, str] = field(default_factory=dict)
    shown: tuple[str, ...] | Callable[[Turn], tuple[str, ...]] | None = None
    read: Reader | None = None
    yes: str | None = None
    no: str | None = None
    loose: bool = False
    needs: int = 0
    contact: str | None = None
    contact_button: bool = False
    says: Callable[[Turn], None] | None = None
    personal: bool = False
    rests: bool = False
    numbers: Mapping[str, str] = field(default_factory=dict)
    on_us: bool = False
    keeps: bool = False
    place: str | None = None
    claims: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wait(State):
    """Waits for an effect's result. `begin` emits the effect; `results`: event tag -> trigger.

    `needs`: the assurance level without which it is not begun; else ``not_proven`` is pulled.
    """

    begin: Callable[[Turn], None]
    results: Mapping[str, str]
    needs: int = 0


@dataclass(frozen=True, slots=True)
class Route(State):
    """Decides at once: the first row of the trigger ``go`` whose conditions hold."""


@dataclass(frozen=True, slots=True)
class Call(State):
    """Runs another flow; its outcome is pulled as a trigger here.

    `forgotten`: the outcome that is pulled if what was called is forgotten, where the caller's own place is kept.
    `inside`: the trigger by which the called flow begins, if not at its beginning. `broken_off`: triggers that are
    pulled here from outside while the called flow runs, which ends it.
    """

    flow: str
    forgotten: str | None = None
    inside: str = ""
    broken_off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class End(State):
    """The flow is over; the caller gets `outcome`."""

    outcome: str


class _Row(NamedTuple):
    """A row of a table, ready to run: its conditions with what they have to say, where it leads, and what follows."""

    conditions: tuple[tuple[Callable[[Turn], object], bool], ...]
    dest: str
    after: tuple[Callable[[Turn], object], ...]

    @classmethod
    def of(cls, row: Transition) -> Self:
        """The row that `transitions` has read."""
        conditions = tuple((_function(each.func), each.target) for each in row.conditions)
        return cls(conditions, row.dest or row.source, tuple(map(_function, row.after)))


def _function(named: object) -> Callable[[Turn], object]:
    if not callable(named):
        raise TypeError(f"a table names functions, and {named!r} is none")
    return named


@dataclass(frozen=True, slots=True)
class Change:
    """What a new version of a flow means for those who are inside it.

    `renamed`: states that ask the same under another name; an answer still counts. `moved`: states that are gone, and
    where their users go on; they are told, and asked there. `anew`: states that ask something else than before under
    the same name; nobody's answer to the old question is taken for one to the new. `slots`: slots under another name,
    or an empty one where what they hold means nothing any more.
    """

    renamed: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    anew: tuple[str, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)


class Flow:
    """A journey: its states (the first one is where it begins) and its table.

    `changes` lead sessions of older versions on, oldest first; each makes a new version, so they are only ever added at
    the end. `was`: names that the flow had before.
    """

    def __init__(
        self,
        name: str,
        states: Sequence[State],
        table: Sequence[Row],
        changes: Sequence[Change] = (),
        was: Sequence[str] = (),
    ) -> None:
        self.name = name
        self.states = {state.name: state for state in states}
        self.initial = states[0].name
        self.table = tuple(table)
        self.changes = tuple(changes)
        self.version = 1 + len(self.changes)
        self.was = frozenset(was)
        self.machine = Machine(
            model=None,
            states=list(self.states),
            transitions=[dict(row) for row in table],
            initial=self.initial,
            auto_transitions=False,
            ignore_invalid_triggers=True,
        )
        self._rows = {
            (name, state): tuple(map(_Row.of, rows))
            for name, trigger in self.machine.events.items()
            for state, rows in trigger.transitions.items()
        }

    def pull(self, trigger: str, turn: Turn) -> bool:
        """Run the first row of this trigger from `turn.state` whose conditions hold; False if there is none.

        The rows are those that `transitions` made of the table. Its own trigger does the same (a test says so), but it
        asks for ten kinds of callbacks and writes ten log lines that no table here has: a quarter of a step's time.
        """
        for row in self._rows.get((trigger, turn.state), ()):
            if all(bool(holds(turn)) is wanted for holds, wanted in row.conditions):
                turn.state = row.dest
                for act in row.after:
                    act(turn)
                return True
        return False

    def knows(self, trigger: str, state: str) -> bool:
        """Whether the table has a row for this trigger in this state."""
        return any(row["trigger"] == trigger and state in sources(row, self) for row in self.table)


def sources(row: Row, flow: Flow) -> tuple[str, ...]:
    """The states that a row of the table leads from."""
    source = row["source"]
    if source == "*":
        return tuple(flow.states)
    return (source,) if isinstance(source, str) else tuple(source)

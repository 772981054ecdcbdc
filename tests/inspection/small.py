"""A small set of flows in which nothing is wrong, to plant faults in."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import structs

from bot.dialogues.conversation import SETTINGS
from bot.inspection.finding import Finding
from bot.inspection.inspecting import inspect
from bot.inspection.media import media
from flows.dialogue import always
from flows.effect import FindPerson
from flows.flow import Answer, Ask, Call, End, Flow, Route, Row, State, Wait, Wrong
from flows.journeys.proving import proven
from flows.settings import Settings
from flows.texts import Texts
from flows.turn import Turn

MEDIA = media()
WORDS = {
    "shift-when": "Masuk jam berapa?",
    "shift-when-help": "Tulis jamnya.",
    "shift-when-wrong": "Itu bukan jam.",
    "shift-when-wrong-far": "Jam { $hour } tidak ada.",
    "shift-when-example": "Contohnya, 7.",
    "shift-told": "Jam { $hour }, di { $operator }.",
    "shift-told-help": "Sudah tercatat.",
    "shift-told-wrong": "Pilih salah satu.",
    "shift-told-example": "Contohnya, balas 1.",
    "shift-away": "Belum bisa dicatat.",
    "shift-away-help": "Dicoba lagi nanti.",
    "shift-away-wrong": "Belum bisa.",
    "shift-away-example": "Tunggu sebentar.",
    "choice-shift-early": "Pagi",
    "choice-shift-again": "Ubah",
}


def read_hour(_turn: Turn, text: str) -> Answer | Wrong | None:
    """An hour of the day."""
    if not text.isdigit():
        return None
    return Answer("told", {"hour": text}) if int(text) < 24 else _far(text)


def _far(text: str) -> Wrong:
    return Wrong("far", {"hour": text})


def look_up(turn: Turn) -> None:
    """Ask the directory something."""
    turn.do(FindPerson("9971015708900001", turn.seq))


def say_told(turn: Turn) -> None:
    """Say back what was told."""
    turn.question(turn.text("shift-told", hour=turn.text_slot("hour") or "?"))


def later(turn: Turn) -> None:
    """Try again soon."""
    turn.wake("retry", 600_000)


STATES: dict[str, State] = {
    "begin": Route("begin"),
    "when": Ask("when", options={"shift.early": "told"}, read=read_hour, yes="shift.early"),
    "keeping": Wait("keeping", begin=look_up, results={"person": "kept", "away": "away", "locked": "away"}),
    "told": Ask("told", options={"shift.again": "again"}, shown=("shift.again", "nav.menu"), says=say_told),
    "away": Ask("away", on_us=True),
    "over": End("over", outcome="done"),
}
ROWS: tuple[Row, ...] = (
    {"trigger": "go", "source": "begin", "dest": "told", "conditions": proven},
    {"trigger": "go", "source": "begin", "dest": "when"},
    {"trigger": "told", "source": "when", "dest": "keeping"},
    {"trigger": "kept", "source": "keeping", "dest": "told"},
    {"trigger": "away", "source": "keeping", "dest": "away", "after": later},
    {"trigger": "retry", "source": "away", "dest": "keeping"},
    {"trigger": "again", "source": "told", "dest": "when"},
    {"trigger": "back", "source": ["when", "told", "away"], "dest": "over"},
)
MENU_STATES: tuple[State, ...] = (
    Ask("main", options={"shift.early": "shift"}, rests=True),
    Call("working", flow="shift"),
)
MENU_ROWS: tuple[Row, ...] = (
    {"trigger": "shift", "source": "main", "dest": "working"},
    {"trigger": "done", "source": "working", "dest": "main"},
)


def shift(
    states: Mapping[str, State | None] | None = None, more: Sequence[Row] = (), without: Sequence[int] = (), **rest: Any
) -> Flow:
    """The flow, with other states (None: without), more rows before the usual ones, and without some of those."""
    chosen = {name: state for name, state in {**STATES, **(states or {})}.items() if state is not None}
    rows = [*more, *(row for at, row in enumerate(ROWS) if at not in without)]
    return Flow("shift", list(chosen.values()), rows, **rest)


def asks(name: str = "when", **changes: object) -> dict[str, State]:
    """A question that differs from the usual one."""
    usual: dict[str, object] = {"options": {"shift.early": "told"}, "read": read_hour}
    return {name: Ask(name, **{**usual, **changes})}  # type: ignore[arg-type]  # fields by name


def look(
    *flows: Flow,
    words: Mapping[str, str | None] | None = None,
    others: Mapping[str, str] | None = None,
    **settings: Any,
) -> list[Finding]:
    """What is wrong with the menu and these flows; `words` are other Indonesian texts, `others` English ones."""
    menu = Flow("menu", MENU_STATES, MENU_ROWS)
    named = {flow.name: flow for flow in (menu, *(flows or (shift(),)))}
    chosen: Settings = structs.replace(SETTINGS, **settings)
    told = {**WORDS, **(words or {})}
    texts = _texts(_fluent({key: text for key, text in told.items() if text is not None}), _fluent(others or {}))
    return inspect(named, chosen, MEDIA, texts, on_top=())


@cache
def _texts(indonesian: str, english: str) -> Texts:
    """The same for many tests: reading all languages takes a moment."""
    return Texts(always(SETTINGS), beside={"id": indonesian, "en": english})


def _fluent(texts: Mapping[str, str]) -> str:
    return "\n".join(f"{key} = {text}" for key, text in texts.items()) + "\n"


def told(findings: Sequence[Finding]) -> list[str]:
    """The sentences."""
    return [finding.told() for finding in findings]

"""Journey 4: registering in JMO, one step at a time, at the user's own pace.

The step is remembered (see `flows.journeys.jmo_places`): nothing of it is personal, so it outlasts a pause of days, the
menu, and what is forgotten. Whoever lacks the KPJ fetches it in the recovery and comes back to the same step. What can
go wrong at a step is told in `TROUBLES`; what an error code means is never told.
"""

from collections.abc import Callable
from itertools import pairwise

from flows import following
from flows.agent_note import keep_note
from flows.commands import ways_to_people
from flows.event import Media, Text
from flows.flow import Ask, Call, End, Flow, Reader, Route, Row
from flows.journeys.jmo_places import (
    PLACES,
    STEPS,
    at,
    began,
    drop_place,
    number,
    number_is_known,
    place,
    reach,
)  # fmt: skip
from flows.journeys.jmo_reading import (
    read_after_trouble,
    read_kind,
    read_private,
    read_progress,
    read_which,
    read_wording,
)  # fmt: skip
from flows.turn import Turn

NEEDS_KPJ = {"ready", "identifiers"}
TYPES_PRIVATE = {"identifiers", "email", "email_code", "phone", "phone_code", "password"}
KIND = "kind"
WORKERS = ("pu", "bpu", "pmi", "builder", "which")
TROUBLES = ("other_answer", "kpj", "mismatch", "nik", "used", "code", "face", "closing")
LIKELY: dict[str, tuple[str, ...]] = {
    "ready": ("closing",),
    "new_account": ("closing",),
    "member": ("other_answer", "closing"),
    "kind": ("other_answer", "closing"),
    "citizenship": ("closing",),
    "identifiers": ("kpj", "mismatch", "nik", "used", "face", "closing"),
    "email": ("used", "code", "closing"),
    "email_code": ("code", "used", "closing"),
    "phone": ("used", "code", "closing"),
    "phone_code": ("code", "used", "closing"),
    "password": ("code", "closing"),
    "terms": ("face", "closing"),
    "outcome": ("kpj", "mismatch", "used", "code", "face", "closing"),
}
"""The troubles that are offered at a step; all others are understood there when they are written."""
AFTER_TROUBLE = ("guide.resume", "guide.still", "nav.menu")
AFTER_NOTED = ("guide.resume", "nav.agent", "nav.menu")
RESUME_OR_MENU = ("guide.resume", "nav.menu")
OUTCOMES = ("guide.succeeded", "guide.failed", "guide.later")
SELESAI = {"selesai": "next", "sudah selesai": "next", "cukup": "next", "sudah cukup": "next"}


def say_step(turn: Turn) -> None:
    """A step with its number; after something else was said, one that was read already only in short."""
    step = turn.here.name
    if turn.leads and turn.frame.slots.get("read") == step and turn.texts.has(f"guide-{step}-short"):
        turn.question(turn.text(f"guide-{step}-short"))
        return
    turn.frame.slots["read"] = step
    head = turn.texts.keep(turn.locale, "guide-step", number=str(number(step)), total=str(len(STEPS)))
    turn.question(f"{head}\n{turn.text(f'guide-{step}')}")


def say_again(turn: Turn) -> None:
    """Where the user was last time."""
    turn.question(turn.text("guide-again", number=str(number(place(turn))), total=str(len(STEPS))))


def led_by_agent(turn: Turn) -> bool:
    """An agent named the step: nobody is asked where to begin."""
    return any(frame.flow == "handover" for frame in turn.frames)


def say_differs(turn: Turn) -> None:
    """Said once: today's app may look a little different."""
    turn.lead("guide-differs")


def say_no_hurry(turn: Turn) -> None:
    """Nobody is in a hurry here."""
    turn.lead("guide-no_hurry")


def say_worker(kind: str) -> Callable[[Turn], None]:
    """Which kind of membership somebody chooses who works as this."""

    def say(turn: Turn) -> None:
        turn.lead(f"guide-worker-{kind}")

    return say


def say_other_answer(turn: Turn) -> None:
    """The other answer was chosen: how to get back, and people before anything is paid."""
    turn.question(f"{turn.text('guide-other_answer')}\n{ways_to_people(turn)}")


def step_options(turn: Turn) -> tuple[str, ...]:
    """On, back, trouble; and the way to the KPJ where it is needed."""
    step = turn.here.name
    kpj: tuple[str, ...] = ()
    if step in NEEDS_KPJ:
        kpj = ("guide.see_kpj",) if number_is_known(turn) else ("guide.no_kpj",)
    back = ("nav.back",) if step != STEPS[0] else ("nav.menu",)
    return (f"guide.next.{step}", *kpj, "guide.trouble", *back)


def trouble_options(turn: Turn) -> tuple[str, ...]:
    """The troubles that are likely at the step where the user stands."""
    return (*(f"guide.{trouble}" for trouble in LIKELY[place(turn)]), "guide.other", "guide.resume")


def say_trouble(*extra: str) -> Callable[[Turn], None]:
    """Cause and fix; the lines of `extra` only where their facts are set."""

    def say(turn: Turn) -> None:
        text = turn.text(f"guide-{turn.here.name}")
        lines = turn.lines(*extra)
        turn.question(f"{text}\n{lines}" if lines else text)

    return say


def keep_wording(turn: Turn) -> None:
    """Keep what the app says, for a person."""
    event = turn.event
    keep_note(turn, event.text if isinstance(event, Text) else event.caption if isinstance(event, Media) else "")


def say_noted(turn: Turn) -> None:
    """Who can help with these words."""
    turn.question(f"{turn.text('guide-noted')}\n{ways_to_people(turn)}")


def say_later(turn: Turn) -> None:
    """The place is kept; one question a day later is offered, once."""
    turn.question(turn.text("guide-later" if following.offered(turn) else "guide-parked"))


def later_options(turn: Turn) -> tuple[str, ...]:
    """With the offer of a question tomorrow, or without."""
    return ("guide.ask_me", "guide.do_not_ask") if following.offered(turn) else RESUME_OR_MENU


def say_will_ask(turn: Turn) -> None:
    """We will come back to it, once."""
    turn.lead("guide-will_ask")


def _step(name: str) -> Ask:
    reader: Reader = read_private if name in TYPES_PRIVATE else read_kind if name == KIND else read_progress
    kpj = {"guide.no_kpj": "find", "guide.see_kpj": "find"} if name in NEEDS_KPJ else {}
    return Ask(
        name,
        options={f"guide.next.{name}": "next", **kpj, "guide.trouble": "trouble"},
        shown=step_options,
        read=reader,
        says=say_step,
        keeps=True,
        claims=SELESAI,
    )


def _trouble(name: str, *extra: str, says: Callable[[Turn], None] | None = None) -> Ask:
    return Ask(
        name,
        options={"guide.resume": "resume", "guide.still": "other"},
        shown=AFTER_TROUBLE,
        says=says or say_trouble(*extra),
        read=read_after_trouble,
        keeps=True,
    )


STATES = (
    Route("begin"),
    Ask(
        "again",
        options={"guide.resume": "resume", "guide.restart": "restart"},
        says=say_again,
        yes="guide.resume",
        keeps=True,
    ),
    *(_step(name) for name in STEPS),
    Ask(
        "outcome",
        options={"guide.succeeded": "succeeded", "guide.failed": "trouble", "guide.later": "later"},
        shown=OUTCOMES,
        yes="guide.succeeded",
        no="guide.failed",
        read=read_which,
        keeps=True,
        claims={"selesai": "succeeded", "sudah selesai": "succeeded"},
    ),
    Ask("finished", shown=("nav.menu",), rests=True),
    Ask(
        "later",
        options={
            "guide.ask_me": "agreed",
            "guide.do_not_ask": "parked",
            "guide.resume": "resume",
        },
        shown=later_options,
        says=say_later,
        yes="guide.ask_me",
        no="guide.do_not_ask",
        keeps=True,
    ),
    Ask("parked", options={"guide.resume": "resume"}, shown=RESUME_OR_MENU, yes="guide.resume", keeps=True),
    Ask(
        "which",
        options={
            **{f"guide.{trouble}": trouble for trouble in TROUBLES},
            "guide.other": "other",
            "guide.resume": "resume",
        },
        shown=trouble_options,
        read=read_which,
        no="guide.resume",
        keeps=True,
    ),
    _trouble("other_answer", says=say_other_answer),
    _trouble("kpj", "guide-or_call"),
    _trouble("mismatch", "guide-or_dukcapil"),
    _trouble("nik", "guide-or_dukcapil"),
    _trouble("used"),
    _trouble("code", "guide-or_call"),
    _trouble("face"),
    _trouble("closing", "guide-phones"),
    Ask("wording", options={"guide.resume": "resume"}, read=read_wording, keeps=True),
    Ask("noted", options={"guide.resume": "resume"}, shown=AFTER_NOTED, says=say_noted, keeps=True),
    Call("finding", flow="recovery", forgotten="done"),
    Route("resume"),
    End("over", outcome="done"),
)
ASIDE = ("which", *TROUBLES, "wording", "noted", "later", "parked")
ASKED = (*STEPS, "outcome", "again", *ASIDE)


def _rows() -> tuple[Row, ...]:
    """The rows that are alike for every step."""
    rows: list[Row] = []
    for here, after in pairwise(PLACES):
        rows.append({"trigger": "next", "source": here, "dest": after, "after": reach})
        rows.append({"trigger": "back", "source": after, "dest": here, "after": reach})
        rows.append({"trigger": "wait", "source": here, "dest": here, "after": say_no_hurry})
        rows.append({"trigger": "go", "source": "resume", "dest": after, "conditions": at(after)})
    return tuple(rows)


TABLE: tuple[Row, ...] = (
    {"trigger": "go", "source": "begin", "dest": "resume", "conditions": led_by_agent},
    {"trigger": "go", "source": "begin", "dest": "again", "conditions": began},
    {"trigger": "go", "source": "begin", "dest": "ready", "after": say_differs},
    {"trigger": "restart", "source": "again", "dest": "ready", "after": drop_place},
    *_rows(),
    *({"trigger": f"is_{kind}", "source": KIND, "dest": KIND, "after": say_worker(kind)} for kind in WORKERS),
    {"trigger": "go", "source": "resume", "dest": "ready"},
    {"trigger": "back", "source": ["ready", "again", "finished"], "dest": "over"},
    {"trigger": "back", "source": list(ASIDE), "dest": "resume"},
    {"trigger": "resume", "source": ["again", *ASIDE], "dest": "resume"},
    {"trigger": "find", "source": [*ASKED, "finished"], "dest": "finding"},
    {"trigger": "recover", "source": [*ASKED, "finished"], "dest": "finding"},
    {"trigger": "done", "source": "finding", "dest": "resume"},
    {"trigger": "trouble", "source": [*STEPS, "outcome"], "dest": "which"},
    *({"trigger": trouble, "source": [*STEPS, "outcome", "which", *TROUBLES], "dest": trouble} for trouble in TROUBLES),
    {"trigger": "other", "source": ["which", *TROUBLES], "dest": "wording"},
    {"trigger": "noted", "source": "wording", "dest": "noted", "after": keep_wording},
    {"trigger": "succeeded", "source": "outcome", "dest": "finished", "after": [drop_place, following.settle]},
    {"trigger": "later", "source": "outcome", "dest": "later"},
    {"trigger": "agreed", "source": "later", "dest": "parked", "after": [following.agree, say_will_ask]},
    {"trigger": "parked", "source": "later", "dest": "parked"},
)

GUIDE = Flow("guide", STATES, TABLE)

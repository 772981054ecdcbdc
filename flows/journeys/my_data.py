"""Journey 10: what is stored about the user: to be told, sent as files, corrected, no longer allowed, or deleted.

It lies on top of whatever is running, so it works everywhere, also for who is locked out. Deleting is a flow of its own
(`flows.journeys.forgetting`). Nothing is told here about anybody's membership: that needs a proof of identity.
"""

from datetime import UTC, datetime

from flows.commands import ways_to_people
from flows.effect import Audit, Held, RecordConsent, SendExport
from flows.flow import Ask, End, Flow, Row
from flows.journeys.proving import PURPOSE
from flows.proof import assurance
from flows.session import Evidence
from flows.settings import HOUR
from flows.turn import Running, Turn

PERSONAL = ("nik", "name", "birth_date", "mother", "phone", "code")
"""Slots that hold what the user told about themselves; they are named, never repeated."""


def held(turn: Turn) -> Held:
    """What the session holds about its user at this moment."""
    names = {slot for frame in turn.frames for slot, value in frame.slots.items() if value}
    return Held(
        turn.locale,
        turn.consent,
        tuple((item.kind, item.at) for item in turn.evidence),
        tuple(name for name in PERSONAL if name in names),
        turn.now,
        turn.now + turn.settings.forget_after,
        turn.now + turn.settings.keeps.session_days * 24 * HOUR,
    )


def moment(turn: Turn, at: int) -> str:
    """A time (ms, UTC) where the operator is, as people write it: 5 Mei 2026, 10.04."""
    local = datetime.fromtimestamp((at + turn.settings.utc_offset) / 1000, UTC)
    return f"{turn.day(local.date().isoformat())}, {local:%H.%M}"


def say_held(turn: Turn) -> None:
    """All of it, in words."""
    holds = held(turn)
    lines = [turn.text("my_data-shown"), *_consent_lines(turn), *(_proof_line(turn, item) for item in turn.evidence)]
    lines.append(turn.text("my_data-language", language=turn.text(f"my_data-speaks-{turn.locale}")))
    if holds.unfinished:
        kinds = ", ".join(turn.text(f"my_data-kind-{name}") for name in holds.unfinished)
        lines.append(turn.text("my_data-unfinished", kinds=kinds))
    else:
        lines.append(turn.text("my_data-nothing-unfinished"))
    if turn.settings.operator.takes_requests:
        lines.append(turn.text("my_data-files", days=turn.settings.keeps.files_days))
    lines.append(turn.text("my_data-ends", days=turn.settings.keeps.session_days))
    turn.question("\n".join(lines))


def _consent_lines(turn: Turn) -> list[str]:
    consent = turn.consent
    if consent is None:
        return [turn.text("my_data-no-consent")]
    language = turn.text(f"my_data-speaks-{consent.locale}")
    return [
        turn.text("my_data-consent", when=moment(turn, consent.at), version=consent.text_version, language=language)
    ]


def _proof_line(turn: Turn, item: Evidence) -> str:
    level = assurance((item,), turn.settings.disclosure)
    until = min(turn.now + turn.settings.evidence_idle, item.at + turn.settings.evidence_max)
    key = f"my_data-proof-{item.kind}" if level else "my_data-proof-knowledge"
    return turn.text(key, when=moment(turn, item.at), until=moment(turn, until))


def shown_options(turn: Turn) -> tuple[str, ...]:
    """Withdrawing only what was given; back only to a question that is open."""
    withdraw = ("privacy.withdraw",) if turn.consent is not None else ()
    below = turn.frames[-2] if len(turn.frames) > 1 else None
    state = turn.flows[below.flow].states[below.state] if below is not None else None
    back = ("nav.back",) if isinstance(state, Ask) and not state.rests else ()
    return ("privacy.export", "privacy.correct", *withdraw, "privacy.delete", *back, "nav.menu")


def consented(turn: Turn) -> bool:
    """There is a consent that can be withdrawn."""
    return turn.consent is not None


def export(turn: Turn) -> None:
    """Have the files sent."""
    turn.do(SendExport(held(turn)))
    turn.do(Audit("export", _person(turn)))


def note_correction(turn: Turn) -> None:
    """Keep for the record that a correction was asked for."""
    turn.do(Audit("correction", _person(turn), "asked how"))


def say_correct(turn: Turn) -> None:
    """Who can correct what; nothing is promised that we cannot do."""
    turn.question(f"{turn.text('my_data-correct')}\n\n{ways_to_people(turn)}")


def withdraw(turn: Turn) -> None:
    """The consent ends at once, and with it what rested on it: proofs, and answers that are kept for a question."""
    consent = turn.consent
    if consent is None:
        return
    turn.do(RecordConsent(PURPOSE, consent.text_version, turn.locale, False, turn.now))
    turn.do(Audit("consent", _person(turn), "withdrawn"))
    turn.consent, turn.evidence = None, ()
    turn.frames[:-1] = [Running("menu", turn.flows["menu"].initial)]


def say_no_consent(turn: Turn) -> None:
    """There is nothing to withdraw."""
    turn.lead("my_data-no-consent-to-withdraw")


def _person(turn: Turn) -> str | None:
    return turn.evidence[0].person if turn.evidence else None


ANYWHERE = ["shown", "exported", "correct", "withdrawing", "withdrawn"]
OPTIONS = {"privacy.export": "export", "privacy.correct": "correct", "privacy.withdraw": "withdraw"}
MORE = ("menu.privacy", "nav.menu")

STATES = (
    Ask("shown", options=OPTIONS, shown=shown_options, says=say_held, rests=True),
    Ask("exported", options=OPTIONS, shown=("privacy.delete", *MORE), rests=True),
    Ask("correct", options=OPTIONS, shown=MORE, says=say_correct, rests=True),
    Ask(
        "withdrawing",
        options={"withdraw.yes": "sure", "withdraw.no": "show"},
        yes="withdraw.yes",
        no="withdraw.no",
    ),
    Ask("withdrawn", shown=("privacy.delete", *MORE), rests=True),
    End("closed", outcome="done"),
)

TABLE: tuple[Row, ...] = (
    {"trigger": "show", "source": ANYWHERE, "dest": "shown"},
    {"trigger": "export", "source": ANYWHERE, "dest": "exported", "after": export},
    {"trigger": "correct", "source": ANYWHERE, "dest": "correct", "after": note_correction},
    {"trigger": "withdraw", "source": ANYWHERE, "dest": "withdrawing", "conditions": consented},
    {"trigger": "withdraw", "source": ANYWHERE, "dest": "shown", "after": say_no_consent},
    {"trigger": "sure", "source": "withdrawing", "dest": "withdrawn", "after": withdraw},
    {"trigger": "back", "source": ["exported", "correct", "withdrawing", "withdrawn"], "dest": "shown"},
    {"trigger": "back", "source": "shown", "dest": "closed"},
)

MY_DATA = Flow("my_data", STATES, TABLE)

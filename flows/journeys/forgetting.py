"""Deleting everything about a conversation: asked once, carried out, and a receipt given."""

from flows.agent_note import NOTE
from flows.effect import Forget
from flows.flow import Ask, End, Flow
from flows.following import FOLLOW_UP
from flows.quiet import QUIET, RETRY, WAITED
from flows.turn import Turn

GONE = "gone"


def _forget(turn: Turn) -> None:
    turn.do(Forget())
    for timer in (QUIET, WAITED, RETRY, FOLLOW_UP, NOTE):
        turn.let_sleep(timer)
    turn.notes[GONE] = True


def say_receipt(turn: Turn) -> None:
    """What was deleted, when, and what stays: the outbox says it only after the deletion was carried out."""
    turn.question(
        turn.text("forgetting-done", date=turn.day(turn.today.isoformat()), days=turn.settings.keeps.audit_days)
    )


FORGETTING = Flow(
    "forgetting",
    states=(
        Ask(
            "sure",
            options={"forget.yes": "sure", "forget.no": "kept"},
            yes="forget.yes",
            no="forget.no",
        ),
        Ask("done", says=say_receipt, rests=True),
        End("kept", outcome="done"),
    ),
    table=(
        {"trigger": "sure", "source": "sure", "dest": "done", "after": _forget},
        {"trigger": "kept", "source": "sure", "dest": "kept"},
        {"trigger": "back", "source": ["sure", "done"], "dest": "kept"},
    ),
)

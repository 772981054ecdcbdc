"""Deleting everything about a conversation: asked once, carried out, and a receipt given."""

from flows.effect import Forget
from flows.flow import Ask, End, Flow
from flows.quiet import QUIET
from flows.turn import Turn

GONE = "gone"


def _forget(turn: Turn) -> None:
    turn.do(Forget())
    turn.let_sleep(QUIET)
    turn.notes[GONE] = True


FORGETTING = Flow(
    "forgetting",
    states=(
        Ask(
            "sure",
            options={"forget.yes": "sure", "forget.no": "kept"},
            yes="forget.yes",
            no="forget.no",
        ),
        Ask("done", rests=True),
        End("kept", outcome="done"),
    ),
    table=(
        {"trigger": "sure", "source": "sure", "dest": "done", "after": _forget},
        {"trigger": "kept", "source": "sure", "dest": "kept"},
        {"trigger": "back", "source": ["sure", "done"], "dest": "kept"},
    ),
)

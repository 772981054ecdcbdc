"""The one question after the registration guide, a day later (see `flows.following`)."""

from flows import following
from flows.flow import Ask, Call, End, Flow
from flows.journeys.jmo_places import drop_place
from flows.turn import Turn

MENU_ONLY = ("nav.menu",)


def guide_is_open(turn: Turn) -> bool:
    """The guide lies below: its step comes again by itself."""
    return any(frame.flow == "guide" for frame in turn.frames[:-1])


FOLLOW_UP = Flow(
    "follow_up",
    states=(
        Ask(
            "how",
            options={"follow.done": "succeeded", "follow.not_yet": "not_yet", "follow.stop": "over"},
            yes="follow.done",
            no="follow.not_yet",
            rests=True,
        ),
        Ask("glad", shown=MENU_ONLY, rests=True),
        Call("guiding", flow="guide"),
        End("over", outcome="done"),
    ),
    table=(
        {"trigger": "succeeded", "source": "how", "dest": "glad", "after": [drop_place, following.settle]},
        {"trigger": "not_yet", "source": "how", "dest": "over", "conditions": guide_is_open},
        {"trigger": "not_yet", "source": "how", "dest": "guiding"},
        {"trigger": "over", "source": "how", "dest": "over"},
        {"trigger": "back", "source": ["how", "glad"], "dest": "over"},
        {"trigger": "done", "source": "guiding", "dest": "over"},
    ),
)

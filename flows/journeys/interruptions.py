"""Short flows that come on top of another: after a pause, and before leaving for a different wish."""

from flows.flow import Ask, End, Flow
from flows.turn import Turn
from flows.wishes import mid_recovery, wished

GO_ON_OR_RESTART = ("pause.go_on", "pause.restart")


def leaving_options(turn: Turn) -> tuple[str, ...]:
    """Going on, or going where the wish leads; to the menu where it leads nowhere."""
    return ("leaving.go_on", "leaving.menu" if wished(turn) is None else "leaving.leave")


def say_leaving(turn: Turn) -> None:
    """Name what the user would leave for."""
    wish = wished(turn)
    turn.question(turn.text("leaving-sure") if wish is None else turn.text("leaving-sure-for", journey=wish))


PAUSE = Flow(
    "pause",
    states=(
        Ask(
            "back_again",
            options={"pause.go_on": "go_on"},
            shown=GO_ON_OR_RESTART,
            yes="pause.go_on",
            no="pause.restart",
        ),
        End("over", outcome="done"),
    ),
    table=(
        {"trigger": "go_on", "source": "back_again", "dest": "over"},
        {"trigger": "back", "source": "back_again", "dest": "over"},
    ),
)

LEAVING = Flow(
    "leaving",
    states=(
        Ask(
            "sure",
            options={"leaving.go_on": "go_on"},
            shown=leaving_options,
            says=say_leaving,
            yes="leaving.leave",
            no="leaving.go_on",
        ),
        End("over", outcome="done"),
    ),
    table=(
        {"trigger": "go_on", "source": "sure", "dest": "over"},
        {"trigger": "recover", "source": "sure", "dest": "over", "conditions": mid_recovery},
        {"trigger": "back", "source": "sure", "dest": "over"},
    ),
)

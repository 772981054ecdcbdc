"""Short flows that come on top of another: after a pause, and before leaving for a different wish."""

from flows.flow import Ask, End, Flow

GO_ON_OR_RESTART = ("pause.go_on", "pause.restart")
GO_ON_OR_MENU = ("leaving.go_on", "leaving.menu")
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
            shown=GO_ON_OR_MENU,
            yes="leaving.go_on",
            no="leaving.menu",
        ),
        End("over", outcome="done"),
    ),
    table=(
        {"trigger": "go_on", "source": "sure", "dest": "over"},
        {"trigger": "recover", "source": "sure", "dest": "over"},
        {"trigger": "back", "source": "sure", "dest": "over"},
    ),
)

"""Journey 1: the menu, where every conversation begins and comes back to."""

from flows.flow import Ask, Call, Flow
from flows.turn import Turn

ENTRIES = ("menu.recover", "menu.language", "menu.privacy")
WITH_KPJ = ("recovery.next", "menu.recover", "nav.menu")
AFTER_STEPS = ("menu.recover", "nav.agent", "nav.menu")
NUMBERS = {"nik": "recover", "kk_suspect": "recover", "kpj": "has_kpj"}


def say_steps(turn: Turn) -> None:
    """What to do in JMO with the number, as after a recovery."""
    turn.question(turn.text("recovery-next"))


MENU = Flow(
    "menu",
    states=(
        Ask("main", options={"menu.recover": "recover"}, shown=ENTRIES, rests=True, numbers=NUMBERS),
        Call("recovering", flow="recovery"),
        Ask("has_kpj", options={"recovery.next": "steps", "menu.recover": "recover"}, shown=WITH_KPJ, rests=True),
        Ask("steps", options={"menu.recover": "recover"}, shown=AFTER_STEPS, says=say_steps, rests=True),
    ),
    table=(
        {"trigger": "recover", "source": ["main", "has_kpj", "steps"], "dest": "recovering"},
        {"trigger": "has_kpj", "source": "main", "dest": "has_kpj"},
        {"trigger": "steps", "source": "has_kpj", "dest": "steps"},
        {"trigger": "back", "source": "has_kpj", "dest": "main"},
        {"trigger": "back", "source": "steps", "dest": "has_kpj"},
        {"trigger": "done", "source": "recovering", "dest": "main"},
    ),
)

"""Journey 1: the menu, where every conversation begins and comes back to."""

from flows.flow import Ask, Call, Flow

ENTRIES = ("menu.recover", "menu.language")
MENU = Flow(
    "menu",
    states=(
        Ask("main", options={"menu.recover": "recover"}, shown=ENTRIES, rests=True),
        Call("recovering", flow="recovery"),
    ),
    table=(
        {"trigger": "recover", "source": "main", "dest": "recovering"},
        {"trigger": "done", "source": "recovering", "dest": "main"},
    ),
)

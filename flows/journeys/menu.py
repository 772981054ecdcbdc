"""Journey 1: the menu, where every conversation begins and comes back to."""

from flows.flow import Ask, Call, Change, Flow
from flows.turn import Turn

ENTRIES = (
    "menu.recover", "menu.register", "menu.account", "menu.data", "menu.faq", "menu.offices", "menu.agent",
    "menu.language", "menu.privacy",
)  # fmt: skip
WITH_KPJ = ("recovery.next", "menu.recover", "nav.menu")
OPTIONS = {
    "menu.recover": "recover",
    "menu.register": "register",
    "menu.account": "account",
    "menu.offices": "offices",
    "menu.data": "data",
    "menu.faq": "questions",
    "menu.agent": "request",
}
"""What leads to a journey; language and privacy are commands."""
NUMBERS = {"nik": "recover", "kk_suspect": "recover", "kpj": "has_kpj"}


def entries(turn: Turn) -> tuple[str, ...]:
    """The menu; requests only where the operator's people read them."""
    takes = turn.settings.operator.takes_requests
    return tuple(entry for entry in ENTRIES if takes or entry != "menu.agent")


def has_kpj(turn: Turn) -> None:
    """The user wrote that they have the number: the guide need not look for it."""
    turn.frame.slots["has_kpj"] = True


MENU = Flow(
    "menu",
    states=(
        Ask("main", options=OPTIONS, shown=entries, rests=True, numbers=NUMBERS, place="offices"),
        Call("recovering", flow="recovery"),
        Call("registering", flow="guide"),
        Call("helping", flow="account"),
        Call("visiting", flow="offices"),
        Call("mending", flow="data"),
        Call("asking", flow="questions"),
        Call("requesting", flow="request"),
        Ask("has_kpj", options={"recovery.next": "register", "menu.recover": "recover"}, shown=WITH_KPJ, rests=True),
    ),
    table=(
        {"trigger": "recover", "source": ["main", "has_kpj"], "dest": "recovering"},
        {"trigger": "register", "source": "main", "dest": "registering"},
        {"trigger": "register", "source": "has_kpj", "dest": "registering", "after": has_kpj},
        {"trigger": "data", "source": "main", "dest": "mending"},
        {"trigger": "questions", "source": "main", "dest": "asking"},
        {"trigger": "request", "source": "main", "dest": "requesting"},
        {"trigger": "has_kpj", "source": "main", "dest": "has_kpj"},
        {"trigger": "account", "source": "main", "dest": "helping"},
        {"trigger": "offices", "source": "main", "dest": "visiting"},
        {"trigger": "done", "source": ["helping", "visiting"], "dest": "main"},
        {"trigger": "back", "source": "has_kpj", "dest": "main"},
        {"trigger": "done", "source": ["recovering", "registering", "mending", "asking", "requesting"], "dest": "main"},
    ),
    changes=(Change(moved={"steps": "main"}),),
)

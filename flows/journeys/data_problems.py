"""Journey 6: what is wrong with the membership data, and how it is put right.

Not enrolled, an employer who does not help, data that differ, several records. Each way ends with a check list in one
message to keep, and with people who can help. Nothing personal is asked: only which kind of problem it is.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from flows.commands import people
from flows.effect import Say
from flows.event import Text
from flows.flow import Ask, End, Flow, Row
from flows.reading.words import tokens
from flows.turn import Turn

NUMBERS = {"nik": "recover", "kk_suspect": "recover"}
MOTHER = "mother"
DIFFERS = {
    "data.name": "name",
    "data.birth_date": "birth_date",
    "data.nik": "nik",
    "data.mother": MOTHER,
    "data.more": "more",
}
MOTHERS_NAME = re.compile(
    r"\b(?:(?:nama|jeneng|asma|nami|ngaran|namo) (?:gadis )?"
    r"(?:ibu|ibuk|mama|mamak|mamah|emak|mak|umi|bunda|mbok|biyung|simbok|indung|amak|mande)\w*(?: kandung)?"
    r"|ibu kandung|mother(?:'s)?(?: maiden)? name|maiden name)\b"
)
"""Taken out before the other kinds are looked for: it is no name on the KTP that differs."""
SAYS = {
    "name": re.compile(r"\b(?:nama\w*|jeneng\w*|asma\w*|name|ejaan|huruf)\b"),
    "birth_date": re.compile(r"\b(?:lahir\w*|lair|tgl|birth)\b"),
    "nik": re.compile(r"\bnik\w*\b|\bnomor ktp\b"),
}
CONTACT = re.compile(r"\b(?:hp|nomor (?:wa|telepon|telpon)|handphone|email|gmail|alamat\w*|phone|address)\b")
"""What is no word of the KTP, or may change without its being wrong."""
ENDS = ["not_enrolled", "employer", "differs", "contact", "dukcapil", "merge", "merge_people"]
STRAIGHT = "straight"

ITEMS: dict[str, tuple[str, ...]] = {
    "not_enrolled": ("ask-enrolled", "payslip", "answer-kept", "where-call", "where-branch"),
    "employer": ("ktp", "proof", "answer-kept", "where-call", "where-branch", "where-labour"),
    "differs": ("ktp-original", "kk", "card", "letter", "what", "where-hr", "where-branch", "free"),
    "differs_left": ("ktp-original", "kk", "card", "paklaring", "what", "where-branch", "free"),
    "contact": ("ktp-original", "card", "contact", "where-branch", "free"),
    "dukcapil": ("ktp-original", "kk", "what-first", "then", "free"),
    "merge": ("first-number", "phone", "update", "check-first", "confirm", "free"),
    "merge_people": ("all-cards", "ktp-original", "paklaring-all", "where-hr", "where-branch", "free"),
}
"""The lines of each check list; lines that need a fact which is not set are left out."""


def keep_kind(turn: Turn) -> None:
    """Which kind of data differs."""
    turn.frame.slots["kind"] = DIFFERS.get(turn.picked, "more")


def told_kinds(turn: Turn) -> list[str]:
    """Which kinds of data the words that led here call different."""
    said = " ".join(tokens(turn.event.text)) if isinstance(turn.event, Text) else ""
    rest, mothers = MOTHERS_NAME.subn(" ", said)
    return [*([MOTHER] if mothers else []), *(kind for kind, rule in SAYS.items() if rule.search(rest))]


def told(turn: Turn) -> bool:
    """The user has just said which kind it is."""
    return bool(told_kinds(turn))


def told_mother(turn: Turn) -> bool:
    """The mother's name and nothing else: whether the KTP is right does not matter for it."""
    return told_kinds(turn) == [MOTHER]


def picked_mother(turn: Turn) -> bool:
    """The mother's name was chosen from the list."""
    return turn.picked == "data.mother"


def of_mother(turn: Turn) -> bool:
    """The mother's name is what this is about."""
    return turn.text_slot("kind") == MOTHER


def told_contact(turn: Turn) -> bool:
    """The user has just said that a phone, an e-mail or a home is another one now."""
    said = " ".join(tokens(turn.event.text)) if isinstance(turn.event, Text) else ""
    return CONTACT.search(said) is not None and not told_kinds(turn)


def keep_told(turn: Turn) -> None:
    """Which kind of data differs, as it was said."""
    kinds = told_kinds(turn)
    turn.frame.slots["kind"] = kinds[0] if len(kinds) == 1 else "more"
    came_straight(turn)


def keep_job(turn: Turn) -> None:
    """Whether the employer can still be asked."""
    turn.frame.slots["left"] = turn.picked == "data.left"


def came_straight(turn: Turn) -> None:
    """Who called begins here, so the way back leads to them."""
    turn.frame.slots[STRAIGHT] = True


def straight(turn: Turn) -> bool:
    """See `came_straight`."""
    return turn.frame.slots.get(STRAIGHT) is True


def begin_anew(turn: Turn) -> None:
    """Another problem: the way back leads to the choice of problems now."""
    turn.frame.slots.clear()


def _what(turn: Turn) -> str:
    return turn.text(f"data-what-{turn.text_slot('kind') or 'more'}")


def say_differs(turn: Turn) -> None:
    """What to do about data that differ, by kind and by whether the person still works there."""
    way = "data-differs-left" if turn.frame.slots.get("left") else "data-differs-working"
    if of_mother(turn):  # no source says that JMO changes it, or which papers are wanted
        turn.question(turn.lines(way, "data-differs-mother", "data-employer-call"))
        return
    turn.question(turn.lines(f"data-differs-{turn.text_slot('kind') or 'more'}", way, "data-differs-app"))


def say_dukcapil(turn: Turn) -> None:
    """The register of residents comes first."""
    turn.question(turn.lines("data-dukcapil", "data-dukcapil-contact"))


def say_employer(turn: Turn) -> None:
    """An employer who does not help stops nobody."""
    turn.question(turn.lines("data-employer", "data-employer-call", "data-employer-report"))


def send_list(turn: Turn) -> None:
    """The check list in a message of its own, so that it can be kept or passed on."""
    place = turn.frame.state
    lines = ITEMS["differs_left" if place == "differs" and turn.frame.slots.get("left") else place]
    texts = [turn.text("data-list", title=turn.text(f"data-list-{place}"))]
    for line in lines:
        key = f"data-item-{line}"
        if turn.texts.told(key):
            texts.append(turn.text(key, what=_what(turn)) if line.startswith("what") else turn.text(key))
    turn.do(Say("\n".join(texts)))
    turn.frame.slots["list"] = place


def end_options(turn: Turn) -> tuple[str, ...]:
    """At the end of a way: the list to keep, what else may help, people, the menu."""
    state = turn.here
    own = tuple(state.options) if isinstance(state, Ask) else ()
    return (*own, *people(turn), "nav.menu")


def kept_options(turn: Turn) -> tuple[str, ...]:
    """After the list was sent."""
    return (*people(turn), "data.others", "nav.menu")


def _end(name: str, says: Callable[[Turn], None] | None = None, more: Mapping[str, str] = MappingProxyType({})) -> Ask:
    return Ask(name, options={"data.keep": "keep", **more}, shown=end_options, says=says, rests=True, numbers=NUMBERS)


STATES = (
    Ask(
        "kind",
        options={
            "data.not_enrolled": "not_enrolled",
            "data.employer": "employer",
            "data.differs": "differs",
            "data.records": "records",
        },
        shown=("data.not_enrolled", "data.employer", "data.differs", "data.records", "nav.menu"),
        rests=True,
        numbers=NUMBERS,
    ),
    _end("not_enrolled", more={"data.employer": "employer"}),
    _end("employer", says=say_employer),
    Ask("which", options={**dict.fromkeys(DIFFERS, "kind"), "data.contact": "contact"}),
    Ask(
        "ktp",
        options={"data.ktp_right": "right", "data.ktp_wrong": "wrong"},
        yes="data.ktp_right",
        no="data.ktp_wrong",
    ),
    Ask("job", options={"data.working": "job", "data.left": "job"}, yes="data.working", no="data.left"),
    _end("differs", says=say_differs),
    _end("contact"),
    _end("dukcapil", says=say_dukcapil),
    Ask(
        "records",
        options={"data.has_jmo": "has_jmo", "data.no_jmo": "no_jmo"},
        shown=("data.has_jmo", "data.no_jmo", "nav.menu"),
        yes="data.has_jmo",
        no="data.no_jmo",
        rests=True,
        numbers=NUMBERS,
    ),
    _end("merge", more={"data.app_fails": "app_fails"}),
    _end("merge_people"),
    Ask("kept", options={"data.others": "others"}, shown=kept_options, rests=True, numbers=NUMBERS),
    End("done", outcome="done"),
)

TABLE: tuple[Row, ...] = (
    {"trigger": "into_not_enrolled", "source": "kind", "dest": "not_enrolled", "after": came_straight},
    {"trigger": "into_employer", "source": "kind", "dest": "employer", "after": came_straight},
    {"trigger": "into_differs", "source": "kind", "dest": "job", "conditions": told_mother, "after": keep_told},
    {"trigger": "into_differs", "source": "kind", "dest": "ktp", "conditions": told, "after": keep_told},
    {"trigger": "into_differs", "source": "kind", "dest": "contact", "conditions": told_contact,
     "after": came_straight},
    {"trigger": "into_differs", "source": "kind", "dest": "which", "after": came_straight},
    {"trigger": "into_contact", "source": "kind", "dest": "contact", "after": came_straight},
    {"trigger": "into_records", "source": "kind", "dest": "records", "after": came_straight},
    {"trigger": "not_enrolled", "source": "kind", "dest": "not_enrolled"},
    {"trigger": "employer", "source": ["kind", "not_enrolled"], "dest": "employer"},
    {"trigger": "differs", "source": "kind", "dest": "which"},
    {"trigger": "records", "source": "kind", "dest": "records"},
    {"trigger": "kind", "source": "which", "dest": "job", "conditions": picked_mother, "after": keep_kind},
    {"trigger": "kind", "source": "which", "dest": "ktp", "after": keep_kind},
    {"trigger": "contact", "source": "which", "dest": "contact"},
    {"trigger": "right", "source": "ktp", "dest": "job"},
    {"trigger": "wrong", "source": "ktp", "dest": "dukcapil"},
    {"trigger": "job", "source": "job", "dest": "differs", "after": keep_job},
    {"trigger": "has_jmo", "source": "records", "dest": "merge"},
    {"trigger": "no_jmo", "source": "records", "dest": "merge_people"},
    {"trigger": "app_fails", "source": "merge", "dest": "merge_people"},
    {"trigger": "keep", "source": ENDS, "dest": "kept", "after": send_list},
    {"trigger": "others", "source": "kept", "dest": "kind", "after": begin_anew},
    {"trigger": "back", "source": ["not_enrolled", "employer", "which", "records"], "dest": "done",
     "conditions": straight},
    {"trigger": "back", "source": ["not_enrolled", "employer", "which", "records", "kept"], "dest": "kind"},
    {"trigger": "back", "source": "job", "dest": "which", "conditions": of_mother},
    {"trigger": "back", "source": ["ktp", "contact"], "dest": "which"},
    {"trigger": "back", "source": ["job", "dukcapil"], "dest": "ktp"},
    {"trigger": "back", "source": "differs", "dest": "job"},
    {"trigger": "back", "source": ["merge", "merge_people"], "dest": "records"},
    {"trigger": "back", "source": "kind", "dest": "done"},
)  # fmt: skip

DATA_PROBLEMS = Flow("data", STATES, TABLE)

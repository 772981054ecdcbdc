"""Journey 9, once a request is there: waiting for a person, talking to them, steps that they let the bot run, a rating.

While an agent has the floor the state is ``with_agent`` and the bot is silent: what the user writes is theirs
(`flows.relaying`), and what agents do comes in as events (`flows.hearing`).
"""

from flows import handover
from flows.effect import RateTicket
from flows.event import AgentAsked
from flows.flow import Answer, Ask, Call, End, Flow, Row
from flows.journeys.jmo_places import PLACE
from flows.journeys.jmo_places import STEPS as GUIDE_STEPS
from flows.journeys.request import without_numbers
from flows.reading.words import tokens
from flows.turn import Turn

STARS = tuple(f"rate.{stars}" for stars in range(1, 6))
WORDS = {
    "jelek": 1, "buruk": 1, "kecewa": 1, "parah": 1, "bad": 1, "kurang": 2, "biasa": 3, "lumayan": 3, "cukup": 3,
    "okay": 4, "ok": 4, "oke": 4, "baik": 4, "good": 4, "bagus": 5, "puas": 5, "mantap": 5, "sip": 5, "great": 5,
    "excellent": 5, "apik": 5, "sae": 5, "alus": 5,
}  # fmt: skip
SPOILS = {"gak", "ga", "nggak", "tidak", "kurang", "not", "ora", "mboten", "teu", "henteu"}
LONGEST = 500
STEP_NUMBERS = frozenset(str(number) for number in range(1, len(GUIDE_STEPS) + 1))


def silent(turn: Turn) -> None:
    """The bot asks nothing here."""
    turn.flush()


def say_waiting(turn: Turn) -> None:
    """What can be done meanwhile, with the number that was given."""
    number = str(turn.floor.ticket) if turn.floor is not None else ""
    turn.question(turn.text("handover-waiting", number=number))


def read_stars(turn: Turn, text: str) -> Answer | None:
    """A number from 1 to 5, that many stars, or a plain word for it."""
    del turn
    said = text.strip()
    if said and set(said) <= {"⭐", "★", "🌟", " "}:
        count = sum(not char.isspace() for char in said)
        return Answer("rated", {"stars": count}) if count <= len(STARS) else None
    words = tokens(text)
    digits = [word for word in words if word.isdigit()]
    if len(digits) == 1 and digits[0] in "12345" and len(words) <= 3:
        return Answer("rated", {"stars": int(digits[0])})
    found = {WORDS[word] for word in words if word in WORDS}
    if len(words) > 3 or len(found) != 1 or (SPOILS & set(words) and found != {2}):
        return None
    return Answer("rated", {"stars": found.pop()})


def read_word(turn: Turn, text: str) -> Answer | None:
    """Whatever the user has to say about it, without long numbers."""
    del turn
    if not any(map(str.isalpha, text)):
        return None
    return Answer("told", {"words": without_numbers(text.strip())[:LONGEST]})


def to_step(turn: Turn) -> None:
    """The step of the guide that the agent named; without one, where the user was."""
    if isinstance(turn.event, AgentAsked) and turn.event.argument in STEP_NUMBERS:
        turn.notes[PLACE] = GUIDE_STEPS[int(turn.event.argument) - 1]


def keep_stars(turn: Turn) -> None:
    """Kept at once: many stop here."""
    if turn.picked in STARS:
        turn.frame.slots["stars"] = int(turn.picked[-1])
    if turn.floor is not None:
        turn.do(RateTicket(turn.floor.ticket, int(turn.text_slot("stars"))))
    turn.picked = ""


def keep_words(turn: Turn) -> None:
    """The stars with the words."""
    words = str(turn.frame.slots.pop("words", ""))
    if turn.floor is not None:
        turn.do(RateTicket(turn.floor.ticket, int(turn.text_slot("stars") or 0), words))
    turn.lead("handover-thanks")


BREAKS_OFF = ("taken", "stopped", "left", "rate", "over")
"""What people do, or the user says to them, also while the bot runs a step."""
STATES = (
    Ask(
        "waiting",
        options={"handover.go_on": "go_on", "handover.give_up": "gave_up"},
        says=say_waiting,
        on_us=True,
        keeps=True,
    ),
    Ask("with_agent", says=silent, on_us=True, keeps=True),
    Call("proving", flow="identity", broken_off=BREAKS_OFF),
    Call("showing", flow="recovery", broken_off=BREAKS_OFF),
    Call("guiding", flow="guide", broken_off=BREAKS_OFF),
    Ask("rating", options={**dict.fromkeys(STARS, "rated"), "rate.skip": "over"}, read=read_stars, rests=True),
    Ask("word", options={"rate.done": "over"}, read=read_word, rests=True),
    End("done", outcome="done"),
)
STEPS = ("proving", "showing", "guiding")
PROOFS = ("verified", "not_confirmed", "locked", "declined", "given_up")

TABLE: tuple[Row, ...] = (
    {"trigger": "go_on", "source": "waiting", "dest": "done"},
    {"trigger": "back", "source": "waiting", "dest": "done"},
    {"trigger": "gave_up", "source": "waiting", "dest": "done", "after": handover.give_up},
    {"trigger": "taken", "source": ["waiting", "with_agent", *STEPS, "rating", "word"], "dest": "with_agent"},
    {"trigger": "stopped", "source": list(STEPS), "dest": "with_agent"},
    {"trigger": "left", "source": ["with_agent", *STEPS], "dest": "waiting"},
    {"trigger": "identity", "source": "with_agent", "dest": "proving"},
    {"trigger": "kpj", "source": "with_agent", "dest": "showing"},
    {"trigger": "guide", "source": "with_agent", "dest": "guiding", "after": to_step},
    *(
        {"trigger": outcome, "source": "proving", "dest": "with_agent", "after": handover.step_over(outcome)}
        for outcome in PROOFS
    ),
    {"trigger": "done", "source": ["showing", "guiding"], "dest": "with_agent", "after": handover.step_over("done")},
    {"trigger": "rate", "source": ["waiting", "with_agent", *STEPS], "dest": "rating"},
    {"trigger": "rated", "source": "rating", "dest": "word", "after": keep_stars},
    {"trigger": "told", "source": "word", "dest": "done", "after": keep_words},
    {"trigger": "over", "source": ["waiting", "with_agent", *STEPS, "rating", "word"], "dest": "done"},
    {"trigger": "back", "source": ["rating", "word"], "dest": "done"},
)

HANDOVER = Flow("handover", STATES, TABLE)

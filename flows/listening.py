"""How a text is understood in a state.

In this order: command, offered choice, the answer itself, question or wish, misspelt command, a number of another
kind; and what is said when it is none of these.
"""

from flows import engine
from flows.commands import find_command, nearly_command, obey, ways_to_people
from flows.event import Text
from flows.flow import Ask, Wrong
from flows.reading.answers import read_yes_no
from flows.reading.choices import Option, read_choice
from flows.reading.numbers import Number, find_numbers
from flows.reading.words import tokens
from flows.turn import Turn
from flows.understanding import FOR_OTHERS, WISH_RECOVER, understand

PERSONAL = {"nik", "kk_suspect", "kpj", "bpjs_kesehatan", "phone", "nik_short", "nik_long"}
OFFERS_WAY_OUT = 3
STUCK_TEXTS = 5
SMALL_TALK = {"thanks", "hello"}
LEADS_AWAY = {"claim", "balance", "register", "account", "data"}


def greet(turn: Turn, event: object) -> None:
    """The first words: who runs this, what it is not, and then the menu or what the user already asked for."""
    engine.leave_all(turn)
    turn.greeted = True
    turn.say("greeting-official" if turn.settings.operator.is_bpjs else "greeting")
    if isinstance(event, Text) and not _opens_with(turn, event.text):
        return
    engine.arrive(turn)


def _opens_with(turn: Turn, text: str) -> bool:
    """Take up what the first message says; False if that already answers it."""
    words = tokens(text)
    numbers = _personal_numbers(turn, text)
    if numbers:
        turn.erase_users_message()
        turn.lead("too-early")
        engine.pull(turn, "recover")
        return False
    command = find_command(words)
    if command is not None and command != "nav.menu":
        return not obey(turn, command)
    topic = understand(" ".join(words))
    if topic == WISH_RECOVER:
        engine.pull(turn, "recover")
        return False
    if topic is not None and topic not in SMALL_TALK:
        turn.lead(f"answer-{topic}")
    return True


def listen(turn: Turn, text: str) -> None:
    """Understand a text in the state that we are in, and answer it."""
    state = turn.here
    words = tokens(text)
    command = find_command(words)
    if command is not None:
        obey(turn, command)
        return
    if not isinstance(state, Ask):
        turn.say("still-checking")
        return
    if _personal_numbers(turn, text):
        turn.erase_users_message()
    if _picked(turn, state, text):
        return
    topic = understand(" ".join(words)) if state.loose else None
    if topic is None and _read(turn, state, text):
        return
    topic = topic or understand(" ".join(words))
    if topic is not None and _talk(turn, topic):
        return
    nearly = nearly_command(words)
    if nearly is not None and obey(turn, nearly):
        return
    wrong(turn, Wrong(_other_number(turn, text) or ("" if words else "empty")))


def is_personal(turn: Turn, state: Ask, text: str) -> bool:
    """Whether a text holds, or answers a question for, personal data."""
    return state.personal or bool(_personal_numbers(turn, text))


def _personal_numbers(turn: Turn, text: str) -> list[Number]:
    if not any(char.isdigit() for char in text):
        return []
    return [number for number in find_numbers(text, turn.today) if number.kind in PERSONAL]


def _picked(turn: Turn, state: Ask, text: str) -> bool:
    """An offered choice, by number, label or its plain words; or yes and no."""
    if turn.offered:
        options = [Option(choice, turn.label(choice), _also(turn, choice)) for choice in turn.offered]
        choice = read_choice(text, options)
        if choice is not None:
            return engine.pick(turn, choice) or obey(turn, choice)
    if state.yes is not None or state.no is not None:
        said = read_yes_no(text)
        choice = state.yes if said else state.no if said is False else None
        return choice is not None and (engine.pick(turn, choice) or obey(turn, choice))
    return False


def _also(turn: Turn, choice: str) -> tuple[str, ...]:
    key = "choice-" + choice.replace(".", "-") + "-words"
    return tuple(turn.text(key).split(", ")) if turn.texts.has(key) else ()


def _read(turn: Turn, state: Ask, text: str) -> bool:
    """The answer itself."""
    if state.read is None:
        return False
    answer = state.read(turn, text)
    if answer is None:
        return False
    if state.personal or answer.personal:
        turn.erase_users_message()
    if isinstance(answer, Wrong):
        wrong(turn, answer)
        return True
    turn.frame.slots.update(answer.slots)
    return engine.pull(turn, answer.trigger)


def _talk(turn: Turn, topic: str) -> bool:
    """A question is answered and the open one comes again; a wish is followed, or confirmed where it leads away."""
    if topic == WISH_RECOVER and engine.pull(turn, "recover"):
        return True
    if topic == WISH_RECOVER and turn.frame.flow in {"identity", "recovery"}:
        return False
    if topic in LEADS_AWAY and len(turn.frames) > 1 and turn.frame.flow != "leaving":
        turn.lead(f"answer-{topic}")
        engine.call(turn, "leaving")
        return True
    key = f"answer-{topic}"
    if not turn.texts.has(key):
        return False
    turn.lead(key)
    if topic == FOR_OTHERS:
        turn.leads.append(ways_to_people(turn))
    turn.ask()
    return True


def _other_number(turn: Turn, text: str) -> str:
    """Which number this looks like, if it is one."""
    found = _personal_numbers(turn, text)
    return f"is-{found[0].kind.replace('_', '-')}" if found else ""


def wrong(turn: Turn, mistake: Wrong) -> None:
    """Say what is wrong; then show an example; then offer a way out, in other words each time."""
    frame = turn.frame
    frame.tries += 1
    base = f"{frame.flow}-{frame.state}"
    if frame.tries >= OFFERS_WAY_OUT:
        number = min(frame.tries - OFFERS_WAY_OUT, STUCK_TEXTS - 1) + 1
        if frame.tries >= OFFERS_WAY_OUT + STUCK_TEXTS:
            number = frame.tries % STUCK_TEXTS + 1
        _way_out(turn, f"stuck-{number}")
    elif frame.tries > 1:
        turn.question(turn.text(f"{base}-example"))
    else:
        turn.question(_what_is_wrong(turn, base, mistake))


def _what_is_wrong(turn: Turn, base: str, mistake: Wrong) -> str:
    for key in (f"{base}-wrong-{mistake.why}", f"wrong-{mistake.why}"):
        if mistake.why and turn.texts.has(key):
            return turn.text(key, **mistake.args) + "\n\n" + turn.text(f"{base}-wrong")
    return turn.text(f"{base}-wrong")


def _way_out(turn: Turn, key: str) -> None:
    turn.question(turn.text(key), tuple(c for c in ("nav.agent", "nav.help", "nav.menu") if c not in turn.options()))

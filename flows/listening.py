"""How a text is understood in a state.

In this order: command, offered choice, the answer itself, question or wish, misspelt command, a number of another
kind. What is said when it is none of these is in `flows.mistakes`.
"""

from flows import engine, guessing, offered, wishes
from flows.answers import answer
from flows.commands import find_command, nearly_command, obey, still_checking
from flows.event import ContactShared, Event, Media, PlaceShared
from flows.flow import Answer, Ask, Wrong
from flows.mistakes import not_here, wrong
from flows.quiet import at_rest
from flows.reading.answers import read_yes_no
from flows.reading.numbers import Number, find_numbers
from flows.reading.words import COURTESY, tokens
from flows.turn import ANSWERED, Turn
from flows.understanding import SMALL_TALK, WHAT_NOW, WISH_RECOVER, understand
from flows.understanding.goes_on import beyond_thanks

PERSONAL = {"nik", "kk_suspect", "kpj", "bpjs_kesehatan", "phone", "nik_short", "nik_long"}
SHORT = 8
"""Words of a message that is about one thing."""
ABOUT_KPJ = {"what-kpj", "need-kpj", "without-kpj", "other-card"}
"""Questions about the number, which are not the wish for it."""
FEW_DIGITS = 4
"""A sentence with no more digits than these may hold a number by the way, as in "saya punya 2 kartu"."""
OUTSIDE = "outside"
UNSOLVED = "unsolved"
OVER = {wishes.LEAVING, "pause"}
"""Questions about the question below."""
SAID = {"sentence", "digits", "length"}
"""Why something is no name: it may be a question."""
LEADS_AWAY = {"claim", "claim-limit", "balance", "register", "account", "data"}
SHORTCUTS = {
    "register": ("recovery.next",),
    "several": ("recovery.which", "recovery.records", "data.records"),
    "data": ("recovery.differs", "data.differs"),
    "not-enrolled": ("recovery.not_enrolled", "data.not_enrolled"),
    "employer": ("data.employer", "recovery.not_enrolled"),
    "new-phone": ("recovery.ways", "data.contact"),
}
"""Topics that an option on offer answers better than a sentence."""


def about(event: Event) -> str:
    """The key of what is said about something that is not text; empty for what opens a conversation."""
    if isinstance(event, Media):
        return f"got-{event.kind}"
    if isinstance(event, ContactShared):
        return "got-contact" if event.own else "got-other-contact"
    return "got-place" if isinstance(event, PlaceShared) else ""


def listen(turn: Turn, text: str) -> None:
    """Understand a text in the state that we are in, and answer it."""
    if not heard(turn, text):
        words = tokens(text)
        wrong(turn, Wrong(_what_came(personal_numbers(turn, text), words)))


def heard(turn: Turn, text: str, *, guesses: bool = True) -> bool:
    """Answer a text as far as it is understood; False if it is not. `guesses`: also by what it most likely means."""
    words = tokens(text)
    after = beyond_thanks(words)
    if after:
        return _not_yet_found(turn, after) or _heard(turn, after, tokens(after), guesses=guesses)
    return _heard(turn, text, words, guesses=guesses)


def _heard(turn: Turn, text: str, words: list[str], *, guesses: bool) -> bool:
    command = find_command(words)
    if turn.frame.flow in OVER and _answers_below(turn, text):
        turn.frames.pop()
    state = turn.here
    if isinstance(state, Ask) and state.claims and _claimed(turn, state, words):
        return True
    if command is not None:
        return obey(turn, command)
    if not isinstance(state, Ask):
        still_checking(turn)
        return True
    numbers = [] if state.personal else personal_numbers(turn, text)
    if numbers or (state.personal and any(map(str.isdigit, text))):
        turn.erase_users_message()
    if numbers and number_means(turn, numbers[0]):
        return True
    if _understood(turn, state, text, words):
        return True
    nearly = nearly_command(words)
    if nearly is not None and obey(turn, nearly):
        return True
    return guesses and not numbers and _guessed(turn, state, text, words)


def _not_yet_found(turn: Turn, text: str) -> bool:
    """Thanks, but no number yet: where its search has ended, what goes on there, and not the same questions again."""
    state = turn.here
    ended = turn.frame.flow == "recovery" and isinstance(state, Ask) and state.rests
    if not ended or WISH_RECOVER not in {guessing.heard(text, tokens(text)), guessing.topic_of(text)[0]}:
        return False
    lead_answer(turn, UNSOLVED)
    turn.ask_again()
    return True


def _guessed(turn: Turn, state: Ask, text: str, words: list[str]) -> bool:
    """What no rule knows, by the classifier; in the middle of something it answers or asks, and never leads away."""
    if not 0 < len(words) <= guessing.MOST_WORDS:
        return False
    topic, found = guessing.topic_of(text)
    if state.rests and read_yes_no(text) is not None and not guessing.polite(turn, found):
        return False
    if not state.rests:
        if not guessing.clear_inside(found, words) or topic in SMALL_TALK:
            return False
        return (topic is not None and _talk(turn, state, topic)) or guessing.act_inside(turn, found, words)
    if topic is not None and _talk(turn, state, topic):
        return True
    return guessing.act(turn, found, words) or guessing.offer_nearest(turn, found) or _outside(turn, text, words)


def _outside(turn: Turn, text: str, words: list[str]) -> bool:
    """Say that it is none of what is known here, once; "not understood" would have it written again and again."""
    if turn.frame.tries or not guessing.outside(text, words) or not lead_answer(turn, OUTSIDE):
        return False
    tries = turn.frame.tries + 1
    turn.ask_again()
    turn.frame.tries = tries
    return True


def _answers_below(turn: Turn, text: str) -> bool:
    """Whether a number answers the question below: then it is not left, and nobody is asked whether to go on."""
    if sum(map(str.isdigit, text)) <= FEW_DIGITS:
        return False
    above = turn.frames.pop()
    state = turn.here
    answers = isinstance(state, Ask) and state.read is not None and isinstance(state.read(turn, text), Answer)
    turn.frames.append(above)
    return answers


def _claimed(turn: Turn, state: Ask, words: list[str]) -> bool:
    said = " ".join(word for word in words if word not in COURTESY)
    trigger = state.claims.get(said)
    return trigger is not None and engine.pull(turn, trigger)


def listen_to_old(turn: Turn, text: str, key: str) -> None:
    """A text that may not be meant for this question (an edit, a forwarded message): only a plain answer counts.

    Where nearly any text is an answer, it counts only as the correction of one that was not understood.
    """
    state = turn.here
    if not isinstance(state, Ask):
        still_checking(turn)
        return
    if is_personal(turn, text):
        turn.erase_users_message()
    likely = turn.frame.tries > 0 or not state.loose
    answer = state.read(turn, text) if state.read is not None and likely else None
    if isinstance(answer, Answer) and not answer.pieced and understand(tokens(text)) is None:
        turn.frame.slots.update(answer.slots)
        engine.pull(turn, answer.trigger)
        return
    not_here(turn, key)


def _understood(turn: Turn, state: Ask, text: str, words: list[str]) -> bool:
    choice = offered.chosen(turn, text)
    if choice == "menu.recover" and understand(words) in ABOUT_KPJ:
        choice = None
    if choice is not None and state.rests and guessing.outside(text, words):
        choice = None
    if choice is not None and (engine.pick(turn, choice) or obey(turn, choice) or wishes.press(turn, choice)):
        return True
    topic = guessing.heard(text, words) if state.loose else None
    answer = state.read(turn, text) if topic is None and state.read is not None else None
    if isinstance(answer, Answer):
        return _taken(turn, state, answer)
    if answer is not None and sum(map(str.isdigit, text)) > FEW_DIGITS:
        return _refused(turn, state, answer)
    if topic is None and not state.loose:
        topic = guessing.heard(text, words)
    if topic is not None and _talk(turn, state, topic):
        return True
    if answer is None:
        return False
    return (answer.why in SAID and _guessed(turn, state, text, words)) or _refused(turn, state, answer)


def _taken(turn: Turn, state: Ask, answer: Answer) -> bool:
    """The answer itself. A piece of it leaves the question open: what was not understood before still counts."""
    if state.personal or answer.personal:
        turn.erase_users_message()
    turn.frame.slots.update(answer.slots)
    frame, tries = turn.frame, turn.frame.tries
    pulled = engine.pull(turn, answer.trigger)
    if answer.pieced and turn.frame is frame and frame.state == state.name:
        frame.tries = tries
    return pulled


def _refused(turn: Turn, state: Ask, answer: Wrong) -> bool:
    """An answer that is of no use."""
    if state.personal or answer.personal:
        turn.erase_users_message()
    turn.frame.slots.update(answer.slots)
    wrong(turn, answer)
    return True


def is_personal(turn: Turn, text: str) -> bool:
    """Whether a text holds, or answers a question for, personal data."""
    state = turn.here
    return (isinstance(state, Ask) and state.personal) or bool(personal_numbers(turn, text))


def personal_numbers(turn: Turn, text: str) -> list[Number]:
    """The numbers in a text that may be somebody's."""
    if text.isascii() and not any(map(str.isdigit, text)):
        return []
    return [number for number in find_numbers(text, turn.today) if number.kind in PERSONAL]


def wish(turn: Turn) -> bool:
    """The wish for the KPJ: follow it from here, from a flow below where nothing is open, or say that we are at it."""
    if turn.frame.flow == "my_data" and len(turn.frames) > 1:
        turn.frames.pop()  # that lies on top of whatever the wish is about
    if engine.pull(turn, "recover") or (at_rest(turn) and engine.unwind(turn, "recover")):
        return True
    return wishes.follow(turn, WISH_RECOVER)


def _talk(turn: Turn, state: Ask, topic: str) -> bool:
    """A question is answered and the open one comes again; a wish is followed, or confirmed where it leads away."""
    if topic == WISH_RECOVER:
        return wish(turn)
    if topic == WHAT_NOW:
        return not state.on_us and obey(turn, "nav.help")
    if any(engine.pick(turn, choice) for choice in SHORTCUTS.get(topic, ())) or wishes.follow(turn, topic):
        return True
    if not lead_answer(turn, topic):
        return False
    if topic in LEADS_AWAY and len(turn.frames) > 1 and not state.rests and not state.on_us and not state.keeps:
        wishes.confirm(turn, None)
    else:
        turn.ask_again()
    return True


def lead_answer(turn: Turn, topic: str) -> bool:
    """Say the answer to a question before the next one; False if there is none that can be told."""
    text = answer(turn, topic)
    if text is None:
        return False
    turn.leads.append(text)
    turn.notes[ANSWERED] = topic
    return True


def wants_something(turn: Turn, text: str) -> bool:
    """Whether a text where nothing was asked for is a wish or a question of its own."""
    words = tokens(text)
    topic = understand(words) if len(words) <= SHORT else None
    return bool(personal_numbers(turn, text)) or (topic is not None and topic not in SMALL_TALK)


def number_means(turn: Turn, number: Number) -> bool:
    """Whether a number says what its writer wants, as a NIK in the menu does. It is not kept."""
    state = turn.here
    trigger = state.numbers.get(number.kind) if isinstance(state, Ask) else None
    if trigger is None:
        return False
    if trigger == "recover":
        turn.lead("too-early" if turn.consent is None else "not-kept")
    return wish(turn) if trigger == "recover" else engine.pull(turn, trigger)


def _what_came(numbers: list[Number], words: list[str]) -> str:
    if numbers:
        return f"is-{numbers[0].kind.replace('_', '-')}"
    if not words:
        return "empty"
    letters = [char for word in words for char in word if char.isalpha()]
    if letters:
        return "script" if sum(char.isascii() for char in letters) * 2 < len(letters) else ""
    return "" if any(word.isdigit() for word in words) else "signs"

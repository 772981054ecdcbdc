"""The first words of a conversation, and what its user opens it with."""

from flows import engine, guessing, listening, offered, wishes
from flows.commands import find_command, obey
from flows.event import ContactShared, Event, Picked, Text
from flows.reading.english import reads_english
from flows.reading.words import tokens
from flows.turn import Turn
from flows.understanding import SMALL_TALK


def greet(turn: Turn, event: Event) -> None:
    """The first words: who runs this, what it is not, and then the menu or what the user already asked for."""
    engine.leave_all(turn)
    turn.greeted = True
    turn.say("greeting-official" if turn.settings.operator.is_bpjs else "greeting")
    if isinstance(event, Text):
        words = tokens(event.text)
        if turn.locale != "en" and "english" not in words and reads_english(words):
            turn.lead("in-english")
        if not opens_with(turn, event.text):
            return
    elif isinstance(event, Picked):
        if engine.pick(turn, event.choice):
            return
    else:
        key = listening.about(event)
        if key:
            turn.lead(key)
    if isinstance(event, ContactShared):
        turn.erase_users_message()
    engine.arrive(turn)


def opens_with(turn: Turn, text: str) -> bool:
    """Take up what the first message says; False if that already answers it."""
    words = tokens(text)
    numbers = listening.personal_numbers(turn, text)
    if numbers:
        turn.erase_users_message()
        return not listening.number_means(turn, numbers[0])
    command = find_command(words)
    if command is not None and command != "nav.menu":
        return not obey(turn, command)
    topic = guessing.heard(text, words)
    if topic is None:
        turn.offered = turn.options()
        choice = offered.chosen(turn, text) if any(map(str.isalpha, text)) else None
        if choice is not None and (engine.pick(turn, choice) or obey(turn, choice)):
            return False
        topic, found = guessing.topic_of(text)
        if topic is None and found.intent != "cancel" and guessing.act(turn, found, words):
            return False
        if topic is None and guessing.outside(text, words):
            topic = listening.OUTSIDE
    if topic is not None and wishes.follow(turn, topic):
        return False
    if topic is not None and topic not in SMALL_TALK:
        listening.lead_answer(turn, topic)
    return True

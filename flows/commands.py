"""The words that work everywhere, and what they do."""

from collections.abc import Callable, Iterator

from rapidfuzz import fuzz, process

from flows import engine, handover, wishes
from flows.command_words import WORDS
from flows.flow import Ask, State, Wait
from flows.following import settle
from flows.offices import call_centre, email
from flows.reading.words import COURTESY, tokens
from flows.regional_commands import MISSPELT, REGIONAL
from flows.texts import LOCALES
from flows.turn import ANSWERED, KPJ_MESSAGE, Turn

BY_WORD = {
    " ".join(tokens(word)): command
    for table in (MISSPELT, REGIONAL, WORDS)
    for command, words in table.items()
    for word in words
}
OF_COMMANDS = frozenset(word for command in BY_WORD for word in command.split())
BY_LETTERS = {"".join(sorted(word)): command for word, command in BY_WORD.items() if " " not in word}
LONGEST_COMMAND, LONGEST_TYPO, SURE = 8, 24, 82
WHILE_WAITING = {"nav.menu", "nav.cancel", "nav.stop", "privacy.delete"}
STILL_CHECKING = 3


def find_command(words: list[str]) -> str | None:
    """The command that these words are, friendly words around it aside."""
    said = words[:-1] if words[-1:] == ["?"] else words
    found = BY_WORD.get(" ".join(said))
    if found is None and len(said) <= LONGEST_COMMAND:
        firm = [word for word in said if word not in COURTESY]
        if OF_COMMANDS.issuperset(firm):
            found = BY_WORD.get(" ".join(firm)) or _among_courtesy(said)
    return found


def _among_courtesy(said: list[str]) -> str | None:
    """The command that stays when friendly words are taken from the ends only: it may hold some itself."""
    firm = [at for at, word in enumerate(said) if word not in COURTESY]
    if not firm:
        return None
    ways = (
        BY_WORD.get(" ".join(said[first:last]))
        for first in range(firm[0] + 1)
        for last in range(len(said), firm[-1], -1)
    )
    return next((command for command in ways if command), None)


def nearly_command(words: list[str]) -> str | None:
    """The command that was most likely meant by a misspelt word; None if that is doubtful."""
    said = " ".join(word for word in words if word not in COURTESY)
    if not 4 <= len(said) <= LONGEST_TYPO:
        return None
    swapped = BY_LETTERS.get("".join(sorted(said)))
    if swapped is not None:
        return swapped
    best = process.extractOne(said, BY_WORD.keys(), scorer=fuzz.ratio, score_cutoff=SURE)
    return BY_WORD[best[0]] if best else None


def obey(turn: Turn, command: str) -> bool:
    """Carry out a command; False if this is none."""
    act = ACTS.get(command)
    if act is None:
        return False
    if isinstance(turn.here, Wait) and command not in WHILE_WAITING:
        _while_waiting(turn, command)
    else:
        act(turn)
    return True


def still_checking(turn: Turn, *before: str) -> None:
    """Ask for patience, in other words each time."""
    number = turn.frame.tries % STILL_CHECKING + 1
    turn.frame.tries += 1
    turn.leads += [*before, turn.text(f"still-checking-{number}")]
    turn.flush()


def _while_waiting(turn: Turn, command: str) -> None:
    if command == "nav.agent":
        still_checking(turn, ways_to_people(turn))
    elif command in LOCALES_BY_COMMAND:
        turn.locale = LOCALES_BY_COMMAND[command]
        still_checking(turn, turn.text("language-changed"))
    else:
        still_checking(turn)


def ways_to_people(turn: Turn) -> str:
    """How a person can be reached: the operator's own people first, then the official channels that are set."""
    lines = [turn.text("agent")]
    if turn.settings.operator.contact:
        lines.append(turn.text("way-operator"))
    lines += [call_centre(turn, "way-call", "way-call-hours"), email(turn), turn.text("way-branch")]
    return "\n".join(line for line in lines if line)


def people(turn: Turn) -> tuple[str, ...]:
    """The option that leads to people: a request where the operator takes them, else the ways to reach somebody."""
    return ("agent.request",) if turn.settings.operator.takes_requests else ("nav.agent",)


def _menu(turn: Turn) -> None:
    engine.go_home(turn)


def open_states(turn: Turn) -> Iterator[State]:
    """The states of all flows that are open."""
    return (turn.flows[frame.flow].states[frame.state] for frame in turn.frames)


def _cancel(turn: Turn) -> None:
    if len(turn.frames) > 1:
        told = any(isinstance(state, Ask) and state.personal for state in open_states(turn))
        turn.lead("cancelled" if told else "cancelled-plain")
    else:
        turn.lead("nothing-open")
    engine.go_home(turn)


def _back(turn: Turn) -> None:
    if not engine.pull(turn, "back"):
        if len(turn.frames) == 1:
            turn.lead("nothing-before")
        engine.go_home(turn)


def _repeat(turn: Turn) -> None:
    turn.ask()


def _help(turn: Turn) -> None:
    turn.lead(f"{turn.frame.flow}-{turn.frame.state}-help")
    turn.ask_again()


def _agent(turn: Turn) -> None:
    """Straight to the people who answer here; the other ways to people where nobody does, or who is there already."""
    asking = any(frame.flow == "request" for frame in turn.frames)
    if turn.settings.operator.takes_requests and turn.floor is None and not asking:
        _request(turn)
        return
    turn.leads.append(ways_to_people(turn))
    turn.ask_again()


def _request(turn: Turn) -> None:
    if not turn.settings.operator.takes_requests:
        turn.leads.append(ways_to_people(turn))
        turn.ask_again()
    elif turn.here.name == "main" and len(turn.frames) == 1:
        wishes.take_up(turn, wishes.WISHES["request"])
    else:
        engine.overlay(turn, "request")


def _give_up(turn: Turn) -> None:
    """The request is taken back, wherever the user is by now."""
    if engine.pick(turn, "handover.give_up"):
        return
    if turn.floor is not None and turn.floor.state == "queued":
        handover.give_up(turn)
    else:
        turn.lead("handover-none")
    turn.ask_again()


def _not_that(turn: Turn) -> None:
    """The answer was not the one that was wanted."""
    if not engine.pick(turn, "faq.not_that"):
        engine.overlay(turn, "questions", "not_that", {"topic": turn.notes.get(ANSWERED)})


def _language(turn: Turn) -> None:
    engine.overlay(turn, "language")


def _speak(locale: str) -> Callable[[Turn], None]:
    def act(turn: Turn) -> None:
        turn.locale = locale
        turn.lead("language-changed")
        if not (turn.frame.flow == "language" and engine.pull(turn, "chosen")):
            turn.ask()

    return act


def _stop(turn: Turn) -> None:
    """Everything ends, the proof too: the phone may go to other hands."""
    engine.leave_all(turn)
    turn.evidence = ()
    settle(turn)
    turn.offer(turn.text("stopped"), ("nav.menu", "privacy.delete"))


def _my_data(trigger: str) -> Callable[[Turn], None]:
    def act(turn: Turn) -> None:
        engine.overlay(turn, "my_data", trigger)

    return act


def _delete(turn: Turn) -> None:
    if isinstance(turn.here, Wait):
        engine.leave_all(turn)
    engine.overlay(turn, "forgetting")


def _hide(turn: Turn) -> None:
    """The number that was sent is taken back, wherever the user is by now."""
    if engine.pick(turn, "recovery.hide"):
        return
    if not turn.abilities.delete_own_messages:
        turn.lead("cannot-hide")
    elif f"sent-{KPJ_MESSAGE}" in turn.notes:
        turn.take_back(KPJ_MESSAGE)
        turn.lead("recovery-hidden")
    else:
        turn.lead("nothing-to-hide")
    turn.ask_again()


LOCALES_BY_COMMAND = {f"lang.{locale}": locale for locale in LOCALES}
ACTS: dict[str, Callable[[Turn], None]] = {
    "nav.menu": _menu,
    "nav.cancel": _cancel,
    "nav.back": _back,
    "nav.repeat": _repeat,
    "nav.help": _help,
    "nav.agent": _agent,
    "menu.language": _language,
    **{command: _speak(locale) for command, locale in LOCALES_BY_COMMAND.items()},
    "nav.stop": _stop,
    "menu.privacy": _my_data("show"),
    "privacy.export": _my_data("export"),
    "privacy.correct": _my_data("correct"),
    "privacy.withdraw": _my_data("withdraw"),
    "privacy.delete": _delete,
    "recovery.hide": _hide,
    "pause.restart": _menu,
    "leaving.menu": _menu,
    "leaving.leave": wishes.leave,
    "agent.request": _request,
    "faq.not_that": _not_that,
    "handover.give_up": _give_up,
}

"""Which of the choices on offer a text means."""

from flows.flow import Ask
from flows.reading.answers import read_yes_no
from flows.reading.choices import Option, read_choice
from flows.turn import Turn


def chosen(turn: Turn, text: str) -> str | None:
    """The choice id that a text means: an offered one, by number, label or its plain words; or yes and no."""
    state = turn.here
    if turn.offered:
        choice = read_choice(text, options(turn)) or _among_its_own(turn, text)
        if choice is not None:
            return choice
    if isinstance(state, Ask) and (state.yes is not None or state.no is not None):
        said = read_yes_no(text)
        return state.yes if said else state.no if said is False else None
    return None


def _among_its_own(turn: Turn, text: str) -> str | None:
    """A choice of the open question by its words, where the last message offered something else; no number."""
    own = turn.options()
    if own == turn.offered or any(map(str.isdigit, text)):
        return None
    return read_choice(text, tuple(option(turn, choice) for choice in own if choice not in turn.offered))


def options(turn: Turn) -> tuple[Option, ...]:
    """The choices of the last question, ready to be compared with a text.

    One that an older version offered and this one does not know keeps its place, so that numbers mean what was read.
    """
    key = (turn.locale, turn.offered)
    ready = turn.texts.options.get(key)
    if ready is None:
        ready = tuple(
            option(turn, choice) if turn.texts.has("choice-" + choice.replace(".", "-")) else Option(choice, choice)
            for choice in turn.offered
        )
        turn.texts.options[key] = ready
    return ready


def option(turn: Turn, choice: str) -> Option:
    """A choice with everything that it is called."""
    return Option(choice, turn.label(choice), _also(turn, choice))


def _also(turn: Turn, choice: str) -> tuple[str, ...]:
    """Other words for it: those of the user's language, and the Indonesian ones, which everybody mixes in."""
    key = "choice-" + choice.replace(".", "-")
    return turn.texts.words(turn.locale, key)

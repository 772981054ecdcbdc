"""Where a user stands in the registration guide: nothing of it is personal, so it is kept for days."""

from collections.abc import Callable

from flows.turn import Turn

STEPS = (
    "ready", "new_account", "member", "kind", "citizenship", "identifiers", "email", "email_code", "phone",
    "phone_code", "password", "terms",
)  # fmt: skip
OUTCOME = "outcome"
PLACES = (*STEPS, OUTCOME)
PLACE = "guide"
"""The note that names the step, or that all steps are done."""


def reach(turn: Turn) -> None:
    """Remember the step that we have come to."""
    turn.notes[PLACE] = turn.state


def drop_place(turn: Turn) -> None:
    """The guide is done, or begins anew."""
    turn.notes.pop(PLACE, None)


def began(turn: Turn) -> bool:
    """The user has been beyond the first step before."""
    return turn.notes.get(PLACE) in PLACES[1:]


def place(turn: Turn) -> str:
    """The step that is remembered, the first one if none is."""
    step = str(turn.notes.get(PLACE))
    return step if step in PLACES else STEPS[0]


def number(step: str) -> int:
    """The number of a step as users count; who has done them all is at the last one."""
    return min(PLACES.index(step) + 1, len(STEPS))


def at(step: str) -> Callable[[Turn], bool]:
    """A condition: this is the step that is remembered."""

    def stands(turn: Turn) -> bool:
        return turn.notes.get(PLACE) == step

    return stands


def number_is_known(turn: Turn) -> bool:
    """The user has the KPJ: it was shown in the flow that led here, or they wrote that they have it."""
    return any(frame.slots.get("shown") or frame.slots.get("has_kpj") for frame in turn.frames)

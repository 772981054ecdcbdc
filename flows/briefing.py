"""What a person who takes over should know: where the user was, what was tried, what failed, what was proven.

Words without personal data, in the language of the operator's people; a NIK or a name never stands in it.
"""

from collections.abc import Iterable, Sequence

from flows.flow import Ask
from flows.settings import HOUR
from flows.texts import DEFAULT, Arg
from flows.turn import Turn

PATH = "path"
STEPS = 3
PASSING = frozenset(
    {"menu", "request", "handover", "questions", "language", "pause", "leaving", "forgetting", "my_data"}
)
"""Flows that say nothing about what the user needed."""
SCREEN_WORDS = "for-agent"


def keep_path(turn: Turn) -> None:
    """Remember the last places of journeys that the user has come to, for a brief that may be wanted later."""
    frame = turn.frame
    if frame.flow in PASSING or not isinstance(turn.here, Ask):
        return
    place = f"{frame.flow}.{frame.state}"
    steps = str(turn.notes.get(PATH) or "").split()
    if not steps or steps[-1] != place:
        turn.notes[PATH] = " ".join((*steps, place)[-STEPS:])


def brief(turn: Turn, guide: Sequence[str]) -> tuple[str, ...]:
    """The lines of the brief. `guide`: the names of the JMO guide's steps, in order."""

    def line(key: str, **args: Arg) -> str:
        return turn.texts.say(DEFAULT, key, args)

    lines = [line("brief-channel", channel=turn.sender.channel, language=turn.locale)]

    def named(places: Iterable[str]) -> str:
        """Flows in words, in the guide with the step; the same one is said once."""
        parts = (place.partition(".") for place in places)
        return ", ".join(
            dict.fromkeys(
                line("brief-step", number=guide.index(state) + 1)
                if flow == "guide" and state in guide
                else line("brief-flow", flow=flow)
                for flow, _, state in parts
            )
        )

    open_places = [f"{frame.flow}.{frame.state}" for frame in turn.frames if frame.flow not in PASSING]
    if open_places:
        lines.append(line("brief-open", places=named(open_places)))
    path = str(turn.notes.get(PATH) or "")
    if path:
        lines.append(line("brief-path", places=named(path.split())))
    if turn.notes.get("answered"):
        lines.append(line("brief-asked", topic=line("brief-topic", topic=str(turn.notes["answered"]))))
    said = str(turn.notes.get(SCREEN_WORDS) or "")
    if said:
        lines.append(line("brief-screen", words=said))
    kinds = sorted({item.kind for item in turn.evidence}) or ["none"]
    proofs = ", ".join(line("brief-evidence", kind=kind) for kind in kinds)
    lines.append(line("brief-proof", level=turn.level, proofs=proofs))
    if turn.consent is not None:
        lines.append(line("brief-consent", hours=(turn.now - turn.consent.at) // HOUR))
    return tuple(lines)

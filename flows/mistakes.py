"""What is said when an answer was not understood: what is wrong, then an example, then a way out.

The same words are never said twice in a row, however stubborn the user is.
"""

from flows.commands import still_checking
from flows.flow import Wait, Wrong
from flows.turn import Turn

OFFERS_WAY_OUT = 3
STUCK_TEXTS = 5
WHY = "why"
"""The note of the mistake that was told last: another one is told, too, the same one is not told twice."""
WAY_OUT = ("nav.agent", "nav.help", "nav.menu")


def wrong(turn: Turn, mistake: Wrong) -> None:
    """Answer something that is no usable answer to the open question."""
    base = _count(turn)
    said = f"{base} {mistake.why}"
    if turn.frame.tries > 1 and mistake.why and turn.notes.get(WHY) != said:
        why = _why(turn, base, mistake)
        if why:
            turn.leads.append(why)
    turn.notes[WHY] = said
    if not _later_try(turn, base):
        turn.question(_what_is_wrong(turn, base, mistake))


def not_here(turn: Turn, key: str) -> None:
    """Say something about what came in (a photo, an old button), and put the open question again."""
    if isinstance(turn.here, Wait):
        still_checking(turn, turn.text(key))
        return
    base = _count(turn)
    if turn.frame.tries < OFFERS_WAY_OUT:
        turn.lead(key)
    if not _later_try(turn, base):
        turn.ask_again()


def _count(turn: Turn) -> str:
    frame = turn.frame
    frame.tries += 1
    return f"{frame.flow}-{frame.state}"


def _later_try(turn: Turn, base: str) -> bool:
    tries = turn.frame.tries
    if tries >= OFFERS_WAY_OUT:
        stuck = turn.text(f"stuck-{(tries - OFFERS_WAY_OUT) % STUCK_TEXTS + 1}")
        turn.question(stuck, tuple(choice for choice in WAY_OUT if choice not in turn.options()))
    elif tries > 1:
        turn.question(turn.text(f"{base}-example"))
    else:
        return False
    return True


def _what_is_wrong(turn: Turn, base: str, mistake: Wrong) -> str:
    why = _why(turn, base, mistake)
    return f"{why}\n\n{turn.text(f'{base}-wrong')}" if why else turn.text(f"{base}-wrong")


def _why(turn: Turn, base: str, mistake: Wrong) -> str:
    """What is wrong with this answer in particular; empty if nothing is known."""
    for key in (f"{base}-wrong-{mistake.why}", f"wrong-{mistake.why}"):
        if mistake.why and turn.texts.has(key):
            return turn.text(key, **mistake.args)
    return ""

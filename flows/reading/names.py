"""Whether a typed name is the recorded one.

NIK and birth date have matched before, so only the name stands between a stranger and somebody's data: where the rules
leave doubt, the answer is no. A name is read by `name_message`, taken apart by `name_parts`, laid beside the other by
`name_pairing`; here it is decided.
"""

import msgspec

from flows.reading.name_message import Refused, called, read_recorded, read_typed
from flows.reading.name_pairing import Pairing, pair
from flows.reading.name_parts import Name, Part, loosened
from flows.reading.name_spelling import strong
from flows.reading.name_typing import slightly_different


class NameMatch(msgspec.Struct, frozen=True):
    """Whether two names are one: `score` is 0 to 1, at least 0.5 exactly when they match; `reason` is a stable word."""

    match: bool
    score: float
    reason: str


_SCORES = {
    "same": 1.0,
    "father_added": 0.97,
    "father_missing": 0.97,
    "typing_error": 0.85,
    "part_missing": 0.8,
    "part_added": 0.75,
    "initials": 0.7,
}


def compare_names(recorded: str, typed: str) -> NameMatch:
    """Compare the name of a record with what somebody typed when asked for it.

    Returns a match with its score and the reason, which holds no part of either name. Reasons for a match: the keys of
    the table of scores. Against it: what the message is (`no_name`, `digits`, `wildcard`, `odd_sign`, `other_script`,
    `too_long`, `list`, `denied`, `in_doubt`, `other_person`), what is too little (`one_part`, `fillers_only`,
    `initials_only`, `extra_part`, `too_different`, `hedged`, `no_record`) and what contradicts (`part_differs`,
    `initial_differs`, `father_differs`, `title_differs`). Neither text is bounded in length; no error is raised.
    """
    return max(
        (_compare(name, typed) for name in called(recorded, typed)), key=lambda found: (found.match, found.score)
    )


def _compare(recorded: str, typed: str) -> NameMatch:
    asked = read_recorded(recorded)
    given = read_typed(typed, asked)
    if isinstance(given, Refused):
        return NameMatch(match=False, score=0.0, reason=given.reason)
    if given.name.father and not asked.father:
        asked = read_recorded(recorded, b_is_bin=True)
    if all(part.initial for part in asked.own):
        return NameMatch(match=False, score=0.0, reason="no_record")
    reason, agreed = _judge(asked, given.name, exact=given.exact, listed=given.listed)
    if reason in _SCORES:
        return NameMatch(match=True, score=_SCORES[reason], reason=reason)
    return NameMatch(match=False, score=round(0.45 * agreed, 2), reason=reason)


def compare_records(one: str, other: str) -> NameMatch:
    """Compare the names of two records; a score of 0 says that they have nothing in common."""
    asked, given = read_recorded(one), read_recorded(other)
    if asked.father and not given.father:
        given = read_recorded(other, b_is_bin=True)
    elif given.father and not asked.father:
        asked = read_recorded(one, b_is_bin=True)
    reason, agreed = _judge(asked, given, exact=False, listed=False)
    match = reason in _SCORES
    return NameMatch(match=match, score=_SCORES[reason] if match else round(0.45 * agreed, 2), reason=reason)


def _judge(asked: Name, given: Name, *, exact: bool, listed: bool) -> tuple[str, float]:
    """Return the reason for or against, and which share of the record agreed."""
    if asked.father and given.father and not _fathers_agree(asked.father, given.father, exact=exact):
        return "father_differs", 0.5
    if _titles_differ(asked, given):
        return "title_differs", 0.5
    if len(asked.solid) != len(given.solid) and _run_together(asked) == _run_together(given):
        return "same", 1.0
    one_sided = not (asked.father and given.father)  # else they have been compared
    found = pair(
        asked.own + loosened(asked.father if one_sided else ()),
        given.own + loosened(given.father if one_sided else ()),
        forgiving=not exact,
    )
    agreed = found.full / (found.full + len(_solid(found.missing)) + len(_solid(found.added)) + 1)
    return _decide(asked, given, found, listed=listed), agreed


def _fathers_agree(a: tuple[Part, ...], b: tuple[Part, ...], *, exact: bool) -> bool:
    found = pair(a, b, forgiving=not exact)
    missing, added = _solid(found.missing), _solid(found.added)
    return not (missing and added) and (found.full + found.initials > 0)


def _titles_differ(asked: Name, given: Name) -> bool:
    """Tell whether each name has a title of birth that the other one lacks."""
    a = {part.text for part in asked.own if part.noble}
    b = {part.text for part in given.own if part.noble}
    return bool(a - b) and bool(b - a)


def _run_together(name: Name) -> str:
    return strong("".join(part.text for part in name.solid))


def _solid(parts: list[Part]) -> list[Part]:
    return [part for part in parts if not part.loose]


def _decide(asked: Name, given: Name, found: Pairing, *, listed: bool) -> str:
    missing, added = _solid(found.missing), _unrepeated(_solid(found.added), given)
    if listed and (missing or added):
        return "list"
    if missing and added:
        return _contradiction(missing, added)
    if added and any(_is_of(part, asked.father) for part in found.missing):
        return "father_differs"
    if missing and any(_is_of(part, given.father) for part in found.added):
        return "father_differs"
    if missing or added:
        return _one_sided(asked, found, missing, added)
    return _complete(asked, given, found)


def _unrepeated(added: list[Part], given: Name) -> list[Part]:
    """Leave out what was typed twice (`saya Siti, lengkapnya Siti Aminah`)."""
    written, left = [part.text for part in (*given.own, *given.father)], [part.text for part in added]
    return [part for part in added if written.count(part.text) == left.count(part.text)]


def _is_of(part: Part, father: tuple[Part, ...]) -> bool:
    return any(part.text == other.text for other in father)


def _contradiction(missing: list[Part], added: list[Part]) -> str:
    if any(part.initial for part in (*missing, *added)):
        return "initial_differs"
    return "part_differs"


def _one_sided(asked: Name, found: Pairing, missing: list[Part], added: list[Part]) -> str:
    """Decide where only one of the two names has parts that the other lacks."""
    if added and len(asked.solid) == 1:
        return "extra_part"
    if found.full < 2:
        return "one_part"
    if found.telling < 1:
        return "fillers_only"
    if len(added) > 2 or sum(not part.filler for part in added) > 1 or sum(not part.filler for part in missing) > 3:
        return "too_different"
    if any(slightly_different(part.text, other.text) for part in added for other in asked.own):
        return "hedged"
    return "part_missing" if missing else "part_added"


def _complete(asked: Name, given: Name, found: Pairing) -> str:
    """Decide where every part of either name has its counterpart."""
    if found.initials and (found.full < 2 or found.telling < 1):
        return "initials_only"
    if all(part.initial for part in given.solid):
        return "initials_only"
    left = [part for part in found.missing if _is_of(part, asked.father)]
    if left and not found.telling:
        return "fillers_only"
    if found.typing_errors:
        return "typing_error"
    if found.initials:
        return "initials"
    if left:
        return "father_missing"
    return "father_added" if given.father and not asked.father and found.added else "same"

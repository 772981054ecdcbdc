"""What a message says when it was asked for a name: the name, or why it is none."""

import re

import msgspec

from flows.reading import name_words as words
from flows.reading.name_parts import MOST_PARTS, Name, parts_of, shortened
from flows.reading.name_spelling import family
from flows.reading.words import plain

LONGEST = 300
"""Letters and signs of a message that can still be a name with words around it."""

TRUNCATED = 20
"""Letters of a record from which its last word may have been cut off by the width of a field."""

_LETTERS = str.maketrans("øłđðħᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "olddhabcdefghijklmnopqrstuvwyz", '’"“”')
_ORNAMENTS = re.compile("[ツ彡乂メ亗シ々]")
_FORMATTED = re.compile(r"(?<![a-z])([*_~`]{1,3})(?=\S)([^*_~`]*[^\s*_~`])\1(?![a-z])")
_WILDCARD = re.compile(r"[*%]|\?(?=[a-z])|(?<![a-z.!])\?|\?{2}|__|_(?![a-z])|(?<![a-z])_")
_ODD = re.compile(r"@|[a-z][\[({<#$^=~\\|][a-z]|[\[{\\]")
_ON_BEHALF = re.compile(r"^\W*a(?:\s?[/.]\s?n\b\.?|n\b\.?)[\s:]*(?=[a-z])")
_GREETING = re.compile(r"\b(?:selamat\s+(?:pagi|siang|sore|malam)|terima\s?kasih)\b")
_E_KTP = re.compile(r"\be\s?-?\s?ktp\b")
_BREAK = re.compile(r"[,\n]|\s-+\s|[;/&+|]")
_EITHER = re.compile(r"[;/&+|]")
_OWNED = "|".join(sorted(words.RELATIVES_WITH_OWNER))
_OWNER = "|".join(sorted(words.OWNERS))
_RELATIVE = re.compile(rf"\b(?:{_OWNED})\s+(?:{_OWNER})\b|\bnama\s+(?:{_OWNED})\b|\b(?:{_OWNED})(?:ku|nya)\b")
_AROUND = words.BEFORE | words.DEGREES | words.BORU
_WORD = re.compile(r"[a-z']+(?:\.[a-z]+)*")


_ALIAS = re.compile(rf"\b(?:{'|'.join(sorted(words.ALIAS))})\b\.?")


class Refused(msgspec.Struct, frozen=True):
    """A message that cannot be the writer's own name, with the reason as one stable word."""

    reason: str


class Given(msgspec.Struct, frozen=True):
    """A name that was typed. `exact`: with a sign of doubt, no errors forgiven; `listed`: with commas inside."""

    name: Name
    exact: bool = False
    listed: bool = False


def read_recorded(text: str, *, b_is_bin: bool = False) -> Name:
    """Take the name of a record apart. A last word that a narrow field may have cut off counts as an abbreviation."""
    bare = re.sub(r"\d+", " ", plain(text).translate(_LETTERS))
    name = parts_of(bare, b_is_bin=b_is_bin)
    if len(" ".join(bare.split())) < TRUNCATED or not name.own:
        return name
    last = name.own[-1]
    if last.loose or len(last.text) < 3 or family(last.text) is not None or name.father:
        return name
    return Name((*name.own[:-1], shortened(last)))


def called(recorded: str, typed: str) -> list[str]:
    """Return what a record may be compared as: the whole, and where only it has an alias what stands on either side.

    Behind it only if that is more than one word: one is a nickname.
    """
    first, *others = _ALIAS.split(plain(recorded))
    if not others or not _holds_name(first) or _ALIAS.search(plain(typed)):
        return [recorded]
    return [recorded, first, *(other for other in others if len(_WORD.findall(other)) > 1 and _holds_name(other))]


def read_typed(text: str, asked: Name) -> Given | Refused:
    """Read a message as the answer to `nama lengkap?`. Words that stand in the record are never taken for others."""
    message = _ORNAMENTS.sub(" ", plain(text).translate(_LETTERS)).strip()
    if len(message) > LONGEST:
        return Refused("too_long")
    known = {part.text for part in (*asked.own, *asked.father)}
    message = _E_KTP.sub("ktp", _GREETING.sub(" ", message))
    message = _FORMATTED.sub(r" \2 ", message)
    reason = _unreadable(message) or _not_own(message, known)
    if reason:
        return Refused(reason)
    exact = "?" in message or ".." in message
    message = re.sub(r"_", " ", message)
    if not known & {"an", "a"}:
        message = _ON_BEHALF.sub("", message)
    message = _without_nickname(message)
    before, *behind = _ALIAS.split(message)
    if behind and not known & words.ALIAS and _holds_name(before):
        message = before
    pieces = [piece for piece in _BREAK.split(message) if _holds_name(piece)]
    if len(pieces) > 1 and _alternatives(message):
        return Refused("list")
    name = parts_of(message, address=words.ADDRESS - known, frame=words.FRAME - known, b_is_bin=bool(asked.father))
    if not name.solid:
        return Refused("no_name")
    if len(name.own) + len(name.father) > MOST_PARTS:
        return Refused("too_long")
    return Given(name, exact=exact, listed=len(pieces) > 1)


def _unreadable(message: str) -> str:
    if any(char.isdigit() for char in message):
        return "digits"
    if any(char.isalpha() and not char.isascii() for char in message):
        return "other_script"
    if _WILDCARD.search(message):
        return "wildcard"
    return "odd_sign" if _ODD.search(message) else ""


def _not_own(message: str, known: set[str]) -> str:
    written = _WORD.findall(message)
    said = {word.strip(".'") for word in written} - known
    if said & words.DENIAL:
        return "denied"
    if said & words.DOUBT:
        return "in_doubt"
    if said & words.CONJUNCTIONS and len(written) > 2:
        return "list"
    owned = {word[: -len(end)] for word in said for end in ("ku", "nya") if word.endswith(end)}
    relatives = words.RELATIVES - ({"anak"} if "agung" in message else set())
    if (said | owned) & relatives or _RELATIVE.search(message):
        return "other_person"
    if said & words.LATE and not said & words.FATHER:
        return "other_person"
    return ""


def _without_nickname(message: str) -> str:
    written = list(re.finditer(r"[a-z]+", message))
    called = [found for found in written if found[0] in words.NICKNAME]
    if not called:
        return message
    before, behind = message[: called[0].start()], message[called[-1].end() :]
    return before if _holds_name(before) else behind


def _holds_name(piece: str) -> bool:
    """Tell whether a piece of a message holds more than titles, degrees and words around a name."""
    found = [word.replace(".", "") for word in _WORD.findall(piece)]
    if "".join(found) in words.DEGREES:
        return False
    return any(word not in _AROUND for word in found)


def _alternatives(message: str) -> bool:
    sides = [side for side in _EITHER.split(message) if _holds_name(side)]
    return len(sides) > 1

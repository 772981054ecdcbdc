"""How a mistake in the configuration is told: one sentence with the key, and the file or variable that set it."""

import os
import re
from pathlib import Path

from pydantic import ValidationError

PREFIX = "TEMANKPJ__"
# By the beginnings of pydantic's names for what can be wrong.
_WORDS = (
    ("extra_forbidden", "there is no such key"),
    ("missing", "it is missing"),
    ("bool_", "write true or false"),
    ("int_", "write a whole number"),
    ("float_", "write a number, with a point"),
    ("date_", "write a day as 2026-11-22"),
    ("tuple_", "write a list, as [a, b]"),
)


def sentence(error: ValidationError, path: Path | None) -> str:
    """What is wrong with the first of the keys that are."""
    place = [str(part) for part in error.errors(include_input=False)[0]["loc"]]
    source = _variable(place) or path or "The configuration"
    return f"{source}: the key {'.'.join(place) or '(top)'} is wrong: {problem(error)}."


def problem(error: ValidationError) -> str:
    """What is wrong with it, without its name."""
    first = error.errors(include_input=False)[0]
    for kind, words in _WORDS:
        if str(first["type"]).startswith(kind):
            return words
    message = str(first["msg"]).removeprefix("Value error, ")
    return message[:1].lower() + message[1:].rstrip(".")


def unreadable(error: Exception, path: Path | None) -> str:
    """Why the file, or a variable that should hold JSON, cannot be read at all."""
    if isinstance(error, OSError):
        return f"The configuration file {path} cannot be read: {error.strerror}."
    field = re.search(r'error parsing value for field "(\w+)" from source "EnvSettingsSource"', str(error))
    if field is not None:
        begins = f"{PREFIX}{field[1].upper()}"
        names = sorted(name for name in os.environ if name.upper().startswith(begins))
        return (
            f"{', '.join(names)}: in a variable, a list or a group of keys is written as JSON, for example"
            ' ["desk", "chatwoot"] or {"value": "175"}.'
        )
    why = " ".join(str(error).split())[:160].rstrip(".") or type(error).__name__
    return f"{path or 'The environment'} cannot be read as configuration: {why}."


def almost_keys(known: frozenset[str]) -> list[str]:
    """Variables that look as if they should set a key, and do not because an underscore is missing."""
    names = (name for name in os.environ if name.startswith("TEMANKPJ_") and not name.startswith(PREFIX))
    return sorted(name for name in names if name.removeprefix("TEMANKPJ_").split("__")[0].lower() in known)


def _variable(place: list[str]) -> str | None:
    """The variable that set what stands at this place, if one did."""
    for name in sorted(os.environ, key=len, reverse=True):
        if name.upper().startswith(PREFIX):
            parts = name[len(PREFIX) :].lower().split("__")
            if place[: len(parts)] == parts:
                return name
    return None

"""Telegram's Bot API description as data: checks calls and objects against it, and tells what belongs in them."""

import json
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

_LENGTH = re.compile(r"\b(\d+)-(\d+) (characters|bytes)")
_RANGE = re.compile(r"Values between (\d+)-(\d+) are accepted")
_ONE_OF = re.compile(
    r"(?:must be one of|can be either|currently, can be|can be one of) (.+?)(?:\.\s|\.?$)", re.IGNORECASE
)


class Description:
    """The description: `methods` and `types`, each with its `fields`."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.methods: dict[str, dict[str, Any]] = data["methods"]
        self.types: dict[str, dict[str, Any]] = data["types"]

    def fields_of(self, type_name: str) -> list[dict[str, Any]]:
        """The fields of a type, empty for one that has none."""
        return cast("list[dict[str, Any]]", self.types[type_name].get("fields", []))

    def call_problems(self, method: str, sent: Mapping[str, str]) -> list[str]:
        """What is wrong with a call whose parameters came as text (a query or a form)."""
        if method not in self.methods:
            return [f"{method}: no such method"]
        fields = {field["name"]: field for field in self.methods[method].get("fields", [])}
        problems = [f"{method}: unknown parameter {name}" for name in sent if name not in fields]
        problems += [f"{method}: {name} is missing" for name in fields if fields[name]["required"] and name not in sent]
        for name in sent.keys() & fields.keys():
            value = from_text(sent[name], fields[name]["types"])
            problems += self._field_problems(f"{method}.{name}", fields[name], value)
        return problems

    def object_problems(self, place: str, type_name: str, value: object) -> list[str]:
        """What is wrong with a value that should be of a type."""
        if type_name.startswith("Array of "):
            if not isinstance(value, list):
                return [f"{place}: not an array"]
            inner = type_name.removeprefix("Array of ")
            return [problem for item in value for problem in self.object_problems(f"{place}[]", inner, item)]
        if type_name in _SCALARS:
            return [] if _SCALARS[type_name](value) else [f"{place}: not {type_name}"]
        described = self.types[type_name]
        if "subtypes" in described:
            return self._any_of(place, described["subtypes"], value)
        if not isinstance(value, dict):
            return [f"{place}: not {type_name}"]
        fields = {field["name"]: field for field in self.fields_of(type_name)}
        problems = [f"{place}: unknown field {name}" for name in value if name not in fields]
        problems += [f"{place}: {name} is missing" for name in fields if fields[name]["required"] and name not in value]
        for name in value.keys() & fields.keys():
            problems += self._field_problems(f"{place}.{name}", fields[name], value[name])
        return problems

    def _field_problems(self, place: str, field: Mapping[str, Any], value: object) -> list[str]:
        problems = self._any_of(place, field["types"], value)
        return problems or _limit_problems(place, field["description"], value)

    def _any_of(self, place: str, types: list[str], value: object) -> list[str]:
        """None if the value fits one of the types, else what the best fitting one lacks."""
        return min((self.object_problems(place, name, value) for name in types), key=len)


_SCALARS = {
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "String": lambda value: isinstance(value, str),
    "Boolean": lambda value: isinstance(value, bool),
}


def from_text(text: str, types: list[str]) -> object:
    """A parameter as the Bot API reads it: texts as they are, everything else as JSON."""
    if "Integer" in types and re.fullmatch(r"-?\d+", text):
        return int(text)
    if "String" in types:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def _limit_problems(place: str, description: str, value: object) -> list[str]:
    if isinstance(value, str) and (length := _LENGTH.search(description)):
        least, most = int(length[1]), int(length[2])
        size = len(value.encode()) if length[3] == "bytes" else len(value.encode("utf-16-le")) // 2
        if not least <= size <= most:
            return [f"{place}: {size} {length[3]}, allowed are {least} to {most}"]
    if isinstance(value, int) and (span := _RANGE.search(description)) and not int(span[1]) <= value <= int(span[2]):
        return [f"{place}: {value} is out of range"]
    if isinstance(value, str) and (words := _ONE_OF.search(description)):
        allowed = re.findall(r"[\"“]([^\"”]+)[\"”]", words[1])
        if allowed and value not in allowed:
            return [f"{place}: {value!r} is none of {allowed}"]
    return []


@cache
def _read(path: Path) -> Description:
    return Description(json.loads(path.read_text()))


def description() -> Description:
    """The description from the folder of public specifications; the test that asks is skipped where it is missing."""
    path = Path(os.environ.get("TEMANKPJ_SPECS", "../shared/specs")) / "telegram-bot-api.json"
    if not path.exists():
        pytest.skip(f"Telegram's description is not in {path.parent}")
    return _read(path)

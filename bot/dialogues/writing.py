"""How a conversation is written down: messages as the keys of their texts, and YAML that is good to read."""

from collections.abc import Mapping
from typing import Any, TextIO

import yaml

from bot.dialogues.playing import WAYS, wording
from flows.effect import Say
from flows.texts import DEFAULT, NoSuchText, Texts, keys


def known(texts: Texts, locale: str) -> dict[str, str]:
    """What the texts without arguments say, by what they say; a wording that two of them share is left out."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for key in (WAYS, *keys(DEFAULT)):
        try:
            text = wording(texts, locale, key)
        except NoSuchText:
            continue  # it needs an argument
        if text in found:
            twice.add(text)
        found[text] = key
    return {text: key for text, key in found.items() if text and text not in twice}


def message(say: Say, known: dict[str, str]) -> dict[str, Any]:
    """What a message says, with the keys of its texts where they are `known`, and how."""
    parts = _parts(say.text, known)
    told: dict[str, Any] = {"exact": say.text} if parts is None else {"say": parts if len(parts) > 1 else parts[0]}
    told["choices"] = [choice.id for choice in say.choices]
    if say.protect:
        told["protect"] = True
    if say.ask_contact is not None:
        told["contact_button"] = True
    return told


def _parts(text: str, known: dict[str, str]) -> list[str] | None:
    """The keys whose texts make up this one, in paragraphs; None if there are none."""
    if text in known:
        return [known[text]]
    end = text.rfind("\n\n")
    while end > 0:
        rest = _parts(text[end + 2 :], known) if text[:end] in known else None
        if rest is not None:
            return [known[text[:end]], *rest]
        end = text.rfind("\n\n", 0, end)
    return None


class _Dumper(yaml.SafeDumper):
    """Texts of several lines stand as they are read, rows of words on one line."""


def _lines(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _row(dumper: yaml.SafeDumper, row: list[Any]) -> yaml.SequenceNode:
    flat = all(isinstance(item, str | float) for item in row)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=flat)


_Dumper.add_representer(str, _lines)
_Dumper.add_representer(list, _row)


def dump(script: Mapping[str, Any], file: TextIO) -> None:
    """Write a conversation as YAML."""
    yaml.dump(script, file, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)

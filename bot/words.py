"""What a part of the program says besides the dialogue, from ``locales/<locale>.ftl`` (Fluent) in its package.

Places where agents work say things so, and the web chat's page.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final, Literal

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone
from fluent.syntax import FluentParser, ast

from flows.texts import arguments

Locale = Literal["id", "en"]
DEFAULT: Final[Locale] = "id"
LOCALES: Final[tuple[Locale, ...]] = ("id", "en")

_BEGIN, _END = "\ue000", "\ue001"
_MARK: Final = re.compile(f"{_BEGIN}(\\d+){_END}")


class NoSuchWords(KeyError):
    """Something is said that stands in no file: our own mistake."""


def source(package: str, locale: Locale) -> str:
    """The file of a language."""
    return (resources.files(package) / "locales" / f"{locale}.ftl").read_text(encoding="utf-8")


@cache
def _bundle(package: str, locale: Locale) -> FluentBundle:
    """The file, read and understood once: that takes long, and nothing changes it."""
    bundle = FluentBundle([locale], use_isolating=False)
    bundle.add_resource(FluentResource(source(package, locale)))
    return bundle


@cache
def all_of(package: str, locale: Locale) -> Mapping[str, str]:
    """All messages of a language by their keys; what is filled in stands as ``{name}``."""
    found = {}
    for entry in FluentParser().parse(source(package, locale)).body:
        if isinstance(entry, ast.Message):
            names = arguments(entry)
            found[entry.id.name] = Words(package, locale).say(entry.id.name, **{name: f"{{{name}}}" for name in names})
    return found


class Words:
    """Says things in one language. `package`: the part's, such as ``bot.helpdesk.group``."""

    def __init__(self, package: str, locale: Locale = DEFAULT) -> None:
        self._bundle = _bundle(package, locale)

    def say(self, key: str, **args: str) -> str:
        """A message; raise `NoSuchWords`.

        What it is filled with is put in afterwards: the library refuses long texts in one place.
        """
        names = list(args)
        marks = {name: f"{_BEGIN}{place}{_END}" for place, name in enumerate(names)}
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            raise NoSuchWords(key)
        text, errors = self._bundle.format_pattern(pattern, marks)
        if errors or isinstance(text, FluentNone):
            raise NoSuchWords(f"{key}: {errors}")
        return _MARK.sub(lambda found: args[names[int(found[1])]], str(text))

    def named(self, kind: str, name: str) -> str:
        """The word for one of a kind of things (a topic, a channel); its own name where there is none."""
        key = f"{kind}-{name}"
        return self.say(key) if self._bundle.has_message(key) else name

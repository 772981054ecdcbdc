"""What a place where agents work says to them, from the files ``locales/<locale>.ftl`` (Fluent) in its package."""

import re
from importlib import resources
from typing import Final, Literal

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone

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


class Words:
    """Says things in one language. `package`: the place's, such as ``bot.helpdesk.group``."""

    def __init__(self, package: str, locale: Locale = DEFAULT) -> None:
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._bundle.add_resource(FluentResource(source(package, locale)))

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

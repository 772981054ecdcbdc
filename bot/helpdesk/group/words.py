"""What the bot says to agents in the group, from ``locales/<locale>.ftl`` (Fluent)."""

from importlib import resources
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone

DEFAULT: Final = "id"
LOCALES: Final = ("id", "en")

Arg = str | int


class NoSuchWords(KeyError):
    """Something is said that stands in no file: our own mistake."""


def source(locale: str) -> str:
    """The file of a language."""
    return (resources.files("bot.helpdesk.group") / "locales" / f"{locale}.ftl").read_text(encoding="utf-8")


class Words:
    """Says things in one language."""

    def __init__(self, locale: str = DEFAULT) -> None:
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._bundle.add_resource(FluentResource(source(locale)))

    def say(self, key: str, **args: Arg) -> str:
        """A message; raise `NoSuchWords`."""
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            raise NoSuchWords(key)
        text, errors = self._bundle.format_pattern(pattern, args)
        if errors or isinstance(text, FluentNone):
            raise NoSuchWords(f"{key}: {errors}")
        return str(text)

    def named(self, kind: str, name: str) -> str:
        """The word for one of a kind of things (a topic, a channel); its own name where there is none."""
        key = f"{kind}-{name}"
        return self.say(key) if self._bundle.has_message(key) else name

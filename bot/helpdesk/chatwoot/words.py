"""What stands in Chatwoot besides what people say, from ``locales/<locale>.ftl`` (Fluent)."""

import re
from importlib import resources
from typing import Final, Literal

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone

Locale = Literal["id", "en"]

_BEGIN, _END = "\ue000", "\ue001"
_MARK: Final = re.compile(f"{_BEGIN}(\\d+){_END}")


class NoSuchWords(KeyError):
    """Something is said that stands in no file: our own mistake."""


def source(locale: Locale) -> str:
    """The file of a language."""
    return (resources.files("bot.helpdesk.chatwoot") / "locales" / f"{locale}.ftl").read_text(encoding="utf-8")


class Words:
    """Says things in one language."""

    def __init__(self, locale: Locale = "id") -> None:
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._bundle.add_resource(FluentResource(source(locale)))

    def say(self, key: str, **args: str) -> str:
        """A message; raise `NoSuchWords`.

        What it is filled with is put in afterwards: the library refuses long texts in one place.
        """
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            raise NoSuchWords(key)
        values = list(args.values())
        marks = {name: f"{_BEGIN}{place}{_END}" for place, name in enumerate(args)}
        text, errors = self._bundle.format_pattern(pattern, marks)
        if errors or isinstance(text, FluentNone):
            raise NoSuchWords(f"{key}: {errors}")
        return _MARK.sub(lambda found: values[int(found[1])], str(text))

    def named(self, kind: str, name: str) -> str:
        """The word for one of a kind of things (a topic, a channel); its own name where there is none."""
        key = f"{kind}-{name}"
        return self.say(key) if self._bundle.has_message(key) else name

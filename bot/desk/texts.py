"""What the desk says to agents, from ``bot/desk/locales/<locale>/*.ftl`` (Fluent)."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone

from storage.accounts import LOCALES

DEFAULT = "id"


class NoSuchText(KeyError):
    """A page asks for a text that even the default language lacks."""


class DeskTexts:
    """Formats the desk's texts by key; what a language lacks is said in Indonesian."""

    def __init__(self) -> None:
        self._bundles: dict[str, FluentBundle] = {locale: _bundle(locale) for locale in LOCALES}

    def say(self, locale: str, key: str, args: Mapping[str, object] | None = None) -> str:
        """One text; raise `NoSuchText`."""
        for candidate in (locale, DEFAULT):
            bundle = self._bundles.get(candidate)
            if bundle is not None and bundle.has_message(key):
                pattern = bundle.get_message(key).value
                if pattern is None:
                    continue
                text, errors = bundle.format_pattern(pattern, dict(args or {}))
                if errors or isinstance(text, FluentNone):
                    raise NoSuchText(f"{key} in {candidate}: {errors}")
                return str(text)
        raise NoSuchText(key)


def best_locale(accepted: str) -> str:
    """The language of ours that an ``Accept-Language`` header prefers."""
    for part in _by_weight(accepted):
        language = part.partition("-")[0].lower()
        if language in {"in", "ms"}:  # the old code for Indonesian, and the neighbour's language
            return DEFAULT
        if language in LOCALES:
            return language
    return DEFAULT


def _by_weight(accepted: str) -> Iterable[str]:
    weighed = []
    for place, part in enumerate(accepted[:200].split(",")):
        language, _, rest = part.strip().partition(";")
        try:
            weight = float(rest.strip().removeprefix("q=") or 1)
        except ValueError:
            weight = 0.0
        weighed.append((-weight, place, language.strip()))
    return [language for _, _, language in sorted(weighed)]


@cache
def _bundle(locale: str) -> FluentBundle:
    """A language's files, read and understood once: that takes long, and nothing changes them."""
    bundle = FluentBundle([locale], use_isolating=False)
    folder = resources.files("bot.desk") / "locales" / locale
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(entry.read_text(encoding="utf-8")))
    return bundle

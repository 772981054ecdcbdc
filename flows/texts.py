"""Every string that a user sees, from ``flows/locales/<locale>/*.ftl`` (Fluent).

Files are read once, when `Texts` is made. Messages without arguments are formatted once; the others cost a few
microseconds. A key that a locale lacks falls back to Indonesian.
"""

from collections.abc import Iterator
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from flows.reading.choices import Option

DEFAULT = "id"
LOCALES = ("id", "en")

Arg = str | int


class NoSuchText(KeyError):
    """A text was asked for that no locale has: a mistake in a flow."""


def ftl_sources(locale: str) -> dict[str, str]:
    """File name to content of all Fluent files of a locale."""
    folder = resources.files("flows") / "locales" / locale
    return {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".ftl")
    }


class Texts:
    """Formats messages by key; `always` are arguments that every message may use (the operator's name, facts)."""

    def __init__(self, always: dict[str, Arg] | None = None) -> None:
        self._always = dict(always or {})
        self._bundles = {locale: _bundle(locale) for locale in LOCALES}
        unset = {name for name, value in self._always.items() if value == ""}
        self._untold = frozenset(key for key, needed in _arguments(DEFAULT) if needed & unset)
        self._fixed: dict[tuple[str, str], str] = {}
        self.options: dict[tuple[str, tuple[str, ...]], tuple[Option, ...]] = {}
        """Offered choices by locale and ids, ready to be compared: labels are the same for everybody."""

    def has(self, key: str) -> bool:
        """Whether the default locale has this key."""
        return self._bundles[DEFAULT].has_message(key)

    def told(self, key: str) -> bool:
        """Whether all that this message tells is known: False where it needs a fact that the operator has not set."""
        return key not in self._untold

    def say(self, locale: str, key: str, args: dict[str, Arg] | None = None) -> str:
        """Format a message; raise `NoSuchText` if even the default locale lacks it."""
        if not args:
            fixed = self._fixed.get((locale, key))
            if fixed is None:
                fixed = self._fixed[locale, key] = self._format(locale, key, self._always)
            return fixed
        return self._format(locale, key, {**self._always, **args})

    def _format(self, locale: str, key: str, args: dict[str, Arg]) -> str:
        for candidate in (locale, DEFAULT):
            bundle = self._bundles.get(candidate)
            if bundle is not None and bundle.has_message(key):
                pattern = bundle.get_message(key).value
                if pattern is not None:
                    text, errors = bundle.format_pattern(pattern, args)
                    if errors or isinstance(text, FluentNone):
                        raise NoSuchText(f"{key} in {candidate}: {errors}")
                    return str(text)
        raise NoSuchText(key)


class _Needs(Visitor):
    """Collects the arguments of a message."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's naming
        self.names.add(node.id.name)


def _arguments(locale: str) -> Iterator[tuple[str, set[str]]]:
    for source in ftl_sources(locale).values():
        for entry in FluentResource(source).body:
            if isinstance(entry, ast.Message):
                needs = _Needs()
                needs.visit(entry)
                yield entry.id.name, needs.names


def _bundle(locale: str) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)
    for source in ftl_sources(locale).values():
        bundle.add_resource(FluentResource(source))
    return bundle

"""Whether labels fit on buttons and rows, and messages into one message, on every channel and in every language."""

from collections.abc import Iterator, Sequence

from bot.channels.rendering import numbered
from bot.inspection.finding import Finding
from bot.inspection.media import Medium
from bot.inspection.reaching import Flows
from bot.inspection.wording import label_of, needed
from flows.effect import Choice
from flows.flow import Ask
from flows.texts import LOCALES, NoSuchText, Texts

SAMPLE = 88
"""What stands for every argument that is not known before: two characters, as most of them have."""


def too_long(flows: Flows, texts: Texts, media: Sequence[Medium]) -> Iterator[Finding]:
    """Labels, messages and rows of choices that a channel cannot show as they are meant."""
    said: set[str] = set()
    for need in dict.fromkeys(needed(flows, texts)):
        if need.pattern or need.key in said or not texts.has(need.key):
            continue
        said.add(need.key)
        for locale in LOCALES:
            if texts.written(locale, need.key):
                yield from _text(need.where, need.key, locale, texts, media, label=need.alone)
    for flow in flows.values():
        for state in flow.states.values():
            if isinstance(state, Ask):
                yield from _question(f"{flow.name}.{state.name}", f"{flow.name}-{state.name}", state, texts, media)


def _text(
    where: str, key: str, locale: str, texts: Texts, media: Sequence[Medium], *, label: bool
) -> Iterator[Finding]:
    text = _said(texts, locale, key)
    for medium in media:
        able, length = medium.capabilities, medium.measure(text)
        most = (max(able.max_label, able.max_row) if able.max_buttons else able.max_text) if label else able.max_text
        if length > most:
            what = "a label" if label else "a message"
            yield Finding(
                where, "length", f"{key} in {locale} has {length} characters, {what} on {medium.told} at most {most}"
            )


def _question(where: str, key: str, state: Ask, texts: Texts, media: Sequence[Medium]) -> Iterator[Finding]:
    """A question with its choices, as far as they are always the same."""
    shown = state.shown if isinstance(state.shown, tuple) else tuple(state.options) if state.shown is None else ()
    if state.says is not None or not texts.has(key) or not all(texts.has(label_of(choice)) for choice in shown):
        return
    for medium in media:
        able = medium.capabilities
        if 0 < medium.most_choices < len(shown):
            yield too_many(where, len(shown), medium)
        for locale in (locale for locale in LOCALES if texts.written(locale, key)):
            choices = [Choice(choice, _said(texts, locale, label_of(choice))) for choice in shown]
            text = _said(texts, locale, key)
            added = f"\n\n{medium.hint}" if medium.hint and choices else ""
            whole = text if able.max_buttons else numbered(text, choices) + added
            most = (able.max_offered if choices and able.max_buttons else 0) or able.max_text
            if able.max_text >= medium.measure(text) and medium.measure(whole) > most:
                yield Finding(
                    where,
                    "length",
                    f"{key} in {locale} has {medium.measure(whole)} characters, with its choices {medium.told} takes"
                    f" at most {most}",
                )


def too_many(where: str, count: int, medium: Medium) -> Finding:
    """More choices than are shown."""
    what = f"it offers {count} choices, {medium.told} shows at most {medium.most_choices}"
    return Finding(where, "length", what)


def _said(texts: Texts, locale: str, key: str) -> str:
    try:
        return texts.say(locale, key, dict.fromkeys(texts.needs(locale, key) - texts.always.keys(), SAMPLE))
    except NoSuchText:
        return ""  # an argument is missing or of another kind: told where texts are looked at

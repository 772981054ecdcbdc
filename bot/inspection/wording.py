"""Whether everything that a flow says is written, in Indonesian at least, and takes only what it is given."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from bot.inspection.finding import Finding
from bot.inspection.reaching import Flows, as_list
from bot.inspection.spoken import Said, mistakes_of, said_by
from bot.inspection.ways import offered
from flows.flow import Ask, Flow, State, Wait
from flows.texts import DEFAULT, LOCALES, Texts, keys

ENDINGS = ("help", "wrong", "example")
ACTIONS = ("conditions", "unless", "before", "after", "prepare")
"""What a row may call."""


class Needed(Struct, frozen=True):
    """A text that a place needs: its key, or a pattern of keys; the arguments that it is given there.

    `may_lack`: it is said only where it is written. `alone`: it is a label on a button.
    """

    where: str
    key: str
    given: frozenset[str] = frozenset()
    pattern: bool = False
    may_lack: bool = False
    alone: bool = False


def label_of(choice: str) -> str:
    """The key of what a choice is called."""
    return "choice-" + choice.replace(".", "-")


def needed(flows: Flows, texts: Texts) -> Iterator[Needed]:
    """All texts that flows need, each once for every place that needs it."""
    for flow in flows.values():
        for state in flow.states.values():
            where = f"{flow.name}.{state.name}"
            if isinstance(state, Ask):
                yield from _asked(flow, state, where, texts)
            yield from (_said(where, said) for said in sorted(_spoken(state), key=lambda said: said.key))
        actions = [action for row in flow.table for name in ACTIONS for action in as_list(row.get(name))]
        said_in_table = {said for action in actions for said in said_by(action)}  # type: ignore[arg-type]  # or a name
        yield from (_said(flow.name, said) for said in sorted(said_in_table, key=lambda said: said.key))


def _said(where: str, said: Said) -> Needed:
    return Needed(where, said.key, said.given, said.pattern)


def _spoken(state: State) -> set[Said]:
    if isinstance(state, Wait):
        return said_by(state.begin)
    return said_by(state.says) | said_by(state.read) if isinstance(state, Ask) else set()


def _asked(flow: Flow, state: Ask, where: str, texts: Texts) -> Iterator[Needed]:
    base = f"{flow.name}-{state.name}"
    if state.says is None:
        yield Needed(where, base)
    for ending in ENDINGS:
        yield Needed(where, f"{base}-{ending}")
    yield Needed(where, f"{base}-short", may_lack=True)
    if state.contact_button:
        yield Needed(where, f"{base}-button", alone=True)
    for mistake in sorted(mistakes_of(state.read), key=lambda mistake: mistake.why):
        own, shared = f"{base}-wrong-{mistake.why}", f"wrong-{mistake.why}"
        yield Needed(where, shared if texts.has(shared) and not texts.has(own) else own, mistake.given)
    for choice in sorted({*state.options, *offered(state)}):
        yield Needed(where, label_of(choice), alone=True)


def unwritten(flows: Flows, texts: Texts, always: AbstractSet[str]) -> Iterator[Finding]:
    """Texts that nobody wrote, and texts that want an argument which they are not given. `always` may all use."""
    every = keys(DEFAULT)
    for need in dict.fromkeys(needed(flows, texts)):
        if need.pattern:
            if not any(re.fullmatch(need.key, key) for key in every):
                yield Finding(need.where, "text", f"a text like {need.key} is said here, and {DEFAULT} has none")
        elif not texts.has(need.key):
            if not need.may_lack:
                yield Finding(need.where, "text", f"the text {need.key} is needed, and {DEFAULT} has none")
        else:
            yield from _arguments(need, texts, always)


def _arguments(need: Needed, texts: Texts, always: AbstractSet[str]) -> Iterator[Finding]:
    for locale in LOCALES:
        lacking = texts.needs(locale, need.key) - always - need.given
        if lacking:
            named = ", ".join(f"{{ ${name} }}" for name in sorted(lacking))
            yield Finding(need.where, "text", f"{need.key} in {locale} uses {named}, which it is not given")

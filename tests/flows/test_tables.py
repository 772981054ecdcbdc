"""The tables themselves: complete, connected, worded, and safe. Nothing is run here that could hide a gap."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from bot.dialogues.conversation import SETTINGS, with_settings
from bot.inspection.inspecting import inspect
from bot.inspection.media import media
from bot.inspection.reaching import reached as reached_from
from flows.command_words import WORDS
from flows.flow import Ask, Flow, State
from flows.journeys import FLOWS, ON_TOP
from flows.journeys.proving import PROOFS
from flows.settings import HOUR, Facts, Office, Settings

Place = tuple[str, str]
OFFICE = Office("Cabang Contoh", "Jl. Contoh No. 1", "Kota Makassar", "Sulawesi Selatan", -5.1, 119.4, "(0411) 000")
OPERATORS = {
    "usual": SETTINGS,
    "strict": with_settings(short_way=False, ask_mother_name=True, codes=True),
    "with agents": with_settings(operator=structs.replace(SETTINGS.operator, takes_requests=True), offices=(OFFICE,)),
    "nothing set": with_settings(facts=Facts(), operator=structs.replace(SETTINGS.operator, contact="")),
    "patient": with_settings(forget_after=72 * HOUR),
    "impatient": with_settings(forget_after=HOUR, pause_after=HOUR // 6),
}


def states() -> Iterator[tuple[Flow, State]]:
    """Every state with its flow."""
    for flow in FLOWS.values():
        for state in flow.states.values():
            yield flow, state


@pytest.mark.parametrize("settings", OPERATORS.values(), ids=OPERATORS)
def test_nothing_is_wrong_with_the_flows(settings: Settings) -> None:
    """Whatever the operator has set: every place is reached and leads on, is worded, fits, and nothing comes too late.

    What is looked for, and that it is found, is in tests/inspection.
    """
    assert [finding.told() for finding in inspect(FLOWS, settings, media())] == []


def test_commands_are_words_of_one_meaning() -> None:
    """No word means two commands."""
    words = [word for all_words in WORDS.values() for word in all_words]
    assert len(words) == len(set(words))


def guarded() -> set[Place]:
    """The states that show what has to be proven."""
    return {(flow.name, state.name) for flow, state in states() if isinstance(state, Ask) and state.needs}


def reached(*, without_proof: bool) -> set[Place]:
    """All places that a conversation can come to, through calls and returns."""
    return reached_from(FLOWS, ("menu", *ON_TOP), PROOFS if without_proof else ())


def test_no_number_without_a_proof() -> None:
    """Take away the rows that stand for a proof: no state that shows a full KPJ can be reached any more.

    With them every such state can be. So the proof is not only there, it is the only way.
    """
    assert guarded() == {("recovery", "shown")}
    assert guarded() <= reached(without_proof=False)
    assert not guarded() & reached(without_proof=True)


def test_settings_used_in_tests_name_every_channel() -> None:
    """The channels that conversations are tested on are those that exist."""
    assert set(SETTINGS.channels) == {"telegram", "whatsapp", "web", "terminal"}

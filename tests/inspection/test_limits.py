"""What is too long for a channel, or comes too late, planted in a small flow in which nothing else is wrong."""

import pytest

from flows.flow import Flow, Row
from flows.settings import HOUR
from flows.turn import Turn
from tests.inspection.small import asks, look, shift, told

LONG = "kata " * 17
ROOMY = {f"choice-shift-hour-{letter}": f"Pukul {letter}" for letter in "abcdefghijklm"}
HOURS = {f"shift.hour.{letter}": "told" for letter in "abcdefghijklm"}


@pytest.mark.parametrize(
    ("flow", "words", "sentences"),
    [
        (shift(), {"choice-shift-early": "Pagi sekali sebelum subuh"},
         ["choice-shift-early in id has 25 characters, a label on whatsapp at most 24"]),
        (shift(), {"choice-shift-early": "Pagi sekali sebelum subuh dan sebelum matahari"},
         ["choice-shift-early in id has 46 characters, a label on telegram at most 40",
          "choice-shift-early in id has 46 characters, a label on whatsapp at most 24"]),
        (shift(), {"shift-when-help": LONG * 20},
         ["shift-when-help in id has 1699 characters, a message on whatsapp at most 1600",
          "shift-when-help in id has 1699 characters, a message on whatsapp with numbers at most 1600"]),
        (shift(), {"shift-when": LONG * 12}, []),
        (shift(), {"shift-when": LONG * 18 + "kata " * 7 + "ya"},
         ["shift-when in id has 1567 characters, with its choices whatsapp takes at most 1024"]),
        (shift(), {"shift-when": LONG * 18 + "kata " * 8},
         ["shift-when in id has 1569 characters, with its choices whatsapp takes at most 1024",
          "shift-when in id has 1602 characters, with its choices whatsapp with numbers takes at most 1600"]),
        (shift(asks(options=HOURS)), ROOMY,
         ["it offers 13 choices, web shows at most 12", "it offers 13 choices, whatsapp shows at most 10"]),
    ],
    ids=["rows of a list", "buttons", "a message", "short enough", "no list below it", "with its choices", "too many"],
)  # fmt: skip
def test_lengths(flow: Flow, words: dict[str, str | None], sentences: list[str]) -> None:
    """Given a label, a message or a row of choices that is too long for a channel, the channel is named."""
    found = [finding.what for finding in look(flow, words=words) if finding.kind == "length"]
    assert found == sentences


def say_all(turn: Turn) -> None:
    """A message that is put together while it runs."""
    turn.question("kata " * 400)


def test_what_is_put_together_is_too_long() -> None:
    """Given a message and choices that only running shows, they are looked at as they are said."""
    states = asks(options=HOURS, shown=lambda _: tuple(HOURS), says=say_all)
    found = [finding.what for finding in look(shift(states), words=ROOMY) if finding.where == "shift.when"]
    assert found == [
        "a message of 2000 characters is said, whatsapp takes 1600",
        "it offers 13 choices, whatsapp shows at most 10",
    ]


def test_a_label_of_another_language_is_too_long() -> None:
    """Given a translation, its length is looked at as well."""
    found = told(look(others={"choice-shift-again": "Early in the morning, before six"}))
    assert found == ["shift.told: choice-shift-again in en has 32 characters, a label on whatsapp at most 24."]


def remind_late(turn: Turn) -> None:
    """Something that would be sent the day after tomorrow."""
    turn.wake("retry", 30 * HOUR)


def late_rows(trigger: str, source: str) -> list[Row]:
    """A timer that is set on the way to a state where it leads to a question."""
    return [{"trigger": trigger, "source": source, "dest": "away", "after": remind_late},
            {"trigger": "retry", "source": "away", "dest": "when"}]  # fmt: skip


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialogue that tries again whatever the hour, as this one once did."""
    monkeypatch.setattr("flows.quiet.window_over", lambda _: False)


@pytest.mark.usefixtures("careless")
def test_a_timer_that_rings_too_late() -> None:
    """Given something that is sent 30 hours after the user's last message: by a choice, or after an outage."""
    for trigger, source, instead_of in (("again", "told", 6), ("away", "keeping", 4)):
        flow = shift(more=late_rows(trigger, source), without=[instead_of])
        found = [finding for finding in look(flow, forget_after=72 * HOUR) if finding.kind == "window"]
        assert f"shift.{source}" in {finding.where for finding in found}
        assert all("hours after the user last wrote, whatsapp takes 24" in finding.what for finding in found)


@pytest.mark.usefixtures("careless")
def test_an_outage_that_lasts_too_long() -> None:
    """Given answers that are kept for three days, a directory that comes back after one: what was mended is found."""
    found = [finding for finding in look(forget_after=72 * HOUR) if finding.kind == "window"]
    assert [finding.where for finding in found] == ["shift.keeping"]


def test_an_outage_that_lasts_too_long_is_waited_out() -> None:
    """Given the dialogue as it is, nothing is sent too late."""
    assert look(forget_after=72 * HOUR) == []

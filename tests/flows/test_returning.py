"""Who comes back while something is under way."""

import pytest

from bot.dialogues.conversation import START
from flows.event import Text
from flows.session import Consent, Frame, Session
from tests.flows.test_every_state import BELOW, DIALOGUE, NIK, SENDERS

LATER = START + 29 * 60_000


@pytest.mark.parametrize("at", [LATER, START + 90 * 60_000])
def test_menu_leads_out_of_a_look_up_whose_result_was_lost(at: int) -> None:
    """MENU was answered with "the list cannot be opened" when a result had not come for ten minutes."""
    frame = Frame("identity", "checking", {"asked": 4, "nik": NIK})
    session = Session(
        SENDERS["whatsapp"], "id", (*BELOW["identity"], frame), 4, START, consent=Consent("2026-11", "id", START),
        greeted=True,
    )  # fmt: skip
    after, _ = DIALOGUE.step(session, session.sender, Text("t:1", at, "menu"))
    assert after is not None
    assert [(frame.flow, frame.state) for frame in after.stack] == [("menu", "main")]

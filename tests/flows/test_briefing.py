"""What a person who takes over reads first: words, never the names that flows have inside."""

import pytest

from bot.dialogues.conversation import SETTINGS
from flows.briefing import PASSING, PATH, brief
from flows.dialogue import Dialogue
from flows.event import Sender, Text
from flows.journeys.jmo_places import STEPS
from flows.proof import LEVELS
from flows.session import Evidence, Session
from flows.texts import DEFAULT
from flows.turn import ANSWERED, Running, Turn

DIALOGUE = Dialogue(SETTINGS)
ELSE = {DEFAULT: "hal lain", "en": "something else"}


def turn() -> Turn:
    """A turn of somebody who has not said anything yet."""
    sender = Sender("whatsapp", "x")
    return Turn(SETTINGS, DIALOGUE.texts, DIALOGUE.flows, Session(sender), sender, Text("t:1", 1, ""))


def test_a_brief_is_in_words() -> None:
    """Given somebody in the guide who asked something and proved who they are, all of it is said in words."""
    here = turn()
    here.frames.append(Running("guide", "phone"))
    here.notes[PATH] = "identity.consent identity.nik recovery.shown"
    here.notes[ANSWERED] = "cost"
    here.evidence = (Evidence("phone", "p-1", 1),)
    assert brief(here, STEPS)[1:] == (
        "Sedang di: langkah 9 panduan JMO",
        "Yang terakhir dilalui: membuktikan identitas, mencari nomor KPJ",
        "Pertanyaan terakhir yang dijawab: biaya",
        "Terbukti: tingkat 2 (HP terdaftar)",
    )


def test_nothing_proven_is_said_so() -> None:
    """Given somebody who proved nothing, the brief says that there is no proof."""
    assert brief(turn(), STEPS)[-1] == "Terbukti: tingkat 0 (belum ada bukti)"


@pytest.mark.parametrize("locale", ["id", "en"])
def test_every_place_and_proof_has_a_word_of_its_own(locale: str) -> None:
    """Each flow that says what was needed, and each kind of proof, is more than something else; others are that."""
    say = DIALOGUE.texts.say
    flows = sorted(DIALOGUE.flows.keys() - PASSING)
    words = [say(locale, "brief-flow", {"flow": flow}) for flow in flows]
    assert len(set(words)) == len(flows)
    assert ELSE[locale] not in words
    assert say(locale, "brief-flow", {"flow": "new_one"}) == ELSE[locale]
    assert say(locale, "brief-topic", {"topic": "new-one"}) == ELSE[locale]
    proofs = [say(locale, "brief-evidence", {"kind": kind}) for kind in ("none", *LEVELS, "other")]
    assert len(set(proofs)) == len(proofs)

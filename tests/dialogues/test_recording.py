"""A conversation that is written down while it is had plays again as it went."""

from pathlib import Path

import pytest
import yaml

from bot.dialogues.conversation import Conversation, with_settings
from bot.dialogues.playing import first_difference, play
from bot.dialogues.recording import Recorder
from bot.dialogues.script import begin, load, scripts
from flows.event import Sender, TimerFired

FOLDER = Path(__file__).parent
BY_THE_RECORDS = {"queue", "takes", "agent", "confirms"}
"""Turns whose claims, waits and names come from the records of tickets, which a chat does not see."""
FILES = [
    path
    for path in scripts(FOLDER)
    if "before" not in (script := load(path)) and not any(BY_THE_RECORDS & set(turn) for turn in script["turns"])
]
PHONE = "+628110000101"


def watched(conversation: Conversation) -> Recorder:
    """Keep what happens in a conversation from now on."""
    recorder = Recorder("Tertulis")
    conversation.dialogue = recorder.around(conversation.dialogue)  # type: ignore[assignment]  # steps alike
    return recorder


def saved(recorder: Recorder, folder: Path) -> Path:
    """The file that is written."""
    path = folder / "tertulis.yaml"
    with path.open("w", encoding="utf-8") as file:
        recorder.save(file)
    return path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_recorded_plays_as_it_went(path: Path, tmp_path: Path) -> None:
    """Every golden conversation, recorded while it is had: outages, pauses, requests and all."""
    script = load(path)
    conversation = begin(script)
    conversation.exactly(conversation.now)  # a program answers within milliseconds
    recorder = watched(conversation)
    for step in script["turns"]:
        play(conversation, step)
    again = load(saved(recorder, tmp_path))
    assert first_difference(again) is None
    assert [say["choices"] for turn in again["turns"] for say in turn.get("bot", ())] == [
        [choice.id for choice in say.choices] for say in conversation.everything
    ]


def test_texts_are_written_as_their_keys(tmp_path: Path) -> None:
    """What a text says stands as its key, alone or with others; what holds somebody's data, word by word."""
    rukmini = begin(load(FOLDER / "short_way_whatsapp.yaml"))
    recorder = watched(rukmini)
    for words in ("halo", "1", "ini bayar ga?", "setuju", "9971015708900001"):
        rukmini.write(words)
    turns = load(saved(recorder, tmp_path))["turns"]
    said = [[message.get("say") for message in turn["bot"]] for turn in turns]
    assert said[:3] == [["greeting", "menu-main"], ["identity-consent"], [["answer-cost", "identity-consent-short"]]]
    assert turns[4]["bot"][0]["exact"].startswith("Ketemu")
    assert turns[4]["bot"][0]["protect"] == "true"


def test_the_moment_counts(tmp_path: Path) -> None:
    """A text that tells the time plays again, whenever the conversation was had, and however long people thought."""
    conversation = Conversation(sender=Sender("terminal", "terminal", PHONE), now=1_800_000_059_999)
    recorder = watched(conversation)
    for words in ("halo", "1", "setuju", "data saya apa saja yang disimpan?"):
        conversation.write(words)
        conversation.now += 41_700
    assert first_difference(load(saved(recorder, tmp_path))) is None


def test_what_is_set_otherwise_is_written(tmp_path: Path) -> None:
    """Another operator, other facts, a lockout: the file stands by itself."""
    settings = with_settings(utc_offset=8 * 3_600_000, short_way=False)
    conversation = Conversation(sender=Sender("web", "web-1"), settings=settings)
    recorder = watched(conversation)
    conversation.locked_until = conversation.now + 1_234_567
    for words in ("cari kpj", "setuju", "9971015708900001", "Rukmini Contohwati", "17 agustus 1990"):
        conversation.write(words)
    script = load(saved(recorder, tmp_path))
    assert script["settings"] == {"short_way": "false", "utc_offset": "28800000"}
    assert any("locked" in turn for turn in script["turns"])
    assert first_difference(script) is None


def test_a_step_that_is_done_twice_is_written_once(tmp_path: Path) -> None:
    """Redis was away when the step was to be kept, so it is done again: the user wrote once."""
    conversation = Conversation()
    recorder = watched(conversation)
    conversation.write("halo")
    event = TimerFired("timer:1", conversation.now, "quiet")
    for _ in range(2):
        conversation.dialogue.step(conversation.session, conversation.sender, event)
    turns = yaml.safe_load(saved(recorder, tmp_path).read_text("utf-8"))["turns"]
    assert [turn for turn in turns if "user" in turn] == [turns[0]]

"""The words that work everywhere: in four languages, as they are often misspelt, and in every state."""

from itertools import cycle

import pytest

from bot.dialogues.conversation import START
from flows.command_words import WORDS
from flows.commands import BY_WORD, find_command
from flows.effect import Say
from flows.event import Text
from flows.flow import Wait
from flows.journeys import FLOWS
from flows.proof import PHONE
from flows.reading.words import COURTESY, tokens
from flows.regional_commands import MISSPELT, REGIONAL
from flows.session import Consent, Evidence, Frame, Session, Slot
from tests.flows.test_every_state import BELOW, BORN, DIALOGUE, NAME, NIK, OPEN, PLACES, SENDERS

SAID = {
    "id": {
        "nav.menu": ("menu", "menu utama", "MENU", "kembali ke menu"),
        "nav.cancel": ("batal", "gak jadi", "Batalin aja", "batal kak"),
        "nav.agent": ("petugas", "admin", "mau ngomong sama orang", "petugas dong kak"),
        "nav.help": ("bantuan", "gak paham", "tolong kak"),
        "nav.back": ("kembali", "balik lagi"),
        "nav.repeat": ("ulangi", "ulang lagi"),
        "menu.language": ("bahasa", "ganti bahasa"),
        "nav.stop": ("berhenti", "stop", "jangan chat lagi"),
        "privacy.delete": ("hapus data saya", "tolong hapus data saya"),
    },
    "en": {
        "nav.menu": ("main menu", "home"),
        "nav.cancel": ("cancel", "Cancel please"),
        "nav.agent": ("agent", "talk to a human", "operator"),
        "nav.help": ("help", "i need help"),
        "nav.back": ("back",),
        "nav.repeat": ("repeat",),
        "menu.language": ("language", "change language"),
        "nav.stop": ("stop", "quit", "unsubscribe"),
        "privacy.delete": ("delete my data",),
    },
    "jv": {
        "nav.menu": ("menu", "bali menu", "wangsul teng menu"),
        "nav.cancel": ("batal", "ora sido", "mboten sios", "batalno"),
        "nav.agent": ("petugas", "ngomong karo wong", "matur kalih tiyang", "nyuwun petugas"),
        "nav.help": ("tulung", "ora mudeng", "mboten ngertos", "pripun carane"),
        "nav.back": ("wangsul", "bali maneh"),
        "nav.repeat": ("baleni", "ulangi malih"),
        "menu.language": ("basa", "ganti boso"),
        "nav.stop": ("mandheg", "leren", "ojo chat maneh"),
        "privacy.delete": ("busak data kula", "hapusen dataku"),
    },
    "su": {
        "nav.menu": ("menu", "ka menu", "uih deui ka menu"),
        "nav.cancel": ("batal", "teu jadi", "moal jadi", "batalkeun"),
        "nav.agent": ("petugas", "nyarios sareng jalmi", "ngobrol jeung petugas", "jelema"),
        "nav.help": ("bantosan", "teu ngartos", "kumaha carana"),
        "nav.back": ("uih deui", "balik deui"),
        "nav.repeat": ("ulang deui", "naon tadi"),
        "menu.language": ("basa", "gentos basa"),
        "nav.stop": ("eureun", "liren", "geus cukup"),
        "privacy.delete": ("hapus data abdi", "hapuskeun data abdi"),
    },
}
ALWAYS = ("nav.menu", "nav.cancel", "nav.agent")
"""What has to work in any state, in any spelling."""
SPEAK = {
    "id": ("bahasa indonesia", "basa indonesia", "indonesian"),
    "en": ("english", "bahasa inggris", "basa inggris", "english please"),
    "jv": ("bahasa jawa", "basa jawa", "boso jowo", "javanese", "pakai bahasa jawa"),
    "su": ("bahasa sunda", "basa sunda", "sundanese", "nganggo basa sunda"),
}
LEAST_MISSPELT = 5
PEOPLE = {locale: DIALOGUE.texts.say(locale, "agent") for locale in SAID}
EVERY = {word: command for said in SAID.values() for command, words in said.items() for word in words}
WRONG = {word: command for command, words in MISSPELT.items() for word in words}


def answer(flow: str, name: str, locale: str, words: str) -> tuple[Session | None, str]:
    """The session and all that is said after these words in this state."""
    state = FLOWS[flow].states[name]
    slots: dict[str, Slot] = {"asked": 4}
    if flow == "identity":
        slots |= {"nik": NIK, "name": NAME, "birth_date": BORN}
    sender, offered = SENDERS["whatsapp"], tuple(getattr(state, "options", ()))
    session = Session(
        sender, locale, (*BELOW.get(flow, OPEN), Frame(flow, name, slots)), 4, START, offered,
        (Evidence(PHONE, "p-rukmini", START),), Consent("2026-11", locale, START), greeted=True,
    )  # fmt: skip
    after, effects = DIALOGUE.step(session, sender, Text("t:1", START + 1000, words, ref="m1"))
    return after, "\n".join(effect.text for effect in effects if isinstance(effect, Say))


@pytest.mark.parametrize(("word", "command"), (EVERY | WRONG).items())
def test_a_word_is_its_command(word: str, command: str) -> None:
    """Each word means its command, also with a friendly word or a sign beside it."""
    assert find_command(tokens(word)) == command
    if not COURTESY.issuperset(tokens(word)):
        assert find_command(tokens(f"{word} kak")) == command
        assert find_command(tokens(f"punten {word.upper()}")) == command


def test_no_word_means_two_things() -> None:
    """A word that two commands claim would do what nobody can foresee."""
    owners: dict[str, set[str]] = {}
    for table in (WORDS, REGIONAL, MISSPELT):
        for command, words in table.items():
            for word in words:
                owners.setdefault(" ".join(tokens(word)), set()).add(command)
    assert {word: claims for word, claims in owners.items() if len(claims) > 1} == {}
    assert set(owners) == set(BY_WORD)


@pytest.mark.parametrize("name", ["Bali", "Wong Contoh", "Salma Contohwati", "Tulus Contoh", "Manu Contoh"])
def test_names_and_places_are_no_commands(name: str) -> None:
    """Words that are also names or places mean nothing else."""
    assert find_command(tokens(name)) is None


def obeyed(place: tuple[str, str], locale: str, command: str, word: str) -> bool:
    """Whether this word does what its command says: MENU and BATAL lead out, PETUGAS tells how to reach people."""
    after, said = answer(*place, locale, word)
    if after is None:
        return False
    if command == "nav.agent":
        return PEOPLE[locale] in said
    waits = isinstance(FLOWS[place[0]].states[place[1]], Wait)
    return [frame.flow for frame in after.stack] == ["menu"] and (waits or after.locale == locale)


@pytest.mark.parametrize("place", PLACES, ids=".".join)
@pytest.mark.parametrize("locale", SAID)
def test_menu_cancel_and_people_work_in_every_state(place: tuple[str, str], locale: str) -> None:
    """MENU, BATAL and PETUGAS are obeyed, in the words of each language and in every misspelling."""
    words = [(command, word) for command in ALWAYS for word in (*SAID[locale][command], *MISSPELT[command])]
    assert [pair for pair in words if not obeyed(place, locale, *pair)] == []


@pytest.mark.parametrize("place", PLACES, ids=".".join)
def test_every_word_for_them_works_in_every_state(place: tuple[str, str]) -> None:
    """So is every other word for them that is known, of all languages, whatever language the question is in."""
    words = [
        (command, word, locale)
        for command in ALWAYS
        for word, locale in zip((*WORDS[command], *REGIONAL[command]), cycle(SAID))
    ]
    assert [(command, word) for command, word, locale in words if not obeyed(place, locale, command, word)] == []


def test_enough_misspellings_are_tried() -> None:
    """At least five for each, and none is a proper word for it."""
    for command in ALWAYS:
        assert len(set(MISSPELT[command])) >= LEAST_MISSPELT
        assert not set(MISSPELT[command]) & {*WORDS[command], *REGIONAL[command]}
        assert all(SAID[locale][command] for locale in SAID)


@pytest.mark.parametrize("locale", SPEAK)
@pytest.mark.parametrize("before", SPEAK)
def test_languages_are_switched_from_any_to_any(before: str, locale: str) -> None:
    """The language is named in any language, and the open question comes again in the new one."""
    for words in SPEAK[locale]:
        after, said = answer("identity", "nik", before, words)
        assert after is not None
        assert after.locale == locale, words
        texts = DIALOGUE.texts
        assert said == texts.say(locale, "language-changed") + "\n\n" + texts.say(locale, "identity-nik")


@pytest.mark.parametrize(
    ("locale", "words", "trigger"),
    [
        ("jv", "kode durung mlebu", "code"),
        ("jv", "sms durung mlebu kak", "code"),
        ("jv", "aplikasi metu dhewe", "closing"),
        ("jv", "kpj mboten kepanggih", "kpj"),
        ("su", "kode can asup", "code"),
        ("su", "sms can asup keneh", "code"),
        ("su", "aplikasi kaluar sorangan", "closing"),
        ("su", "nomer kpj teu kapendak", "kpj"),
        ("su", "poto raray gagal", "face"),
    ],
)
def test_the_guide_hears_trouble_in_regional_words(locale: str, words: str, trigger: str) -> None:
    """What the guide's texts give as examples of trouble is understood as written."""
    after, _ = answer("guide", "which", locale, words)
    assert after is not None
    assert after.stack[-1] == Frame("guide", trigger, after.stack[-1].slots)


@pytest.mark.parametrize(("locale", "words"), [("jv", "sampun"), ("jv", "wis kak"), ("su", "tos"), ("su", "geus")])
def test_a_step_is_done_in_regional_words(locale: str, words: str) -> None:
    """SAMPUN and TOS, as the guide's texts ask for, lead to the next step."""
    after, _ = answer("guide", "new_account", locale, words)
    assert after is not None
    assert after.stack[-1].state == "member"


@pytest.mark.parametrize("words", ["hatur nuhun", "nuhun kak", "matur nuwun", "terima kasih", "makasih", "thank you"])
@pytest.mark.parametrize("locale", SPEAK)
def test_thanks_are_no_consent(locale: str, words: str) -> None:
    """Thanks agree to nothing: the Sundanese "nuhun" is one letter away from "muhun", yes."""
    session = Session(
        SENDERS["whatsapp"], locale, (*BELOW["identity"], Frame("identity", "consent")), 4, START,
        ("consent.yes", "consent.no"), greeted=True,
    )  # fmt: skip
    after, _ = DIALOGUE.step(session, SENDERS["whatsapp"], Text("t:1", START + 1000, words))
    assert after is not None
    assert after.consent is None
    assert after.stack[-1].state == "consent"


@pytest.mark.parametrize(
    ("words", "agreed"),
    [("mboten sarujuk", False), ("sarujuk", True), ("nggih sarujuk", True), ("teu satuju", False), ("henteu", False),
     ("muhun", True), ("alim ah", False), ("boten purun", False), ("emoh", False), ("ora setuju", False)],
)  # fmt: skip
@pytest.mark.parametrize("locale", SPEAK)
def test_consent_is_never_taken_from_a_no(locale: str, words: str, *, agreed: bool) -> None:
    """Yes and no of Java and Sunda mean the same whatever language the question is in."""
    sender = SENDERS["whatsapp"]
    session = Session(
        sender, locale, (*BELOW["identity"], Frame("identity", "consent")), 4, START, ("consent.yes", "consent.no"),
        greeted=True,
    )  # fmt: skip
    after, _ = DIALOGUE.step(session, sender, Text("t:1", START + 1000, words))
    assert after is not None
    assert (after.consent is not None) is agreed
    assert after.stack[-1].state != "consent"

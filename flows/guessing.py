"""What a text most likely means where no rule recognises it: the trained classifier's word.

It is followed only where it is sure. In the middle of something it has to be very sure; there it answers or asks, and
never leads away by itself. Where it is not sure, and nothing is open, the nearest wishes are offered: nothing is
guessed away. A rule sees a few words, the classifier all of them: where it is very sure that something else is meant
("lupa sandi wifi"), the rule gives way.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from flows import wishes
from flows.commands import obey
from flows.engine import ROOT
from flows.flow import Ask
from flows.reading.words import tokens
from flows.turn import Turn
from flows.understanding import WISH_RECOVER, understand
from flows.understanding.intents import NOTHING, Understood, classify, is_sure

TOPICS = {
    "recover_kpj": "recover",
    "register_jmo": "register",
    "register_without_kpj": "without-kpj",
    "not_registered": "not-enrolled",
    "data_mismatch": "data",
    "multiple_kpj": "several",
    "jmo_login_problem": "account",
    "kpj_vs_kesehatan": "health",
    "cost": "cost",
    "how_long": "how-long",
    "still_valid_after_leaving": "left-job",
    "uncooperative_employer": "employer",
    "check_balance_jht": "balance",
    "claim_jht": "claim",
    "benefits_of_jmo": "jmo",
    "prevention_tips": "tips",
    "office_location": "offices",
    "greeting": "hello",
    "thanks": "thanks",
}
"""Intents that the rules know by another name."""

YIELDING = frozenset({*TOPICS.values(), "why-nik"}) - {"hello", "thanks"}
"""Topics of rules that give way. The others say more than an intent does, as the limit of a claim, and stay."""
AGREEING = {
    WISH_RECOVER: {"without-kpj", "health"},
    "account": {"balance", "register"},
    "register": {"jmo"},
    "health": {NOTHING},
    "how-long": {"offices", "cancel"},
    "why-nik": {"privacy_data"},
}
"""Topics that contradict no rule: who lacks the number for JMO is helped by finding it."""
BY_THE_WAY = frozenset({"who", "upset", "cannot-read"})
"""Topics that are said by the way, by whoever asks for a person outright."""
PEOPLE = "human_agent"
CONTRADICTS_FROM = 0.7
"""The confidence from which the classifier overrules a rule."""

CHOICES = {
    "recover_kpj": "menu.recover",
    "register_jmo": "menu.register",
    "register_without_kpj": "menu.register",
    "jmo_login_problem": "menu.account",
    "not_registered": "menu.data",
    "data_mismatch": "menu.data",
    "multiple_kpj": "menu.data",
    "uncooperative_employer": "menu.data",
    "office_location": "menu.offices",
    "human_agent": "nav.agent",
    "privacy_data": "menu.privacy",
    "change_language": "menu.language",
}
"""Intents that a button leads to; all others are questions, which have a list of their own."""

COMES_BACK = {"human_agent", "change_language", "privacy_data"}
PRIVACY = "privacy_data"
QUESTIONS = "menu.faq"
MOST_OFFERED = 3
LONGEST = 400
MOST_WORDS = 60
FEW_DIGITS = 4
"""Digits that a sentence about something else may have; more are a date or a number."""
FEWEST_WORDS, VERY_SURE = 3, 0.9
"""Words that a message has, and how sure its meaning is, for it to be heard in the middle of something else."""
SPOKEN = {
    "lang.id": {"indonesia", "indonesian"},
    "lang.en": {"inggris", "english"},
    "lang.jv": {"jawa", "jowo", "jawi", "javanese"},
    "lang.su": {"sunda", "sundanese"},
}
"""Languages by name: who names one need not choose it from a list."""
ABOUT_DATA = frozenset("data datanya dataku privasi privacy id jual dijual sebar disebar share sell".split())
WITHDRAWN, CONSENT = (
    frozenset("cabut dicabut mencabut tarik menarik batalkan batalin withdraw revoke".split()),
    frozenset("izin izinnya ijin persetujuan persetujuannya setuju consent permission".split()),
)
"""Words of both kinds together take a consent back."""
RATHER = re.compile(r"\b(?:jadi|usah|batal|dadi|sido)\b(?: \S+){0,2}? ((?:mau|ingin|pindah|arep|hoyong|want)\b.+)$")
STOPS = frozenset("stop berhenti setop eureun mandheg unsubscribe".split())
CONTACTED = frozenset("chat ngechat wa hubungi menghubungi kirim kirimin message contact".split())
KEPT = frozenset(
    """
    hapus dihapus delete deleted erase simpan disimpan tersimpan nyimpen store stored keep kept privasi privacy
    hold held busak disimpen hapusin hapuskan apus apusin
    """.split()
)
"""Words of who wants to know what is kept; without one of them it is asked whether all this is safe."""
ENDED = frozenset("stop berhenti setop hentikan jangan eureun mandheg don't".split())
USED = frozenset("pakai pake dipakai dipake gunakan digunakan menggunakan anggo nganggo using use".split())
"""Words of both kinds together are an end of all use, which is chosen where one's data are."""


@lru_cache(maxsize=1)
def _classified(text: str) -> Understood:
    """What a text most likely means; on its way through a step it is asked for up to three times."""
    return classify(text)


def heard(text: str, words: Sequence[str]) -> str | None:
    """The topic that the rules find in a text and its words, or the one that it very surely means instead, or None."""
    topic = understand(words)
    if topic not in YIELDING | BY_THE_WAY or len(words) < FEWEST_WORDS:
        return topic
    found = _classified(text[:LONGEST])
    if topic in BY_THE_WAY:
        return None if found.intent == PEOPLE and clear_inside(found, words) else topic
    other = TOPICS.get(found.intent)
    agrees = other == topic or (other or found.intent) in AGREEING.get(topic, ())
    agrees = agrees or (found.intent == "cancel" and _rather(words) == topic)
    return topic if agrees or found.confidence < CONTRADICTS_FROM or not is_sure(found) else other


def _rather(words: Sequence[str]) -> str | None:
    """What somebody wants instead, who gives one thing up for another: "gak jadi, mau daftar JMO saja"."""
    instead = RATHER.search(" ".join(words))
    return understand(instead[1].split()) if instead else None


def topic_of(text: str) -> tuple[str | None, Understood]:
    """The topic that a text surely means, or None; with all that the classifier says of it."""
    found = _classified(text[:LONGEST])
    if not is_sure(found):
        return None, found
    words = set(tokens(text[:LONGEST])) if found.intent == PRIVACY else set()
    if words & ABOUT_DATA and not (words & WITHDRAWN or _keeping(words)):
        return "safe", found
    return TOPICS.get(found.intent), found


def outside(text: str, words: list[str]) -> bool:
    """Whether a text is surely about something else than all that is known here."""
    if len(words) < FEWEST_WORDS or sum(map(str.isdigit, text)) > FEW_DIGITS:
        return False
    found = _classified(text[:LONGEST])
    return found.intent == NOTHING and clear_inside(found, words)


def act(turn: Turn, found: Understood, words: list[str]) -> bool:
    """Follow a sure intent that is a command; False if it is none."""
    if not is_sure(found):
        return False
    if found.intent == "cancel":
        return obey(turn, "nav.stop" if _stops(words) else "nav.cancel")
    if found.intent == PRIVACY and WITHDRAWN.intersection(words) and CONSENT.intersection(words):
        return obey(turn, "privacy.withdraw")
    if found.intent == PRIVACY and not _keeping(words):
        return False
    choice = _language(words) if found.intent == "change_language" else CHOICES.get(found.intent, "")
    return bool(choice) and (obey(turn, choice) or wishes.press(turn, choice))


def _keeping(words: Collection[str]) -> bool:
    """Whether this is about what is kept, or an end of using it."""
    return not KEPT.isdisjoint(words) or not (ENDED.isdisjoint(words) or USED.isdisjoint(words))


def _stops(words: list[str]) -> bool:
    """Whether giving up means to be left alone."""
    return not STOPS.isdisjoint(words) or ("jangan" in words and not CONTACTED.isdisjoint(words))


def _language(words: list[str]) -> str:
    named = [command for command, names in SPOKEN.items() if names.intersection(words)]
    return named[0] if len(named) == 1 else "menu.language"


def act_inside(turn: Turn, found: Understood, words: list[str]) -> bool:
    """Follow a command in the middle of something: one that comes back to it. Giving up is confirmed first."""
    if found.intent == "cancel" and not _stops(words):
        wishes.confirm(turn, None)
        return True
    if found.intent == "cancel":
        return obey(turn, "nav.stop")
    return found.intent in COMES_BACK and act(turn, found, words)


def clear_inside(found: Understood, words: Sequence[str]) -> bool:
    """Whether a meaning is clear enough to be heard while another question is open."""
    return len(words) >= FEWEST_WORDS and found.confidence >= VERY_SURE and is_sure(found)


def polite(turn: Turn, found: Understood) -> bool:
    """Whether this is thanks, or giving up where nothing is open, though it holds a yes or a no ("sip", "gajadi")."""
    harmless = found.intent == "thanks" or (found.intent == "cancel" and len(turn.frames) == 1)
    return harmless and found.confidence >= VERY_SURE


def offer_nearest(turn: Turn, found: Understood) -> bool:
    """Offer what the text may mean, the first time that nothing else is open; False if there is nothing to offer."""
    state = turn.here
    if not isinstance(state, Ask) or not state.rests or turn.frame.tries or found.intent == NOTHING:
        return False
    known = turn.flows[ROOT].states["main"]
    shown = known.shown if isinstance(known, Ask) else ()
    offered = shown(turn) if callable(shown) else shown or ()
    nearest = [CHOICES.get(intent, QUESTIONS) for intent in (found.intent, *(name for name, _ in found.alternatives))]
    choices = [choice for choice in dict.fromkeys(nearest) if choice in offered or choice.startswith("nav.")]
    if not choices:
        return False
    turn.frame.tries += 1
    turn.offer(turn.text("guess-unsure"), (*choices[:MOST_OFFERED], "nav.menu"))
    return True

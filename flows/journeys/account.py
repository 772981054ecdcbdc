"""Journey 5: trouble with a JMO account. Short answers: what to do next, and the way back.

How many wrong passwords lock an account, and for how long, is known from no reliable source, so it is not told.
"""

import re
from collections.abc import Callable

from flows.commands import ways_to_people
from flows.event import Text
from flows.flow import Answer, Ask, Call, End, Flow, Route
from flows.reading.words import tokens
from flows.turn import Turn

TOPICS = ("password", "forgotten", "code", "locked", "lost", "app", "balance", "jkn")
UNLISTED = ("face", "used")
"""Understood when written; the list is long enough without it."""
NEED_KPJ = ("password", "forgotten", "balance", "used")
"""What cannot be done without the KPJ: the search for it is offered there."""
ALL = (*TOPICS, *UNLISTED)
HELPED = frozenset(ALL)
WHICH = (*(f"account.{topic}" for topic in TOPICS), "nav.menu")
AFTER = ("account.another", "nav.agent", "nav.menu")

_NOT = (
    r"(?:gak|ga|gk|nggak|ngga|enggak|tidak|tdk|kagak|ndak|ora|teu|belum|blm|not|no|never|doesn't|don't|didn't|can't"
    r"|doesnt|dont|didnt|cant|cannot)"
)
_WORDS: tuple[tuple[str, str], ...] = (
    ("used", (r"\b(?:email|e - mail|gmail|nomor|hp|number)\w*\b.*\b(?:sudah|telah|already|pernah|ke) ?(?:di|ter|ke)?"
              r"(?:pakai|pake|daftar|gunakan|used|registered|taken)\w*\b|\b(?:email|e - mail|number)\b.*\bin use\b"
              r"|\b(?:email|gmail|akun)\w*\b.*\b(?:dibikin|dibuat)\w*\b")),
    ("face", r"\b(?:foto(?! ktp)|wajah|muka|selfie|selfi|biometrik|face)\b"),
    ("jkn", r"\b(?:mobile jkn|jkn|bpjs kesehatan)\b"),
    ("lost", (r"\b(?:email|e-mail|nomor|hp|number)\w*\b.*\b(?:lama|mati|hilang|ilang|ganti|hangus|gone|dead|lost|old)\b"
              r"|\b(?:ganti|hilang|ilang) (?:nomor|hp|email|e-mail)\b")),
    ("code", (rf"\b(?:kode\w*|otp\w*|sms|code)\b.*\b(?:{_NOT}|lama|mana)\b"
              rf"|\b{_NOT} (?:dapat|dapet|terima|masuk|ada|get|receive) .*(?:kode|otp|code)|^(?:kode )?otp$")),
    ("locked", r"\b(?:terkunci|dikunci|kekunci|diblokir|keblokir|terblokir|blokir|locked|blocked|salah terus)\b"),
    ("password", r"\b(?:password\w*|pasword\w*|passwd|sandi\w*|pin|pass)\b"),
    ("forgotten", (r"\b(?:lupa|lali|poho|forgot\w*) (?:akun|email|e-mail|account|user\w*)\b|\blupa akun\b"
                   r"|\bemail (?:yang )?mana\b")),
    ("balance", (rf"\b(?:saldo|balance)\w*\b.*\b(?:{_NOT}|nol|0|kosong|hilang|empty|missing)\b"
                 rf"|\b{_NOT} (?:muncul|ada|kelihatan|keliatan|show\w*) .*(?:saldo|balance)"
                 r"|\b(?:tambah|add) kartu\b")),
    ("app", (r"\b(?:update|perbarui|versi|keluar|nutup|menutup|crash\w*|force close|error|blank|loading|lemot|hang"
             rf"|macet|muter|{_NOT} (?:bisa|iso|mau) (?:dibuka|kebuka|buka|dibukak|kebukak))\b")),
)  # fmt: skip
WORDS = tuple((trigger, re.compile(rule)) for trigger, rule in _WORDS)


STILL = re.compile(
    r"\b(?:masih|tetap|sama saja|still)\b|^(?:sudah|tapi)\b(?!.*\b(?:bisa|berhasil|muncul|ketemu|beres)\b)"
)
WHEN = re.compile(r"\b(?:berapa lama|berapa jam|berapa hari|kapan)\b")


def read_account(turn: Turn, text: str) -> Answer | None:
    """Which trouble with the account it is, in the user's own words; or that what was told has not helped."""
    said = " ".join(tokens(text))[:200]
    here = turn.frame.state
    if here == "locked" and WHEN.search(said):
        return Answer("locked")
    found = next((trigger for trigger, rule in WORDS if rule.search(said)), None)
    if here in HELPED and (found == here or (found is None and STILL.search(said))):
        return Answer("still")
    return Answer(found) if found is not None else None


def say_still(turn: Turn) -> None:
    """What was told has not helped: people."""
    turn.question(f"{turn.text('account-still')}\n{ways_to_people(turn)}")


def told(topic: str) -> Callable[[Turn], bool]:
    """Whether the words that led here already say that it is this trouble."""

    def tells(turn: Turn) -> bool:
        answer = read_account(turn, turn.event.text) if isinstance(turn.event, Text) else None
        return answer is not None and answer.trigger == topic

    return tells


def say_topic(*extra: str) -> Callable[[Turn], None]:
    """The answer, and the lines whose facts are set."""

    def say(turn: Turn) -> None:
        text, lines = turn.text(f"account-{turn.here.name}"), turn.lines(*extra)
        turn.question(f"{text}\n{lines}" if lines else text)

    return say


def _topic(name: str, *extra: str) -> Ask:
    kpj = {"account.find": "find"} if name in NEED_KPJ else {}
    return Ask(
        name,
        options={**kpj, "account.another": "another"},
        shown=(*kpj, *AFTER),
        says=say_topic(*extra),
        read=read_account,
        rests=True,
    )


def _finding(name: str) -> str:
    return f"finding_for_{name}"


ACCOUNT = Flow(
    "account",
    states=(
        Route("begin"),
        Ask(
            "which", options={f"account.{topic}": topic for topic in TOPICS}, shown=WHICH, read=read_account, rests=True
        ),
        _topic("password", "account-or_call"),
        _topic("forgotten", "account-or_call"),
        _topic("code", "account-or_call"),
        _topic("locked", "account-or_call"),
        _topic("lost"),
        _topic("app", "account-phones"),
        _topic("balance", "account-or_call"),
        _topic("jkn"),
        _topic("face"),
        _topic("used"),
        Ask(
            "still", options={"account.another": "another"}, shown=AFTER, says=say_still, read=read_account, rests=True
        ),
        *(Call(_finding(name), flow="recovery") for name in NEED_KPJ),
        End("over", outcome="done"),
    ),
    table=(
        *({"trigger": "go", "source": "begin", "dest": topic, "conditions": told(topic)} for topic in ALL),
        {"trigger": "go", "source": "begin", "dest": "which"},
        *({"trigger": topic, "source": ["which", "still", *ALL], "dest": topic} for topic in ALL),
        {"trigger": "still", "source": list(ALL), "dest": "still"},
        {"trigger": "another", "source": ["still", *ALL], "dest": "which"},
        {"trigger": "back", "source": ["still", *ALL], "dest": "which"},
        {"trigger": "back", "source": "which", "dest": "over"},
        *({"trigger": "find", "source": name, "dest": _finding(name)} for name in NEED_KPJ),
        *({"trigger": "recover", "source": name, "dest": _finding(name)} for name in NEED_KPJ),
        *({"trigger": "done", "source": _finding(name), "dest": name} for name in NEED_KPJ),
    ),
)

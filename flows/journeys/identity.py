"""Journey 2: who is writing. Called by whatever shows personal data; the outcome says what was proven.

Outcomes: ``verified`` (possession of the registered phone), ``not_confirmed`` (one answer for every reason, so that
nobody can find out whose data exist), ``declined`` (no consent), ``given_up``.

A one-time code to the registered number belongs between ``looking`` and ``not_confirmed``: the rows that lead to
``not_confirmed`` are the only ones that it has to change.
"""

from flows.effect import FindPerson, RecordConsent, ShowTyping
from flows.event import PersonLookedUp
from flows.flow import Answer, Ask, End, Flow, Route, Row, Wait, Wrong
from flows.journeys.typed import read_birth_date, read_name, read_nik
from flows.member import Person
from flows.proof import FULL_KPJ, KNOWLEDGE, PHONE, has_phone, knows_details
from flows.quiet import RETRY
from flows.reading.dates import read_date
from flows.reading.numbers import nik_agrees
from flows.turn import Turn

CONSENT_TEXT = "2026-11"
PURPOSE = "find-kpj"
RETRY_AFTER = (60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000)


# what the table asks


def proven(turn: Turn) -> bool:
    """Somebody is proven already, and it has not expired."""
    return turn.level >= FULL_KPJ


def consented(turn: Turn) -> bool:
    """The user agreed to the text that is in force."""
    return turn.consent is not None and turn.consent.text_version == CONSENT_TEXT


def wants_contact(turn: Turn) -> bool:
    """The phone is not proven yet, and the channel has a button for it."""
    return turn.proven_phone is None and turn.abilities.contact_request


def short_way(turn: Turn) -> bool:
    """A proven phone and the NIK may be enough."""
    return turn.settings.short_way and turn.proven_phone is not None


def phone_is_registered(turn: Turn) -> bool:
    """The person with this NIK has the proven phone."""
    return has_phone(_found(turn), turn.proven_phone)


def possession(turn: Turn) -> bool:
    """The phone is the registered one; where the short way is off, the details match as well."""
    return phone_is_registered(turn) and (turn.settings.short_way or details_match(turn))


def details_match(turn: Turn) -> bool:
    """Name and birth date (and mother's name, if asked for) are those on record."""
    mother = turn.text_slot("mother") if turn.settings.ask_mother_name else None
    return knows_details(_found(turn), turn.text_slot("name"), turn.text_slot("birth_date"), mother)


def date_differs(turn: Turn) -> bool:
    """The birth date is not the one in the NIK; that can be genuine, so it is asked only once."""
    if turn.frame.slots.get("date_asked"):
        return False
    born = read_date(turn.text_slot("birth_date"), turn.today)
    return born is not None and not nik_agrees(turn.text_slot("nik"), born)


def asks_mother(turn: Turn) -> bool:
    """The operator wants the mother's name as well."""
    return turn.settings.ask_mother_name


def at_nik(turn: Turn) -> bool:
    """The look-up that failed was the one right after the NIK."""
    return turn.text_slot("name") == ""


def _found(turn: Turn) -> Person | None:
    event = turn.event
    person = event.person if isinstance(event, PersonLookedUp) else None
    return person if person is not None and person.nik == turn.text_slot("nik") else None


# what the table does


def keep_consent(turn: Turn) -> None:
    """Remember the consent, and have it recorded."""
    turn.agree(CONSENT_TEXT)
    turn.do(RecordConsent(PURPOSE, CONSENT_TEXT, turn.locale, True, turn.now))


def find(turn: Turn) -> None:
    """Look the NIK up."""
    turn.do(ShowTyping())
    turn.do(FindPerson(turn.text_slot("nik"), turn.seq))


def prove_phone(turn: Turn) -> None:
    """Keep the evidence: this person's registered phone is in the user's hand."""
    person = _found(turn)
    if person is not None:
        turn.prove(PHONE, person.ref)


def prove_knowledge(turn: Turn) -> None:
    """Keep the evidence that the details are known; alone it reveals nothing."""
    person = _found(turn)
    if person is not None:
        turn.prove(KNOWLEDGE, person.ref)


def begin_anew(turn: Turn) -> None:
    """Another NIK: what was told after an earlier one belongs to that one."""
    slots = turn.frame.slots
    for name in ("name", "birth_date", "mother", "date_asked"):
        slots.pop(name, None)


def ask_date_once(turn: Turn) -> None:
    """A date that differs from the one in the NIK is asked about only once."""
    turn.frame.slots["date_asked"] = True


def say_back(turn: Turn) -> None:
    """After an outage: say that the data can be read again."""
    if turn.frame.slots.pop("outages", None):
        turn.lead("directory-back")


def try_later(turn: Turn) -> None:
    """The directory is away: try again by itself, less and less often."""
    outages = int(turn.text_slot("outages") or 0)
    turn.frame.slots["outages"] = outages + 1
    turn.wake(RETRY, RETRY_AFTER[min(outages, len(RETRY_AFTER) - 1)])


def say_away(turn: Turn) -> None:
    """Tell it the first time, and whenever the user asks; not at every try."""
    if int(turn.text_slot("outages") or 0) <= 1 or turn.was_at == turn.now or turn.leads:
        turn.question(turn.text("identity-away"))


def read_checked_date(turn: Turn, text: str) -> Answer | Wrong | None:
    """A date typed once more is believed, whatever the NIK says."""
    return read_birth_date(turn, text)


AWAY_OPTIONS = ("nav.agent", "nav.menu")
STATES = (
    Route("start"),
    Ask("consent", options={"consent.yes": "agreed", "consent.no": "declined"}, yes="consent.yes", no="consent.no"),
    Ask("contact", options={"contact.skip": "skipped"}, no="contact.skip", contact="shared", contact_button=True),
    Ask("nik", read=read_nik, personal=True, contact="shared"),
    Ask(
        "kk_check",
        options={"nik.keep": "nik", "nik.again": "again"},
        yes="nik.keep",
        no="nik.again",
        read=read_nik,
        personal=True,
    ),
    Wait("checking", begin=find, results={"person": "person", "away": "away"}),
    Ask("name", read=read_name, loose=True, personal=True),
    Ask("birth_date", read=read_birth_date, personal=True),
    Ask(
        "date_check",
        options={"date.keep": "date", "date.again": "again"},
        yes="date.keep",
        no="date.again",
        read=read_checked_date,
        personal=True,
    ),
    Ask("mother", read=read_name, loose=True, personal=True),
    Wait("looking", begin=find, results={"person": "person", "away": "away"}),
    Ask("away", shown=AWAY_OPTIONS, says=say_away, on_us=True),
    End("verified", outcome="verified"),
    End("not_confirmed", outcome="not_confirmed"),
    End("declined", outcome="declined"),
    End("given_up", outcome="given_up"),
)

TABLE: tuple[Row, ...] = (
    {"trigger": "go", "source": "start", "dest": "verified", "conditions": proven},
    {"trigger": "go", "source": "start", "dest": "consent", "unless": consented},
    {"trigger": "go", "source": "start", "dest": "contact", "conditions": wants_contact},
    {"trigger": "go", "source": "start", "dest": "nik"},
    {"trigger": "agreed", "source": "consent", "dest": "contact", "conditions": wants_contact, "after": keep_consent},
    {"trigger": "agreed", "source": "consent", "dest": "nik", "after": keep_consent},
    {"trigger": "declined", "source": "consent", "dest": "declined"},
    {"trigger": "back", "source": ["consent", "contact"], "dest": "given_up"},
    {"trigger": "shared", "source": ["contact", "nik"], "dest": "nik"},
    {"trigger": "skipped", "source": "contact", "dest": "nik"},
    {"trigger": "nik", "source": ["nik", "kk_check"], "dest": "checking", "conditions": short_way,
     "after": begin_anew},
    {"trigger": "nik", "source": ["nik", "kk_check"], "dest": "name", "after": begin_anew},
    {"trigger": "kk_suspect", "source": ["nik", "kk_check"], "dest": "kk_check"},
    {"trigger": "again", "source": "kk_check", "dest": "nik"},
    {"trigger": "back", "source": "kk_check", "dest": "nik"},
    {"trigger": "back", "source": "nik", "dest": "contact", "conditions": wants_contact},
    {"trigger": "back", "source": "nik", "dest": "given_up"},
    {"trigger": "person", "source": "checking", "dest": "verified", "conditions": phone_is_registered,
     "after": [prove_phone, say_back]},
    {"trigger": "person", "source": "checking", "dest": "name", "after": say_back},
    {"trigger": "name", "source": "name", "dest": "birth_date"},
    {"trigger": "back", "source": "name", "dest": "nik"},
    {"trigger": "date", "source": "birth_date", "dest": "date_check", "conditions": date_differs,
     "after": ask_date_once},
    {"trigger": "date", "source": ["birth_date", "date_check"], "dest": "mother", "conditions": asks_mother},
    {"trigger": "date", "source": ["birth_date", "date_check"], "dest": "looking"},
    {"trigger": "again", "source": "date_check", "dest": "birth_date"},
    {"trigger": "back", "source": "date_check", "dest": "birth_date"},
    {"trigger": "back", "source": "birth_date", "dest": "name"},
    {"trigger": "name", "source": "mother", "dest": "looking"},
    {"trigger": "back", "source": "mother", "dest": "birth_date"},
    {"trigger": "person", "source": "looking", "dest": "verified", "conditions": possession,
     "after": [prove_phone, say_back]},
    {"trigger": "person", "source": "looking", "dest": "not_confirmed", "conditions": details_match,
     "after": [prove_knowledge, say_back]},
    {"trigger": "person", "source": "looking", "dest": "not_confirmed", "after": say_back},
    {"trigger": "away", "source": ["checking", "looking"], "dest": "away", "after": try_later},
    {"trigger": "retry", "source": "away", "dest": "checking", "conditions": at_nik},
    {"trigger": "retry", "source": "away", "dest": "looking"},
    {"trigger": "back", "source": "away", "dest": "nik"},
)  # fmt: skip

IDENTITY = Flow("identity", STATES, TABLE)

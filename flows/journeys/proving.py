"""What the identity table asks and does: conditions and actions on what was typed, looked up and proven."""

from collections.abc import Callable

from flows.doubts import doubt
from flows.effect import (
    Audit,
    CheckCode,
    FindPerson,
    ListMemberships,
    ProofSucceeded,
    RecordConsent,
    SendCode,
    ShowTyping,
)
from flows.event import CodeChecked, Locked, MembershipsListed, PersonLookedUp
from flows.flow import Answer, Wrong
from flows.journeys.typed import read_birth_date
from flows.member import Person
from flows.proof import CODE, FULL_KPJ, KNOWLEDGE, PHONE, has_phone, knows_details
from flows.quiet import RETRY
from flows.reading.date_pieces import DAY, MONTH, pieces
from flows.reading.dates import read_date
from flows.reading.numbers import nik_agrees
from flows.turn import Turn

CONSENT_TEXT = "2026-11"
PURPOSE = "find-kpj"
RETRY_AFTER = (60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000)
TYPED = ("nik", "name", "birth_date", "mother", "date_asked")
"""The slots that hold what was typed; they are emptied as soon as the look-up is done."""


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
    """The person with this NIK has the proven phone, and nothing makes that phone doubtful."""
    person = trusted(turn)
    return has_phone(person, turn.proven_phone)


def trusted(turn: Turn) -> Person | None:
    """The person found, if their phone on record can be trusted."""
    person = _found(turn)
    return person if person is not None and doubt(person, turn.settings, turn.today) is None else None


def possession(turn: Turn) -> bool:
    """The phone is the registered one; where the short way is off, the details match as well."""
    return phone_is_registered(turn) and (turn.settings.short_way or details_match(turn))


def details_match(turn: Turn) -> bool:
    """Name and birth date (and mother's name, if asked for) are those on record."""
    mother = turn.text_slot("mother") if turn.settings.ask_mother_name else None
    return knows_details(_found(turn), turn.text_slot("name"), turn.text_slot("birth_date"), mother)


def level_is_enough(turn: Turn) -> bool:
    """The operator lets matching details alone show the number."""
    return turn.settings.disclosure.kpj <= 1 and _known(turn)


def hints(turn: Turn) -> bool:
    """The operator lets matching details alone show that data were found."""
    return turn.settings.disclosure.found <= 1 and _known(turn)


def _known(turn: Turn) -> bool:
    """The details match, and they are of somebody who can have typed them."""
    person = _found(turn)
    return details_match(turn) and person is not None and doubt(person, turn.settings, turn.today, phone=False) is None


def sends_codes(turn: Turn) -> bool:
    """One-time codes can be sent."""
    return turn.settings.codes


def code_is_right(turn: Turn) -> bool:
    """The code is the one that was sent."""
    return isinstance(turn.event, CodeChecked) and turn.event.verdict == "right" and turn.event.person is not None


def code_is_wrong(turn: Turn) -> bool:
    """The code is another one, and there are tries left."""
    return isinstance(turn.event, CodeChecked) and turn.event.verdict == "wrong"


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


PROOFS: tuple[Callable[[Turn], bool], ...] = (phone_is_registered, possession, proven, code_is_right, level_is_enough)
"""The conditions that stand for a proof. Rows without one of them must never lead to a number."""


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
    """Look the NIK up; the first time for this NIK it counts as an attempt."""
    counts = not turn.frame.slots.get("counted")
    turn.frame.slots["counted"] = True
    turn.do(ShowTyping())
    turn.do(FindPerson(turn.text_slot("nik"), turn.seq, counts, turn.proven_phone))


def prove_phone(turn: Turn) -> None:
    """Keep the evidence: this person's registered phone is in the user's hand."""
    person = _found(turn)
    if person is not None:
        _succeed(turn, PHONE, person.ref)


def prove_code(turn: Turn) -> None:
    """Keep the evidence: the code sent to the registered phone came back."""
    event = turn.event
    if isinstance(event, CodeChecked) and event.person is not None:
        _succeed(turn, CODE, event.person)


def prove_knowledge(turn: Turn) -> None:
    """Keep the evidence that the details are known."""
    person = _found(turn)
    if person is not None:
        turn.prove(KNOWLEDGE, person.ref)


def prove_by_knowledge(turn: Turn) -> None:
    """The details are enough for this operator."""
    person = _found(turn)
    if person is not None:
        _succeed(turn, KNOWLEDGE, person.ref)


def _succeed(turn: Turn, kind: str, person: str) -> None:
    turn.prove(kind, person)
    turn.do(ProofSucceeded())
    turn.do(Audit("proof", person, kind))


def fail(turn: Turn) -> None:
    """Keep for the record that a proof failed; the same for every reason, but for what the record says."""
    person = _found(turn)
    turn.do(Audit("failed-proof", person.ref if person is not None else None, _why(turn, person)))


def fail_code(turn: Turn) -> None:
    """No code came back in time."""
    turn.do(Audit("failed-proof", None, "code"))


def _why(turn: Turn, person: Person | None) -> str:
    if person is None:
        return "unknown"
    if not details_match(turn):
        return "details"
    return doubt(person, turn.settings, turn.today) or "possession"


def keep_lockout(turn: Turn) -> None:
    """Keep for the record that somebody was locked out."""
    if isinstance(turn.event, Locked):
        turn.do(Audit("lockout", None, ""))


def send_code(turn: Turn) -> None:
    """Send a code if everything matches and the phone can be trusted; the same is said and done if not."""
    person = trusted(turn) if details_match(turn) else None
    ref, phone = (person.ref, person.phones[0]) if person is not None else (None, None)
    turn.do(SendCode(ref, phone, turn.text_slot("nik"), locale=turn.locale))


def send_again(turn: Turn) -> None:
    """Another code, to whom the last one was for."""
    turn.do(SendCode(None, None, "", again=True, locale=turn.locale))
    turn.lead("code-again")


def check_code(turn: Turn) -> None:
    """Have the typed code compared, and forget it."""
    turn.do(CheckCode(turn.text_slot("code"), turn.seq))
    turn.frame.slots.pop("code", None)


def say_code_wrong(turn: Turn) -> None:
    """The code was another one."""
    turn.lead("code-wrong")


def say_code_unchecked(turn: Turn) -> None:
    """The code could not be compared just now."""
    turn.lead("code-unchecked")


def ask_for_hint(turn: Turn) -> None:
    """Fetch the numbers of which the last digits are told."""
    turn.do(ListMemberships(turn.proven_person(1), turn.seq, "last digits"))


def say_hint(turn: Turn) -> None:
    """Tell that data were found, with the last digits of the oldest number."""
    event = turn.event
    if isinstance(event, MembershipsListed) and event.memberships:
        turn.lead("identity-found", last=event.memberships[0].kpj[-3:])


def forget_typed(turn: Turn) -> None:
    """The look-up is done: what was typed leaves the session."""
    for name in TYPED:
        turn.frame.slots.pop(name, None)


def say_birth_date(turn: Turn) -> None:
    """Ask for the date, or for what is still missing of it."""
    known = pieces(turn.text_slot("birth_date"))
    if known == DAY:
        turn.question(turn.text("identity-birth_date-month"))
    elif known == MONTH:
        turn.question(turn.text("identity-birth_date-year"))
    else:
        turn.question(turn.text("identity-birth_date"))


def say_code(turn: Turn) -> None:
    """That a code may have been sent: told once, then in short."""
    told = turn.leads and turn.frame.slots.get("code_told")
    turn.frame.slots["code_told"] = True
    turn.question(turn.text("identity-code-short" if told else "identity-code"))


def begin_anew(turn: Turn) -> None:
    """Another NIK: what was told after an earlier one belongs to that one."""
    slots = turn.frame.slots
    for name in ("name", "birth_date", "mother", "date_asked", "counted", "code_told"):
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

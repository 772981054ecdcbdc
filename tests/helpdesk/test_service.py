"""What agents do is recorded first, told to the conversation once and in order, and safe to repeat."""

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.helpdesk.port import Actor, NeedsNik, NeedsSecond, NotAllowed, TooLong, WindowOver
from bot.helpdesk.service import LONGEST, LONGEST_NOTE
from bot.helpdesk.telling import UNREADABLE
from flows.event import AgentAsked, AgentConfirmed, AgentLeft, AgentSaid, AgentTook, TicketClosed
from flows.settings import HOUR
from storage.looks import TooManyLooks
from storage.members.port import DirectoryUnavailable
from storage.tickets import Filter, NoSuchTicket, NotYours, TicketIsClosed, TicketUnreadable
from storage.tickets.port import FileMark
from tests.helpdesk.stage import ANI, AUDITOR, AYU, BUDI, CITRA, LINES, PERSON, SITI, WORDS, NikOnly, Stage


async def test_looking_is_in_the_audit(stage: Stage) -> None:
    """Who, and which request; auditors see no conversation."""
    number = await stage.open()
    ticket = await stage.service.look(ANI, number)
    assert ticket.request.words == WORDS
    assert await stage.audited("look") == [("ani", f"request {number}")]
    with pytest.raises(NotAllowed):
        await stage.service.look(AUDITOR, number)
    with pytest.raises(NoSuchTicket):
        await stage.service.look(ANI, 77)


async def test_a_claim_is_told_once(stage: Stage) -> None:
    """The conversation hears who is there; the same again is not told again; another is refused."""
    number = await stage.open()
    line = await stage.service.claim(ANI, number)
    assert (line.owner, line.claim, line.state) == ("ani", 1, "agent")
    assert await stage.service.claim(ANI, number) == line
    (took,) = stage.told.events
    assert isinstance(took, AgentTook)
    assert (took.ticket, took.claim, took.agent, took.name, took.locale) == (number, 1, "ani", "Ani", "id")
    assert stage.told.senders == [SITI]
    with pytest.raises(NotYours) as refused:
        await stage.service.claim(BUDI, number)
    assert refused.value.owner == "ani"
    assert await stage.audited("claim") == [("ani", f"request {number}")]


async def test_of_two_agents_one_gets_the_conversation(stage: Stage) -> None:
    """Both press at once, twenty times: one is told to the user each time, the other hears that it is taken."""
    for round_ in range(20):
        number = await stage.open(effect_id=f"fx:{round_}")
        both = (stage.service.claim(ANI, number), stage.service.claim(BUDI, number))
        done = await asyncio.gather(*both, return_exceptions=True)
        assert sum(isinstance(one, NotYours) for one in done) == 1
        (took,) = stage.told.take()
        assert isinstance(took, AgentTook)
        assert took.agent == (await stage.tickets.line(number)).owner


async def test_an_answer_carries_its_claim(stage: Stage) -> None:
    """Its event is named after its entry, by which it is known again once it was sent."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    stage.told.take()
    mark = FileMark("f1", "surat.pdf", "application/pdf", 100)
    entry = await stage.service.say(ANI, number, "  Silakan dibaca, Kak. ", "once-1", mark)
    assert await stage.service.say(ANI, number, "  Silakan dibaca, Kak. ", "once-1", mark) == entry
    (said,) = stage.told.take()
    assert said == AgentSaid(
        f"entry:{entry.id}", stage.clock.now, "Silakan dibaca, Kak.", number, "id", 1, "ani", "Ani", "f1", "surat.pdf"
    )
    assert (entry.delivery, entry.claim, entry.files) == ("sending", 1, (mark,))
    assert await stage.audited("reply") == [("ani", f"request {number}")]


async def test_who_answers_first_has_the_ticket(stage: Stage) -> None:
    """Answering what is nobody's claims it; what is another's is refused and said to nobody."""
    number = await stage.open()
    for _ in range(2):
        await stage.service.say(ANI, number, "Halo", "once-1")
    assert [type(event) for event in stage.told.take()] == [AgentTook, AgentSaid]
    with pytest.raises(NotYours):
        await stage.service.say(BUDI, number, "Halo juga", "once-2")
    assert stage.told.take() == []
    assert [entry.kind for entry in await stage.service.entries(number)] == ["request", "claimed", "agent"]


@pytest.mark.parametrize("text", ["", "  \n", "x" * (LONGEST + 1)])
async def test_an_answer_has_a_length(stage: Stage, text: str) -> None:
    """Nothing, and what no channel takes, is refused before anything happens; a note may be longer."""
    number = await stage.open()
    with pytest.raises(TooLong):
        await stage.service.say(ANI, number, text, "once-1")
    assert (await stage.tickets.line(number)).owner is None
    assert (await stage.service.note(ANI, number, "x" * LONGEST_NOTE, "once-2")).kind == "note"
    with pytest.raises(TooLong):
        await stage.service.note(ANI, number, "x" * (LONGEST_NOTE + 1), "once-3")


async def test_a_file_may_go_without_words(stage: Stage) -> None:
    """The file says enough."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "", "once-1", FileMark("f1", "a.png", "image/png", 1))
    assert entry.text == ""


async def test_nobody_is_answered_when_the_window_is_over(stage: Stage) -> None:
    """On WhatsApp a day after the user last wrote, in the ticket or outside of it."""
    number = await stage.open(AYU)
    opened = stage.clock.now
    assert await stage.service.window_ends_at(number) == opened + 24 * HOUR
    stage.heard[AYU] = opened + HOUR
    assert await stage.service.window_ends_at(number) == opened + 25 * HOUR
    stage.heard_away = True
    stage.clock.now = opened + 24 * HOUR + 1
    with pytest.raises(WindowOver):
        await stage.service.say(ANI, number, "Halo", "once-1")
    stage.heard_away = False
    await stage.service.say(ANI, number, "Halo", "once-1")
    other = await stage.open(SITI, "fx:2")
    assert await stage.service.window_ends_at(other) is None


async def test_a_note_is_for_agents_only(stage: Stage) -> None:
    """Whoever has the ticket; the conversation hears nothing."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    stage.told.take()
    for _ in range(2):
        await stage.service.note(BUDI, number, "saya kenal orangnya", "once-1")
    notes = [(entry.author, entry.name, entry.text) for entry in await stage.service.entries(number, after=2)]
    assert notes == [("budi", "Budi", "saya kenal orangnya")]
    assert stage.told.take() == []


async def test_a_ticket_is_handed_on(stage: Stage) -> None:
    """To another, who is named to the user; back to the queue; each told once, however often it is asked."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    with pytest.raises(NotYours):
        await stage.service.transfer(BUDI, number, BUDI, "once-0")
    stage.told.take()
    for _ in range(2):
        assert (await stage.service.transfer(ANI, number, BUDI, "once-1")).owner == "budi"
    for _ in range(2):
        line = await stage.service.transfer(BUDI, number, None, "once-2")
        assert (line.owner, line.state) == (None, "waiting")
    with pytest.raises(NotYours):
        await stage.service.transfer(ANI, number, BUDI, "once-3")
    took, left = stage.told.take()
    assert isinstance(took, AgentTook)
    assert (took.agent, took.name, took.claim) == ("budi", "Budi", 2)
    assert isinstance(left, AgentLeft)
    assert left.claim == 3
    assert await stage.audited("transfer") == [("ani", f"request {number}"), ("budi", f"request {number}")]


async def test_supervisors_hand_on_what_is_anybodys(stage: Stage) -> None:
    """Somebody's or nobody's; to themselves as well."""
    number = await stage.open()
    for _ in range(2):
        assert (await stage.service.transfer(CITRA, number, ANI, "once-1")).owner == "ani"
    assert (await stage.service.transfer(CITRA, number, CITRA, "once-2")).owner == "citra"
    assert (await stage.service.transfer(CITRA, number, BUDI, "once-3")).owner == "budi"
    for _ in range(2):
        assert (await stage.service.transfer(CITRA, number, None, "once-4")).owner is None
    events = stage.told.take()
    names = [event.name for event in events if isinstance(event, AgentTook)]
    assert (names, type(events[-1])) == (["Ani", "Citra", "Budi"], AgentLeft)


async def test_a_ticket_is_closed(stage: Stage) -> None:
    """By who has it, or a supervisor; the user is asked how it was where somebody had helped."""
    number = await stage.open()
    with pytest.raises(NotYours):
        await stage.service.close(ANI, number, "solved", "once-1")
    await stage.service.claim(ANI, number)
    stage.told.take()
    with pytest.raises(NotYours):
        await stage.service.close(BUDI, number, "solved", "once-2")
    for _ in range(2):
        await stage.service.close(ANI, number, "solved", "once-3")
    with pytest.raises(TicketIsClosed):
        await stage.service.close(ANI, number, "solved", "once-4")
    (closed,) = stage.told.take()
    assert isinstance(closed, TicketClosed)
    assert (closed.ticket, closed.claim, closed.reason, closed.rate, closed.locale) == (number, 1, "solved", True, "id")
    with pytest.raises(TicketIsClosed):
        await stage.service.say(ANI, number, "Satu lagi", "once-5")
    other = await stage.open(effect_id="fx:2")
    await stage.service.close(CITRA, other, "abuse", "once-6")
    (closed,) = stage.told.take()
    assert isinstance(closed, TicketClosed)
    assert (closed.reason, closed.rate) == ("abuse", False)
    with pytest.raises(ValueError, match="forgotten"):
        await stage.service.close(CITRA, other, "forgotten", "once-7")


async def test_the_bot_is_asked_for_a_step(stage: Stage) -> None:
    """By who has the ticket; step and argument come along."""
    number = await stage.open()
    with pytest.raises(NotYours):
        await stage.service.ask_bot(ANI, number, "identity", "", "once-0")
    await stage.service.claim(ANI, number)
    stage.told.take()
    for _ in range(2):
        await stage.service.ask_bot(ANI, number, "guide", "3", "once-1")
    await stage.service.ask_bot(ANI, number, "kpj", "", "once-2")
    guide, kpj = stage.told.take()
    assert isinstance(guide, AgentAsked)
    assert (guide.step, guide.argument, guide.claim) == ("guide", "3", 1)
    assert isinstance(kpj, AgentAsked)
    assert (kpj.step, kpj.argument) == ("kpj", "")


@pytest.mark.parametrize("digits", [PERSON.nik, "9901 0141 0790 9901", LINES[1].kpj])
async def test_members_are_looked_up_masked(stage: Stage, digits: str) -> None:
    """By NIK or KPJ, by who has the ticket; the last digits only, and the audit has it."""
    number = await stage.open()
    with pytest.raises(NotYours):
        await stage.service.find_member(ANI, number, digits)
    await stage.service.claim(ANI, number)
    card = await stage.service.find_member(ANI, number, digits)
    assert card is not None
    assert (card.person, card.name, card.birth_date, card.nik_end) == (PERSON.ref, "Siti Contoh", "1990-07-01", "901")
    assert [(line.kpj_end, line.employer, line.status) for line in card.memberships] == [
        ("911", "PT Contoh Maju", "active"), ("922", "", "inactive"),
    ]  # fmt: skip
    assert PERSON.nik not in repr(card)
    assert await stage.audited("member-look") == [("ani", f"request {number}")]


async def test_nobody_found_is_in_the_audit_too(stage: Stage) -> None:
    """Trying numbers leaves as many entries; a directory that is away is told."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    assert await stage.service.find_member(ANI, number, "9901014107909902") is None
    assert await stage.service.find_member(CITRA, number, "123") is None
    assert await stage.audited("member-look") == [("ani", f"request {number}"), ("citra", f"request {number}")]
    stage.directory.away = True
    with pytest.raises(DirectoryUnavailable):
        await stage.service.find_member(ANI, number, PERSON.nik)


async def test_nobody_copies_the_directory_by_looking_members_up(stage: Stage) -> None:
    """Numbers follow each other: one account gets a day's work of them, others go on, and it ends by itself."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    found = 0
    for _ in range(24 * 3):
        for _ in range(10):
            with suppress(TooManyLooks):
                found += await stage.service.find_member(ANI, number, PERSON.nik) is not None
        stage.clock.now += 20 * 60_000
    assert 150 <= found <= 175
    assert await stage.service.find_member(CITRA, number, PERSON.nik) is not None
    assert len(await stage.audited("member-look")) == found + 1
    stage.clock.now += 24 * 60 * 60_000
    assert await stage.service.find_member(ANI, number, PERSON.nik) is not None


async def test_too_many_look_ups_at_once_get_no_more(stage: Stage) -> None:
    """Fifty at the same moment: forty."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    tries = (stage.service.find_member(ANI, number, "9901014107909902") for _ in range(50))
    ends = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(end is None for end in ends) == 40
    assert sum(isinstance(end, TooManyLooks) for end in ends) == 10


async def test_a_directory_that_knows_no_numbers_says_so(records: AsyncEngine, redis: Any) -> None:
    """An institution's service finds people by NIK alone."""
    stage = Stage(records, redis, directory=NikOnly())
    number = await stage.open()
    await stage.service.claim(ANI, number)
    assert await stage.service.find_member(ANI, number, PERSON.nik) is not None
    with pytest.raises(NeedsNik):
        await stage.service.find_member(ANI, number, LINES[0].kpj)


async def test_who_a_user_is_is_confirmed(stage: Stage) -> None:
    """By who has the ticket; the conversation hears whom, and the audit."""
    number = await stage.open()
    with pytest.raises(NotYours):
        await stage.service.confirm(ANI, number, PERSON.ref, "once-0")
    await stage.service.claim(ANI, number)
    stage.told.take()
    for _ in range(2):
        await stage.service.confirm(ANI, number, PERSON.ref, "once-1")
    (confirmed,) = stage.told.take()
    assert isinstance(confirmed, AgentConfirmed)
    assert (confirmed.person, confirmed.claim, confirmed.ticket) == (PERSON.ref, 1, number)
    assert await stage.audited("confirm") == [("ani", f"request {number}")]


async def test_somebody_else_than_was_proven_needs_a_second_agent(stage: Stage) -> None:
    """A wrong look-up hands nobody another person's numbers: two have to say that the proof was another's."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    await stage.records.tickets.prove(number, 2, "ref-who-has-the-phone")
    stage.told.take()
    for once in ("once-1", "once-1"):
        with pytest.raises(NeedsSecond):
            await stage.service.confirm(ANI, number, PERSON.ref, once)
    assert stage.told.take() == []
    await stage.service.confirm(ANI, number, "ref-who-has-the-phone", "once-2")
    (confirmed,) = stage.told.take()
    assert isinstance(confirmed, AgentConfirmed)
    assert confirmed.person == "ref-who-has-the-phone"


async def test_two_have_to_confirm_the_same_person(records: AsyncEngine, redis: Any) -> None:
    """The second looks for themselves; not the first again, not somebody else, not under another's claim."""
    stage = Stage(records, redis, second_approval=True)
    number = await stage.open()
    await stage.service.claim(ANI, number)
    stage.told.take()
    with pytest.raises(NotYours):
        await stage.service.find_member(BUDI, number, PERSON.nik)
    for once in ("once-1", "once-1", "once-2"):
        with pytest.raises(NeedsSecond):
            await stage.service.confirm(ANI, number, PERSON.ref, once)
    assert await stage.audited("ask-approval") == [("ani", f"request {number}")] * 2
    assert stage.told.take() == []
    assert await stage.service.find_member(BUDI, number, PERSON.nik) is not None
    with pytest.raises(NotYours):
        await stage.service.confirm(BUDI, number, "ref-somebody-else", "once-3")
    for _ in range(2):
        await stage.service.confirm(BUDI, number, PERSON.ref, "once-4")
    (confirmed,) = stage.told.take()
    assert isinstance(confirmed, AgentConfirmed)
    assert (confirmed.person, confirmed.claim) == (PERSON.ref, 1)
    assert await stage.audited("confirm") == [("budi", f"request {number}")]
    with pytest.raises(NotYours):  # what was asked for has been done
        await stage.service.confirm(CITRA, number, PERSON.ref, "once-5")


async def test_an_approval_ends_with_the_claim(records: AsyncEngine, redis: Any) -> None:
    """Who takes the ticket over asks again; a closed one confirms nobody."""
    stage = Stage(records, redis, second_approval=True)
    number = await stage.open()
    await stage.service.claim(ANI, number)
    with pytest.raises(NeedsSecond):
        await stage.service.confirm(ANI, number, PERSON.ref, "once-1")
    await stage.service.transfer(ANI, number, BUDI, "once-2")
    with pytest.raises(NotYours):
        await stage.service.confirm(CITRA, number, PERSON.ref, "once-3")
    with pytest.raises(NeedsSecond):
        await stage.service.confirm(BUDI, number, PERSON.ref, "once-4")
    await stage.service.close(BUDI, number, "solved", "once-5")
    with pytest.raises(TicketIsClosed):
        await stage.service.confirm(CITRA, number, PERSON.ref, "once-6")
    assert not any(isinstance(event, AgentConfirmed) for event in stage.told.events)


async def test_tickets_are_searched_by_number_of_a_member(stage: Stage) -> None:
    """With the KPJs of whoever was proven; the search is in the audit, without the number."""
    number = await stage.open(person=PERSON.ref)
    await stage.open(AYU, "fx:2")
    found = await stage.service.list(CITRA, Filter(kpj=LINES[0].kpj))
    assert [line.number for line in found] == [number]
    assert await stage.audited("search") == [("citra", "by KPJ, found 1")]
    assert len(await stage.service.list(ANI, Filter())) == 2
    with pytest.raises(NotAllowed):
        await stage.service.list(AUDITOR, Filter())


async def test_with_redis_away_it_is_told_later_and_in_order(stage: Stage) -> None:
    """What was done holds; the next thing that happens in the ticket brings all of it, each once."""
    number = await stage.open()
    stage.told.away = True
    await stage.service.claim(ANI, number)
    await stage.service.say(ANI, number, "Halo", "once-1")
    assert stage.told.events == []
    assert (await stage.tickets.line(number)).owner == "ani"
    stage.told.away = False
    await stage.service.ask_bot(ANI, number, "kpj", "", "once-2")
    assert [type(event) for event in stage.told.take()] == [AgentTook, AgentSaid, AgentAsked]
    calls = stage.told.calls
    await stage.telling.tell(number)
    assert stage.told.calls == calls


class Died(Exception):
    """The process ends here."""


async def test_a_crash_between_record_and_line_loses_nothing(
    stage: Stage, records: AsyncEngine, redis: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The claim is in SQL; another process, or the same agent again, tells the conversation."""
    number = await stage.open()

    async def die(*_about: object) -> None:
        raise Died

    monkeypatch.setattr(stage.telling, "tell", die)
    with pytest.raises(Died):
        await stage.service.claim(ANI, number)
    after = Stage(records, redis)
    assert (await after.tickets.line(number)).owner == "ani"
    assert await after.tickets.with_untold(after.clock.now + 1) == [number]
    await after.service.claim(ANI, number)
    (took,) = after.told.take()
    assert isinstance(took, AgentTook)
    assert await after.audited("claim") == [("ani", f"request {number}")]
    assert await after.tickets.with_untold(after.clock.now + 1) == []


async def test_a_crash_between_line_and_unmarking_tells_nothing_twice(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The event has the same id the second time, and the audit the same entry."""
    number = await stage.open()

    async def die(_number: int, _last: int) -> None:
        raise Died

    with monkeypatch.context() as patched:
        patched.setattr(stage.tickets, "told", die)
        with pytest.raises(Died):
            await stage.service.say(ANI, number, "Halo", "once-1")
    await stage.service.say(ANI, number, "Halo", "once-1")
    assert [type(event) for event in stage.told.events] == [AgentTook, AgentSaid]
    assert await stage.audited("reply") == [("ani", f"request {number}")]


async def test_what_a_forgotten_user_was_to_be_told_goes_with_them(stage: Stage) -> None:
    """Nothing is told of a ticket that is gone, and nothing fails."""
    number = await stage.open()
    stage.told.away = True
    await stage.service.claim(ANI, number)
    await stage.conversations.forget(SITI)
    stage.told.away = False
    await stage.telling.tell(number)
    assert stage.told.events == []
    with pytest.raises(NoSuchTicket):
        await stage.service.claim(ANI, number)


async def test_news_wake_who_listens(stage: Stage) -> None:
    """Whatever happens in a ticket, whoever did it."""
    with stage.service.listen() as ear:
        number = await stage.open()
        assert await ear.wait(5) == {number}
        await stage.service.note(Actor("telegram:7", "Tono"), number, "halo", "once-1")
        assert await ear.wait(5) == {number}
        assert await ear.wait(0.01) == frozenset()


async def test_what_no_key_opens_is_told_when_one_does(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given a key that is missing for a while, nothing is passed over; after a day it is given up."""
    number = await stage.open()
    real, days = stage.tickets.look, list[int]()

    async def unreadable(number: int) -> Any:
        raise TicketUnreadable(number)

    for days_without in (0, 1):
        stage.told.away = True
        await stage.service.note(ANI, number, "hm", f"note-{days_without}")
        await stage.service.say(ANI, number, "Halo", f"once-{days_without}")
        stage.told.away = False
        monkeypatch.setattr(stage.tickets, "look", unreadable)
        stage.clock.now += days_without * UNREADABLE
        await stage.telling.tell(number)
        monkeypatch.setattr(stage.tickets, "look", real)
        days.append(len(await stage.tickets.untold(number)))
        await stage.telling.tell(number)
    assert days == [2, 0]
    assert [event.text for event in stage.told.events if isinstance(event, AgentSaid)] == ["Halo"]

"""A conversation at the desk: what is shown of it, and what agents do in it."""

from pathlib import Path

import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.helpdesk.port import Actor
from flows.event import AgentAsked, AgentConfirmed, AgentSaid, AgentTook, Sender, TicketClosed
from flows.journeys.handover import PROOFS
from storage.audit import Wanted
from storage.tickets.port import Draft
from tests.desk.dom import Element, assert_harmless, read
from tests.desk.entering import Browser
from tests.desk.stage import MINUTE, Stage, members, staged
from tests.line.clock import Clock

SARI, BUDI = Actor("sari", "Sari"), Actor("budi", "Budi")
NIK, KPJ = "9901015708909901", "99012345678"


async def taken(stage: Stage, words: str = "Kartu saya hilang", **more: object) -> tuple[Browser, int]:
    """Sari at her desk, and a ticket of hers."""
    sari = await stage.agent("sari")
    number = await stage.ticket(words, **more)  # type: ignore[arg-type]  # passed on
    await stage.room.helpdesk.claim(SARI, number)
    return sari, number


def notice(html: str) -> str:
    """What the page says above the conversation."""
    return read(html).one("div", id="notice").text


def bubbles(page: Element) -> list[str]:
    """All that was said, in order."""
    return [
        one.one("p", class_="words").text for one in page.all("div", class_="bubble") if one.all("p", class_="words")
    ]


async def test_the_page_shows_what_was_asked(stage: Stage) -> None:
    """Given a request, its page shows the user's words, the brief, the proof, and that nobody has it."""
    sari = await stage.agent("sari")
    number = await stage.ticket("Kartu saya hilang", level=1)
    page = read((await sari.get(f"/desk/tickets/{number}")).text)
    assert page.one("blockquote", class_="request").text == "Kartu saya hilang"
    assert "Saluran: web, bahasa: id" in page.one("ul", class_="brief").text
    assert "Level 1: knows NIK, name and birth date" in page.one("header", id="talk-head").text
    assert bubbles(page) == ["Kartu saya hilang"]
    assert page.one("button", id="claim").text == "Take"
    assert "Nobody has taken this ticket" in page.one("div", id="composer-state").text
    assert_harmless(page)


async def test_opening_a_page_is_audited(stage: Stage) -> None:
    """Given an agent who opens a ticket, the audit has it; what the page then asks by itself adds nothing."""
    sari = await stage.agent("sari")
    number = await stage.ticket()
    await sari.get(f"/desk/tickets/{number}")
    await sari.get(f"/desk/tickets/{number}/now", hx_request="true")
    looks = [entry async for entry in stage.audit.show(Wanted(actor="sari", kind="look"))]
    assert [entry.detail for entry in looks] == [f"request {number}"]


async def test_everything_that_happened_stands_in_order(stage: Stage) -> None:
    """Given a whole life, each entry is said in words: who did what, what was written, and what became of it."""
    sari, number = await taken(stage, "halo")
    desk = stage.room.helpdesk
    said = await desk.say(SARI, number, "Saya periksa dulu", "a")
    await stage.tickets.delivered(said.id, "sent")
    lost = await desk.say(SARI, number, "Ini tidak sampai", "b")
    await stage.tickets.delivered(lost.id, "held-back")
    await desk.note(BUDI, number, "Pernah ada kasus sama", "c")
    await desk.ask_bot(SARI, number, "guide", "7", "d")
    await stage.hear(number, "baik")
    await desk.transfer(SARI, number, None, "e")
    await desk.claim(SARI, number)
    await desk.close(SARI, number, "solved", "f")
    await stage.tickets.rate(number, "g", 5, "ramah", stage.clock())
    page = read((await sari.get(f"/desk/tickets/{number}")).text)
    assert bubbles(page) == ["halo", "Saya periksa dulu", "Ini tidak sampai", "Pernah ada kasus sama", "baik"]
    log = page.one("div", id="log").text
    for told in (
        "Sari took this ticket", "sent", "not sent: somebody else had the conversation by then",
        "Internal note · Budi", "Sari asked the bot: JMO guide 7", "put the ticket back into the queue",
        "closed the ticket: Solved", "The user's rating: 5 of 5",
    ):  # fmt: skip
        assert told.replace("Sari", "Agent Satu") in log or told in log, told
    assert "closed (Solved)" in page.one("div", id="composer-state").text
    assert_harmless(page)


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("recovery.shown", "The bot's step: the KPJ was shown"),
        ("guide.finished", "The bot's step: the JMO guide is done"),
        *((name, "The bot's step: ") for name in (*PROOFS, "done", "stopped", "left")),
    ],
)
async def test_what_became_of_a_step_is_said_in_words(stage: Stage, outcome: str, told: str) -> None:
    """Given a step of the bot that came to an end, its line says how, not by the name that it has inside."""
    sari, number = await taken(stage)
    await stage.tickets.add(Draft(number, "over", stage.clock(), "step", "bot", outcome))
    log = read((await sari.get(f"/desk/tickets/{number}")).text).one("div", id="log").text
    assert told in log
    assert f"step: {outcome} " not in log or outcome in {"done", "stopped"}  # which are English words


async def test_a_confirmation_is_said_in_words(stage: Stage) -> None:
    """Given an identity that an agent confirmed, the conversation says that, not that the bot was asked."""
    sari, number = await taken(stage)
    await stage.tickets.add(Draft(number, "seen", stage.clock(), "step", "sari", "confirm"))
    log = read((await sari.get(f"/desk/tickets/{number}")).text).one("div", id="log").text
    assert "confirmed the identity from documents" in log
    assert "asked the bot" not in log


async def test_a_reply_goes_to_the_user(stage: Stage) -> None:
    """Given a reply, the conversation is told once, the page shows it as being sent, and the box is emptied."""
    sari, number = await taken(stage)
    words = {"words": "Halo Kak,\r\nsaya bantu", "kind": "say", "once": "abc"}
    answer = await sari.post(f"/desk/tickets/{number}/say", words, hx_request="true")
    assert answer.headers["hx-trigger"] == "desk-said"
    assert bubbles(read(answer.text))[-1] == "Halo Kak, saya bantu"
    assert read(answer.text).one("span", class_="delivery").text == "sending …"
    again = await sari.post(f"/desk/tickets/{number}/say", words, hx_request="true")
    assert again.headers["hx-trigger"] == "desk-said"
    said = [event for event in stage.told if isinstance(event, AgentSaid)]
    assert [(event.text, event.agent) for event in said] == [("Halo Kak,\nsaya bantu", "sari")]


async def test_replying_takes_what_is_nobodys(stage: Stage) -> None:
    """Given a ticket that waits, a reply takes it."""
    sari = await stage.agent("sari")
    number = await stage.ticket()
    await sari.post(f"/desk/tickets/{number}/say", {"words": "Halo", "once": "1"})
    assert (await stage.tickets.line(number)).owner == "sari"
    assert [type(event) for event in stage.told] == [AgentTook, AgentSaid]


async def test_forms_of_one_page_do_not_stand_for_each_other(stage: Stage) -> None:
    """Given a page whose forms carry the same name, a reply, a step and the end all take place."""
    sari, number = await taken(stage)
    page = read((await sari.get(f"/desk/tickets/{number}")).text)
    names = {one.attributes["value"] for one in page.all("input", name="once")}
    assert len(names) == 1
    once = names.pop()
    await sari.post(f"/desk/tickets/{number}/say", {"words": "Halo", "once": once})
    await sari.post(f"/desk/tickets/{number}/step", {"step": "stop", "once": once})
    await sari.post(f"/desk/tickets/{number}/close", {"reason": "solved", "once": once})
    assert [type(event) for event in stage.told[1:]] == [AgentSaid, AgentAsked, TicketClosed]
    assert (await stage.tickets.line(number)).state == "closed"


async def test_without_script_the_page_comes_back_whole(stage: Stage) -> None:
    """Given a browser without script, each form answers with the page."""
    sari, number = await taken(stage)
    answer = await sari.post(f"/desk/tickets/{number}/say", {"words": "Halo", "once": "1"})
    page = read(answer.text)
    assert page.all("html")
    assert bubbles(page)[-1] == "Halo"
    assert page.one("textarea", id="words").text == ""


@pytest.mark.parametrize(
    ("words", "told"), [("", "Write the reply first."), ("  \n ", "Write the reply first."),
                        ("x" * 1201, "Too long: at most 1,200 characters.")]
)  # fmt: skip
async def test_what_cannot_be_said_stays_in_the_box(stage: Stage, words: str, told: str) -> None:
    """Given nothing, or too much, nothing is sent, the page says why, and what was typed is there still."""
    sari, number = await taken(stage)
    answer = await sari.post(f"/desk/tickets/{number}/say", {"words": words, "once": "1"})
    assert notice(answer.text) == told
    assert read(answer.text).one("textarea", id="words").text == words.strip()
    htmx = await sari.post(f"/desk/tickets/{number}/say", {"words": words, "once": "2"}, hx_request="true")
    assert "hx-trigger" not in htmx.headers
    assert not [event for event in stage.told if isinstance(event, AgentSaid)]


async def test_nobody_speaks_into_anothers_ticket(stage: Stage) -> None:
    """Given a ticket of Budi's that Sari has open, her reply is refused with his name, a note is taken."""
    sari = await stage.agent("sari")
    await stage.agent("budi")
    number = await stage.ticket()
    assert (await sari.get(f"/desk/tickets/{number}")).status_code == 200
    await stage.room.helpdesk.note(SARI, number, "saya lihat dulu", "n")  # she had a part in it
    await stage.room.helpdesk.claim(BUDI, number)
    answer = await sari.post(f"/desk/tickets/{number}/say", {"words": "halo", "once": "1"})
    assert notice(answer.text) == "This ticket belongs to Agent Satu. Nothing has changed."
    assert not [event for event in stage.told if isinstance(event, AgentSaid)]
    answer = await sari.post(f"/desk/tickets/{number}/say", {"words": "cek SIPP", "kind": "note", "once": "2"})
    assert read(answer.text).all("div", class_="note")[-1].one("p", class_="words").text == "cek SIPP"


async def test_a_closed_ticket_takes_no_reply(stage: Stage) -> None:
    """Given a ticket that was closed meanwhile, a reply is refused and says so."""
    sari, number = await taken(stage)
    await stage.room.helpdesk.close(SARI, number, "solved", "x")
    answer = await sari.post(f"/desk/tickets/{number}/say", {"words": "halo", "once": "1"})
    assert notice(answer.text) == "This ticket is closed. Nothing has changed."


async def test_whatsapp_after_a_day(stage: Stage) -> None:
    """Given WhatsApp and a user who was last heard a day ago, the page says so, and a reply is refused."""
    number = await stage.ticket(channel="whatsapp")
    stage.clock.now += 24 * 60 * MINUTE + 1
    sari = await stage.agent("sari")
    await stage.room.helpdesk.claim(SARI, number)
    page = read((await sari.get(f"/desk/tickets/{number}")).text)
    state = page.one("div", id="composer-state")
    assert state.attributes["data-open"] == "0"
    assert "WhatsApp takes no ordinary reply" in state.text
    assert "helpdesk.whatsapp_template" in state.text
    answer = await sari.post(f"/desk/tickets/{number}/say", {"words": "halo", "once": "1"})
    assert "Your message was not sent" in notice(answer.text)


async def test_steps(stage: Stage) -> None:
    """Given a step, the bot is asked for it in this conversation; a step that there is not is refused."""
    sari, number = await taken(stage, level=2)
    path = f"/desk/tickets/{number}/step"
    for step, argument in (("identity", "3"), ("kpj", ""), ("guide", "7"), ("stop", "")):
        answer = await sari.post(path, {"step": step, "argument": argument, "once": step})
        told = "The bot's step was stopped." if step == "stop" else "The bot was asked to do that."
        assert notice(answer.text) == told
    for step, argument in (("menu", ""), ("guide", "13"), ("guide", "x"), ("delete", ""), ("", "")):
        await sari.post(path, {"step": step, "argument": argument, "once": f"bad-{step}-{argument}"})
    asked = [(event.step, event.argument) for event in stage.told if isinstance(event, AgentAsked)]
    assert asked == [("identity", ""), ("kpj", ""), ("guide", "7"), ("stop", "")]


async def test_a_kpj_is_only_offered_where_it_was_proven(stage: Stage) -> None:
    """Given proof below level 2, the button to show the KPJ is off and says why."""
    sari, number = await taken(stage, level=1)
    page = read((await sari.get(f"/desk/tickets/{number}")).text)
    assert "disabled" in page.one("button", id="step-kpj").attributes
    assert "level 2" in page.one("p", id="kpj-why").text


async def test_transfer(stage: Stage) -> None:
    """Given a colleague, the ticket is theirs, and the page leads back to the queue; nobody else can be chosen."""
    sari, number = await taken(stage)
    await stage.agent("budi")
    path = f"/desk/tickets/{number}/transfer"
    wrong = await sari.post(path, {"to": "setan", "once": "0"})
    assert notice(wrong.text) == "There is no such agent."
    answer = await sari.post(path, {"to": "budi", "once": "1"})
    assert notice(answer.text) == "Handed to Agent Satu."
    assert (await stage.tickets.line(number)).owner == "budi"
    refused = await sari.post(path, {"to": "", "once": "2"})
    assert "belongs to" in notice(refused.text)


async def test_back_to_the_queue(stage: Stage) -> None:
    """Given nobody as the goal, the ticket waits again."""
    sari, number = await taken(stage)
    answer = await sari.post(f"/desk/tickets/{number}/transfer", {"to": "", "once": "1"})
    assert notice(answer.text) == "Back in the queue."
    assert (await stage.tickets.line(number)).state == "waiting"


@pytest.mark.parametrize("reason", ["solved", "no-answer-possible", "quiet", "abuse", "forgotten", "<x>"])
async def test_closing(stage: Stage, reason: str) -> None:
    """Given a reason that agents have, the ticket is closed with it; another becomes the usual one."""
    sari, number = await taken(stage)
    answer = await sari.post(f"/desk/tickets/{number}/close", {"reason": reason, "once": "1"})
    assert notice(answer.text) == "The ticket is closed."
    kept = (await stage.tickets.line(number)).reason
    assert kept == (reason if reason in {"solved", "no-answer-possible", "quiet", "abuse"} else "solved")
    assert isinstance(stage.told[-1], TicketClosed)


async def test_a_supervisor_decides_over_everybodys(stage: Stage) -> None:
    """Given Budi's ticket, a supervisor hands it on and closes it; another agent does neither."""
    boss, sari = await stage.agent("tuti", "supervisor"), await stage.agent("sari")
    await stage.agent("budi")
    number = await stage.ticket()
    await stage.room.helpdesk.note(SARI, number, "x", "n")
    await stage.room.helpdesk.claim(BUDI, number)
    assert "belongs to" in notice((await sari.post(f"/desk/tickets/{number}/close", {"once": "1"})).text)
    assert "Handed to" in notice(
        (await boss.post(f"/desk/tickets/{number}/transfer", {"to": "sari", "once": "2"})).text
    )
    assert notice((await boss.post(f"/desk/tickets/{number}/close", {"once": "3"})).text) == "The ticket is closed."


async def test_canned_replies_are_found_and_filled(stage: Stage) -> None:
    """Given what was typed after the slash, replies that fit come with their variables in place, the nearest first."""
    sari, number = await taken(stage)
    page = read((await sari.get(f"/desk/tickets/{number}/replies?q=hal")).text)
    first = page.all("button", class_="canned-reply")[0]
    assert first.one("span", class_="shortcut").text == "/halo"
    assert (
        f"saya Agent Satu dari Koperasi Contoh. Pesan Kakak sudah saya baca (tiket {number})"
        in (first.attributes["data-text"])
    )
    assert "No canned reply fits" in (await sari.get(f"/desk/tickets/{number}/replies?q=zzz")).text
    assert len(read((await sari.get(f"/desk/tickets/{number}/replies?q=")).text).all("button")) == 6


async def test_identity_is_confirmed_after_comparing(
    stage: Stage, engine: AsyncEngine, tmp_path: Path, sqlite_url: str
) -> None:
    """Given a NIK from a document, the masked card is shown; confirmed, the conversation learns of level 3."""
    await members(engine, tmp_path, sqlite_url, stage.clock)
    sari, number = await taken(stage)
    path = f"/desk/tickets/{number}"
    answer = await sari.post(f"{path}/member", {"digits": "9901 0157 0890 9901"}, hx_request="true")
    card = read(answer.text)
    for told in ("Siti Rahmawati", "17-08-1990", "ends with 901", "ends with 678", "PT Contoh"):
        assert told in card.text
    assert NIK not in answer.text
    assert KPJ not in answer.text
    person = card.one("input", name="person").attributes["value"]
    unseen = await sari.post(f"{path}/confirm", {"person": person, "once": "1"})
    assert notice(unseen.text) == "First tick that you have compared the documents."
    done = await sari.post(f"{path}/confirm", {"person": person, "seen": "1", "once": "2"})
    assert notice(done.text) == "Identity confirmed. The user is proven at level 3 now."
    confirmed = [event for event in stage.told if isinstance(event, AgentConfirmed)]
    assert [(event.ticket, bool(event.person)) for event in confirmed] == [(number, True)]
    kinds = [entry.kind async for entry in stage.audit.show(Wanted(actor="sari"))]
    assert kinds.count("member-look") == 1
    assert kinds.count("confirm") == 1


async def test_only_a_card_of_ones_own_can_be_confirmed(
    stage: Stage, engine: AsyncEngine, tmp_path: Path, sqlite_url: str
) -> None:
    """Given a person that was not looked up here, by this agent, lately, nothing is confirmed."""
    await members(engine, tmp_path, sqlite_url, stage.clock)
    sari, number = await taken(stage)
    other = await stage.ticket(address="another")
    await stage.room.helpdesk.claim(SARI, other)
    answer = await sari.post(f"/desk/tickets/{other}/member", {"digits": NIK}, hx_request="true")
    person = read(answer.text).one("input", name="person").attributes["value"]
    path = f"/desk/tickets/{number}/confirm"
    for forged in (person, "", "abc", person[:-4] + "AAAA", "00" * 16):
        refused = await sari.post(path, {"person": forged, "seen": "1", "once": forged[:30]})
        assert notice(refused.text) == "That card is out of date. Find the person again."
    stage.clock.now += 31 * MINUTE
    late = await sari.post(f"/desk/tickets/{other}/confirm", {"person": person, "seen": "1", "once": "9"})
    assert notice(late.text) == "That card is out of date. Find the person again."
    assert not [event for event in stage.told if isinstance(event, AgentConfirmed)]


@pytest.mark.parametrize(
    ("digits", "told"), [("123", "Write a NIK of 16 digits or a KPJ of 11."), ("", "Write a NIK"),
                         ("9901015708909999", "That number is not in the members' data.")]
)  # fmt: skip
async def test_nobody_is_found(stage: Stage, digits: str, told: str) -> None:
    """Given digits that are no number of a member, the page says so, with script and without."""
    sari, number = await taken(stage)
    htmx = await sari.post(f"/desk/tickets/{number}/member", {"digits": digits}, hx_request="true")
    assert told in read(htmx.text).one("p", role="alert").text
    plain = await sari.post(f"/desk/tickets/{number}/member", {"digits": digits})
    assert told in notice(plain.text)


async def test_members_are_not_looked_up_for_anothers_ticket(
    stage: Stage, engine: AsyncEngine, tmp_path: Path, sqlite_url: str
) -> None:
    """Given a ticket that is not hers, Sari sees no card."""
    await members(engine, tmp_path, sqlite_url, stage.clock)
    sari = await stage.agent("sari")
    number = await stage.ticket()
    answer = await sari.post(f"/desk/tickets/{number}/member", {"digits": NIK}, hx_request="true")
    assert "Siti" not in answer.text
    assert "Nobody has taken this ticket yet" in answer.text


async def test_a_second_agent_confirms(
    engine: AsyncEngine, redis: Redis, clock: Clock, tmp_path: Path, sqlite_url: str
) -> None:
    """Given that two have to confirm, the first asks, and a colleague looks the person up, compares, and confirms."""
    async with staged(engine, redis, clock, second_approval=True) as stage:
        await members(engine, tmp_path, sqlite_url, stage.clock)
        sari, number = await taken(stage)
        budi = await stage.agent("budi")
        assert (await budi.get(f"/desk/tickets/{number}")).status_code == 403
        path = f"/desk/tickets/{number}"
        card = read((await sari.post(f"{path}/member", {"digits": NIK}, hx_request="true")).text)
        person = card.one("input", name="person").attributes["value"]
        asked = await sari.post(f"{path}/confirm", {"person": person, "seen": "1", "once": "1"})
        assert "Another agent has to look" in notice(asked.text)
        assert not [event for event in stage.told if isinstance(event, AgentConfirmed)]
        page = read((await budi.get(path)).text)
        assert "asks a second agent to confirm" in page.one("div", id="log").text
        stolen = await budi.post(f"{path}/confirm", {"person": person, "seen": "1", "once": "2"})
        assert "out of date" in notice(stolen.text)
        card = read((await budi.post(f"{path}/member", {"digits": NIK}, hx_request="true")).text)
        person = card.one("input", name="person").attributes["value"]
        done = await budi.post(f"{path}/confirm", {"person": person, "seen": "1", "once": "3"}, hx_request="true")
        assert done.status_code in {200, 204}
        assert len([event for event in stage.told if isinstance(event, AgentConfirmed)]) == 1


async def test_earlier_tickets_of_the_same_user(stage: Stage) -> None:
    """Given a user who asked before, their earlier ticket is listed, and whoever has the new one may open it."""
    sari = await stage.agent("sari")
    before, others = await stage.ticket(address="u"), await stage.ticket(address="v")
    for number in (before, others):
        await stage.room.helpdesk.claim(BUDI, number)
        await stage.room.helpdesk.close(BUDI, number, "solved", f"c{number}")
    now = await stage.ticket(address="u")
    await stage.room.helpdesk.claim(SARI, now)
    page = read((await sari.get(f"/desk/tickets/{now}")).text)
    assert [one.attributes["href"] for one in page.one("ul", class_="history").all("a")] == [f"/desk/tickets/{before}"]
    assert (await sari.get(f"/desk/tickets/{before}")).status_code == 200
    assert (await sari.get(f"/desk/tickets/{others}")).status_code == 403


async def test_a_ticket_that_is_not_there(stage: Stage) -> None:
    """Given a number that no ticket has, the page says so."""
    sari = await stage.agent("sari")
    answer = await sari.get("/desk/tickets/4242")
    assert (answer.status_code, notice(answer.text)) == (404, "There is no such ticket (any more).")
    assert (await sari.post("/desk/tickets/4242/say", {"words": "x", "once": "1"})).status_code == 404


async def test_an_open_page_of_deleted_data_is_emptied(stage: Stage) -> None:
    """Given a user whose data is deleted, the open page's next question and its forms put a word in all its place."""
    sari = await stage.agent("sari")
    number = await stage.ticket("rahasia", address="siti")
    await stage.room.helpdesk.claim(SARI, number)
    await stage.tickets.forget(Sender("web", "siti"))
    asked = await sari.get(f"/desk/tickets/{number}/now", hx_request="true")
    done = await sari.post(f"/desk/tickets/{number}/say", {"words": "x", "once": "1"}, hx_request="true")
    for answer in (asked, done):
        assert (answer.status_code, answer.headers["hx-retarget"]) == (200, "#talk")
        assert notice(answer.text) == "There is no such ticket (any more)."
        assert "rahasia" not in answer.text


async def test_a_page_whose_ticket_was_handed_on_leaves(stage: Stage) -> None:
    """Given a ticket that Sari may no longer see, her open page goes back to the queue."""
    sari = await stage.agent("sari")
    number = await stage.ticket()
    await stage.room.helpdesk.claim(BUDI, number)
    answer = await sari.get(f"/desk/tickets/{number}/now", hx_request="true")
    assert answer.headers["hx-redirect"] == "/desk"

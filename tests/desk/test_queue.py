"""The queue: what it shows, its filters, the search, and taking tickets."""

import pytest

from bot.helpdesk.port import Actor
from storage.audit import Wanted
from storage.tickets import SqlFollowers
from tests.desk.dom import Element, assert_harmless, read
from tests.desk.entering import SEALER
from tests.desk.stage import MINUTE, REMIND_AFTER, Stage

BUDI = Actor("budi", "Budi")


def numbers(page: Element) -> list[int]:
    """The tickets that a page lists, in order."""
    return [int(one.attributes["data-ticket"]) for one in page.all("li", class_="ticket")]


def row(page: Element, number: int) -> Element:
    """A ticket in the list."""
    return page.one("li", id=f"t-{number}")


async def test_a_waiting_ticket_says_what_an_agent_has_to_know(stage: Stage) -> None:
    """Given a request, its line tells number, topic, channel, proof, state and wait, and offers to take it."""
    sari = await stage.agent("sari")
    number = await stage.ticket("rahasia", channel="telegram", topic="jmo", level=2)
    stage.clock.now += 3 * MINUTE
    page = read((await sari.get("/desk")).text)
    line = row(page, number)
    for told in (f"#{number}", "JMO app", "Telegram", "Proof 2", "Waits for an agent", "3 min", "Take"):
        assert told in line.text
    assert "rahasia" not in page.text  # nothing that was said stands in a list
    assert page.one("a", id="waiting-count").text == "1"
    assert_harmless(page)


async def test_whatsapp_shows_how_long_it_takes_messages(stage: Stage) -> None:
    """Given WhatsApp, 24 hours from the user's last message are counted down; then it says that they are over."""
    over = await stage.ticket(channel="whatsapp")
    stage.clock.now += 60 * MINUTE
    little = await stage.ticket(channel="whatsapp")
    stage.clock.now += 22 * 60 * MINUTE
    much = await stage.ticket(channel="whatsapp")
    stage.clock.now += 60 * MINUTE
    sari = await stage.agent("sari")
    page = read((await sari.get("/desk")).text)
    windows = [row(page, number).one("span", class_="window") for number in (over, little, much)]
    told = ["WhatsApp: 24 hours are over", "WhatsApp: 1 h 0 min left", "WhatsApp: 23 h 0 min left"]
    assert [window.text for window in windows] == told
    kinds = [window.attributes["class"].split()[-1] for window in windows]
    assert kinds == ["window-closed", "window-little", "window-open"]
    assert windows[2].one("time").attributes["data-until"] == str(stage.clock.now + 23 * 60 * MINUTE)


async def test_the_views(stage: Stage) -> None:
    """Given tickets of all kinds, each view shows its own: waiting, mine, all, too long, closed."""
    sari = await stage.agent("sari")
    await stage.agent("budi")
    late = await stage.ticket(topic="jmo")
    stage.clock.now += REMIND_AFTER + MINUTE
    mine, budis, done = await stage.ticket(), await stage.ticket(topic="data"), await stage.ticket()
    desk = stage.room.helpdesk
    await desk.claim(Actor("sari", "Sari"), mine)
    await desk.claim(BUDI, budis)
    await desk.claim(BUDI, done)
    await desk.close(BUDI, done, "solved", "x")
    new = await stage.ticket(topic="jmo")
    shown = {view: numbers(read((await sari.get(f"/desk?view={view}")).text)) for view in
             ("waiting", "mine", "all", "overdue", "closed")}  # fmt: skip
    assert shown == {
        "waiting": [late, new], "mine": [mine], "all": [late, mine, budis, new], "overdue": [late], "closed": [done],
    }  # fmt: skip
    assert numbers(read((await sari.get("/desk?view=all&topic=data")).text)) == [budis]
    assert numbers(read((await sari.get("/desk?view=nonsense")).text)) == [late, new]
    assert row(read((await sari.get("/desk?view=overdue")).text), late).attributes["class"].split().count("late") == 1


async def test_a_place_that_gets_nothing_is_told(stage: Stage) -> None:
    """Given a Telegram group that cannot be reached, the queue says so and since when; once it can, no more."""
    sari = await stage.agent("sari")
    followers = SqlFollowers(stage.engine, SEALER)
    await followers.begin("telegram_group")
    await followers.fails("telegram_group", stage.clock(), "<b>")
    stage.clock.now += 5 * MINUTE
    told = read((await sari.get("/desk")).text).one("p", class_="place-away").text
    assert told == "The Telegram group has not been reachable for 5 min. All tickets are here all the same."
    await followers.show("telegram_group", await stage.ticket(), 1, None, stage.clock())
    assert not read((await sari.get("/desk")).text).all("p", class_="place-away")


async def test_an_open_page_asks_for_the_list_alone(stage: Stage) -> None:
    """Given `part=list`, only the list comes."""
    sari = await stage.agent("sari")
    number = await stage.ticket()
    part = read((await sari.get("/desk?view=waiting&part=list", hx_request="true")).text)
    assert numbers(part) == [number]
    assert not part.all("html")


async def test_taking_one_opens_it(stage: Stage) -> None:
    """Given the button of a ticket, it is taken and its page opens."""
    sari = await stage.agent("sari")
    number = await stage.ticket()
    answer = await sari.post("/desk/claim", {"one": str(number), "view": "waiting"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/desk/tickets/{number}")
    assert (await stage.tickets.line(number)).owner == "sari"
    by_htmx = await sari.post("/desk/claim", {"one": str(number), "view": "waiting"}, hx_request="true")
    assert by_htmx.headers["hx-redirect"] == f"/desk/tickets/{number}"


async def test_several_are_taken_at_once(stage: Stage) -> None:
    """Given marked tickets, those that are free are taken, and how many were lost is said."""
    sari = await stage.agent("sari")
    one, two, lost = [await stage.ticket() for _ in range(3)]
    await stage.room.helpdesk.claim(BUDI, lost)
    answer = await sari.http.post(
        "/desk/claim",
        data={"token": sari.token, "number": [str(one), str(two), str(lost), "99999", "x", "-1"], "view": "waiting"},
        headers={"Origin": sari.origin, "HX-Request": "true"},
    )
    assert read(answer.text).one("div", id="notice").text == "2 taken; 2 had been taken by another agent or closed."
    owners = [(await stage.tickets.line(number)).owner for number in (one, two, lost)]
    assert owners == ["sari", "sari", "budi"]


async def test_taking_nothing_says_so(stage: Stage) -> None:
    """Given no mark, or only tickets that are gone, the page says why nothing was taken."""
    sari = await stage.agent("sari")
    none = await sari.post("/desk/claim", {"view": "waiting"})
    assert read(none.text).one("div", id="notice").text == "Mark the tickets that you want to take first."
    gone = await sari.post("/desk/claim", {"number": "4242", "view": "waiting"})
    assert "Nothing taken" in read(gone.text).one("div", id="notice").text


async def test_search_by_number(stage: Stage) -> None:
    """Given a ticket's number, with a sign before it or not, its page opens."""
    sari = await stage.agent("sari")
    number = await stage.ticket()
    for typed in (str(number), f"#{number}", f" {number} "):
        answer = await sari.post("/desk/search", {"q": typed})
        assert answer.headers["location"] == f"/desk/tickets/{number}"


async def test_search_by_kpj(stage: Stage) -> None:
    """Given a whole KPJ, the member's tickets are listed; the number stands in no address, page or audit entry."""
    sari = await stage.agent("sari")
    number = await stage.ticket(level=2, person="p", kpjs=("99012345678",))
    await stage.ticket()
    answer = await sari.post("/desk/search", {"q": "9901 2345 678"})
    assert answer.status_code == 200
    assert numbers(read(answer.text)) == [number]
    assert "99012345678" not in answer.text
    assert numbers(read((await sari.post("/desk/search", {"q": "99012345679"})).text)) == []
    kept = [entry async for entry in stage.audit.show(Wanted(kind="search"))]
    assert [(entry.actor, entry.detail) for entry in kept] == [("sari", "by KPJ, found 1"), ("sari", "by KPJ, found 0")]


@pytest.mark.parametrize("typed", ["", "halo", "9901234567", "990123456789", "<script>", "1' OR 1=1 --", "٣" * 11])
async def test_search_for_something_else(stage: Stage, typed: str) -> None:
    """Given neither, the page says what can be searched for, and opens nothing."""
    sari = await stage.agent("sari")
    answer = await sari.post("/desk/search", {"q": typed})
    if answer.status_code == 303:  # digits enough for a number of a ticket that is not there
        assert "There is no such ticket" in (await sari.get(answer.headers["location"])).text
        return
    page = read(answer.text)
    assert page.one("div", id="notice").text
    assert_harmless(page)


async def test_presence(stage: Stage) -> None:
    """Given an agent who goes away, their button says so, colleagues see it, and coming back is one press."""
    sari, budi = await stage.agent("sari"), await stage.agent("budi")
    number = await stage.ticket()
    await stage.room.presences.seen("sari")
    answer = await sari.post("/desk/presence", {"away": "1"}, hx_request="true")
    assert read(answer.text).one("button").text == "Away"
    page = read((await budi.get(f"/desk/tickets/{number}")).text)
    assert [one.text for one in page.one("select", id="to").all("option")] == ["Back to the queue", "Agent Satu (away)"]
    back = await sari.post("/desk/presence", {"away": "0"})
    assert back.headers["location"] == "/desk"
    page = read((await budi.get(f"/desk/tickets/{number}")).text)
    assert "Agent Satu (here)" in page.one("select", id="to").text
    stage.clock.now += 2 * MINUTE
    page = read((await budi.get(f"/desk/tickets/{number}")).text)
    assert "Agent Satu (not in)" in page.one("select", id="to").text

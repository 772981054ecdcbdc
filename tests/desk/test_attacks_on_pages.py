"""Attacks on the desk's pages: stored script, forced browsing, other people's tickets, forms of strangers."""

import pytest
from starlette.routing import Route

from bot.desk.accounts.guard import Guarded
from bot.helpdesk.port import Actor
from storage.canned import Reply
from storage.tickets.port import FileMark
from tests.desk.dom import assert_harmless, read
from tests.desk.entering import Browser
from tests.desk.stage import Stage

BUDI = Actor("budi", "Budi")
SECRET = "hanya-untuk-petugasnya"
EVIL = (
    "<script>alert(1)</script>\"><img src=x onerror=alert(1)> ' onmouseover=alert(1) {{ 7*7 }} ${7*7} "
    '<a href="javascript:alert(1)" hx-get="//evil.example" hx-trigger="load">x</a></textarea><svg onload=alert(1)>'
)


def paths(stage: Stage) -> list[tuple[str, str]]:
    """Every method and path of the desk's own pages, for ticket 1001."""
    found = []
    for route in stage.app.routes:
        if isinstance(route, Guarded) and route.path.startswith("/desk") and "in" in route.rule.stages:
            path = route.path.replace("{number:int}", "1001").replace("{file}", "f1").replace("{reply:int}", "1")
            found += [(method, path) for method in sorted(route.methods or ()) if method != "HEAD"]
    return found


async def test_stored_script_is_only_text(stage: Stage) -> None:
    """Given markup and script in everything that can be stored, each page shows it sign by sign."""
    sari = await stage.agent("sari")
    number = await stage.ticket(EVIL, topic="evil<b>", channel="<i>", address="u")
    evil = Actor("sari", EVIL)
    await stage.room.helpdesk.claim(evil, number)
    await stage.room.helpdesk.say(evil, number, EVIL, "a")
    await stage.room.helpdesk.note(evil, number, EVIL, "b")
    mark = await stage.files.agent_file(number, evil, EVIL, b"x", "c")
    await stage.hear(number, EVIL, (FileMark(mark.file, EVIL, "image/png", 3), FileMark("<b>", "b", "text/html", 1)))
    await stage.tickets.rate(number, "r", 3, EVIL, stage.clock())
    await stage.room.replies.keep(Reply(0, "jahat", EVIL[:80], EVIL, "id", 1, EVIL))
    talk = f"/desk/tickets/{number}"
    for path in ("/desk?view=all", talk, f"{talk}/now", f"{talk}/replies?q=jahat", "/desk/replies", "/desk/statistics"):
        answer = await sari.get(path)
        assert answer.status_code == 200, path
        page = read(answer.text)
        assert_harmless(page)
        assert "49" not in [one.text for one in page.all("b")]
        assert not page.all("i")
    page = read((await sari.get(talk)).text)
    shown = [one.text for one in page.one("div", id="log").all("p", class_="words")]
    assert shown == [" ".join(EVIL.split())] * 4
    assert page.one("blockquote").text == " ".join(EVIL.split())


async def test_what_was_typed_comes_back_as_text(stage: Stage) -> None:
    """Given script in a form that is refused, the page that brings it back shows it as text."""
    boss = await stage.agent("tuti", "supervisor")
    number = await stage.ticket()
    await stage.room.helpdesk.claim(BUDI, number)
    for path, data in (
        (f"/desk/tickets/{number}/say", {"words": EVIL, "once": EVIL}),
        (f"/desk/tickets/{number}/transfer", {"to": EVIL}),
        (f"/desk/tickets/{number}/step", {"step": EVIL, "argument": EVIL}),
        (f"/desk/tickets/{number}/member", {"digits": EVIL}),
        ("/desk/replies", {"shortcut": EVIL, "title": EVIL, "text": EVIL, "locale": EVIL}),
        ("/desk/search", {"q": EVIL}),
        ("/desk/claim", {"number": EVIL, "view": EVIL, "topic": EVIL}),
    ):
        answer = await boss.post(path, data)
        assert answer.status_code in {200, 400}, path
        assert_harmless(read(answer.text))
    for path in (f"/desk?view={EVIL}&topic={EVIL}", f"/desk/statistics?from={EVIL}&to={EVIL}"):
        assert_harmless(read((await boss.get(path)).text))


async def test_auditors_see_no_page_of_agents(stage: Stage) -> None:
    """Given an auditor, every path of tickets, replies and statistics is refused, whatever the method."""
    auditor = await stage.agent("ani", "auditor")
    await stage.ticket(SECRET)
    mine = {"/desk/me", "/desk/logout", "/desk/audit"}
    checked = 0
    for method, path in paths(stage):
        if path in mine or path.startswith(("/desk/me/", "/desk/people", "/desk/audit")):
            continue
        answer = await auditor.http.request(
            method, path, headers={"Origin": auditor.origin, "X-CSRF-Token": auditor.token}
        )
        if path == "/desk" and answer.status_code in {303, 200}:  # their own first page
            assert SECRET not in answer.text
            continue
        assert answer.status_code == 403, (method, path)
        checked += 1
    assert checked >= 18


async def test_strangers_come_nowhere(stage: Stage) -> None:
    """Given nobody who is signed in, every path leads to the log-in and shows nothing."""
    stranger = Browser(stage.app)
    await stage.ticket(SECRET)
    for method, path in paths(stage):
        answer = await stranger.http.request(method, path, headers={"Origin": stranger.origin})
        assert answer.status_code in {303, 401}, (method, path)
        assert SECRET not in answer.text


async def test_forms_of_others_do_nothing(stage: Stage) -> None:
    """Given a signed-in agent whose browser is sent to a form from elsewhere, or without the token, nothing happens."""
    boss = await stage.agent("tuti", "supervisor")
    number = await stage.ticket()
    for method, path in paths(stage):
        if method == "GET":
            continue
        for headers in ({"Origin": "https://evil.example", "X-CSRF-Token": boss.token}, {"Origin": boss.origin},
                        {"Origin": boss.origin, "X-CSRF-Token": "x"}):  # fmt: skip
            answer = await boss.http.request(method, path, headers=headers)
            assert answer.status_code == 403, (method, path, headers)
    line = await stage.tickets.line(number)
    assert (line.state, line.last_entry) == ("waiting", 1)


async def test_nothing_changes_by_following_a_link(stage: Stage) -> None:
    """Given GET for what changes something, nothing does."""
    boss = await stage.agent("tuti", "supervisor")
    number = await stage.ticket()
    for name in ("claim", "say", "step", "transfer", "close", "member", "confirm"):
        assert (await boss.get(f"/desk/tickets/{number}/{name}")).status_code == 405
    assert (await stage.tickets.line(number)).last_entry == 1


async def test_another_agents_ticket_stays_closed(stage: Stage) -> None:
    """Given Budi's ticket, Sari opens neither page nor parts nor file, and none of her forms changes it."""
    sari = await stage.agent("sari")
    await stage.agent("budi")
    number = await stage.ticket(SECRET)
    await stage.room.helpdesk.claim(BUDI, number)
    before = (await stage.tickets.line(number)).last_entry
    for method, path in paths(stage):
        if "/tickets/" not in path:
            continue
        for hx in ({}, {"HX-Request": "true"}):
            answer = await sari.http.request(
                method, path, headers={"Origin": sari.origin, "X-CSRF-Token": sari.token, **hx},
                data=None if method == "GET" else {"words": "x", "to": "sari", "reason": "abuse", "step": "menu",
                                                   "digits": "9901015708909901", "seen": "1", "once": "o"},
            )  # fmt: skip
            assert SECRET not in answer.text, (method, path)
    line = await stage.tickets.line(number)
    assert (line.owner, line.last_entry) == ("budi", before)


@pytest.mark.parametrize("path", ["/desk/tickets/-1", "/desk/tickets/1e3", "/desk/tickets/x", "/desk/replies/x/delete"])
async def test_odd_addresses_are_not_there(stage: Stage, path: str) -> None:
    """Given something else than a number, there is no such page."""
    boss = await stage.agent("tuti", "supervisor")
    assert (await boss.get(path)).status_code in {404, 405}


async def test_huge_numbers_break_nothing(stage: Stage) -> None:
    """Given a number that no database holds, there is no such ticket."""
    boss = await stage.agent("tuti", "supervisor")
    for number in (2**31, 2**63, 10**40):
        assert (await boss.get(f"/desk/tickets/{number}")).status_code == 404
        assert (await boss.post(f"/desk/tickets/{number}/say", {"words": "x"})).status_code == 404


async def test_every_route_below_desk_is_guarded(stage: Stage) -> None:
    """Given all routes of the app, each below /desk says who may take it."""
    below = [route for route in stage.app.routes if isinstance(route, Route) and route.path.startswith("/desk")]
    assert below
    assert all(isinstance(route, Guarded) for route in below)


async def test_pages_may_run_nothing_but_our_own_files(stage: Stage) -> None:
    """Given any page, its policy allows no inline script or style and no evaluation, and nothing is kept by caches."""
    sari = await stage.agent("sari")
    number = await stage.ticket()
    for path in ("/desk", f"/desk/tickets/{number}", "/desk/replies", "/desk/statistics"):
        answer = await sari.get(path)
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "style-src 'self';" in policy
        assert "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"

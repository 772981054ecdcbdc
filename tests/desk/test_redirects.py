"""Being sent elsewhere, and names that want to be more than names. None of it works."""

import pytest
from starlette.applications import Starlette

from bot.desk.accounts.entrance import Entrance
from storage.accounts import Account
from tests.desk.entering import ELSEWHERE, PASSWORD, Browser, added, code_of, guess, let_in, with_factor


@pytest.mark.parametrize(
    "onward",
    [
        ELSEWHERE,
        "//evil.example",
        "/\\evil.example",
        "/desk//evil.example",
        "/desk/../../evil",
        "/desk@evil.example",
        "/desk.evil.example",
        "javascript:alert(1)",
        "/desk\r\nSet-Cookie: x=1",
        "/desk/nowhere",
        "/desk/logout",
        "/chat",
        "/desk?next=https://evil.example",
    ],
)
async def test_one_is_sent_to_our_own_pages_alone(desk: Entrance, app: Starlette, sari: Account, onward: str) -> None:
    """Given any other place to go to, one lands at the desk."""
    secret = await with_factor(desk, "sari")
    browser = Browser(app)
    page = await browser.http.get("/desk/login", params={"next": onward})
    assert "evil" not in page.text
    await browser.get("/desk/login")
    await browser.post("/desk/login", {"name": "sari", "password": PASSWORD, "next": onward})
    await browser.get("/desk/login/code")
    code = code_of(desk, secret)
    answer = await browser.post("/desk/login/code", {"code": code})
    assert answer.headers["location"] == "/desk"
    assert "x" not in answer.cookies


@pytest.mark.parametrize("told", [f"{ELSEWHERE}/desk/x", "//evil.example/desk", "/desk/../evil", "javascript:/desk"])
async def test_a_page_that_lies_about_where_it_is(app: Starlette, told: str) -> None:
    """Given HTMX's word for the page's address, it leads to our own pages alone, too."""
    answer = await Browser(app).get("/desk", hx_request="true", hx_current_url=told)
    assert answer.headers["hx-redirect"] in {"/desk/login", "/desk/login?next=/desk"}


async def test_names_break_no_header_and_no_page(desk: Entrance, app: Starlette, sari: Account) -> None:
    """Given a shown name and a typed name of markup and line ends, pages show them as text."""
    nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    await desk.guard.accounts.add("nasty", nasty, "agent", at=1)
    admin = await let_in(desk, app, await added(desk, "admin", "bayu"))
    for path in ("/desk/people", "/desk/people/nasty"):
        text = (await admin.get(path)).text
        assert "&lt;script&gt;" in text
        assert "<script" not in text
        assert "<img src=x" not in text
    typed = await guess(Browser(app), nasty, "x")
    assert "<script" not in typed.text
    assert (await admin.get("/desk/people/a%0d%0aSet-Cookie:%20x=1")).status_code == 404


@pytest.mark.parametrize("path", ["/desk", "/desk/login", "/desk/me", "/desk/me/factor.svg", "/desk/nothing-here"])
async def test_pages_are_strict_and_not_kept(desk: Entrance, app: Starlette, sari: Account, path: str) -> None:
    """Given any page, no inline script or style runs, nobody frames it, and no cache keeps it."""
    browser = await let_in(desk, app, sari)
    await browser.get("/desk/me/factor")
    headers = (await browser.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'self'" in policy
    assert headers["x-frame-options"] == "DENY"
    if path != "/desk/nothing-here":
        assert headers["cache-control"] == "no-store"
        assert "img-src 'self' blob:" in policy
        assert headers["referrer-policy"] == "same-origin"

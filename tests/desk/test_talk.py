"""A conversation at the desk: what is shown of it, and what agents do in it."""

from tests.desk.stage import Stage


async def test_the_page_shows_what_was_asked(stage: Stage) -> None:
    """Given a request, its page shows the user's words and the brief."""
    sari = await stage.agent("sari")
    number = await stage.ticket("Kartu saya hilang")
    page = await sari.get(f"/desk/tickets/{number}")
    assert page.status_code == 200
    assert "Kartu saya hilang" in page.text

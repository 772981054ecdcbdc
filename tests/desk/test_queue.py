"""The queue: what it shows, filters, the search, and taking tickets."""

from tests.desk.stage import Stage


async def test_a_waiting_ticket_stands_in_the_queue(stage: Stage) -> None:
    """Given a request, the queue shows its number, topic and channel, and a button to take it."""
    sari = await stage.agent("sari")
    number = await stage.ticket(channel="telegram", topic="jmo")
    page = await sari.get("/desk")
    assert page.status_code == 200
    assert f"#{number}" in page.text
    assert "JMO app" in page.text
    assert "Telegram" in page.text

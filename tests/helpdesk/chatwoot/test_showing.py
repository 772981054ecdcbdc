"""How tickets look in Chatwoot."""

import pytest

from bot.channels.port import TryLater
from flows.effect import EndHandover, RateTicket, TellAgent
from storage.tickets.port import FileMark
from tests.helpdesk.chatwoot.world import World
from tests.helpdesk.stage import ANI, AYU, BUDI, CITRA, SITI, WORDS
from tests.servers.chatwoot import Failure

MARK = FileMark("f1", "surat.pdf", "application/pdf", 20_480)


async def test_a_ticket_is_a_conversation_of_a_contact_without_a_name(world: World) -> None:
    """Given a user with a phone number, Chatwoot learns what the ticket is about, and nothing of who that is."""
    number = await world.ticket(AYU)
    talk = world.talk(number)
    assert talk.attributes == {
        "ticket": number, "topic": "kpj", "channel": "whatsapp", "proof_level": 0, "language": "id",
    }  # fmt: skip
    contact = world.server.contacts[talk.contact]
    assert contact["name"] == f"Peserta #{number}"
    assert AYU.phone is not None
    assert AYU.phone.strip("+") not in str(contact) + talk.source + str(talk.messages)
    brief, words = talk.messages
    assert brief["private"]
    assert f"Tiket #{number}" in brief["content"]
    assert "Saluran: telegram" in brief["content"]
    assert (words["content"], words["message_type"], words["private"]) == (WORDS, 0, False)


async def test_two_tickets_of_a_user_are_two_conversations_of_one_contact(world: World) -> None:
    """Given a second request, the contact is found again; another user is another contact."""
    one, two, other = await world.ticket(), await world.ticket(), await world.ticket(AYU)
    talks = [world.talk(number) for number in (one, two, other)]
    assert len({talk.id for talk in talks}) == 3
    assert talks[0].contact == talks[1].contact != talks[2].contact


async def test_a_conversation_with_an_agent_bot_is_open_at_once(idle: World) -> None:
    """Given an inbox with an agent bot, whose conversations begin as pending, people see the ticket nevertheless."""
    idle.server.pending = True
    await idle.start()
    assert idle.talk(await idle.ticket()).status == "open"


async def test_what_the_user_says_comes_from_the_contact_and_all_else_as_notes(world: World) -> None:
    """Given words of the user, of an agent at the desk and a note, only the user's are messages."""
    number = await world.ticket()
    await world.stage.conversations.tell(SITI, "fx:a", TellAgent(number, "said", "dari pengguna"))
    await world.stage.service.say(ANI, number, "dari meja", "once-1")
    await world.stage.service.note(BUDI, number, "antar petugas", "once-2")
    await world.feed()
    told = {one["content"]: one["private"] for one in world.talk(number).messages}
    assert told["dari pengguna"] is False
    assert told["💬 Ani → pengguna: dari meja"] is True
    assert told["📝 Budi: antar petugas"] is True


async def test_nobodys_words_are_a_template(world: World) -> None:
    """Given words that Chatwoot would fill in, they stay as they are (the server watches over it)."""
    number = await world.ticket()
    await world.stage.service.note(BUDI, number, "{{ contact.email }} {% raw %}", "once-1")
    await world.feed()
    assert "contact.email" in world.server.notes(world.talk(number).id)[-1]


async def test_the_end_resolves_and_more_words_open_again(world: World) -> None:
    """Given a ticket that ends, is rated, and goes on, the conversation's status follows."""
    number = await world.ticket()
    talk = world.talk(number)
    statuses = []
    await world.stage.conversations.end("fx:a", EndHandover(number))
    await world.feed()
    statuses.append(talk.status)
    await world.stage.conversations.rate("fx:b", RateTicket(number, 5, "mantap"))
    await world.feed()
    statuses.append(talk.status)
    await world.stage.tickets.reopen(number, "fx:c", "masih belum", world.stage.clock())
    await world.feed()
    assert [*statuses, talk.status] == ["resolved", "resolved", "open"]
    assert world.server.texts(talk.id)[-1] == "masih belum"


async def test_what_is_proven_can_be_filtered_by(world: World) -> None:
    """Given a proof, the attribute changes and a note says so."""
    number = await world.ticket()
    await world.stage.tickets.prove(number, 3, None)
    await world.add(number, "proved", "3")
    await world.feed()
    assert world.talk(number).attributes["proof_level"] == 3
    assert "tingkat 3" in world.server.notes(world.talk(number).id)[-1]


async def test_what_agents_set_of_a_conversation_stays(world: World) -> None:
    """Given an attribute that an agent has set in Chatwoot, a proof changes ours and leaves theirs."""
    number = await world.ticket()
    world.talk(number).attributes["cabang"] = "Bekasi"
    await world.stage.tickets.prove(number, 3, None)
    await world.add(number, "proved", "3")
    await world.feed()
    assert world.talk(number).attributes["cabang"] == "Bekasi"
    assert world.talk(number).attributes["proof_level"] == 3


@pytest.mark.parametrize(("became", "why"), [("held-back", "berpindah tangan"), ("failed", "tidak bisa diantar")])
async def test_what_did_not_reach_the_user_is_told_with_its_words(world: World, became: str, why: str) -> None:
    """Given an agent's words that were held back or could not be delivered, a note says which and why."""
    number = await world.ticket()
    said = await world.stage.service.say(ANI, number, "Mohon kirim fotonya", "once-1")
    await world.add(number, "undelivered", became, about=said.id)
    await world.feed()
    note = world.server.notes(world.talk(number).id)[-1]
    assert why in note
    assert "Mohon kirim fotonya" in note


async def test_whose_ticket_it_is_shows_as_the_assignee(world: World) -> None:
    """Given an agent of Chatwoot who takes it and a supervisor who hands it to the desk, Chatwoot follows."""
    number = await world.ticket()
    talk = world.talk(number)
    await world.happens(world.server.writes(talk.id, 5, "Saya bantu"))
    assignees = [talk.assignee]
    await world.stage.service.transfer(CITRA, number, BUDI, "once-1")
    await world.feed()
    assert [*assignees, talk.assignee] == [5, None]
    assert "kepada Budi" in world.server.notes(talk.id)[-1]


@pytest.mark.parametrize("kind", ["user", "note"])
async def test_an_entry_whose_answer_got_lost_is_shown_once(world: World, kind: str) -> None:
    """Given a Chatwoot that does as it is told and breaks off before it says so, the next try finds what was done."""
    number = await world.ticket()
    await world.add(number, kind, "hanya sekali", author="user" if kind == "user" else "ani", name="Ani")
    world.server.loses_answers = True
    with pytest.raises(TryLater):
        await world.feed()
    world.server.loses_answers = False
    await world.feed()
    assert sum("hanya sekali" in text for text in world.server.texts(world.talk(number).id)) == 1


async def test_a_beginning_whose_answers_get_lost_is_one_conversation(world: World) -> None:
    """Given a crash after each of the first steps, there is one contact, one conversation, and nothing twice."""
    number = await world.stage.open()
    world.server.loses_answers = True
    for _ in range(4):
        with pytest.raises(TryLater):
            await world.feed()
    world.server.loses_answers = False
    await world.feed()
    assert len(world.server.contacts) == len(world.server.talks) == 1
    texts = world.server.texts(world.talk(number).id)
    assert len(texts) == 2
    assert texts[1] == WORDS


async def test_a_lost_answer_is_found_again_below_many_newer_messages(world: World) -> None:
    """Given agents who wrote a lot meanwhile, what was posted is still found."""
    number = await world.ticket()
    await world.add(number, "user", "hanya sekali", author="user")
    world.server.loses_answers = True
    with pytest.raises(TryLater):
        await world.feed()
    world.server.loses_answers = False
    for one in range(50):
        world.server.writes(world.talk(number).id, 5, f"catatan {one}", private=True)
    await world.feed()
    assert world.server.texts(world.talk(number).id).count("hanya sekali") == 1


async def test_a_conversation_that_was_deleted_is_begun_again(world: World) -> None:
    """Given somebody who deletes it in Chatwoot, the ticket goes on in a new one that says where the rest is."""
    number = await world.ticket()
    before = world.talk(number).id
    del world.server.talks[before]
    await world.add(number, "user", "masih di sini", author="user")
    await world.feed()
    talk = world.talk(number)
    assert talk.id != before
    assert "/desk" in world.server.notes(talk.id)[0]
    assert world.server.texts(talk.id)[-1] == "masih di sini"
    assert await world.stage.service.ticket_of("chatwoot", f"3/{talk.id}") == number


async def test_a_users_file_is_named_and_stays_on_the_desk(world: World) -> None:
    """Given a photo of the user, Chatwoot gets its name and where it is to be seen, never the file."""
    number = await world.ticket()
    await world.add(number, "user", "ini suratnya", author="user", files=(MARK,))
    await world.feed()
    text = world.server.texts(world.talk(number).id)[-1]
    assert text == "ini suratnya\n📎 surat.pdf (20 kB): buka di meja petugas (/desk)"
    assert world.server.uploads == []


class OneFile:
    """Keeps one file, until it does not any more."""

    there = True

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:
        """The file."""
        del ticket, file
        return (MARK, b"%PDF-isi") if self.there else None


async def test_a_users_file_goes_along_where_the_operator_wants_it(idle: World) -> None:
    """Given send_files, the file itself is a message of the contact; if it is gone, a note says so."""
    files = OneFile()
    await idle.start(files=files, send_files=True)
    number = await idle.ticket()
    await idle.add(number, "user", "", author="user", files=(MARK,))
    await idle.feed()
    talk = idle.talk(number)
    assert idle.server.uploads == [(talk.id, "surat.pdf", b"%PDF-isi")]
    assert (talk.messages[-1]["message_type"], talk.messages[-1]["private"]) == (0, False)
    files.there = False
    await idle.add(number, "user", "", author="user", files=(MARK,))
    await idle.feed()
    assert "tidak tersimpan" in idle.server.notes(talk.id)[-1]


async def test_a_ticket_that_is_gone_is_deleted_with_its_contact(world: World) -> None:
    """Given a user whose data are deleted, Chatwoot holds nothing more; of two tickets one stays with the contact."""
    one, two = await world.ticket(), await world.ticket()
    talks = [world.talk(one), world.talk(two)]
    await world.place.forget(f"3/{talks[0].id}")
    assert list(world.server.talks) == [talks[1].id]
    assert len(world.server.contacts) == 1
    for _ in range(2):
        await world.place.forget(f"3/{talks[1].id}")
    assert not world.server.talks
    assert not world.server.contacts


async def test_a_conversation_in_another_account_is_left_alone(world: World) -> None:
    """Given a configuration that names another account than before, the ticket gets a conversation there."""
    number = await world.ticket()
    [entry] = await world.stage.tickets.entries(number)
    ref = await world.place.show(entry, await world.stage.tickets.look(number), "99/12")
    assert ref == f"3/{world.talk(number).id}"
    await world.place.forget("99/12")
    assert world.server.talks


async def test_what_may_be_refused_for_an_agent_who_left_does_no_harm(world: World) -> None:
    """Given an agent whom Chatwoot does not know any more, the entry is shown and nobody is assigned."""
    number = await world.ticket()
    talk = world.talk(number)
    await world.happens(world.server.writes(talk.id, 5, "Saya bantu"))
    del world.server.agents[5]
    await world.add(number, "claimed", author="chatwoot:5", name="Ani")
    await world.feed()
    assert talk.assignee is None
    world.server.failing = Failure(503)
    await world.add(number, "note", "nanti", author="ani", name="Ani")
    with pytest.raises(TryLater):
        await world.feed()

"""What crosses on its way between people and the bot: the conversation stays sound, and nobody is left in silence."""

from collections.abc import Sequence
from typing import TypeVar

import pytest
from msgspec import structs

from bot.dialogues.conversation import SETTINGS as BASE
from bot.dialogues.conversation import START, with_settings
from flows.dialogue import Dialogue
from flows.effect import (
    Effect,
    EndHandover,
    FindPerson,
    Invite,
    ListMemberships,
    OpenTicket,
    RateTicket,
    Say,
    TellAgent,
)
from flows.ended import floor_at_sending
from flows.event import (
    AgentAsked,
    AgentConfirmed,
    AgentInvited,
    AgentSaid,
    AgentTook,
    Event,
    Lost,
    MembershipsListed,
    NotTold,
    PersonLookedUp,
    Picked,
    Sender,
    Text,
    TicketClosed,
    TicketOpened,
    TimerFired,
    Unreachable,
)
from flows.member import Membership
from flows.quiet import RETRY
from flows.session import Floor, Session

DIALOGUE = Dialogue(with_settings(operator=structs.replace(BASE.operator, takes_requests=True)))
SITI = Sender("whatsapp", "whatsapp:+628110000101", "+628110000101")
Kind = TypeVar("Kind")
WORDS = "saya mau tanya soal kartu yang hilang"


class Talk:
    """One conversation, event by event; no effect is carried out."""

    def __init__(self) -> None:
        self.session: Session | None = None
        self.now = START
        self.asked = 0

    def happen(self, event: Event) -> tuple[Effect, ...]:
        """Put an event in a second later; what it leads to."""
        self.now += 1000
        event = structs.replace(event, id=f"t:{self.now}", at=self.now)
        self.session, effects = DIALOGUE.step(self.session, SITI, event)
        return effects

    def write(self, text: str) -> tuple[Effect, ...]:
        """The user writes."""
        return self.happen(Text("", 0, text))

    def press(self, choice: str) -> tuple[Effect, ...]:
        """The user presses a button."""
        return self.happen(Picked("", 0, choice))

    def request(self) -> None:
        """The user asks for a person; nothing has come back yet."""
        self.write("halo")
        self.press("menu.agent")
        self.press("request.other")
        self.asked = only(OpenTicket, self.write(WORDS)).asked

    def opened(self) -> tuple[Effect, ...]:
        """The request is there."""
        return self.happen(TicketOpened("", 0, 1001, self.asked))

    def taken(self, claim: int = 1) -> tuple[Effect, ...]:
        """An agent has taken it."""
        return self.happen(AgentTook("", 0, 1001, claim, "rini", "Rini"))

    def closed(self, claim: int = 1, *, rate: bool = True) -> tuple[Effect, ...]:
        """The agent has closed it."""
        return self.happen(TicketClosed("", 0, 1001, "id", claim, "solved", rate))

    @property
    def floor(self) -> Floor | None:
        """Who may speak."""
        return self.session.floor if self.session is not None else None

    @property
    def place(self) -> list[tuple[str, str]]:
        """Where the conversation is."""
        return [(frame.flow, frame.state) for frame in self.session.stack] if self.session is not None else []


def only(kind: type[Kind], effects: Sequence[Effect]) -> Kind:
    """The one effect of that kind."""
    (found,) = [effect for effect in effects if isinstance(effect, kind)]
    return found


def said(effects: Sequence[Effect]) -> str:
    """What the user reads."""
    return "\n".join(effect.text for effect in effects if isinstance(effect, Say))


@pytest.mark.parametrize("rated", [True, False])
def test_an_agent_is_quicker_than_the_number(*, rated: bool) -> None:
    """The request is taken before the conversation hears its number: it is not opened once more afterwards."""
    talk = Talk()
    talk.request()
    assert "Rini" in said(talk.taken())
    assert talk.opened() == ()
    talk.closed()
    last = talk.press("rate.skip") if rated else talk.write("mau cari kpj")
    assert not [effect for effect in last if isinstance(effect, OpenTicket)]
    assert talk.floor is None
    assert "cek" not in said(last)
    assert talk.place[0][0] == "menu"
    assert ("request", "opening") not in talk.place


def test_a_look_up_that_an_agent_covered_is_begun_again() -> None:
    """Its answer came while the agent had the floor, and found nobody; who then rates nothing does not wait for it."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.press("handover.go_on")
    for text in ("cari kpj", "setuju"):
        talk.write(text)
    asked = only(FindPerson, talk.write("9971015708900001")).asked
    talk.taken()
    talk.happen(PersonLookedUp("", 0, None, asked))
    talk.closed()
    again = only(FindPerson, talk.write("cari nomor saya"))
    assert talk.place[-1] == ("identity", "checking")
    assert said(talk.happen(PersonLookedUp("", 0, None, again.asked)))
    assert talk.place[-1] != ("identity", "checking")


def test_leaving_the_queue_crosses_with_an_agent_who_takes_it() -> None:
    """The records tell under which claim they closed it; an agent who took it just before has the floor no more."""
    talk = Talk()
    talk.request()
    talk.opened()
    ended = only(EndHandover, talk.press("handover.give_up"))
    assert ended == EndHandover(1001, "left-queue", -1)
    assert "Rini" in said(talk.taken())
    assert "menutup permintaan 1001" in said(talk.closed(rate=False))
    assert talk.floor is None
    assert talk.place == [("menu", "main")]


@pytest.mark.parametrize("words", ["menu", "selesai"])
def test_what_the_user_ended_is_not_taken_by_who_was_late(words: str) -> None:
    """That it is closed may be told before that it was handed to somebody else; nothing more is said of it then."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.taken()
    assert only(EndHandover, talk.write(words)).claim == 1
    place = talk.place
    assert talk.closed(2, rate=False) == ()
    assert talk.taken(2) == ()
    assert talk.place == place
    assert not talk.floor or talk.floor.state == "closing"


def test_a_user_who_is_asked_for_stars_is_asked_once() -> None:
    """SELESAI crosses with the agent's own closing: the question stands."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.taken()
    talk.write("selesai")
    assert talk.closed() == ()
    assert only(RateTicket, talk.write("5")) == RateTicket(1001, 5)


def test_an_agent_speaks_to_somebody_who_has_just_been_forgotten() -> None:
    """Their words were on the way; whoever answers them is not kept talking to a ticket that is gone."""
    talk = Talk()
    said_late = talk.happen(AgentSaid("", 0, "Halo Kak.", 1001, "id", 1, "rini", "Rini"))
    assert "Halo Kak." in said(said_late)
    told = only(TellAgent, talk.write("iya?"))
    assert (told.what, told.claim) == ("said", 1)
    assert "menutup permintaan 1001" in said(talk.closed(told.claim, rate=False))
    assert talk.floor is None
    assert said(talk.write("halo"))


def test_closing_without_stars_holds_back_no_last_words() -> None:
    """An agent answers and closes in one go: what was decided under their claim is still theirs to be said."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.taken()
    last = only(Say, talk.happen(AgentSaid("", 0, "Maaf, ini tidak bisa.", 1001, "id", 1, "rini", "Rini")))
    after = only(Say, talk.closed(rate=False))
    assert talk.floor is None
    floor = floor_at_sending(talk.session)
    assert floor is not None
    assert floor.lets_say(last.claim)
    assert floor.lets_say(after.claim)
    assert not floor.lets_say(2)
    assert floor_at_sending(None) is None
    assert floor_at_sending(Session(SITI)) is None


def test_a_confirmation_counts_though_the_user_has_been_silent() -> None:
    """Looking at documents takes longer than proofs outlast silence: the confirmation begins when it is given."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.taken()
    talk.now += 40 * 60_000
    talk.happen(AgentConfirmed("", 0, 1001, 1, "p-rukmini"))
    assert only(ListMemberships, talk.happen(AgentAsked("", 0, 1001, 1, "kpj"))).person == "p-rukmini"
    talk.now += 40 * 60_000
    assert "KPJ" not in said(talk.happen(AgentAsked("", 0, 1001, 1, "stop")))
    assert not [
        effect for effect in talk.happen(AgentAsked("", 0, 1001, 1, "kpj")) if isinstance(effect, ListMemberships)
    ]


def test_numbers_under_way_are_not_shown_once_somebody_else_is_confirmed() -> None:
    """The first person's list arrives after an agent has said that the user is another: nobody's number is told."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.taken()
    talk.happen(AgentConfirmed("", 0, 1001, 1, "p-rukmini"))
    listing = only(ListMemberships, talk.happen(AgentAsked("", 0, 1001, 1, "kpj")))
    talk.happen(AgentConfirmed("", 0, 1001, 1, "p-sulastri"))
    effects = talk.happen(MembershipsListed("", 0, (Membership("15010000101"),), listing.asked, "p-rukmini"))
    assert said(effects)
    assert "15010000101" not in said(effects)
    again = only(ListMemberships, talk.happen(TimerFired("", 0, RETRY)))
    assert again.person == "p-sulastri"
    assert "15010000202" in said(
        talk.happen(MembershipsListed("", 0, (Membership("15010000202"),), again.asked, "p-sulastri"))
    )


def test_an_answer_of_the_version_before_is_only_said() -> None:
    """On its way while the program is renewed: it names no agent, so nobody has the floor by it."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.press("handover.go_on")
    place = talk.place
    assert only(Say, talk.happen(AgentSaid("", 0, "Sudah kami cek.", 1001, "id"))).text == "Sudah kami cek."
    assert talk.place == place
    talk.session = None
    assert only(Say, talk.happen(AgentSaid("", 0, "Sudah kami cek.", 1001, "id"))).text == "Sudah kami cek."
    assert talk.floor is None


def test_a_yes_to_an_agent_deletes_nothing() -> None:
    """The agent asks something while the user is asked whether to delete everything: the answer is the agent's."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.taken()
    talk.write("hapus data saya")
    assert talk.place[-1][0] == "forgetting"
    talk.happen(AgentSaid("", 0, "Betul namanya Siti?", 1001, "id", 1, "rini", "Rini"))
    assert only(TellAgent, talk.write("ya")).text == "ya"
    assert talk.session is not None


DAY = 24 * 60 * 60_000
INVITED = AgentInvited("", 0, 1001, 1, "rini", "Rini", "entry:7")


def test_who_cannot_be_written_to_for_now_keeps_their_request() -> None:
    """Given a message that came too late for the channel, the request goes on, and so does the conversation."""
    talk = Talk()
    talk.request()
    talk.opened()
    assert talk.happen(Unreachable("", 0, passing=True)) == ()
    assert talk.session is not None
    assert talk.session.floor is not None
    assert talk.session.floor.state == "queued"
    assert only(EndHandover, talk.happen(Unreachable("", 0))).why == "unreachable"
    assert talk.session is None


def test_who_took_it_is_told_when_it_can_be() -> None:
    """Given a user who has not written for a day, nothing is sent into the void; they hear it when they write."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.now += DAY
    assert talk.taken() == ()
    effects = talk.write("halo, ini saya")
    assert "Rini" in only(Say, effects).text
    assert only(TellAgent, effects).text == "halo, ini saya"
    assert [effect for effect in talk.write("masih ada?") if isinstance(effect, Say)] == []


def test_an_agent_invites_a_user_to_write_again() -> None:
    """Given the floor, the invitation goes out under it, alone; from whoever lost it, it is refused."""
    talk = Talk()
    talk.request()
    talk.opened()
    talk.now += DAY
    talk.taken()
    assert talk.happen(INVITED) == (Invite(1001, "entry:7", 1),)
    talk.taken(claim=2)
    told = only(TellAgent, talk.happen(INVITED))
    assert (told.what, told.receipt) == ("refused", "entry:7")


def test_somebody_who_was_forgotten_is_invited() -> None:
    """Given no conversation any more, it begins anew under the agent, and nothing else is said."""
    talk = Talk()
    assert talk.happen(INVITED) == (Invite(1001, "entry:7", 1),)
    assert talk.session is not None
    assert talk.session.floor is not None
    assert talk.session.floor.claimed == 1


@pytest.mark.parametrize("forgotten", [False, True])
def test_words_that_reached_nobody_are_not_lost_without_a_word(forgotten: bool) -> None:
    """Given words that could not be kept, the user hears which; those beside a file are told once more without it."""
    talk = Talk()
    if not forgotten:
        talk.request()
        talk.opened()
        talk.taken()
    said = only(Say, talk.happen(NotTold("", 0, 1001, "nomor saya\n" + "a" * 100, 1)))
    assert '"nomor saya aaa' in said.text
    assert " …" in said.text
    assert said.claim == (0 if forgotten else 1)
    assert "pesan Kakak tadi" in only(Say, talk.happen(NotTold("", 0, 1001, "", 1))).text
    again = talk.happen(NotTold("", 0, 1001, "ini KTP\n(berkas)", 1, again=True))
    assert again == (TellAgent(1001, "said", "ini KTP\n(berkas)", claim=1),)
    assert (talk.session is None) == forgotten


@pytest.mark.parametrize("forgotten", [False, True])
def test_what_was_lost_after_it_was_sent_is_told_to_the_agents(forgotten: bool) -> None:
    """Whatever the conversation is about by then."""
    talk = Talk()
    if not forgotten:
        talk.write("halo")
    assert talk.happen(Lost("", 0, "entry:7")) == (TellAgent(0, "lost", "", receipt="entry:7"),)
    assert (talk.session is None) == forgotten

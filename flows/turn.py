"""One step of one conversation while it is being worked out: what journeys read from, speak through and change.

A turn is the throw-away model that `transitions` moves: it only needs a `state`. It lives for one step and is closed
into a frozen session and the effects.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from msgspec.structs import replace

from flows.effect import CancelTimer, DeleteMessage, Effect, Say, SetTimer
from flows.event import Event, MembershipsListed, Sender
from flows.flow import Ask, Flow, State
from flows.member import Membership
from flows.proof import assurance, proven_person, valid
from flows.session import Consent, Evidence, Frame, Session, Slot
from flows.settings import Abilities, Settings
from flows.texts import Arg, Texts

KPJ_MESSAGE = "kpj"
"""The receipt of the message that holds the numbers, by which it is taken back."""
ANSWERED = "answered"
"""The note of the answer that was given last, for who says that it is not what they meant."""


class NotProven(Exception):
    """A flow tried to show what has not been earned: a bug, stopped before anything is said."""


class Running:
    """A frame that may change during the turn."""

    __slots__ = ("flow", "slots", "state", "tries")

    def __init__(self, flow: str, state: str, slots: dict[str, Slot] | None = None, tries: int = 0) -> None:
        self.flow = flow
        self.state = state
        self.slots = slots if slots is not None else {}
        self.tries = tries


class Turn:
    """See the module. `leads` go before the next question in one message; `silence`: ms since the user last wrote.

    `picked`: the option that was taken last. `extras`: options that the next question offers besides its own.
    """

    __slots__ = (
        "abilities", "consent", "effects", "event", "evidence", "extras", "floor", "flows", "frames", "greeted",
        "leads", "locale", "notes", "now", "offered", "picked", "sender", "seq", "settings", "silence", "state",
        "texts", "was_at",
    )  # fmt: skip

    def __init__(
        self,
        settings: Settings,
        texts: Texts,
        flows: Mapping[str, Flow],
        session: Session,
        sender: Sender,
        event: Event,
    ) -> None:
        self.settings = settings
        self.texts = texts
        self.flows = flows
        self.sender = sender
        self.event = event
        self.now = event.at
        self.abilities = settings.channels.get(sender.channel, Abilities())
        self.locale = session.locale
        self.frames = [Running(f.flow, f.state, dict(f.slots), f.tries) for f in session.stack]
        self.seq = session.seq + 1
        self.was_at = session.last_at
        self.silence = self.now - session.last_at if session.last_at else 0
        self.offered = session.offered
        self.evidence = valid(session.evidence, self.now, session.last_at, settings) if session.evidence else ()
        self.consent = session.consent
        self.greeted = session.greeted
        self.notes = dict(session.notes)
        self.floor = session.floor
        self.effects: list[Effect] = []
        self.leads: list[str] = []
        self.extras: tuple[str, ...] = ()
        self.picked = ""
        self.state = ""

    # what a flow may know

    @property
    def frame(self) -> Running:
        """The innermost running flow."""
        return self.frames[-1]

    @property
    def here(self) -> State:
        """The state that the innermost flow is in."""
        frame = self.frames[-1]
        return self.flows[frame.flow].states[frame.state]

    @property
    def level(self) -> int:
        """What has been proven, 0 to 3 (see `flows.proof`)."""
        return assurance(self.evidence, self.settings.disclosure)

    @property
    def proven_phone(self) -> str | None:
        """A phone that the provider proved: the sender's own number, or their own shared contact."""
        return self.sender.phone or self.text_slot("phone") or None

    def text_slot(self, name: str) -> str:
        """A slot of the innermost flow as text, empty if it is not filled."""
        value = self.frame.slots.get(name)
        return "" if value is None else str(value)

    def prove(self, kind: str, person: str) -> None:
        """Keep a piece of evidence about a person; evidence about somebody else ends."""
        kept = tuple(item for item in self.evidence if item.person == person and item.kind != kind)
        self.evidence = (*kept, Evidence(kind, person, self.now))

    def proven_person(self, level: int) -> str:
        """Whose data may be shown at this level; raise `NotProven`."""
        person = proven_person(self.evidence, level, self.settings.disclosure)
        if person is None:
            raise NotProven(f"level {level} is needed, {self.level} is proven")
        return person

    def agree(self, text_version: str) -> None:
        """Keep the user's consent to this version of the text."""
        self.consent = Consent(text_version, self.locale, self.now)

    # what a flow may do

    def do(self, effect: Effect) -> None:
        """Let something happen after this turn."""
        self.effects.append(effect)

    def wake(self, name: str, after: int) -> None:
        """Set a timer, `after` in milliseconds."""
        self.effects.append(SetTimer(name, self.now + after))

    def let_sleep(self, name: str) -> None:
        """Take a timer back."""
        self.effects.append(CancelTimer(name))

    def erase_users_message(self) -> None:
        """Delete the message that this turn answers, where the channel can: it holds personal data."""
        ref: str | None = getattr(self.event, "ref", None)
        if ref is not None and self.abilities.delete_user_messages:
            delete = DeleteMessage(ref)
            if delete not in self.effects:
                self.effects.append(delete)

    def text(self, key: str, **args: Arg) -> str:
        """A text in the user's language."""
        return self.texts.say(self.locale, key, args)

    def lines(self, *keys: str, **args: Arg) -> str:
        """Texts under each other, without those that need a fact that the operator has not set."""
        return "\n".join(self.text(key, **args) for key in keys if self.texts.told(key))

    def lead(self, key: str, **args: Arg) -> None:
        """Say this before the next question, in the same message."""
        self.leads.append(self.text(key, **args))

    def say(self, key: str, **args: Arg) -> None:
        """Say this in a message of its own."""
        self.effects.append(Say(self.text(key, **args)))

    def flush(self) -> None:
        """Say now what was led in: no question follows."""
        if self.leads:
            self.effects.append(Say("\n\n".join(self.leads)))
            self.leads.clear()

    def take_back(self, receipt: str) -> None:
        """Delete the message sent with this receipt, also if we are still to hear that it was sent."""
        ref = self.notes.pop(f"sent-{receipt}", None)
        if isinstance(ref, str):
            self.effects.append(DeleteMessage(ref))
        else:
            self.notes[f"unsend-{receipt}"] = True

    def sent(self, receipt: str, ref: str | None) -> None:
        """Keep under which id a message was sent, to take it back later; at once if that was already asked for."""
        if ref is None or not self.abilities.delete_own_messages:
            return
        if self.notes.pop(f"unsend-{receipt}", False):
            self.effects.append(DeleteMessage(ref))
        else:
            self.notes[f"sent-{receipt}"] = ref

    def ask(self) -> None:
        """Ask the question of the state that we are in."""
        state = self.here
        if isinstance(state, Ask):
            if state.says is not None:
                state.says(self)
            else:
                self.question(self.text(f"{self.frame.flow}-{state.name}"))

    def ask_again(self) -> None:
        """Put the open question once more after something else was said: shorter, if it is long."""
        state, key = self.here, f"{self.frame.flow}-{self.here.name}-short"
        if self.texts.has(key):
            self.question(self.text(key))
        elif isinstance(state, Ask) and state.rests and len(self.frames) > 1:
            self.question(self.text("go-on"))
        else:
            self.ask()

    def question(self, text: str, extra: tuple[str, ...] = (), *, protect: bool = False, receipt: str = "") -> None:
        """Put a question with the options of this state; what was led in goes first, in the same message."""
        self.offer(text, (*self.options(), *extra), protect=protect, receipt=receipt)

    def offer(self, text: str, options: tuple[str, ...], *, protect: bool = False, receipt: str = "") -> None:
        """Put a question with just these options."""
        state = self.here
        if self.floor is not None and self.floor.claimed and isinstance(state, Ask) and state.rests:
            options = tuple(option for option in options if option == "recovery.hide")  # an agent goes on from here
        whole = text
        if self.leads:
            whole = "\n\n".join((*self.leads, text))
            self.leads.clear()
        if self.extras:
            options = (*options, *(extra for extra in self.extras if extra not in options))
            self.extras = ()
        button = None
        if isinstance(state, Ask) and state.contact_button and self.abilities.contact_request:
            button = self.text(f"{self.frame.flow}-{state.name}-button")
        self.offered = options
        choices = self.texts.choices(self.locale, options)
        self.effects.append(Say(whole, choices, button, protect, receipt or None))

    def options(self) -> tuple[str, ...]:
        """The choice ids that this state offers now."""
        state = self.here
        if not isinstance(state, Ask):
            return ()
        if state.shown is None:
            return tuple(state.options)
        return state.shown if isinstance(state.shown, tuple) else state.shown(self)

    def label(self, choice: str) -> str:
        """What a choice is called in the user's language."""
        return self.texts.say(self.locale, "choice-" + choice.replace(".", "-"))

    def reveal(self, lead: str, listed: MembershipsListed, key: str, receipt: str) -> None:
        """Say a message that holds full KPJ numbers: the only place that may, and only to who proved possession.

        That they are told stands in the audit already (see `flows.effect.ListMemberships`).
        """
        state = self.here
        if not isinstance(state, Ask):
            raise NotProven("numbers are shown only in a state that names its level")
        if self.proven_person(state.needs) != listed.person:
            raise NotProven("these are somebody else's numbers")
        if f"sent-{receipt}" in self.notes:
            self.take_back(receipt)  # one message with numbers is enough
        self.notes.pop(f"unsend-{receipt}", None)
        shown = "\n\n".join(self._card(line, number) for number, line in enumerate(listed.memberships, 1))
        self.question(f"{lead}\n\n{shown}\n\n{self.text(key)}", protect=True, receipt=receipt)

    def _card(self, line: Membership, number: int) -> str:
        parts = [self.text("card-number", number=str(number), kpj=line.kpj)]
        if line.employer:
            parts.append(self.text("card-employer", employer=line.employer))
        status = self.text("card-active" if line.status == "active" else "card-inactive")
        parts.append(status)
        if line.joined:
            left = self.day(line.left) if line.left else self.text("card-now")
            parts.append(self.text("card-period", joined=self.day(line.joined), left=left))
        return "\n".join(parts)

    def day(self, iso: str) -> str:
        """A date as people write it ("5 Mei 1990"); what is no ISO date stays as it is."""
        try:
            day = date.fromisoformat(iso)
        except ValueError:
            return iso
        return f"{day.day} {self.text(f'month-{day.month}')} {day.year}"

    @property
    def today(self) -> date:
        """The date where the operator is."""
        return datetime.fromtimestamp((self.now + self.settings.utc_offset) / 1000, UTC).date()

    def close(self) -> Session:
        """The session after this turn."""
        self.flush()
        if self.floor is not None and self.floor.claimed:
            self._speak_under(self.floor.claimed)
        stack = tuple(Frame(f.flow, f.state, f.slots, f.tries, self.flows[f.flow].version) for f in self.frames)
        return Session(
            self.sender, self.locale, stack, self.seq, self.was_at, self.offered, self.evidence, self.consent,
            self.greeted, self.notes, self.floor,
        )  # fmt: skip

    def _speak_under(self, claim: int) -> None:
        """Everything that is said now is said in an agent's conversation, and only while it is theirs."""
        self.effects = [replace(item, claim=claim) if isinstance(item, Say) else item for item in self.effects]

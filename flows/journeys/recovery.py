"""Journey 3: getting the KPJ. Identity first; then the numbers, how to keep them, and what to do next in JMO."""

from flows.effect import ListMemberships, ShowTyping
from flows.event import Locked, MembershipsListed
from flows.flow import Ask, Call, Change, End, Flow, Row, Wait
from flows.journeys.typed import read_phone_gone
from flows.offices import call_centre, email
from flows.proof import FULL_KPJ
from flows.quiet import RETRY
from flows.turn import KPJ_MESSAGE, Turn

RETRY_AFTER = (60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000)


def _listed(turn: Turn) -> MembershipsListed | None:
    return turn.event if isinstance(turn.event, MembershipsListed) else None


def some(turn: Turn) -> bool:
    """The person has at least one membership."""
    listed = _listed(turn)
    return listed is not None and bool(listed.memberships)


def about_another(turn: Turn) -> bool:
    """Somebody else was proven while the list was fetched: an agent confirmed another person."""
    listed = _listed(turn)
    return listed is not None and turn.level >= FULL_KPJ and listed.person != turn.proven_person(FULL_KPJ)


def ask_for_list(turn: Turn) -> None:
    """Fetch the memberships of the person who was proven."""
    turn.do(ShowTyping())
    turn.do(ListMemberships(turn.proven_person(FULL_KPJ), turn.seq, "kpj"))


def show(turn: Turn) -> None:
    """The message with the numbers; asked again later, only what can be done with it."""
    listed = _listed(turn)
    if listed is None:
        turn.question(turn.text("recovery-shown"))
        return
    lines = listed.memberships
    several = len(lines) > 1
    lead = turn.text("recovery-several" if several else "recovery-one", count=len(lines))
    if not any(line.status == "active" for line in lines):
        lead += "\n" + turn.text("recovery-inactive")
    closing = "recovery-several-close" if several else "recovery-one-close"
    turn.frame.slots["several"] = several
    turn.frame.slots["shown"] = True
    turn.frame.slots.pop("outages", None)
    turn.reveal(lead, listed, closing, receipt=KPJ_MESSAGE)


def shown_options(turn: Turn) -> tuple[str, ...]:
    """Hiding only where a message can be taken back, the meaning of several numbers only where there are several."""
    hide = ("recovery.hide",) if turn.abilities.delete_own_messages else ()
    several = ("recovery.which",) if turn.frame.slots.get("several") else ()
    return ("recovery.next", *several, "recovery.keep", *hide, "nav.menu")


def say_keep(turn: Turn) -> None:
    """How to keep the number, as for everybody who asks."""
    turn.question(turn.text("answer-tips"))


def hide(turn: Turn) -> None:
    """Take the message with the number back."""
    turn.take_back(KPJ_MESSAGE)


def prove_again(turn: Turn) -> None:
    """Say why the questions come again, if the proof has ended meanwhile."""
    if turn.level < FULL_KPJ and turn.frame.slots.get("shown"):
        turn.lead("prove-again")


def count_round(turn: Turn) -> None:
    """One more round of questions has not led to a proof."""
    turn.frame.slots["rounds"] = int(turn.text_slot("rounds") or 0) + 1


def not_confirmed_options(turn: Turn) -> tuple[str, ...]:
    """A second try is offered once; the causes and the other ways always."""
    again = ("recovery.again",) if int(turn.text_slot("rounds") or 0) < 2 else ()
    return (*again, "recovery.not_enrolled", "recovery.differs", "recovery.records", "recovery.ways", "nav.agent",
            "nav.menu")  # fmt: skip


def ways(turn: Turn) -> str:
    """The ways to the number that need nothing from us; those whose contact is not set are left out."""
    lines = [turn.text("way-hr"), turn.text("way-card")]
    lines += [call_centre(turn, "way-call", "way-call-hours"), email(turn), turn.text("way-branch")]
    return "\n".join(line for line in lines if line)


def say_ways(turn: Turn) -> None:
    """All other ways to the number."""
    turn.question(f"{turn.text('recovery-ways')}\n{ways(turn)}")


def say_declined(turn: Turn) -> None:
    """Without consent nothing is asked, but nobody stands before a wall."""
    turn.question(f"{turn.text('recovery-declined')}\n{ways(turn)}")


def try_later(turn: Turn) -> None:
    """The directory is away: try again by itself, less and less often."""
    outages = int(turn.text_slot("outages") or 0)
    turn.frame.slots["outages"] = outages + 1
    turn.wake(RETRY, RETRY_AFTER[min(outages, len(RETRY_AFTER) - 1)])


def say_away(turn: Turn) -> None:
    """Tell it the first time, and whenever the user writes; not at every try."""
    if int(turn.text_slot("outages") or 0) <= 1 or turn.was_at == turn.now or turn.leads:
        turn.question(turn.text("recovery-away"))


def keep_until(turn: Turn) -> None:
    """Remember until when, for the text that says so."""
    if isinstance(turn.event, Locked):
        turn.frame.slots["until"] = turn.event.until


def say_locked(turn: Turn) -> None:
    """For how long no proof is possible, in round words; everything else goes on."""
    minutes = -(-max(int(turn.text_slot("until") or 0) - turn.now, 60_000) // 60_000)
    if minutes <= 90:
        turn.question(turn.text("recovery-locked", minutes=minutes))
    else:
        turn.question(turn.text("recovery-locked-hours", hours=-(-minutes // 60)))


def guided(turn: Turn) -> bool:
    """The registration guide called: its step comes next."""
    return any(frame.flow == "guide" for frame in turn.frames[:-1])


RETHINK_OR_MENU = ("recovery.rethink", "nav.menu")
WAYS_OR_MENU = ("recovery.ways", "nav.agent", "nav.menu")
PEOPLE_OR_MENU = ("nav.agent", "nav.menu")
SHOW_OR_MENU = ("recovery.show", "nav.menu")
BACK_OR_MENU = ("recovery.show", "nav.agent", "nav.menu")
NUMBERS = {"nik": "recover", "kk_suspect": "recover"}
AFTER = ["hidden", "keep", "which"]
CAUSES = {"recovery.not_enrolled": "not_enrolled", "recovery.differs": "differs", "recovery.records": "records"}

STATES = (
    Call("who", flow="identity"),
    Wait("listing", begin=ask_for_list, results={"memberships": "memberships", "away": "away"}, needs=FULL_KPJ),
    Ask(
        "shown",
        options={
            "recovery.next": "next",
            "recovery.which": "which",
            "recovery.keep": "keep",
            "recovery.hide": "hide",
        },
        shown=shown_options,
        says=show,
        needs=FULL_KPJ,
        rests=True,
    ),
    Ask("none", shown=PEOPLE_OR_MENU, rests=True),
    Ask("hidden", options={"recovery.show": "show"}, shown=SHOW_OR_MENU, rests=True),
    Call("guiding", flow="guide"),
    Ask("keep", options={"recovery.show": "show"}, shown=BACK_OR_MENU, says=say_keep, rests=True),
    Ask("which", options={"recovery.show": "show"}, shown=BACK_OR_MENU, rests=True),
    Ask("away", shown=PEOPLE_OR_MENU, says=say_away, on_us=True),
    Ask(
        "not_confirmed",
        options={
            "recovery.again": "again",
            **CAUSES,
            "recovery.ways": "ways",
        },
        shown=not_confirmed_options,
        read=read_phone_gone,
        rests=True,
        numbers=NUMBERS,
    ),
    Ask("locked", options={"recovery.ways": "ways"}, shown=WAYS_OR_MENU, says=say_locked, rests=True),
    Call("not_enrolled", flow="data", inside="into_not_enrolled"),
    Call("differs", flow="data", inside="into_differs"),
    Call("records", flow="data", inside="into_records"),
    Ask("ways", shown=PEOPLE_OR_MENU, says=say_ways, rests=True, numbers=NUMBERS),
    Ask(
        "declined",
        options={"recovery.rethink": "again"},
        shown=RETHINK_OR_MENU,
        says=say_declined,
        yes="recovery.rethink",
        rests=True,
    ),
    End("done", outcome="done"),
)

TABLE: tuple[Row, ...] = (
    {"trigger": "verified", "source": "who", "dest": "listing"},
    {"trigger": "not_confirmed", "source": "who", "dest": "not_confirmed", "after": count_round},
    {"trigger": "locked", "source": "who", "dest": "locked", "after": keep_until},
    {"trigger": "declined", "source": "who", "dest": "declined"},
    {"trigger": "given_up", "source": "who", "dest": "done"},
    {"trigger": "memberships", "source": "listing", "dest": "away", "conditions": about_another, "after": try_later},
    {"trigger": "memberships", "source": "listing", "dest": "shown", "conditions": some},
    {"trigger": "memberships", "source": "listing", "dest": "none"},
    {"trigger": "away", "source": "listing", "dest": "away", "after": try_later},
    {"trigger": "retry", "source": "away", "dest": "who"},
    {"trigger": "not_proven", "source": ["shown", "listing"], "dest": "who", "after": prove_again},
    {"trigger": "next", "source": "shown", "dest": "done", "conditions": guided},
    {"trigger": "next", "source": "shown", "dest": "guiding"},
    {"trigger": "done", "source": "guiding", "dest": "who", "after": prove_again},
    {"trigger": "which", "source": "shown", "dest": "which"},
    {"trigger": "keep", "source": "shown", "dest": "keep"},
    {"trigger": "hide", "source": "shown", "dest": "hidden", "after": hide},
    {"trigger": "show", "source": AFTER, "dest": "who", "after": prove_again},
    {"trigger": "recover", "source": ["shown", *AFTER], "dest": "who", "after": prove_again},
    {
        "trigger": "recover",
        "source": ["none", "not_confirmed", "locked", "declined", "ways"],
        "dest": "who",
    },
    {"trigger": "again", "source": ["not_confirmed", "declined"], "dest": "who"},
    *({"trigger": cause, "source": "not_confirmed", "dest": cause} for cause in CAUSES.values()),
    {"trigger": "done", "source": [*CAUSES.values()], "dest": "not_confirmed"},
    {"trigger": "ways", "source": ["not_confirmed", "locked"], "dest": "ways"},
    {"trigger": "back", "source": "ways", "dest": "not_confirmed"},
    {"trigger": "back", "source": AFTER, "dest": "who", "after": prove_again},
    {"trigger": "back", "source": ["shown", "none", "away", "not_confirmed", "locked", "declined"], "dest": "done"},
)

RECOVERY = Flow("recovery", STATES, TABLE, changes=(Change(moved={"next": "guiding"}),))

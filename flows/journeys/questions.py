"""Journey 7: questions that have an answer. A list to choose from, or the user's own words.

Whoever did not mean the answer is shown the nearest others, then people. The answers themselves are the texts
``answer-<topic>`` (see `flows.answers`); here stand their order and what lies near to what.
"""

from rapidfuzz import fuzz

from flows.answers import answer, answerable, can_answer
from flows.commands import ways_to_people
from flows.flow import Answer, Ask, End, Flow, Row, Wrong
from flows.guessing import heard
from flows.offered import option
from flows.reading.choices import read_choice
from flows.reading.words import COURTESY, tokens
from flows.turn import ANSWERED, Turn

GROUPS = (
    ("what-kpj", "need-kpj", "without-kpj", "lost-card", "several", "left-job", "where-nik"),
    ("cost", "how-long", "hours", "who", "safe", "middleman", "why-nik"),
    ("jmo", "balance", "claim", "claim-limit", "register", "account", "health"),
    ("not-enrolled", "employer", "data", "tips", "for-others"),
)
"""Topics, the nearest ones together; also the pages of the list."""
TOPICS = tuple(topic for group in GROUPS for topic in group)
LEADS_TO = {
    "what-kpj": "menu.recover", "need-kpj": "menu.recover", "without-kpj": "menu.recover", "lost-card": "menu.recover",
    "register": "menu.register", "account": "menu.account", "data": "menu.data", "not-enrolled": "menu.data",
    "employer": "menu.data", "several": "menu.data", "hours": "menu.offices",
}  # fmt: skip
"""The journey that goes on where an answer ends."""
PREFIX = "faq."
NEAR, FEW, MANY = 55, 3, 24
"""How like a question has to be (of 100) to be offered; how many are; words of a message that are compared."""
NUMBERS = {"nik": "recover", "kk_suspect": "recover"}


def _id(topic: str) -> str:
    return PREFIX + topic


def _topic(choice: str) -> str:
    return choice.removeprefix(PREFIX)


def pages(turn: Turn) -> list[tuple[str, ...]]:
    """The list as it can be told today, in pages."""
    told = (tuple(_id(topic) for topic in group if can_answer(turn, topic)) for group in GROUPS)
    return [page for page in told if page]


def page_options(turn: Turn) -> tuple[str, ...]:
    """The page that the user has come to."""
    all_pages = pages(turn)
    return (*all_pages[int(turn.text_slot("page") or 0) % len(all_pages)], "faq.next", "nav.menu")


def turn_page(turn: Turn) -> None:
    """One page further; after the last one the first comes again."""
    turn.frame.slots["page"] = (int(turn.text_slot("page") or 0) + 1) % len(pages(turn))


def say_list(turn: Turn) -> None:
    """Which page this is, so that nobody thinks that this is all."""
    turn.question(turn.text("questions-list", page=int(turn.text_slot("page") or 0) + 1, pages=len(pages(turn))))


def read_question(turn: Turn, text: str) -> Answer | Wrong | None:
    """A question in the user's own words: the answer if it is clear, the nearest ones if it is not."""
    words = tokens(text)
    topic = answerable(turn, heard(text, words) or "")
    if topic in TOPICS and can_answer(turn, topic):
        return Answer("answer", {"topic": topic})
    known = tuple(option(turn, _id(topic)) for topic in TOPICS if can_answer(turn, topic))
    chosen = read_choice(text, known) if any(map(str.isalpha, text)) else None
    if chosen is not None:
        return Answer("answer", {"topic": _topic(chosen)})
    if topic:
        return None  # a wish, or small talk
    near = _like(turn, words)
    return Answer("unsure", {"near": " ".join(near)}) if near else None


def _like(turn: Turn, words: list[str]) -> tuple[str, ...]:
    said = " ".join(word for word in words[:MANY] if word not in COURTESY and len(word) > 2)
    if not said:
        return ()
    scored = []
    for topic in TOPICS:
        if can_answer(turn, topic):
            known = option(turn, _id(topic))
            score = max(fuzz.token_set_ratio(said, phrase.lower()) for phrase in (known.label, *known.words))
            scored.append((score, _id(topic)))
    best = sorted(scored, key=lambda pair: -pair[0])[:FEW]
    return tuple(choice for score, choice in best if score >= NEAR)


def keep_topic(turn: Turn) -> None:
    """The question that was chosen, by button or in words."""
    if turn.picked.startswith(PREFIX):
        turn.frame.slots["topic"] = _topic(turn.picked)


def lead_topic(turn: Turn) -> None:
    """Answer on the way back to what was open."""
    keep_topic(turn)
    text = answer(turn, turn.text_slot("topic"))
    if text is not None:
        turn.leads.append(text)


def on_top(turn: Turn) -> bool:
    """A question is open below: it comes again after the answer."""
    below = turn.frames[-2] if len(turn.frames) > 1 else None
    state = turn.flows[below.flow].states[below.state] if below is not None else None
    return isinstance(state, Ask) and not state.rests


def say_answer(turn: Turn) -> None:
    """The answer, and where it goes on from there."""
    topic = turn.text_slot("topic")
    text = answer(turn, topic)
    if text is not None:
        turn.notes[ANSWERED] = topic
    turn.question(text if text is not None else turn.text("questions-nobody"))


def answer_options(turn: Turn) -> tuple[str, ...]:
    """The journey that goes on from here, if there is one."""
    main = turn.flows["menu"].states["main"]
    further = LEADS_TO.get(turn.text_slot("topic"), "")
    goes_on = (further,) if isinstance(main, Ask) and further in main.options else ()
    return (*goes_on, "faq.not_that", "faq.list", "nav.menu")


def find_near(turn: Turn) -> None:
    """What else may have been meant: the neighbours of the answer that was given."""
    topic = turn.text_slot("topic")
    group = next((group for group in GROUPS if topic in group), GROUPS[0])
    at = group.index(topic) if topic in group else 0
    others = [other for other in (*group[at + 1 :], *group[:at]) if other != topic and can_answer(turn, other)]
    turn.frame.slots["near"] = " ".join(map(_id, others[:FEW]))


def near_options(turn: Turn) -> tuple[str, ...]:
    """The nearest questions."""
    return (*turn.text_slot("near").split(), "faq.none", "nav.menu")


def say_nobody(turn: Turn) -> None:
    """Nothing fits: people."""
    turn.question(f"{turn.text('questions-nobody')}\n\n{ways_to_people(turn)}")


def nobody_options(turn: Turn) -> tuple[str, ...]:
    """People who take requests, the list, the menu."""
    request = ("agent.request",) if turn.settings.operator.takes_requests else ()
    return (*request, "faq.list", "nav.menu")


ANY = {_id(topic): "answer" for topic in TOPICS}
OPEN = ["list", "answer", "nearest", "nobody"]

STATES = (
    Ask(
        "list",
        options={**ANY, "faq.next": "next"},
        shown=page_options,
        read=read_question,
        says=say_list,
        rests=True,
        numbers=NUMBERS,
    ),
    Ask(
        "answer",
        options={"faq.not_that": "not_that", "faq.list": "list"},
        shown=answer_options,
        read=read_question,
        says=say_answer,
        rests=True,
        numbers=NUMBERS,
    ),
    Ask(
        "nearest",
        options={**ANY, "faq.none": "none"},
        shown=near_options,
        read=read_question,
        no="faq.none",
        rests=True,
        numbers=NUMBERS,
    ),
    Ask(
        "nobody",
        options={"faq.list": "list"},
        shown=nobody_options,
        read=read_question,
        says=say_nobody,
        rests=True,
        numbers=NUMBERS,
    ),
    End("done", outcome="done"),
)

TABLE: tuple[Row, ...] = (
    {"trigger": "answer", "source": OPEN, "dest": "done", "conditions": on_top, "after": lead_topic},
    {"trigger": "answer", "source": OPEN, "dest": "answer", "after": keep_topic},
    {"trigger": "next", "source": "list", "dest": "list", "after": turn_page},
    {"trigger": "unsure", "source": OPEN, "dest": "nearest"},
    {"trigger": "not_that", "source": ["list", "answer"], "dest": "nearest", "after": find_near},
    {"trigger": "not_that", "source": ["nearest", "nobody"], "dest": "nobody"},
    {"trigger": "none", "source": "nearest", "dest": "nobody"},
    {"trigger": "list", "source": ["answer", "nearest", "nobody"], "dest": "list"},
    {"trigger": "back", "source": ["answer", "nearest", "nobody"], "dest": "done", "conditions": on_top},
    {"trigger": "back", "source": ["answer", "nearest", "nobody"], "dest": "list"},
    {"trigger": "back", "source": "list", "dest": "done"},
)

QUESTIONS = Flow("questions", STATES, TABLE)

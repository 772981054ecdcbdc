"""The journeys, by name. A new one is a module here and a line below."""

from flows.flow import Flow
from flows.journeys.account import ACCOUNT
from flows.journeys.data_problems import DATA_PROBLEMS
from flows.journeys.follow_up import FOLLOW_UP
from flows.journeys.forgetting import FORGETTING
from flows.journeys.handover import HANDOVER
from flows.journeys.identity import IDENTITY
from flows.journeys.interruptions import LEAVING, PAUSE
from flows.journeys.jmo_guide import GUIDE
from flows.journeys.language import LANGUAGE
from flows.journeys.menu import MENU
from flows.journeys.my_data import MY_DATA
from flows.journeys.offices import OFFICES
from flows.journeys.questions import QUESTIONS
from flows.journeys.recovery import RECOVERY
from flows.journeys.request import REQUEST

ALL = (
    MENU,
    IDENTITY,
    RECOVERY,
    GUIDE,
    FOLLOW_UP,
    ACCOUNT,
    OFFICES,
    DATA_PROBLEMS,
    QUESTIONS,
    REQUEST,
    HANDOVER,
    LANGUAGE,
    FORGETTING,
    MY_DATA,
    PAUSE,
    LEAVING,
)
FLOWS: dict[str, Flow] = {flow.name: flow for flow in ALL}
ON_TOP = ("language", "pause", "leaving", "forgetting", "my_data", "follow_up", "request", "questions")
"""Flows that commands, pauses, wishes and timers put on top of whatever runs; all others are called by a state."""

"""The journeys, by name. A new one is a module here and a line below."""

from flows.flow import Flow
from flows.journeys.forgetting import FORGETTING
from flows.journeys.identity import IDENTITY
from flows.journeys.interruptions import LEAVING, PAUSE
from flows.journeys.language import LANGUAGE
from flows.journeys.menu import MENU
from flows.journeys.my_data import MY_DATA
from flows.journeys.recovery import RECOVERY

FLOWS: dict[str, Flow] = {
    flow.name: flow for flow in (MENU, IDENTITY, RECOVERY, LANGUAGE, FORGETTING, MY_DATA, PAUSE, LEAVING)
}

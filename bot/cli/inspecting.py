"""Checks the flows for the command line, with the operator's own configuration."""

from pathlib import Path

import msgspec
import typer

from bot.bootstrap import dialogue_settings
from bot.config import Config, ConfigError, load
from bot.inspection.finding import Finding
from bot.inspection.inspecting import inspect
from bot.inspection.media import media
from flows.journeys import FLOWS


def run_flows_check(path: Path | None, *, as_json: bool) -> None:
    """`temankpj flows check`."""
    try:
        findings = inspected(load(path))
    except ConfigError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    states = sum(len(flow.states) for flow in FLOWS.values())
    if as_json:
        told = {"flows": len(FLOWS), "states": states, "findings": msgspec.to_builtins(findings)}
        typer.echo(msgspec.json.encode(told).decode())
    else:
        for finding in findings:
            typer.echo(finding.told())
        if not findings:
            typer.echo(f"{len(FLOWS)} flows with {states} states, {len(media())} kinds of channel: nothing is wrong.")
    if findings:
        raise typer.Exit(1)


def inspected(config: Config) -> list[Finding]:
    """What is wrong with the shipped flows as this operator runs them."""
    settings = dialogue_settings(config, (), codes=config.codes.sender != "none")
    return inspect(FLOWS, settings, media())

"""`temankpj flows …`: the conversations as tables, drawn and checked. The work is imported when it is asked for."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="The conversations as tables.", no_args_is_help=True)


@app.command()
def diagram(
    flow: Annotated[str | None, typer.Argument(help="One flow; all of them if none is named.")] = None,
    svg: Annotated[bool, typer.Option("--svg", help="SVG instead of Mermaid (needs Graphviz' dot).")] = False,
) -> None:
    """Print diagrams of the flows, from the tables that run."""
    from bot.cli.diagrams import NoDiagram
    from bot.cli.diagrams import diagram as drawn

    try:
        typer.echo(drawn(flow, svg=svg))
    except NoDiagram as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


@app.command()
def check(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object with all findings.")] = False,
    config: Annotated[Path | None, typer.Option(help="Configuration file; config.yaml if it exists.")] = None,
) -> None:
    """Look for places that cannot be reached or left, loops, texts that are missing or too long, late messages.

    Needs no server. Exit status 1 if anything is wrong.
    """
    from bot.cli.inspecting import run_flows_check

    run_flows_check(config, as_json=as_json)

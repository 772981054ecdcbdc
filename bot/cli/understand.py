"""`temankpj understand train|eval|try`: the model behind free text, for those who write its examples."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

app = typer.Typer(help="How free text is understood.", no_args_is_help=True)

ROOT = Path(__file__).parents[2]
HELD_OUT = ROOT / "tests" / "understanding" / "held_out"
DEVELOPMENT = ROOT / "tests" / "understanding" / "development"
"""Texts that are not trained on either, but whose errors authors look at: what they say is a little too good."""


@app.command("train")
def train_command() -> None:
    """Make the model anew from the examples, families and lexicon in flows/understanding (needs scikit-learn)."""
    from bot.training.corpus import SOURCES, BadExamples, digest, read_concepts, read_corpus
    from bot.training.fitting import fit
    from flows.understanding.intents import MODEL

    try:
        model = fit(read_corpus(), read_concepts(), digest(), typer.echo)
    except BadExamples as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    packed = msgspec.msgpack.encode(model)
    (SOURCES / MODEL).write_bytes(packed)
    typer.echo(f"{MODEL}: {len(packed) / 1e6:.1f} MB")
    typer.echo(f"sure from a confidence of {model.unsure_below}, with at most {model.outside_above} for out of scope")


@app.command("eval")
def eval_command(
    folder: Annotated[Path | None, typer.Argument(help="Examples kept apart; without it, both parts in tests.")] = None,
    svg: Annotated[Path | None, typer.Option(help="Where the confusion matrix is drawn.")] = None,
) -> None:
    """Judge the shipped model by examples that it was not trained on; the picture is of the last part."""
    from bot.training.corpus import read_examples
    from bot.training.judging import judge, picture
    from flows.understanding.intents import classify, is_sure

    for part in (DEVELOPMENT, HELD_OUT) if folder is None else (folder,):
        judgement = judge(read_examples(part), classify, is_sure)
        typer.echo(f"{part.name}\n{judgement.summary()}")
        if svg is not None:
            svg.write_text(picture(judgement), "utf-8")


@app.command("try")
def try_command(
    text: Annotated[str | None, typer.Argument(help="One utterance; without it, one a line from the input.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for each utterance.")] = False,
) -> None:
    """Show what utterances are understood as."""
    if text is None and hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    for line in answers(sys.stdin if text is None else [text], as_json=as_json):
        typer.echo(line)


def answers(lines: Iterable[str], *, as_json: bool) -> Iterator[str]:
    """Yield one answer for each utterance, in order: JSON, or a line for people."""
    from flows.understanding.intents import classify, is_sure

    for line in lines:
        understood = classify(line.rstrip("\r\n"))
        if as_json:
            yield msgspec.json.encode(understood).decode()
            continue
        others = ", ".join(f"{intent} {confidence:.2f}" for intent, confidence in understood.alternatives[:3])
        doubt = "" if is_sure(understood) else " (unsure)"
        yield f"{understood.intent} {understood.confidence:.2f}{doubt}; then {others}"

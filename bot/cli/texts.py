"""`temankpj texts export|import`: the texts for translators, and back."""

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="The texts that users see, for translators.", no_args_is_help=True)


@app.command("export")
def export_command(
    folder: Annotated[Path, typer.Argument(help="Where the files go: one folder a language.")],
    locale: Annotated[str | None, typer.Option(help="Only this language, beside Indonesian.")] = None,
) -> None:
    """Write the Indonesian texts and the translations, with what is missing marked."""
    from bot.translations import NoSuchLanguage, export

    try:
        written = export(folder, locale)
    except (NoSuchLanguage, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{len(written)} files in {folder}")


@app.command("import")
def import_command(
    folder: Annotated[Path, typer.Argument(help="A folder as `texts export` writes it.")],
) -> None:
    """Check translations and take them over; nothing is changed if anything is wrong."""
    from bot.translations import look, save

    try:
        found = look(folder)
        for mistake in found.mistakes:
            typer.echo(mistake, err=True)
        if found.mistakes:
            typer.echo(f"{len(found.mistakes)} mistakes, nothing was changed", err=True)
            raise typer.Exit(1)
        save(found, Path(str(resources.files("flows"))) / "locales")
    except (OSError, UnicodeDecodeError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{len(found.files)} files taken over")
    for locale, count in found.missing.items():
        if count:
            typer.echo(f"{locale}: {count} texts are still said in Indonesian")

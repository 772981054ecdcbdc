"""`temankpj keys …`: make secret keys, and re-encrypt with a new one. The work is imported when it is asked for."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Secret keys: make one, change to it.", no_args_is_help=True)


@app.command()
def new() -> None:
    """Print a fresh secret key."""
    import secrets

    from storage.sealing import SECRET, encode_secret

    typer.echo(encode_secret(secrets.token_bytes(SECRET)))


@app.command()
def rotate(
    config: Annotated[Path | None, typer.Option("--config", help="Configuration file; config.yaml.")] = None,
) -> None:
    """Re-encrypt everything that was sealed with an older key, while the service runs. May be repeated at any time."""
    from bot.cli.rotating import run_rotation
    from bot.cli.serving import supervised

    supervised(lambda: run_rotation(config))

"""What is installed is complete: language files, scripts and pages travel with the code."""

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "flows", "storage")


def shipped(root: Path) -> set[str]:
    """All files of the packages below `root`, relative to it, without what Python makes itself."""
    return {
        path.relative_to(root).as_posix()
        for package in PACKAGES
        for path in (root / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    """Code, data and type markers, and nothing besides."""
    source = tmp_path / "source"
    source.mkdir()
    for package in PACKAGES:
        shutil.copytree(ROOT / package, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(tmp_path), str(source)], check=True)

    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == shipped(source)
    assert {f"{package}/py.typed" for package in PACKAGES} <= held


@pytest.mark.parametrize(("lock", "extras"), [("requirements.txt", []), ("requirements-dev.txt", ["dev"])])
def test_every_dependency_is_locked(lock: str, extras: list[str]) -> None:
    """What the project asks for stands in the lock, in a release that it allows, and the lock names no place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    text = (ROOT / lock).read_text()
    pins = [Requirement(line.rstrip("\\ ")) for line in text.splitlines() if line[:1].isalnum()]
    locked = {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin in pins}
    wanted = [Requirement(line) for line in asked]
    missing = [
        str(requirement)
        for requirement in wanted
        if (name := canonicalize_name(requirement.name)) not in locked or locked[name] not in requirement.specifier
    ]
    assert missing == []
    assert "://" not in text

"""What all tests share: where the repository and the reference data beside it are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed, and two runs try the same cases; ``--hypothesis-profile search`` looks further.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("house")

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root folder of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data beside the repository; a test that asks for it is left out without it."""
    if not SHARED.is_dir():
        pytest.skip("left out: the reference data ../shared is not beside this repository")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a headless browser; a test that asks for it is left out without one."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("left out: Debian's package chromium is not installed")
    return found

"""Build the wheel, install it in a clean environment without ``src/``, and load every table: ``make wheel``."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent

LOAD = """
import csv, json, tomllib
from pathlib import Path
import itemcatalog
from itemcatalog import _shipped
assert "site-packages" in itemcatalog.__file__, itemcatalog.__file__
for name in ("codes", "schemas"):
    folder = _shipped.folder(name)
    assert "_data" in str(folder), folder
    for path in sorted(folder.rglob("*")):
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if path.suffix == ".json":
            json.loads(text)
        elif path.suffix == ".toml":
            tomllib.loads(text)
        elif path.suffix == ".csv":
            assert next(csv.reader(text.splitlines())), path
assert (Path(itemcatalog.__file__).parent / "py.typed").is_file()
for name in itemcatalog.__all__:
    getattr(itemcatalog, name)
print("the wheel holds every table and every public name")
"""


def main() -> None:
    """Build, install, load; leave with the status of what fails."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        _run(sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(REPOSITORY))
        (wheel,) = out.glob("*.whl")
        venv.create(out / "clean", with_pip=True)
        python = str(out / "clean" / "bin" / "python")
        _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel), cwd=out)
        _run(python, "-c", LOAD, cwd=out)
        _run(str(out / "clean" / "bin" / "itemcatalog"), "--version", cwd=out)


def _run(*command: str, cwd: Path = REPOSITORY) -> None:
    subprocess.run(command, cwd=cwd, check=True)


if __name__ == "__main__":
    main()

"""``make bench``: every benchmark of this folder, one after the other, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main() -> int:
    """Run them; leave with 1 when one of them broke."""
    broken = []
    for path in sorted(FOLDER.glob("bench_*.py")):
        print(f"== {path.stem.removeprefix('bench_')}", flush=True)
        if subprocess.run([sys.executable, str(path)], cwd=FOLDER.parents[1], check=False).returncode:
            broken.append(path.name)
    if broken:
        print(f"broken: {', '.join(broken)}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())

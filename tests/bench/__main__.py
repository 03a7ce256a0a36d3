"""``python -m tests.bench``: every benchmark of this folder, one after the other, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run them all; 1 when one of them missed a limit or failed."""
    codes = []
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"== {path.stem}", flush=True)
        codes.append(subprocess.run([sys.executable, str(path)], check=False).returncode)
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())

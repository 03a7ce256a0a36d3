"""Matching beside its peers on the same data in the same run: ``matching_bench.py [--sizes 20000] …``.

Seconds, peak memory (of a process of its own), precision, recall, F1 and near-misses merged for each; then the
figures on real names. Peers get the threshold that is best for them on the truth; ours has none. Needs ``../shared``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import matching_data
import matching_disturbed
import matching_ours
import matching_peers
import matching_real

_DISTURBED = (7, 8, 9, 10)
_HEAD = f"{'tool':<34}{'items':>9}{'s':>9}{'CPU s':>9}{'MB':>7}{'P':>8}{'R':>8}{'F1':>8}{'near-misses':>13}"


def main() -> None:
    """Run every contender in a child process and print one table."""
    parser = argparse.ArgumentParser(prog="matching_bench.py", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[2_000, 20_000])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--tools", nargs="*", default=[*matching_ours.TOOLS, *matching_peers.TOOLS])
    parser.add_argument("--real", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--worker", nargs=2, metavar=("TOOL", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        _work(*options.worker)
        return
    print(_HEAD)
    for size in options.sizes:
        path = matching_data.generated(size, options.seed)
        for tool in options.tools:
            _print_row(tool, size, path)
    if options.real:
        _print_disturbed(options.tools)
        matching_real.report()


def _print_disturbed(tools: list[str]) -> None:
    """Measure the contenders that know all words on real names, disturbed four times over."""
    for seed in _DISTURBED:
        path = matching_disturbed.disturbed(seed)
        items = len(path.read_text(encoding="utf-8").splitlines())
        print(f"\nGuangdong names, written by a second channel, near names as traps (draw {seed})")
        for tool in tools:
            if "hidden" not in tool:
                _print_row(tool, items, path)


def _work(tool: str, path: str) -> None:
    """Measure one contender in this process and print the result as JSON."""
    run = {**matching_ours.TOOLS, **matching_peers.TOOLS}[tool]
    print(json.dumps(matching_data.measure(run, Path(path))))


def _print_row(tool: str, size: int, path: Path) -> None:
    command = [sys.executable, str(Path(__file__)), "--worker", tool, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        print(f"{tool:<34}{size:>9}  left out: {done.stderr.strip().splitlines()[-1][:90]}")
        return
    row = json.loads(done.stdout.splitlines()[-1])
    print(
        f"{tool:<34}{size:>9}{row['seconds']:>9.2f}{row['cpu']:>9.2f}{row['megabytes']:>7.0f}{row['precision']:>8.4f}"
        f"{row['recall']:>8.4f}{row['f1']:>8.4f}{row['merged']:>12.4%}",
        flush=True,
    )


if __name__ == "__main__":
    main()

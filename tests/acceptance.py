"""Acceptance diff: the findings of the committed rules against those of the working tree, on the same data.

``python -m tests.acceptance [COMMIT]`` audits the fixtures (and ../shared, where it is) with the sources of a commit
(default HEAD) and with the working ones, and prints new and dropped findings per rule, seconds and memory. It leaves
with 1 when findings of errors changed: such a change belongs in the changelog.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
CORPORA = ("fuzhou", "fuzhou-clean", "second", "second-clean", "guangdong")
SHOWN = 5
SCRIPT = """
import json, resource, sys, time
from itemcatalog.audit import run_audit
from itemcatalog.workspace import read_workspace
start = time.perf_counter()
report = run_audit(read_workspace(sys.argv[1]))
found = [[f.fingerprint, f.rule, f.severity.value, f.item.name if f.item else "", f.message] for f in report.findings]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
json.dump({"found": found, "seconds": time.perf_counter() - start, "peak": peak, "items": report.items}, sys.stdout)
"""


def _audit(sources: Path, corpus: Path) -> dict[str, Any] | None:
    """Audit a workspace with the sources of one tree; None where that tree cannot."""
    environment = {**os.environ, "PYTHONPATH": str(sources / "src"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", SCRIPT, str(corpus)]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=sources, check=False)
    if done.returncode:
        print(done.stderr.decode(errors="replace").strip().splitlines()[-1:])
        return None
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _committed(commit: str, folder: Path) -> Path:
    """Unpack sources, code tables and schemas of a commit."""
    command = ["git", "archive", commit, "src", "codes", "schemas"]
    data = subprocess.run(command, capture_output=True, cwd=REPOSITORY, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def _changes(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Return what is new (+) and dropped (-); a finding whose severity changed is both."""
    before = {(entry[0], entry[2]): entry for entry in old["found"]}
    after = {(entry[0], entry[2]): entry for entry in new["found"]}
    gained = [("+", after[key]) for key in sorted(after.keys() - before.keys())]
    return gained + [("-", before[key]) for key in sorted(before.keys() - after.keys())]


def _compare(name: str, old: dict[str, Any], new: dict[str, Any]) -> int:
    """Print what changed on one corpus, rule by rule and severity by severity; return the number of changed errors."""
    changed = _changes(old, new)
    print(
        f"== {name}: {new['items']} items, {len(old['found'])} → {len(new['found'])} findings, "
        f"{old['seconds']:.1f} → {new['seconds']:.1f} s, {old['peak']} → {new['peak']} MB"
    )
    counts = Counter((entry[1], entry[2], sign) for sign, entry in changed)
    for rule, severity in sorted({(rule, severity) for rule, severity, _ in counts}):
        print(f"   {rule} {severity:<8} +{counts[rule, severity, '+']} -{counts[rule, severity, '-']}")
        own = [(sign, *entry[3:]) for sign, entry in changed if entry[1:3] == [rule, severity]]
        for sign, item, message in sorted(own)[:SHOWN]:
            print(f"      {sign} {item}：{message}"[:150])
    return sum(entry[2] == "error" for _, entry in changed)


def main() -> int:
    """Compare on every corpus."""
    commit = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    errors = 0
    with tempfile.TemporaryDirectory() as folder:
        committed = _committed(commit, Path(folder))
        for name in CORPORA:
            corpus = REPOSITORY / "fixtures" / name
            if not corpus.is_dir() or (name == "guangdong" and not (REPOSITORY.parent / "shared").is_dir()):
                print(f"== {name}: left out, its data is not here")
                continue
            old, new = _audit(committed, corpus), _audit(REPOSITORY, corpus)
            if old is None or new is None:
                print(f"== {name}: {'the commit' if old is None else 'the working tree'} cannot audit it")
                errors += new is None
            else:
                errors += _compare(name, old, new)
    print(f"errors changed: {errors}")
    return int(errors > 0)


if __name__ == "__main__":
    sys.exit(main())

"""Sums over millions of cases: our own loops and, where it is at hand, DuckDB doing the same sums in the same run.

Usage: python tests/bench/bench_cases.py [CASES] [--duckdb PYTHON_WITH_DUCKDB] [--processes N]
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

from itemcatalog.appraisal._case_code import WAY_ONLINE
from itemcatalog.appraisal._case_part import CasePlan
from itemcatalog.appraisal._case_run import count_parts
from itemcatalog.appraisal._cases import CaseSums, join_parts
from itemcatalog.appraisal._records import read_records
from itemcatalog.appraisal._units import Population, population
from itemcatalog.codes.calendar import official_calendar
from itemcatalog.rules.cases import Timing
from itemcatalog.workspace import read_catalogue, read_workspace

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "fuzhou"
HEADER = (
    "办件编号,事项编码,事项名称,申报方式,申请时间,处理时间,受理时间,办结时间,处理结果,处理意见,报送时间,"
    "快递,到场次数,电子证照\n"
)
WAYS = ("窗口",) * 12 + ("网上",) * 5 + ("移动端",) + ("自助",) * 2
AS_OF = date(2017, 12, 31)


def write_cases(path: Path, number: int, codes: list[str]) -> None:
    """Write a table of cases, one in 10,000 of them twice; the same for the same number."""
    chance = random.Random(20170701)
    start = datetime(2017, 1, 3, 9)  # noqa: DTZ001 - moments of a table have no zone
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEADER)
        for index in range(number):
            applied = start + timedelta(seconds=chance.randrange(31_000_000))
            handled = applied + timedelta(seconds=chance.randrange(300_000))
            reported = handled + timedelta(seconds=chance.randrange(100_000))
            refused = index % 37 == 0
            opinion = "" if not refused else "材料不齐全" if index % 111 == 0 else "未提交法定代表人身份证复印件"
            line = (
                f"FZ2017{index:09d},{codes[index % len(codes)]},临时占用城市道路审批,{WAYS[index % 20]},{applied},"
                f"{handled},{handled},{reported},{'不通过' if refused else '通过'},{opinion},{reported},是,0,否\n"
            )
            stream.write(line)
            if index % 10_000 == 0:
                stream.write(line)


def ours(path: Path, own: Population, processes: int) -> CaseSums:
    """Return the sums by our own loops."""
    holders = dict.fromkeys((item.channel, (item.authority.name or "").strip()) for item in own.items)
    units = (("", ""), *holders)
    plan = CasePlan(
        population=own,
        units={holder: number for number, holder in enumerate(units)},
        calendar=official_calendar(),
        as_of=AS_OF,
        milestones=(AS_OF,),
        days=2,
        longest=timedelta(hours=24),
    )
    parts = read_records([path], path.parent).case_parts
    return join_parts(count_parts(parts, plan, processes), units, (AS_OF,))


def told(sums: CaseSums) -> dict[str, dict[str, int]]:
    """Return the plain sums by channel, as DuckDB gives them."""
    found: dict[str, Counter[str]] = {}
    for code, number in sums.decoded():
        own = found.setdefault(sums.units[code.unit][0], Counter())
        online = code.way == WAY_ONLINE
        own["all"] += number
        own["online"] += number * online
        own["in_time"] += number * (online and code.handling == Timing.IN_TIME)
        own["handled"] += number * code.handled
        own["reported"] += number * (code.handled and code.reporting == Timing.IN_TIME)
    return {channel: {key: own[key] for key in sorted(own)} for channel, own in sorted(found.items())}


DUCK = """
import duckdb, json, sys, time, resource
path, units, due = sys.argv[1:4]
t = time.perf_counter()
c = duckdb.connect(); c.execute("set threads=2"); c.execute("set memory_limit='2GB'")
c.execute("set enable_progress_bar=false")
c.execute("create table u as select * from read_csv(?, header=true, all_varchar=true)", [units])
c.execute("create table d as select applied::date applied, due::date due"
          " from read_csv(?, header=true, all_varchar=true)", [due])
rows = c.execute('''
with raw as (select 办件编号 n, 事项编码 code, 申报方式 way, 申请时间::timestamp a, 处理时间::timestamp h,
             报送时间::timestamp r
             from read_csv(?, header=true, all_varchar=true)),
once as (select n, arg_min(struct_pack(code:=code, way:=way, a:=a, h:=h, r:=r), a) s from raw group by n)
select coalesce(channel, ''), count(*), sum((s.way in ('网上','移动端'))::int),
  sum((s.way in ('网上','移动端') and s.h::date <= least(due, date '2017-12-31'))::int),
  sum((s.h::date <= date '2017-12-31')::int),
  sum((s.h::date <= date '2017-12-31' and s.r::date <= date '2017-12-31' and s.r - s.h <= interval 24 hour)::int)
from once left join u on u.code = s.code left join d on d.applied = s.a::date
where year(s.a) = 2017 group by 1 order by 1''', [path]).fetchall()
print(json.dumps({"seconds": time.perf_counter() - t, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
  "sums": {r[0]: dict(all=r[1], handled=int(r[4]), in_time=int(r[3]), online=int(r[2]), reported=int(r[5]))
           for r in rows}}))
"""


def duckdb(python: str, path: Path, own: Population) -> dict[str, object]:
    """Return what DuckDB says, in its own process."""
    units, due = path.with_name("units.csv"), path.with_name("due.csv")
    lines = [f"{code},{item.channel}" for code, item in own.by_code.items()]
    units.write_text("\n".join(["code,channel", *lines]) + "\n", encoding="utf-8")
    days = [date(2017, 1, 1) + timedelta(days=n) for n in range(365)]
    calendar = official_calendar()
    due.write_text("\n".join(["applied,due", *(f"{d},{calendar.add_working_days(d, 2)}" for d in days)]) + "\n")
    done = subprocess.run(
        [python, "-c", DUCK, str(path), str(units), str(due)], capture_output=True, text=True, check=True
    )
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


class Watch:
    """Looks ten times a second at the memory that belongs to this process and its children (proportional share)."""

    def __init__(self) -> None:
        self.most, self._stop = 0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _look(self) -> None:
        me = Path("/proc/self")
        while not self._stop.wait(0.1):
            tasks = (one.joinpath("children") for one in me.joinpath("task").iterdir())
            children = " ".join(one.read_text() for one in tasks if one.exists()).split()
            self.most = max(self.most, sum(map(self._share, ["self", *children])))

    @staticmethod
    def _share(process: str) -> int:
        try:
            lines = Path("/proc", process, "smaps_rollup").read_text().splitlines()
        except OSError:
            return 0
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def main() -> None:
    """Write, count, compare, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", nargs="?", type=int, default=5_000_000)
    parser.add_argument("--duckdb", default="")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--file", default="")
    asked = parser.parse_args()
    workspace = read_workspace(FIXTURE)
    own = population(read_catalogue(workspace), workspace.as_of)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(asked.file or Path(folder) / "cases.csv")
        if not path.exists():
            write_cases(path, asked.cases, sorted(own.by_code))
        print(f"{asked.cases} cases, {path.stat().st_size / 1e6:.0f} MB")
        started = time.perf_counter()
        with Watch() as watch:
            sums = ours(path, own, asked.processes)
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"ours: {seconds:.1f} s, {watch.most / 1024:.0f} MB in all, main process {peak:.0f} MB")
        print(f"  repeated {sums.repeated}, shown {len(sums.exceptions)}, cut {sums.cut}, faults {len(sums.faults)}")
        if asked.duckdb:
            duck = duckdb(asked.duckdb, path, own)
            print(f"duckdb: {duck['seconds']:.1f} s, {duck['mb']:.0f} MB; same sums: {duck['sums'] == told(sums)}")
            if duck["sums"] != told(sums):
                print(json.dumps([duck["sums"], told(sums)], ensure_ascii=False, indent=1))
                sys.exit(1)


if __name__ == "__main__":
    main()

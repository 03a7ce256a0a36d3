"""A child process that opens a workbook under a memory limit and prints how large its sheets are (S6).

The formats other than .xlsx cannot be looked through beforehand; what kills the reader kills only this process.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys

from python_calamine import CalamineWorkbook

MEMORY = 1 << 30


def main() -> None:
    """Read a workbook from standard input; print ``[[name, rows, columns], …]`` as JSON."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    sheets = []
    for index, name in enumerate(workbook.sheet_names):
        sheet = workbook.get_sheet_by_index(index)
        sheets.append([name, sheet.total_height, sheet.total_width])
    sys.stdout.write(json.dumps(sheets))


if __name__ == "__main__":
    main()

"""The user's own templates (``[guides] templates``): a folder with ``guide.html`` or ``guide.md``, run in a child."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Self

from attrs import define, field

from itemcatalog.errors import ConfigurationError, SourceError, UsageError
from itemcatalog.files import read_bytes
from itemcatalog.render.guide import guide_dict
from itemcatalog.sections import GuideSections

__all__ = ["UserTemplates"]

_KINDS = ("html", "md")
_ENDINGS = (".html", ".md", ".jinja", ".css")
_MOST_FILES = 50
_MOST_BYTES = 1_000_000
_SECONDS = 10.0
# An interpreter on a busy machine takes its time to start; the limit of a template holds for guides.
_START_SECONDS = 20.0
_MOST_LATE = 3
_CHILD = "itemcatalog.render.guide._sandbox"


@define(slots=True, kw_only=True)
class UserTemplates:
    """自备模板: the texts of a folder and the child process that renders them (S15).

    A guide that takes longer than ten seconds ends the child; after three of these the templates are not tried again.
    """

    texts: dict[str, str]
    seconds: float = _SECONDS
    _child: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _late: int = field(default=0, init=False)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the templates of a folder; raise ``ConfigurationError`` when it holds none or they are too large."""
        if not folder.is_dir():
            raise ConfigurationError("模板文件夹不存在", key="guides.templates", path=folder.name)
        paths = sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS and path.is_file())
        if len(paths) > _MOST_FILES:
            raise ConfigurationError(f"模板文件超过 {_MOST_FILES} 个", key="guides.templates", path=folder.name)
        made = cls(texts={path.name: _text(path) for path in paths})
        if not any(made.has(kind) for kind in _KINDS):
            raise ConfigurationError(
                "模板文件夹里没有 guide.html 或 guide.md", key="guides.templates", path=folder.name
            )
        return made

    @property
    def digest(self) -> str:
        """The hash of all templates."""
        text = json.dumps(self.texts, ensure_ascii=True, sort_keys=True)
        return hashlib.sha256(text.encode("ascii")).hexdigest()

    def has(self, kind: str) -> bool:
        """Return whether the folder has a template for a format."""
        return self._name(kind) is not None

    def _name(self, kind: str) -> str | None:
        names = (f"guide.{kind}", f"guide.{kind}.jinja")
        return next((name for name in names if kind in _KINDS and name in self.texts), None)

    def render(self, guide: GuideSections, kind: str) -> bytes:
        """Render a guide; raise ``UsageError`` with the words of the template's fault."""
        if self._late >= _MOST_LATE:
            raise UsageError(f"自备模板已 {_MOST_LATE} 次超时，不再使用")
        answer = self._ask({"name": self._name(kind), "guide": guide_dict(guide)})
        if "error" in answer:
            raise UsageError(f"自备模板出错：{answer['error']}")
        return str(answer["text"]).encode("utf-8", "replace")

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def _ask(self, asked: Any) -> dict[str, Any]:
        child = self._child or self._start()
        answer = self._line(child, asked, self.seconds)
        if answer is None:
            self.close()
            self._late += 1
            return {"error": f"超过 {self.seconds:g} 秒或内存上限，已终止"}
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        self._child = subprocess.Popen(  # noqa: S603 - our own module under our own interpreter
            [sys.executable, "-I", "-m", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        answer = self._line(self._child, self.texts, max(self.seconds, _START_SECONDS))
        if answer is None or "error" in answer:
            self.close()
            words = answer["error"] if answer else "模板进程没有启动"
            raise ConfigurationError(str(words), key="guides.templates")
        return self._child

    def _line(self, child: subprocess.Popen[bytes], asked: Any, seconds: float) -> dict[str, Any] | None:
        """Send one line and wait for the answer; None when the child was ended or died."""
        watchdog = threading.Timer(seconds, child.kill)
        watchdog.start()
        try:
            if child.stdin is None or child.stdout is None:
                return None
            child.stdin.write(json.dumps(asked).encode("ascii") + b"\n")
            child.stdin.flush()
            line = child.stdout.readline()
        except BrokenPipeError:
            return None
        finally:
            watchdog.cancel()
        answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return answer


def _text(path: Path) -> str:
    try:
        data = read_bytes(path, name=path.name)
        if len(data) > _MOST_BYTES:
            raise ConfigurationError(f"模板超过 {_MOST_BYTES} 字节", key="guides.templates", path=path.name)
        return data.decode("utf-8-sig")
    except (SourceError, UnicodeDecodeError) as error:
        raise ConfigurationError("模板读不出，须为 UTF-8", key="guides.templates", path=path.name) from error

"""The child process in which a user's templates run: no attributes of Python, no files, capped in time and memory.

It speaks JSON lines: first the templates, then one guide a line; each answer is ``{"text": …}`` or ``{"error": …}``.
Run as ``python -m itemcatalog.render.guide._sandbox``.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Mapping
from typing import Any

__all__ = ["Sandbox", "main"]

MEMORY_BYTES = 1 << 30
OUTPUT_CHARACTERS = 8_000_000
_LONGEST_PRODUCT = 1_000_000


class Sandbox:
    """沙箱: user templates under an environment that escapes, refuses undefined names and guards sizes."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        import jinja2

        self._environment = _environment()
        self._environment.loader = jinja2.DictLoader(dict(templates))
        self._names = tuple(templates)

    def check(self) -> str | None:
        """Return the first syntax error of the templates, with file and line."""
        import jinja2

        for name in self._names:
            try:
                self._environment.get_template(name)
            except jinja2.TemplateSyntaxError as error:
                return f"模板 {name} 第 {error.lineno} 行：{error.message}"
        return None

    def render(self, name: str, guide: Mapping[str, Any]) -> str:
        """Render one guide; raise ``ValueError`` when the page grows beyond its limit."""
        parts, length = [], 0
        for part in self._environment.get_template(name).generate(guide=guide):
            length += len(part)
            if length > OUTPUT_CHARACTERS:
                raise ValueError(f"页面超过上限 {OUTPUT_CHARACTERS} 个字符")
            parts.append(part)
        return "".join(parts)


def _environment() -> Any:
    import jinja2
    import jinja2.sandbox

    class Guarded(jinja2.sandbox.ImmutableSandboxedEnvironment):
        """受限环境: products of texts and lists, and powers, are measured before they are made."""

        intercepted_binops = frozenset({"*", "**", "%"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or (operator == "%" and isinstance(left, str)):
                raise jinja2.exceptions.SecurityError(f"模板不允许使用 {operator}")
            if operator == "*":
                _measured(left, right)
            return super().call_binop(context, operator, left, right)

    made = Guarded(autoescape=True, undefined=jinja2.StrictUndefined)
    for name in ("range", "lipsum", "cycler", "joiner", "namespace"):
        made.globals.pop(name, None)
    for name in ("center", "format", "indent", "batch", "slice", "pprint", "xmlattr", "safe", "attr"):
        made.filters.pop(name, None)
    return made


def _measured(left: Any, right: Any) -> None:
    sizes = [len(one) if hasattr(one, "__len__") else abs(one) for one in (left, right) if not isinstance(one, bool)]
    product = 1
    for size in sizes:
        product *= max(size, 1)
    if product > _LONGEST_PRODUCT:
        raise ValueError("模板中的乘积过大")


def main() -> None:
    """Answer the parent until it closes the pipe."""
    _cap_memory()
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sandbox = Sandbox(json.loads(source.readline()))
    fault = sandbox.check()
    _answer(target, {"error": fault} if fault else {"text": ""})
    for line in source:
        _answer(target, _rendered(sandbox, json.loads(line)))


def _rendered(sandbox: Sandbox, asked: Mapping[str, Any]) -> dict[str, str]:
    try:
        return {"text": sandbox.render(asked["name"], asked["guide"])}
    except MemoryError:
        return {"error": "模板占用内存超过上限"}
    except Exception as error:  # whatever a template does wrong is its author's to read
        return {"error": f"{type(error).__name__}: {str(error)[:500]}"}


def _answer(target: Any, answer: Mapping[str, str]) -> None:
    target.write(json.dumps(answer).encode("ascii") + b"\n")
    target.flush()


def _cap_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()

"""What a fenced block holds: a payload, code, a template's text, or a whole definition with labels."""

from __future__ import annotations

import re

from linter.readers import json_tree, structured, trees
from linter.readers.markdown.blocks import Block
from linter.readers.markdown.lift import lift
from linter.readers.shapes import PLACEHOLDER
from linter.readers.tree import ParseError
from linter.report import InputError
from linter.source import Source
from linter.template import Template

_PROSE = frozenset(
    ("", "text", "txt", "plain", "plaintext", "whatsapp", "markdown", "md", "template", "message", "none")
)
_PROSE |= frozenset(("handlebars", "hbs", "mustache", "liquid", "jinja", "jinja2", "twig", "body", "msg", "mensagem"))
_CODE = re.compile(
    r"^\s*(?:(?:GET|POST|PUT|DELETE|PATCH) \S|curl |npm |npx |pip |git |cd |export |import |from \w+ import|const |let "
    r"|var |function |return\b|class |def |SELECT |CREATE |INSERT |ALTER |<\?php|<!DOCTYPE|#!/|\$ |Authorization:"
    r"|Content-Type:|@\w+\()",
    re.M,
)
_DRAWING = re.compile(r"[┌┐└┘├┤│║╔╚▼▶]|^\s*[↓⬇▼|v]\s*$", re.M)
_MAPPING = re.compile(r"^[\s`*-]*\{\{\s*\w+\s*\}\}`?\s*(?:→|=>|->|=|:=)", re.M)
_TICKS = re.compile(r"^\s*(?:[-*]\s*)?(?:☐|☑|□|\[[ xX]\])", re.M)
_WRONG = re.compile(r"^\s*(?:❌|✗|✘|⛔|🚫)", re.M)
_LOG = re.compile(r"^\S*\s*\[[\w./-]+\]|^\d{4}-\d\d-\d\d[T ]", re.M)
_OTHER_PLACEHOLDER = re.compile(
    r"\{[A-Za-z_]\w*\}|\[[A-ZÀ-Ý][A-ZÀ-Ý0-9 _-]+\]|<[a-z_]+>|\$\{\w+\}|(?<!\w)%s(?!\w)|#\{\w+\}"
)


def payload(source: Source, block: Block) -> list[Template] | None:
    """The templates of a block that holds JSON or YAML; None where it holds neither."""
    text = block.text.value
    if structured.looks_like_json(text):
        return _json(source, block) if block.info in _PROSE or block.info.startswith("js") else []
    if block.info in ("yaml", "yml"):
        inner = Source(text, source.path)
        found = list(structured.read_yaml(inner))
        if any(isinstance(item, InputError) for item in found):
            return []
        return [lift(item, block.text) for item in found if isinstance(item, Template)]
    if re.match(r"\s*\"?[\w-]+\"?\s*:\s*[\[{]", text):
        return []
    return None


def _json(source: Source, block: Block) -> list[Template]:
    places = block.text.map
    try:
        if block.is_contiguous and places is not None:
            root = json_tree.parse(source.text, places.start(0), places.end(len(block.text.value)))
            return list(trees.templates(root, source))
        inner = Source(block.text.value, source.path)
        return [lift(template, block.text) for template in trees.templates(json_tree.parse(inner.text), inner)]
    except ParseError:
        return []


def is_code(block: Block) -> bool:
    """Whether the block is code, a drawing, a log, a checklist or a list of wrong examples, and no message."""
    text = block.text.value
    if block.info not in _PROSE:
        return True
    if _CODE.search(text) or _DRAWING.search(text) or _MAPPING.search(text) or _TICKS.search(text) or _LOG.match(text):
        return True
    lines = [line for line in text.splitlines() if line.strip()]
    env = sum(1 for line in lines if re.match(r"\s*(?:#|[A-Z][A-Z0-9_]+\s*=)", line))
    return bool(_WRONG.match(text)) or (bool(lines) and env * 2 > len(lines))


def has_placeholder(text: str) -> bool:
    """Whether a text holds a placeholder of any notation."""
    return bool(PLACEHOLDER.search(text) or _OTHER_PLACEHOLDER.search(text))


def is_message(text: str) -> bool:
    """Whether a text has words of its own, and is not one word, one address or one placeholder."""
    plain = PLACEHOLDER.sub(" ", text)
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"https?://\S+", " ", plain))
    return len(words) >= 2 and bool(re.search(r"\s", text.strip()))

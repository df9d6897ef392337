"""What a template is: frozen values that every reader makes and every check reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from linter.source import SourceMap


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded text, its JSON pointer where there is one, and its map back into the file."""

    value: str
    pointer: str | None = None
    map: SourceMap | None = None

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample value: `placeholder` is "1", "first_name", or "media" for the sample file of a header."""

    placeholder: str
    text: Text


@dataclass(frozen=True, slots=True)
class Component:
    """One component.

    `kind` is lower case and verbatim: header, body, footer, button, carousel, limited_time_offer, or a word unknown to us.
    `format` is what a header holds (text, image, video, gif, document, location, product), lower case, None where not said.
    `type` is what a button does (quick_reply, url, phone_number, copy_code, otp, flow, catalog, mpm, ...), lower case,
    None where not said. `text` is what the recipient reads: for a button its label. `card` counts carousel cards from 0.
    `at` is the place of the component as a whole, for findings about what is missing. `extra` holds the other fields as read.
    """

    kind: str
    at: Text
    text: Text | None = None
    format: str | None = None
    type: str | None = None
    url: Text | None = None
    phone: Text | None = None
    code: Text | None = None
    samples: tuple[Sample, ...] = ()
    card: int | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the file that is not as a template wants it, noticed while reading.

    `kind` is one of: wrong-type, unknown-component, unknown-field, no-text. `detail` is words for a person, such as "text is a number".
    """

    kind: str
    detail: str
    at: Text


@dataclass(frozen=True, slots=True)
class Template:
    """Name + language + category + components, each with its place; `at` is the place of the template as a whole.

    `format` is the input format it was read from. `has_payload_shape` says that components were written as a creation payload
    (graph), so that their order and their samples mean something.
    """

    components: tuple[Component, ...]
    name: Text | None = None
    language: Text | None = None
    category: Text | None = None
    id: str | None = None
    parameter_format: str | None = None
    at: Text = Text("")
    format: str = "neutral"
    has_payload_shape: bool = False
    faults: tuple[Fault, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)

    def of_kind(self, *kinds: str) -> Iterator[Component]:
        """The components of these kinds, in the order of the file, those of carousel cards included."""
        return (component for component in self.components if component.kind in kinds)

    @property
    def body(self) -> Component | None:
        """The message's own body, not that of a carousel card."""
        return next((c for c in self.of_kind("body") if c.card is None), None)

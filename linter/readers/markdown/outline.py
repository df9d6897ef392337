"""The headings that are open at a place of the document, and what stands under them about templates."""

from __future__ import annotations

from dataclasses import dataclass, field

from linter.readers.markdown.definition import Fields
from linter.template import Template, Text


@dataclass
class Scope:
    """What stands under one heading; `role` is what the heading itself names."""

    level: int
    title: Text | None = None
    role: str | None = None
    heading_name: Text | None = None
    fields: Fields = field(default_factory=Fields)
    has_template: bool = False
    has_variables: bool = False


@dataclass
class Draft:
    """A template to which what follows under its heading may still add."""

    at: Text
    fields: Fields
    scope: Scope


class Outline:
    """The open headings, outermost first, and the templates found so far."""

    def __init__(self) -> None:
        self.scopes = [Scope(0)]
        self.found: list[Draft | Template] = []

    @property
    def scope(self) -> Scope:
        """The innermost heading."""
        return self.scopes[-1]

    def open(self, scope: Scope) -> None:
        """Begin a heading; those of its level and below end."""
        self.close(scope.level)
        if scope.heading_name is not None:
            scope.fields.name = scope.heading_name
        self.scopes.append(scope)

    def close(self, level: int = 1) -> None:
        """End the headings from a level on."""
        while len(self.scopes) > 1 and self.scope.level >= level:
            self._pop()

    def _pop(self) -> None:
        scope = self.scopes.pop()
        # A heading that names a template, with the table of its variables: the body was left out.
        if scope.heading_name is not None and scope.has_variables and not scope.has_template:
            self.found.append(Draft(scope.heading_name, scope.fields, scope))
            return
        # What a section says that made no template is meant for the next one under the same heading.
        if scope.has_template or self.scope.level < 2:
            return
        mine, theirs = scope.fields, self.scope.fields
        theirs.name, theirs.category = mine.name or theirs.name, mine.category or theirs.category
        theirs.language = mine.language or theirs.language
        theirs.parts.update(mine.parts)
        theirs.buttons.extend(mine.buttons)

    def has_name(self) -> bool:
        """Whether an open heading has given a name or a category."""
        return any(scope.fields.name is not None or scope.fields.category is not None for scope in self.scopes)

    def draft(self) -> Draft | None:
        """The last template, while its heading is still open."""
        draft = self.found[-1] if self.found and isinstance(self.found[-1], Draft) else None
        return draft if draft is not None and any(draft.scope is scope for scope in self.scopes) else None

    def names(self) -> set[str]:
        """The names of the templates made of labels so far."""
        drafts = (draft for draft in self.found if isinstance(draft, Draft))
        return {draft.fields.name.value for draft in drafts if draft.fields.name is not None}

    def target(self, role: str) -> Fields:
        """Where a field belongs: to the template just made if it lacks it, else to what comes."""
        draft = self.draft()
        if draft is not None and role != "name":
            lacks = role not in draft.fields.parts if role in ("header", "footer") else not getattr(draft.fields, role)
            if lacks:
                return draft.fields
        return self.scope.fields

    def begin(self) -> None:
        """A new name under the heading of a finished template begins another one."""
        draft = self.draft()
        if draft is not None and draft.scope is self.scope:
            self.scope.fields = Fields()

    def add_body(self, body: Text, place: Text) -> None:
        """A template with this body, and with what the open headings say."""
        owner = next((scope for scope in reversed(self.scopes) if scope.fields.name is not None), None)
        if owner is None:
            owner = self.scopes[-2] if self.scope.role is not None and len(self.scopes) > 2 else self.scope
        fields = self._inherited()
        fields.parts["body"] = body
        self._add(Draft(place, fields, owner))

    def add_definition(self, fields: Fields, place: Text) -> None:
        """A template that says most about itself."""
        outer = self._inherited()
        fields.name = fields.name or outer.name
        fields.category, fields.language = fields.category or outer.category, fields.language or outer.language
        self._add(Draft(place, fields, self.scope))

    def _add(self, draft: Draft) -> None:
        self.found.append(draft)
        for scope in self.scopes:
            scope.has_template = True

    def _inherited(self) -> Fields:
        """What the open headings say, the nearest first; headers, footers and buttons are used up."""
        fields = Fields()
        for scope in reversed(self.scopes):
            mine = scope.fields
            fields.name, fields.category = fields.name or mine.name, fields.category or mine.category
            fields.language = fields.language or mine.language
            fields.parts = {**mine.parts, **fields.parts}
            fields.buttons.extend(mine.buttons)
            mine.parts, mine.buttons = {}, []
        return fields

"""No field may wait, along any way, for itself to be shown."""

from app.forms.nodes import Broken, Flaw, Node
from app.forms.spec import Field


def refuse_circles(sections: Node, fields: dict[str, Field]) -> None:
    done: set[str] = set()
    for start in fields:
        way: list[str] = []
        _follow(start, way, done, sections, fields)


def _follow(name: str, way: list[str], done: set[str], sections: Node, fields: dict[str, Field]) -> None:
    if name in way:
        circle = [*way[way.index(name) :], name]
        raise Broken(Flaw.CIRCLE, _line_of(name, sections), " > ".join(circle), name)
    if name in done:
        return
    way.append(name)
    for other in fields[name].when or ():
        _follow(other, way, done, sections, fields)
    way.pop()
    done.add(name)


def _line_of(name: str, sections: Node) -> int:
    for section in sections.items():
        for field in section.mapping()["fields"].items():
            if field.mapping()["name"].value == name:
                return field.mapping()["when"].line
    return sections.line

"""Updates made at random from Telegram's own description: every required field, and some of the optional ones."""

from typing import Any

from hypothesis import strategies as st

from tests.servers.telegram_spec import Description

DEEPEST = 3  # objects inside objects; below that only what is required
WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
KNOWN = {
    ("Chat", "type"): st.sampled_from(["private", "group", "supergroup", "channel"]),
    ("Location", "latitude"): st.floats(-90, 90),
    ("Location", "longitude"): st.floats(-180, 180),
    ("Message", "text"): WORDS
    | st.sampled_from(["/start", "/start x1", "/menu@TemanKpjUjiBot", "halo @TemanKpjUjiBot"]),
}
IDS = st.integers(-(2**52), 2**52)
NUMBERS = st.integers(0, 2**31)


def value_of(spec: Description, type_name: str, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of a type of the description."""
    if type_name.startswith("Array of "):
        inner = value_of(spec, type_name.removeprefix("Array of "), depth + 1)
        return st.lists(inner, max_size=2 if depth < DEEPEST else 0)
    scalars = {"Integer": NUMBERS, "Float": st.floats(-1e6, 1e6), "String": WORDS, "Boolean": st.booleans()}
    if type_name in scalars:
        return scalars[type_name]
    if subtypes := spec.types[type_name].get("subtypes"):
        return st.sampled_from(subtypes).flatmap(lambda name: value_of(spec, name, depth))
    return object_of(spec, type_name, depth)


@st.composite
def object_of(draw: st.DrawFn, spec: Description, type_name: str, depth: int = 0, with_field: str | None = None) -> Any:
    """An object with its required fields, up to three optional ones, and `with_field`."""
    fields = spec.fields_of(type_name)
    optional = [field["name"] for field in fields if not field["required"]]
    most = 3 if depth < DEEPEST else 0
    chosen = set(draw(st.lists(st.sampled_from(optional), max_size=most))) if optional and most else set()
    return {
        field["name"]: draw(field_of(spec, type_name, field, depth))
        for field in fields
        if field["required"] or field["name"] in chosen or field["name"] == with_field
    }


def field_of(spec: Description, type_name: str, field: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    """Values of one field."""
    if (known := KNOWN.get((type_name, field["name"]))) is not None:
        return known
    if "Integer" in field["types"] and field["name"].endswith("id"):
        return IDS
    return st.sampled_from(field["types"]).flatmap(lambda name: value_of(spec, name, depth + 1))


@st.composite
def update(draw: st.DrawFn, spec: Description, kind: str, message_field: str | None = None) -> Any:
    """An update of a kind; for kinds that are messages, with a field in it."""
    [described] = [field for field in spec.fields_of("Update") if field["name"] == kind]
    inner = object_of(spec, described["types"][0], with_field=message_field)
    return {"update_id": draw(st.integers(0, 2**31)), kind: draw(inner)}

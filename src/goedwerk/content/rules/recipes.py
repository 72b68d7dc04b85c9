"""Rules for a recipe: its numbers, and what its steps refer to."""

from collections import Counter
from collections.abc import Iterator

from goedwerk.content.complaints import Complaint, Place
from goedwerk.content.names import Names
from goedwerk.content.rules.step_references import step_references


def recipe_rules(recipe: dict, names: Names) -> Iterator[Complaint]:
    yield from _numbers(recipe)
    yield from step_references(recipe)
    for index, step in enumerate(recipe["steps"]):
        params = step["params"]
        place: Place = ("steps", index, "params")
        if step["kind"] == "sort":
            yield from _shapes(params, place, names)
        if "scale" in params:
            yield from _scale(params["scale"], (*place, "scale"))


def _numbers(recipe: dict) -> Iterator[Complaint]:
    group = recipe["group"]
    if group["min"] > group["max"]:
        yield Complaint(("group", "max"), f"This must be at least {group['min']}, the smallest number of people.")
    total = sum(step["minutes"] for step in recipe["steps"] if not step["params"].get("optional", False))
    if recipe["minutes"] != total:
        message = f"This says {recipe['minutes']}, but the steps that are not optional take {total} minutes."
        yield Complaint(("minutes",), message)


def _scale(scale: dict, place: Place) -> Iterator[Complaint]:
    if scale["from"] >= scale["to"]:
        yield Complaint((*place, "to"), f"This must be higher than {scale['from']}, where the scale starts.")


def _shapes(params: dict, place: Place, names: Names) -> Iterator[Complaint]:
    shapes = {(*place, "shape"): params["shape"]}
    shapes |= {(*place, "other_shapes", at): shape for at, shape in enumerate(params.get("other_shapes", ()))}
    sizes = Counter(sum(shape) for shape in shapes.values())
    for where, shape in shapes.items():
        size = sum(shape)
        if sizes[size] > 1:
            yield Complaint(where, f"Two shapes take {size} cards, so nobody knows which to use; keep one.")
        elif names.deck_sizes and size not in names.deck_sizes:
            decks = ", ".join(str(known) for known in sorted(names.deck_sizes))
            yield Complaint(where, f"This shape takes {size} cards; the decks have: {decks}.")

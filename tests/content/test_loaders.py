from importlib.metadata import EntryPoint

import pytest
from django.db import connection

from goedwerk.content import shelf
from goedwerk.content.loaders import Loaded, Loaders, SectionTaken


def test_each_section_goes_to_who_registered_for_it(small_pack, db):
    pack = small_pack.read()
    seen = []
    loaders = Loaders()
    loaders.register("dilemmas", lambda info, items: seen.append((info, items)) or 7)

    loaded = loaders.load(pack)

    assert seen == [(pack.info, pack.dilemmas)]
    assert loaded == Loaded(info=pack.info, counts={"dilemmas": 7})


def test_what_others_refer_to_is_loaded_first(small_pack, db):
    order = []
    loaders = Loaders()
    for section in ("approaches", "review", "dilemmas", "value-sets", "vocabulary"):
        loaders.register(section, lambda info, items, section=section: order.append(section) or len(items))

    loaded = loaders.load(small_pack.read())

    assert order == ["vocabulary", "value-sets", "dilemmas", "approaches", "review"]
    assert loaded.counts == {"vocabulary": 1, "value-sets": 1, "dilemmas": 1, "approaches": 1, "review": 1}


def test_a_pack_is_loaded_whole_or_not_at_all(small_pack, transactional_db):
    loaders = Loaders()
    loaders.register("dilemmas", write_a_row)
    loaders.register("approaches", fail)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE content_trial (word text)")

    try:
        with pytest.raises(RuntimeError, match="no room"):
            loaders.load(small_pack.read())

        with connection.cursor() as cursor:
            assert cursor.execute("SELECT word FROM content_trial").fetchall() == []
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE content_trial")


def write_a_row(info, items):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO content_trial VALUES ('half')")
    return len(items)


def fail(info, items):
    raise RuntimeError("no room")


def test_a_section_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(ValueError, match="no section 'jokes'; it has: vocabulary, value-sets, dilemmas, approaches"):
        Loaders().register("jokes", len)


def test_a_section_has_one_loader_and_may_be_registered_twice_by_it():
    loaders = Loaders()
    loaders.register("dilemmas", len)
    loaders.register("dilemmas", len)

    with pytest.raises(SectionTaken):
        loaders.register("dilemmas", max)


def entry_points_to(monkeypatch, value):
    entry = EntryPoint(name="eigen", value=value, group=shelf.GROUP)
    monkeypatch.setattr(shelf, "entry_points", lambda group: [entry] if group == "goedwerk.packs" else [])


def test_a_pack_of_another_package_stands_after_those_that_are_shipped(monkeypatch):
    entry_points_to(monkeypatch, "tempfile:gettempdir")

    found = shelf.installed_packs()

    assert found[:-1] == shelf.shipped_packs()
    assert found[-1].is_dir()


@pytest.mark.parametrize("value", ["no_such_package_here:pack", "tempfile:no_such_name", "math:pi"])
def test_an_entry_point_that_gives_no_path_is_named(monkeypatch, value):
    entry_points_to(monkeypatch, value)

    with pytest.raises(shelf.PackNotFound, match=f"entry point eigen = {value}"):
        shelf.installed_packs()

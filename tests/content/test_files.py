import io
import stat
import struct
import warnings
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goedwerk.content.files import MAX_FILE, MAX_FILES, gather
from goedwerk.content.pack import PackError, PackInvalid
from goedwerk.content.reader import read_pack


def refusal(path):
    with pytest.raises(PackInvalid) as caught:
        gather(path)
    (error,) = caught.value.errors
    return str(error)


def make_zip(path, *names, content=b"", **options):
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(path, "w", **options) as archive:
        for name in names:
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("top", ["", "klein/"])
def test_a_zip_reads_the_same_as_its_folder(small_pack, tmp_path, top):
    archive = small_pack.zipped(tmp_path / "klein.zip", top=top)

    assert read_pack(archive) == small_pack.read()


@pytest.mark.parametrize(
    "name", ["../pack.yaml", "a/../../pack.yaml", "/etc/pack.yaml", "a\\..\\pack.yaml", "C:pack.yaml"]
)
def test_a_zip_cannot_point_outside_itself(tmp_path, name):
    assert "This name points outside the zip" in refusal(make_zip(tmp_path / "p.zip", name))


def test_a_zip_cannot_hold_a_link(tmp_path):
    link = zipfile.ZipInfo("pack.yaml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert "This is a link" in refusal(make_zip(tmp_path / "p.zip", link, content=b"/etc/passwd"))


def test_a_small_zip_cannot_become_a_large_pack(tmp_path):
    bomb = make_zip(tmp_path / "p.zip", "pack.yaml", content=b" " * 50_000_000, compression=zipfile.ZIP_DEFLATED)

    assert bomb.stat().st_size < 100_000
    assert refusal(bomb) == f"pack.yaml:1: This file is larger than {MAX_FILE:,} bytes; split it into smaller files."


def test_many_files_of_allowed_size_cannot_become_a_large_pack(tmp_path):
    names = [f"dilemmas/{number}.yaml" for number in range(14)]
    bomb = make_zip(tmp_path / "p.zip", *names, content=b" " * MAX_FILE, compression=zipfile.ZIP_DEFLATED)

    assert "This pack is larger than 5,000,000 bytes" in refusal(bomb)


def test_a_pack_has_a_largest_number_of_files(tmp_path):
    names = [f"dilemmas/{number}.yaml" for number in range(MAX_FILES + 1)]

    assert f"This pack has more than {MAX_FILES} files" in refusal(make_zip(tmp_path / "p.zip", *names))


def test_a_zip_that_lies_about_its_sizes_is_refused(tmp_path):
    path = make_zip(tmp_path / "p.zip", "pack.yaml", content=b"a" * 40)
    path.write_bytes(path.read_bytes().replace(struct.pack("<L", 40), struct.pack("<L", 4)))

    assert "This zip cannot be opened" in refusal(path)


def test_a_file_cannot_be_in_a_zip_twice(tmp_path):
    assert "This file is in the zip twice" in refusal(make_zip(tmp_path / "p.zip", "pack.yaml", "pack.yaml"))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_unpacks_in_one_gulp_is_refused(tmp_path, method):
    path = make_zip(tmp_path / "p.zip", "pack.yaml", content=b"a" * 100, compression=method)

    assert "packed in an unusual way" in refusal(path)


def test_a_zip_with_a_password_is_refused(tmp_path):
    path = make_zip(tmp_path / "p.zip", "pack.yaml", content=b"id: a")
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)

    assert "make it again, without a password" in refusal(path)


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04" + b"\x00" * 40])
def test_something_else_than_a_zip_is_refused(tmp_path, content):
    path = tmp_path / "p.zip"
    path.write_bytes(content)

    assert refusal(path).startswith("p.zip:1: This zip cannot be opened")


def test_a_zip_without_a_pack_says_what_is_missing(tmp_path):
    path = make_zip(tmp_path / "p.zip", "readme.txt")

    with pytest.raises(PackInvalid, match=r"pack.yaml:1: This pack has no pack.yaml"):
        read_pack(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_damaged_zip_is_read_or_refused_and_never_breaks_the_reader(tmp_path, damage):
    content = bytearray(ZIP)
    for place, byte in damage:
        content[place % len(content)] = byte
    path = tmp_path / "damaged.zip"
    path.write_bytes(content)

    assert set(found_or_refused(path)) <= {bytes, PackError}


def found_or_refused(path):
    try:
        return [type(content) for content in gather(path).values()]
    except PackInvalid as refused:
        return [type(error) for error in refused.errors]


def _zip_in_memory() -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.yaml", "id: klein\n" * 5)
        archive.writestr("values/a.yaml", "deck: x\n" * 5)
    return memory.getvalue()


ZIP = _zip_in_memory()


def test_a_folder_cannot_link_to_a_file_outside_it(small_pack, tmp_path):
    (tmp_path / "geheim.yaml").write_text("secret: 1")
    (small_pack.path / "dilemmas/link.yaml").symlink_to(tmp_path / "geheim.yaml")

    assert "This is a link to a file outside the pack" in refusal(small_pack.path)


def test_a_folder_with_something_that_is_no_file_is_refused(small_pack):
    (small_pack.path / "dilemmas/map.yaml").mkdir()

    assert "This is not an ordinary file" in refusal(small_pack.path)


def test_a_file_that_is_too_large_is_refused(small_pack):
    small_pack.write("dilemmas/groot.yaml", "a" * (MAX_FILE + 1))

    assert refusal(small_pack.path).startswith("dilemmas/groot.yaml:1: This file is larger than 400,000 bytes")


def test_a_name_that_a_terminal_would_obey_is_refused_and_shown_harmless(small_pack):
    small_pack.write("dilemmas/\x1b[2J.yaml", "[]")

    assert refusal(small_pack.path).startswith("'dilemmas/\\x1b[2J.yaml':1: This name has characters")

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from goedwerk.content.pack import Pack, PackInvalid
from goedwerk.content.reader import read_pack

FILES = {
    "pack.yaml": """\
id: klein
version: "1.0"
title: {nl: "Klein pakket", en: "Small pack"}
licence: CC0-1.0
languages: [nl, en]
authors: ["Een gemeente"]
source: "Written for a test."
review:
  state: draft
  note: {nl: "Nog niet gelezen.", en: "Not read yet."}
""",
    "vocabulary.yaml": """\
levels:
  - {id: deep, nl: "verdiepend", en: "deep", minutes: "45-90"}
roles:
  - {id: medewerker, nl: "medewerker", en: "employee"}
settings:
  - {id: gemeente, nl: "gemeente", en: "municipality"}
kinds_of_work:
  - {id: beleid, nl: "beleid", en: "policy"}
seed_situations:
  - {id: de-schakel, nl: "De schakel", en: "The link"}
listed_tensions:
  - [moed, zorg]
""",
    "values/kaarten.yaml": """\
deck: {id: kaarten, version: "1.0", languages: [nl, en]}
distributions:
  full_3: {columns: [-1, 0, 1], capacity: [1, 1, 1]}
sources:
  EIGEN: "Own wording"
groups:
  - {id: alles, nl: "Alles", en: "Everything"}
values:
  - {id: moed, group: alles, short: false, nl: Moed, en: Courage, def_nl: "Durven.", def_en: "Daring.", src: [EIGEN]}
  - {id: zorg, group: alles, short: false, nl: Zorg, en: Care, def_nl: "Zorgen.", def_en: "Caring.", src: [EIGEN]}
  - {id: rust, group: alles, short: false, nl: Rust, en: Calm, def_nl: "Rusten.", def_en: "Resting.", src: [EIGEN]}
""",
    "dilemmas/een.yaml": """\
- id: de-sleutel
  version: "1.0"
  terrain: burger
  level: deep
  setting: gemeente
  kind_of_work: beleid
  worktype: [beleid]
  you: medewerker
  roles: [medewerker]
  values: [moed, zorg]
  tension: [moed, zorg]
  seed_example: false
  title: {nl: "De sleutel", en: "The key"}
  short: {nl: "Kort.", en: "Short."}
  situation: {nl: "Lang.", en: "Long."}
  question: {nl: "Mag dit?", en: "May this be?"}
  options:
    - {id: a, coping: bias, nl: "Ja.", en: "Yes."}
    - id: b
      coping: cycling
      nl: "Nee."
      en: "No."
  reflection:
    nl: ["Waarom?"]
    en: ["Why?"]
  turn: {nl: "Toch niet.", en: "Not after all.", changes: {nl: "Alles.", en: "Everything."}}
  reflections:
    - {value: moed, nl: "Durf.", en: "Dare."}
    - {value: zorg, nl: "Zorg.", en: "Care."}
""",
    "approaches/kort.yaml": """\
id: kort
version: "1.0.0"
outcome: insight
modes: [live]
group: {min: 4, max: 12}
minutes: 8
title: {nl: "Kort", en: "Short"}
purpose: {nl: "Even praten.", en: "A short talk."}
choose_when: {nl: "Er is weinig tijd.", en: "There is little time."}
do_not_choose_when: {nl: "Er is haast.", en: "There is a hurry."}
preparation:
  - {nl: "Kies een dilemma.", en: "Choose a dilemma."}
inputs:
  - {id: dilemma, kind: dilemma, required: true, text: {nl: "Kies.", en: "Choose."}}
  - {id: cards, kind: value-set, required: true, text: {nl: "Kies.", en: "Choose."}}
steps:
  - id: first
    kind: choice
    minutes: 2
    title: {nl: "Eerste", en: "First"}
    script: {nl: "Kies.", en: "Choose."}
    prompt: {nl: "Kies.", en: "Choose."}
    params: {dilemma: dilemma, occasion: first}
  - id: sorted
    kind: sort
    minutes: 3
    title: {nl: "Sorteer", en: "Sort"}
    script: {nl: "Sorteer.", en: "Sort."}
    prompt: {nl: "Sorteer.", en: "Sort."}
    params: {set: cards, shape: [1, 1, 1], condition: {nl: "Nu", en: "Now"}}
  - id: talk
    kind: group_talk
    minutes: 2
    title: {nl: "Praat", en: "Talk"}
    script: {nl: "Praat.", en: "Talk."}
    prompt: null
    params: {}
  - id: second
    kind: choice
    minutes: 1
    title: {nl: "Tweede", en: "Second"}
    script: {nl: "Kies.", en: "Choose."}
    prompt: {nl: "Kies.", en: "Choose."}
    params: {dilemma: dilemma, occasion: second, repeat_of: first}
aftercare: {nl: "Blijf even.", en: "Stay a while."}
sources: ["Own design"]
""",
    "review.yaml": """\
dilemmas:
  de-sleutel:
    weakest_option: "say yes"
    group: "ok"
    known_case: low
""",
}


@dataclass(frozen=True)
class SmallPack:
    """A sound pack in a folder, that a test can spoil."""

    path: Path

    def write(self, file: str, content: str | bytes) -> None:
        target = self.path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())

    def text(self, file: str) -> str:
        return (self.path / file).read_text(encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        assert old in self.text(file), f"{old!r} does not stand in {file}"
        self.write(file, self.text(file).replace(old, new, 1))

    def read(self, **options) -> Pack:
        return read_pack(self.path, **options)

    def errors(self, **options) -> list[str]:
        with pytest.raises(PackInvalid) as caught:
            self.read(**options)
        return [str(error) for error in caught.value.errors]

    def zipped(self, target: Path, *, top: str = "") -> Path:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(FILES):
                archive.write(self.path / name, top + name)
        return target


@pytest.fixture
def small_pack(tmp_path):
    pack = SmallPack(tmp_path / "klein")
    for name, content in FILES.items():
        pack.write(name, content)
    return pack

"""Make ui/static/ui/goedwerk.css from the NL Design System packages and ui/css.

    npm ci --ignore-scripts && python build_css.py

The result is kept in the repository, so nobody needs Node to run or change the platform's pages. Its first line carries
a digest of all sources; a test compares it, so the two cannot drift apart unseen.
"""

import hashlib
import re
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
UI = HERE.parent / "src/goedwerk/ui"
MODULES = HERE / "node_modules"
SOURCES = UI / "css"
RESULT = UI / "static/ui/goedwerk.css"
FONT = MODULES / "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"
THEME = MODULES / "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"

LAYERS = "@layer reset, nlds, tokens, base, layout, components, pictures, print, utilities;"
FONT_FACE = (
    "@font-face{font-family:'Source Sans 3 Variable';font-style:normal;font-display:swap;font-weight:200 900;"
    f"src:url(fonts/{FONT.name}) format('woff2')}}"
)
PACKAGES = [
    "@nl-design-system-candidate/button-css/dist/button.css",
    "@nl-design-system-candidate/heading-css/dist/heading.css",
    "@nl-design-system-candidate/link-css/dist/link.css",
    "@nl-design-system-candidate/paragraph-css/dist/paragraph.css",
    "@nl-design-system-candidate/skip-link-css/dist/skip-link.css",
    "@utrecht/alert-css/dist/index.css",
    "@utrecht/form-field-error-message-css/dist/index.css",
    "@utrecht/form-label-css/dist/index.css",
    "@utrecht/select-css/dist/index.css",
    "@utrecht/table-css/dist/index.css",
    "@utrecht/textarea-css/dist/index.css",
    "@utrecht/textbox-css/dist/index.css",
]
# States that no template uses: buttons are never disabled or pressed, and nothing is right or wrong.
UNUSED = re.compile(
    r"--(pressed|positive|negative|disabled|read-only|placeholder|busy|icon-only|numeric)|:disabled|:read-only"
)


def build() -> str:
    own = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.css")))
    packages = "".join(
        without_unused(without_comments((MODULES / path).read_text(encoding="utf-8"))) for path in PACKAGES
    )
    nlds = f"@layer nlds{{:root{{{theme_tokens(packages, own)}}}{packages}}}"
    return f"/* sources {digest()} */\n{LAYERS}{FONT_FACE}" + squeezed(nlds + without_comments(own)) + "\n"


def digest() -> str:
    """One digest of everything the result is made of: own sources, this recipe and the pinned packages."""
    total = hashlib.sha256()
    for path in [*sorted(SOURCES.glob("*.css")), Path(__file__), HERE / "package-lock.json"]:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def theme_tokens(packages: str, own: str) -> str:
    """The declarations of the theme that something needs, each with the ones it points to; ours replace theirs."""
    ours = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", own))
    declared = {**dict(re.findall(r"(--[\w-]+):\s*([^;]+);", THEME.read_text(encoding="utf-8"))), **ours}
    needed, todo = set(), set(re.findall(r"var\(\s*(--[\w-]+)", packages + own))
    while todo:
        name = todo.pop()
        if name in declared and name not in needed:
            needed.add(name)
            todo |= set(re.findall(r"var\(\s*(--[\w-]+)", declared[name]))
    return "".join(f"{name}:{declared[name]};" for name in sorted(needed - ours.keys()))


def without_unused(css: str) -> str:
    """Drop the rules whose every selector names a state we never use. Rules inside a media query are looked at too."""
    kept = []
    for selector, body in rules(css):
        if selector.startswith("@"):
            inner = without_unused(body)
            kept.append(f"{selector}{{{inner}}}" if inner else "")
            continue
        wanted = [part for part in selectors(selector) if not UNUSED.search(part)]
        kept.append(f"{','.join(wanted)}{{{body}}}" if wanted else "")
    return "".join(kept)


def rules(css: str) -> list[tuple[str, str]]:
    """The top-level rules as (selector, body)."""
    found, depth, start, opened = [], 0, 0, 0
    for place, sign in enumerate(css):
        if sign == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif sign == "}":
            depth -= 1
            if depth == 0:
                found.append((css[start:opened].strip(), css[opened + 1 : place].strip()))
                start = place + 1
    return found


def selectors(text: str) -> list[str]:
    """Split at commas that do not stand inside brackets."""
    return [part.strip() for part in re.split(r",(?![^(]*\))", text)]


def without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.S)


def squeezed(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css).replace(";}", "}")
    return re.sub(r"}(?!})", "}\n", css)  # a line per rule, so that a change can be read


if __name__ == "__main__":
    RESULT.write_text(build(), encoding="utf-8")
    (RESULT.parent / "fonts").mkdir(exist_ok=True)
    shutil.copyfile(FONT, RESULT.parent / "fonts" / FONT.name)
    print(f"{RESULT.name}: {RESULT.stat().st_size} bytes")

"""How the page looks on screen, in the dark and on paper."""

from __future__ import annotations

from goedwerk_analysis.sort_report.marks import GREY, HAIR, INK, IRIS, OCHRE, PALE, PETROL, REST, STEEL, STILL, WASH

STYLE = """
:root { color-scheme: light dark; --ink: #10242a; --grey: #4c5d63; --hair: #c9d3d6; --petrol: #0b4f5c;
  --paper: #fff; --desk: #e9edef; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--desk); color: var(--ink); }
body { font: 1rem/1.5 "Source Sans 3", "Segoe UI", system-ui, sans-serif; }
main { max-inline-size: 66rem; margin-inline: auto; padding: 1rem; }
header, section { background: var(--paper); padding: 1.5rem; margin-block-end: 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; color: var(--petrol); margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; line-height: 1.3; color: var(--petrol); margin: 0 0 .5rem; }
h3 { font-size: 1.1rem; margin: 1.25rem 0 0; }
p { margin: 0 0 .5rem; max-inline-size: 46rem; }
.lead { font-size: 1.2rem; font-weight: 600; }
.certainty span { color: var(--petrol); font-size: 1.2rem; }
figure { margin: 1rem 0; }
.picture, .table { overflow-x: auto; }
svg { display: block; inline-size: 100%; block-size: auto; min-inline-size: 40rem; max-inline-size: 50rem;
  font-family: inherit; }
.wide svg { min-inline-size: 56rem; max-inline-size: 62rem; }
.table { margin-block: 1rem; }
table { border-collapse: collapse; inline-size: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding-block-end: .35rem; }
th, td { padding: .2rem .5rem; border-block-end: 1px solid var(--hair); text-align: end; vertical-align: top; }
thead th { border-block-end-color: var(--ink); }
td { white-space: nowrap; }
td:last-child { white-space: normal; min-inline-size: 9rem; }
th:first-child { text-align: start; font-weight: 400; }
thead th:first-child { font-weight: 600; }
.help { color: var(--grey); border-block-start: 1px solid var(--hair); padding-block-start: .5rem; font-size: .95rem; }
@media screen and (max-width: 40rem) {
  main { padding: 0; }
  header, section { padding: 1rem; }
}
@page { size: A4; margin: 13mm 15mm 12mm; }
@page wide { size: A4 landscape; }
@media print {
  :root { color-scheme: light; }
  body { background: none; font-size: 11pt; }
  main { max-inline-size: none; padding: 0; }
  header, section { padding: 0; margin: 0 0 6mm; }
  section { break-after: page; }
  section:last-child { break-after: auto; }
  .wide { page: wide; }
  figure, .portrait, .short, tr, p, h2, h3 { break-inside: avoid; }
  .table:not(.short) { break-before: page; }
  tr:nth-last-child(-n+4) { break-before: avoid; }
  h2, h3, .lead, .certainty { break-after: avoid; }
  .picture, .table { overflow: visible; }
  svg, .wide svg { min-inline-size: 0; max-inline-size: 100%; max-block-size: 172mm; }
  .wide svg { max-block-size: 112mm; }
  table { font-size: 8.5pt; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""

# On a dark screen the colours of a picture change by the colours they have on paper.
PAPER, LIGHT = "#14252b", "#e6eef0"
IN_THE_DARK = {
    PETROL: "#58b5c4",
    OCHRE: "#f0955a",
    IRIS: "#a3b2ee",
    INK: LIGHT,
    GREY: "#b3c2c7",
    HAIR: "#3a4d54",
    WASH: "#1f4a52",
    STEEL: "#8fa2a8",
    STILL: "#7f9299",
    REST: "#465960",
    PALE: PAPER,
}


def dark_style() -> str:
    """The same page for who asked for a dark screen."""
    changes = "\n".join(
        f'  svg [{part}="{light}"] {{ {part}: {dark}; }}'
        for light, dark in IN_THE_DARK.items()
        for part in ("fill", "stroke")
    )
    words = f"--ink: {LIGHT}; --grey: #b3c2c7; --hair: #3a4d54; --petrol: #7fd0dc; --paper: {PAPER}; --desk: #0a1519;"
    return f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{ {words} }}\n{changes}\n}}\n"

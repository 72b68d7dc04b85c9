"""How the page looks on screen and on paper."""

STYLE = """
:root { color-scheme: light; --ink: #10242a; --grey: #4c5d63; --hair: #c9d3d6; --petrol: #0b4f5c; }
* { box-sizing: border-box; }
body { margin: 0; background: #e9edef; color: var(--ink); }
body { font: 1rem/1.5 "Source Sans 3", "Segoe UI", system-ui, sans-serif; }
main { max-inline-size: 56rem; margin-inline: auto; padding: 1rem; }
header, section { background: #fff; padding: 1.5rem; margin-block-end: 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; color: var(--petrol); margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; line-height: 1.3; color: var(--petrol); margin: 0 0 .5rem; }
h3 { font-size: 1.1rem; margin: 1.25rem 0 0; }
p { margin: 0 0 .5rem; max-inline-size: 46rem; }
.lead { font-size: 1.2rem; font-weight: 600; }
.certainty span { color: var(--petrol); font-size: 1.2rem; }
figure { margin: 1rem 0; }
svg { display: block; inline-size: 100%; block-size: auto; font-family: inherit; }
.table { overflow-x: auto; margin-block: 1rem; }
table { border-collapse: collapse; inline-size: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding-block-end: .35rem; }
th, td { padding: .2rem .5rem; border-block-end: 1px solid var(--hair); text-align: end; vertical-align: top; }
thead th { border-block-end-color: var(--ink); }
td { white-space: nowrap; }
td:last-child { white-space: normal; }
th:first-child { text-align: start; font-weight: 400; }
thead th:first-child { font-weight: 600; }
.help { color: var(--grey); border-block-start: 1px solid var(--hair); padding-block-start: .5rem; font-size: .95rem; }
@media print {
  @page { size: A4; margin: 13mm 15mm 12mm; }
  body { background: none; font-size: 11pt; }
  main { max-inline-size: none; padding: 0; }
  header, section { padding: 0; margin: 0 0 6mm; }
  section { break-after: page; }
  section:last-child { break-after: auto; }
  figure, h2, h3, .lead, .certainty { break-inside: avoid; break-after: avoid; }
  tr { break-inside: avoid; }
  table { font-size: 8.5pt; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""

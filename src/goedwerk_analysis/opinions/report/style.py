"""The looks of the page: one column on screen, sheets of A4 on paper, nothing from elsewhere."""

STYLE = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#10202b;font:1.0625rem/1.45 'Source Sans 3',system-ui,sans-serif}
main{max-inline-size:52rem;margin-inline:auto;padding:1.5rem 1.25rem 3rem}
h1,h2,h3,p,figure,ul{margin:0}
h1{font-size:1.85rem;line-height:1.18;color:#06303a;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;color:#06303a;margin-block-end:.5rem}
h3{font-size:1.05rem;margin-block-start:.75rem}
section{margin-block-start:2.25rem}
.kop{display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;color:#43535e;font-size:.95rem}
.kop{border-block-end:1px solid #6b7a84;padding-block-end:.35rem;margin-block-end:1rem}
.zeker{display:grid;grid-template-columns:1.4rem 1fr;gap:.6rem;align-items:start}
.zeker{margin-block-start:.7rem;max-inline-size:46em}
.disc{inline-size:1.3rem;block-size:1.3rem;margin-block-start:.15rem}
.bd{display:block;inline-size:100%;block-size:auto;font-family:inherit;font-size:14px;fill:#10202b}
.sides h4{margin:.5rem 0 .25rem;font-size:.95rem}
.bd .b{font-weight:700}.bd .m{fill:#43535e}.bd .s{font-size:12.5px}.bd .l{font-size:16px}
.bd .e{text-anchor:end}.bd .c{text-anchor:middle}.bd .n{font-variant-numeric:tabular-nums}
.bd .ax{stroke:#6b7a84;fill:none}.bd .gr{stroke:#dfe5e8;fill:none}
.bd .halo{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.note{color:#43535e;margin-block-end:.6rem;max-inline-size:46em}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}
.sides ul{padding-inline-start:1.1rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%;font-size:.9rem;line-height:1.3}
table{font-variant-numeric:tabular-nums;margin-block-start:1rem}
caption{text-align:start;font-weight:700;padding-block-end:.25rem}
th,td{padding:.25rem .35rem;text-align:start;border-block-end:1px solid #c9d2d7;vertical-align:top}
thead th{border-block-end:1.5px solid #10202b}
tbody th{font-weight:400;min-inline-size:10rem}
td.r,th.r{text-align:end;white-space:nowrap}
footer{margin-block-start:2.5rem;border-block-start:1px solid #c9d2d7;padding-block-start:.6rem}
footer{color:#43535e;font-size:.95rem}
@media (max-width:36rem){.sides{grid-template-columns:1fr}}
@page{size:A4;margin:13mm 15mm}
@media print{body{font-size:11pt}main{max-inline-size:none;padding:0}h1{font-size:19pt}table{font-size:8.5pt}
section{break-inside:auto}figure,tr,h2,h3,.sides{break-inside:avoid}h2,h3{break-after:avoid}.scroll{overflow:visible}
svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""

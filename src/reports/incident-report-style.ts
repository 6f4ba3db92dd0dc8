/** How a report on an incident looks, on a screen by day and by night, and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #17242e; --quiet: #52626f; --line: #dfe6ea; --back: #ffffff; --soft: #f4f7f8; --mark: #a33d00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef2; --quiet: #a3b3be; --line: #35434d; --back: #141c22; --soft: #1d272e; --mark: #ff9a5c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
main { max-width: 50rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0.2rem 0 0.4rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.6rem; padding-bottom: 0.3rem; border-bottom: 2px solid var(--line); }
p { margin: 0.35rem 0; overflow-wrap: anywhere; }
.team { margin: 0; color: var(--mark); font-weight: 600; }
.when, .quiet, footer { color: var(--quiet); }
.drill { border: 2px dashed var(--mark); padding: 0.6rem 0.8rem; border-radius: 6px; font-weight: 600; }
.times { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 1.4rem 0; }
.times div { background: var(--soft); border-radius: 8px; padding: 0.7rem 0.85rem; display: flex; flex-direction: column; justify-content: space-between; }
.times dt { color: var(--quiet); font-size: 0.86rem; line-height: 1.3; }
.times dd { margin: 0.35rem 0 0; font-size: 1.2rem; font-weight: 650; }
img { display: block; width: 100%; height: auto; background: #ffffff; border-radius: 8px; }
ul, ol { margin: 0.3rem 0; padding-left: 1.2rem; }
li { margin: 0.35rem 0; overflow-wrap: anywhere; }
ol { list-style: none; padding-left: 0; }
ol li { border-left: 3px solid var(--line); padding-left: 0.8rem; }
ol li.said { border-color: var(--mark); }
ol li.itself { color: var(--quiet); }
time { font-variant-numeric: tabular-nums; font-weight: 600; }
table { width: 100%; border-collapse: collapse; margin: 0.3rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; border-bottom: 1px solid var(--line); }
td:first-child, .long { overflow-wrap: anywhere; }
.short { white-space: nowrap; }
th { white-space: nowrap; color: var(--quiet); font-weight: 600; font-size: 0.86rem; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 0 1.5rem; align-items: start; }
a { color: inherit; }
footer { margin-top: 2.5rem; font-size: 0.86rem; border-top: 1px solid var(--line); padding-top: 0.6rem; }
@page { margin: 16mm; }
@media print {
  :root { --ink: #000000; --quiet: #444444; --line: #bbbbbb; --back: #ffffff; --soft: #f2f2f2; --mark: #8a3300; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  section, table, .times div, li, img { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`

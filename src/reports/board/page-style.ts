import { byDay } from './shapes.ts'

const variables = (all: Record<string, string>) =>
  Object.entries(all)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')

const byNight = {
  ink: '#e8eef2',
  quiet: '#a3b3be',
  line: '#35434d',
  whole: '#5f8ba3',
  part: '#e2764f',
  first: '#58b0cc',
  other: '#4d616e',
}

const common = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
main { max-width: 50rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0.1rem 0 0.4rem; overflow-wrap: anywhere; }
h2 { font-size: 1.12rem; margin: 1.9rem 0 0.6rem; padding-bottom: 0.3rem; border-bottom: 2px solid var(--line); }
p, li { overflow-wrap: anywhere; }
p { margin: 0.35rem 0; }
.period { margin: 0; color: var(--first); font-weight: 600; }
.quiet, footer, .before { color: var(--quiet); }
.note { color: var(--part); font-weight: 600; }
ul, ol { margin: 0.3rem 0; padding-left: 1.3rem; }
li { margin: 0.4rem 0; }
.what { list-style: none; padding: 0; font-size: 1.05rem; }
.tile { background: var(--soft); border-radius: 8px; padding: 0.75rem 0.9rem; }
.tile p { margin: 0; }
.tile .name { color: var(--quiet); font-size: 0.86rem; }
.tile .value { font-size: 1.5rem; font-weight: 700; line-height: 1.25; }
.change { font-weight: 600; font-size: 0.92rem; }
.change.good { color: var(--good); }
.change.bad { color: var(--part); }
.change.even { color: var(--quiet); }
.before { font-size: 0.82rem; }
.comment { border-left: 4px solid var(--first); padding: 0.1rem 0 0.1rem 1rem; margin: 1.6rem 0; }
.comment h2 { border: 0; margin: 0 0 0.3rem; padding: 0; }
.comment .quiet { font-size: 0.86rem; }
figure { margin: 0.6rem 0; }
figcaption { color: var(--quiet); font-size: 0.86rem; }
svg, img { display: block; width: 100%; height: auto; }
table { width: 100%; border-collapse: collapse; margin: 0.3rem 0; font-size: 0.94rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.8rem 0.35rem 0; border-bottom: 1px solid var(--line); }
td:first-child { overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; font-size: 0.86rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
a { color: inherit; }
.definitions { font-size: 0.82rem; color: var(--quiet); }
.definitions h2 { font-size: 0.95rem; }
.definitions dl { margin: 0; }
.definitions dt { font-weight: 600; display: inline; }
.definitions dt::after { content: " · "; }
.definitions dd { display: inline; margin: 0; }
.definitions div { margin: 0.3rem 0; }
footer { margin-top: 2rem; font-size: 0.82rem; border-top: 1px solid var(--line); padding-top: 0.5rem; }
`

/** How a report looks on a screen by day and by night, and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; ${variables(byDay)} --back: #ffffff; --soft: #f2f6f8; --good: #1d7a4c; }
@media (prefers-color-scheme: dark) { :root { ${variables(byNight)} --back: #141c22; --soft: #1d272e; --good: #6cc394; } }
${common}
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 0.75rem; margin: 1.4rem 0; }
@page { size: A4; margin: 16mm; }
@media print {
  :root { ${variables(byDay)} --ink: #000000; --quiet: #444444; --back: #ffffff; --soft: #f2f6f8; --good: #17633d; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .tiles { grid-template-columns: repeat(3, 1fr); }
  .tile, .comment { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2 { break-after: avoid; }
  .tile, tr, li, figure, .comment, .definitions div { break-inside: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
}
`

/** In a mailbox there are neither variables nor grids to be relied on. */
export const mailStyle = Object.entries({
  ...byDay,
  back: '#ffffff',
  soft: '#f2f6f8',
  good: '#1d7a4c',
}).reduce(
  (style, [name, value]) => style.replaceAll(`var(--${name})`, value),
  `${common}
.tile { display: inline-block; width: 13.5rem; margin: 0 0.5rem 0.6rem 0; vertical-align: top; }
`,
)

import { readFileSync } from 'node:fs'
import type { Attached } from '../chat/message.ts'
import { signatureScript } from '../draw/bls-script.ts'
import { type Proof, proofJson } from '../model/draw-proof.ts'
import { sha256, utf8 } from '../model/sha256.ts'
import type { Locale } from '../model/team.ts'
import draw from '../texts/draw.ts'
import words from '../texts/proof.ts'
import { sayIn } from '../texts/texts.ts'

/** What a browser may do on a proof's page: run its own script, and ask nobody for anything. */
export type ProofPage = { html: string; policy: string }

/**
 * A page that shows a draw and checks it in the visitor's browser: one file, complete in itself. It speaks the
 * browser's language (`locale` where that says nothing) and turns to the other with a press.
 */
export function pageOf(proof: Proof, locale: Locale): ProofPage {
  const { style, library, script, policy } = parts()
  const title = `${proof.giveaway.title} · ${words['proof.name'][locale]}`
  const data = { language: locale, en: wordsIn('en'), fr: wordsIn('fr') }
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript><p lang="en">${noScript('en')}</p><p lang="fr">${noScript('fr')}</p></noscript>
<main id="page"></main>
<script type="application/json" id="words">${inScript(data)}</script>
<script type="application/json" id="proof">${inScript(proof)}</script>
<script>${library}</script>
<script>${script}</script>
</body>
</html>
`
  return { html, policy }
}

/** The page and the proof.json, to be attached where the winners are told. */
export function proofFiles(proof: Proof, locale: Locale): Attached[] {
  const says = sayIn(locale).plain('draw.attached', { title: proof.giveaway.title })
  const file = (name: string, type: string, text: string): Attached => ({
    name,
    type,
    base64: Buffer.from(text).toString('base64'),
    says,
  })
  return [
    file('proof.html', 'text/html', pageOf(proof, locale).html),
    file('proof.json', 'application/json', proofJson(proof)),
  ]
}

/** The files of the page, read when the first draw is shown. */
function parts() {
  if (read) return read
  const file = (name: string) => readFileSync(new URL(`./proof/${name}`, import.meta.url), 'utf8')
  const style = file('page.css')
  // Modules while they are written and tested, one script in the page: their names are different.
  const inOne = (text: string) => text.replace(/^import [^']*'[^']*'\n/gm, '').replace(/^export /gm, '')
  const script = scripts.map((name) => inOne(file(`${name}.js`))).join('\n')
  const library = signatureScript()
  const allowed = (text: string) => `'sha256-${Buffer.from(sha256(utf8(text))).toString('base64')}'`
  const policy = [
    "default-src 'none'",
    `script-src ${allowed(library)} ${allowed(script)}`,
    `style-src ${allowed(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  read = { style, library, script, policy }
  return read
}

let read: { style: string; library: string; script: string; policy: string } | undefined

const wordsIn = (locale: Locale) =>
  Object.fromEntries(Object.entries({ ...words, ...draw }).map(([key, text]) => [key, text[locale]]))

const noScript = (locale: Locale) => escaped(String(words['proof.no-script'][locale]))

/** Those that others need come first. */
const scripts = 'sha256 draw check state words element result find steps compare page'.split(' ')

/** Within a script element, no letter of the data may end it. */
const inScript = (data: unknown) => JSON.stringify(data).replace(/</g, '\\u003c')

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

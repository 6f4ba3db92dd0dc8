import { checkProof } from './check.js'
import { compare } from './compare.js'
import { entriesText } from './draw.js'
import { element, fact } from './element.js'
import { find } from './find.js'
import { rerolls, verdict, winners } from './result.js'
import { sha256, toHex, utf8 } from './sha256.js'
import { proof, state } from './state.js'
import { steps } from './steps.js'
import { say, time } from './words.js'

function begin() {
  show()
  // The words stand on the screen before the work begins.
  setTimeout(async () => {
    try {
      const found = checkProof(proof)
      await askBrowserToo()
      state.signed = askSignature()
      if (state.signed === false) found.flaws.push('signature')
      state.result = found
    } catch {
      state.result = { flaws: ['shape'], order: [], trust: 'organiser' }
    }
    show()
  }, 20)
}

/** Where the browser has SHA-256 of its own, ours must agree with it. */
async function askBrowserToo() {
  const bytes = utf8(entriesText(proof.entries))
  const theirs = await globalThis.crypto?.subtle?.digest('SHA-256', bytes)
  if (theirs && toHex(new Uint8Array(theirs)) !== toHex(sha256(bytes))) throw new Error('SHA-256 differs')
}

/** The script before this one brings the library that can tell. */
function askSignature() {
  const { committed, drawn } = proof
  if (committed.chain === null || drawn.value === null) return null
  try {
    const { isSigned } = /** @type {{ isSigned(key: string, round: number, signature: string): boolean }} */ (
      /** @type {unknown} */ (globalThis)
    )
    return isSigned(committed.chain.publicKey, drawn.value.round, drawn.value.signature)
  } catch {
    return false
  }
}

function show() {
  document.documentElement.lang = state.language
  document.title = `${proof.giveaway.title} · ${say('proof.name')}`
  const page = /** @type {HTMLElement} */ (document.getElementById('page'))
  page.setAttribute('aria-busy', String(state.result === null))
  const parts = [verdict, winners, find, steps, compare, rerolls, know, how, foot].map((part) => part())
  page.replaceChildren(head(), ...parts.filter((part) => part !== null))
}

function head() {
  const other = state.language === 'fr' ? 'en' : 'fr'
  const turn = () => {
    state.language = other
    show()
    document.getElementById('language')?.focus()
  }
  return element(
    'header',
    {},
    element(
      'div',
      { class: 'top' },
      element('span', { class: 'name' }, say('proof.name')),
      element(
        'button',
        { id: 'language', type: 'button', lang: other, on: { click: turn } },
        say('proof.other-language'),
      ),
    ),
    element('h1', {}, proof.giveaway.title),
    element(
      'p',
      { class: 'soft' },
      say('proof.by', { organiser: proof.giveaway.organiser }),
      ' · ',
      time(proof.drawn.at),
    ),
  )
}

const know = () =>
  element('section', {}, element('h2', {}, say('proof.know')), element('p', {}, say('proof.know-how')))

const how = () =>
  element(
    'details',
    {},
    element('summary', {}, say('proof.how')),
    element('ol', {}, ...[1, 2, 3, 4].map((nth) => element('li', {}, say(`proof.how-${nth}`)))),
  )

function foot() {
  const save = () => {
    const file = new Blob([`${JSON.stringify(proof, null, 2)}\n`], { type: 'application/json' })
    const href = URL.createObjectURL(file)
    element('a', { href, download: 'proof.json' }).click()
    setTimeout(() => URL.revokeObjectURL(href), 10_000)
  }
  return element(
    'footer',
    {},
    element(
      'p',
      {},
      element('button', { type: 'button', on: { click: save } }, say('proof.save')),
      ' ',
      say('proof.save-how'),
    ),
    fact('proof.fingerprint', proof.fingerprint),
    element('p', { class: 'soft' }, say('proof.offline')),
  )
}

begin()

import { quicknet, timeOfRound } from './check.js'
import { element, fact, mark, outside } from './element.js'
import { proof, state } from './state.js'
import { isoTime, number, say } from './words.js'

/** What was checked, in the order in which it happened. */
export function steps() {
  const { committed, frozen, drawn } = proof
  const chain = committed.chain
  const wrong = (/** @type {string[]} */ ...names) =>
    state.result?.flaws.some((flaw) => names.includes(flaw)) ?? false
  const value = drawn.value
  const beacon =
    chain && value
      ? [
          element(
            'p',
            {},
            say(chain.hash === quicknet ? 'proof.step-value-how' : 'proof.step-value-other', {
              period: number(chain.period),
              round: String(value.round),
              at: isoTime(timeOfRound(chain, value.round)),
            }),
          ),
          fact('proof.randomness', value.randomness),
          state.signed === true && element('p', {}, say('proof.step-value-signed')),
          chain.hash === quicknet && element('p', {}, say('proof.step-value-where')),
          chain.hash === quicknet && outside(`https://api.drand.sh/${chain.hash}/public/${value.round}`),
        ]
      : [element('p', {}, say(chain ? 'draw.trust-unreached' : 'draw.trust-organiser'))]
  const other = chain !== null && chain.hash !== quicknet
  const valueWrong = wrong(
    'value-unannounced',
    'round',
    'chain',
    'scheme',
    'randomness',
    'known-before',
    'before-value',
    'signature',
  )
  return element(
    'section',
    {},
    element('h2', {}, say('proof.steps')),
    element(
      'ol',
      { class: 'steps' },
      step('proof.step-seal', wrong('commitment', 'times'), [
        element('p', {}, say('proof.step-seal-how')),
        fact('proof.seal', committed.commitment),
        fact('proof.secret', drawn.seed),
      ]),
      step('proof.step-entries', wrong('entries-count', 'entries-order', 'entries-hash'), [
        element('p', {}, say('proof.step-entries-how')),
        fact('proof.hash', frozen.entriesHash),
      ]),
      step(value ? 'proof.step-value' : 'proof.step-value-none', valueWrong, beacon, !value || other),
      step('proof.step-draw', wrong('winners', 'rerolls', 'fingerprint', 'shape'), [
        element('p', {}, say('proof.step-draw-how')),
      ]),
    ),
  )
}

/** @param {string} title @param {boolean} wrong @param {(Node | false | null)[]} told @param {boolean} [open] */
function step(title, wrong, told, open = false) {
  const how = wrong ? 'wrong' : open ? 'doubt' : 'fine'
  // Nothing is said to hold before it was looked at.
  return element('li', {}, element('h3', {}, state.result && mark(how), say(title)), ...told)
}

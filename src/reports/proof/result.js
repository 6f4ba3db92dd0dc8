import { element, mark } from './element.js'
import { proof, state } from './state.js'
import { many, number, say, time } from './words.js'

export function verdict() {
  if (!state.result)
    return element('section', { class: 'verdict', role: 'status' }, element('h2', {}, say('proof.checking')))
  const { flaws, trust } = state.result
  const holds = flaws.length === 0
  const how = !holds ? 'wrong' : trust === 'nobody' ? 'fine' : 'doubt'
  const title = {
    fine: 'proof.verdict-holds',
    doubt: 'proof.verdict-doubt',
    wrong: 'proof.verdict-holds-not',
  }
  const where = { where: 'proof.json', scheme: proof.committed.chain?.scheme ?? '' }
  const told = holds
    ? [
        element('p', {}, say('proof.verdict-how', { entries: many('proof.entries', proof.entries.length) })),
        element('p', { class: `trust ${trust}` }, say(`draw.trust-${trust}`)),
      ]
    : [element('ul', {}, ...flaws.map((flaw) => element('li', {}, say(`draw.${flaw}`, where))))]
  return element(
    'section',
    { class: `verdict ${how}`, role: 'status' },
    element('h2', {}, mark(how), say(title[how])),
    ...told,
  )
}

export function winners() {
  const missing = proof.prizes.length - proof.winners.length
  const none = proof.entries.length === 0
  return element(
    'section',
    {},
    element('h2', {}, say('proof.winners')),
    element(
      'ol',
      { class: 'winners' },
      ...proof.winners.map(({ prize, place, receipt }) =>
        element(
          'li',
          {},
          element('b', {}, proof.prizes[prize - 1] ?? ''),
          element('code', { title: say('proof.receipt') }, receipt),
          element('span', { class: 'soft' }, `${say('proof.place')} ${number(place)}`),
        ),
      ),
    ),
    none && element('p', { class: 'soft' }, say('proof.winners-none')),
    !none && missing > 0 && element('p', { class: 'soft' }, many('proof.winners-missing', missing)),
  )
}

export function rerolls() {
  if (proof.rerolls.length === 0) return null
  return element(
    'section',
    {},
    element('h2', {}, say('proof.rerolls')),
    element(
      'ul',
      { class: 'rerolls' },
      ...proof.rerolls.map(({ place, reason, note, at }) =>
        element(
          'li',
          {},
          element('span', {}, `${say('proof.place')} ${number(place)}`, ' · ', say(`proof.reroll-${reason}`)),
          element('code', {}, state.result?.order[place - 1] ?? ''),
          note && element('q', {}, note),
          element('span', { class: 'soft' }, time(at)),
        ),
      ),
    ),
  )
}

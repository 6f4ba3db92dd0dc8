import { postedAt, timeOfRound } from './check.js'
import { element, outside } from './element.js'
import { proof } from './state.js'
import { isoTime, say, time } from './words.js'

/** What only the chat can show. */
export function compare() {
  const { committed, frozen } = proof
  const links = [...new Set([...frozen.links, ...committed.links])]
  const came =
    committed.chain && frozen.round !== null
      ? say('proof.came', { at: isoTime(timeOfRound(committed.chain, frozen.round)) })
      : ''
  return element(
    'section',
    {},
    element('h2', {}, say('proof.compare')),
    element('p', {}, say('proof.compare-how')),
    element(
      'dl',
      {},
      row('proof.hash', frozen.entriesHash),
      row('proof.seal', committed.commitment),
      frozen.round !== null && row('proof.round', String(frozen.round), came),
    ),
    element('p', {}, say('proof.published', { at: time(frozen.publishedAt) })),
    links.length > 0 && element('ul', { class: 'links' }, ...links.map(toMessage)),
  )
}

/** @param {string} name @param {string} value @param {string} [more] */
const row = (name, value, more = '') =>
  element(
    'div',
    {},
    element('dt', {}, say(name)),
    element('dd', {}, element('code', {}, value), more !== '' && element('small', { class: 'soft' }, more)),
  )

/** @param {string} link */
function toMessage(link) {
  const at = postedAt(link)
  return element(
    'li',
    {},
    outside(link, say('proof.where', { host: new URL(link).hostname })),
    at !== null && element('small', { class: 'soft' }, ` ${say('proof.posted', { at: isoTime(at) })}`),
  )
}

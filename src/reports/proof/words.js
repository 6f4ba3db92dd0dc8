import { state, words } from './state.js'

/** A text by its key, in the language of the page. @param {string} key @param {Record<string, string>} [values] */
export function say(key, values = {}) {
  const text = words[state.language][key]
  return filled(typeof text === 'string' ? text : key, values)
}

/** One that counts. @param {string} key @param {number} count */
export function many(key, count) {
  const text = words[state.language][key]
  if (typeof text !== 'object') return key
  const one = new Intl.PluralRules(state.language).select(count) === 'one'
  return filled(one ? text.one : text.other, { n: number(count) })
}

/** @param {string} text @param {Record<string, string>} values */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole)

const locale = () => (state.language === 'fr' ? 'fr-FR' : 'en-GB')
export const number = (/** @type {number} */ value) => new Intl.NumberFormat(locale()).format(value)
export const percent = (/** @type {number} */ share) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumSignificantDigits: 2 }).format(share)
export const time = (/** @type {string} */ at) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'long' }).format(new Date(at))

export const isoTime = (/** @type {number} */ at) => time(new Date(at).toISOString())

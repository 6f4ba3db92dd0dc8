// @ts-check

/** @type {Record<string, string | { one: string, other: string }>} */
let texts = {}
let locale = 'en'

/** The language of the person one is, and what the page says in it. @param {string} language @param {typeof texts} all */
export function speak(language, all) {
  texts = all
  locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  document.documentElement.lang = language
}

/**
 * One text, its `{names}` filled in; `count` chooses the plural and is written as `{n}`.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  const text = texts[key] ?? key
  const count = Number(values.count ?? 0)
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other'
  const all = { ...values, n: count.toLocaleString(locale) }
  const words = typeof text === 'string' ? text : text[form]
  return words.replace(/\{(\w+)\}/g, (whole, name) => String(all[/** @type {'n'} */ (name)] ?? whole))
}

/** French says « 1er mars » where the browser says « 1 mars ». @param {string} date */
const first = (date) => (locale === 'fr-FR' ? date.replace(/(?<=^|\s)1(?=\s\p{L})/u, '1er') : date)

/** 14:05 @param {number} at */
export const timeOf = (at) => new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })

/** Monday 3 March 2025 at 14:05 @param {number} at */
export const momentOf = (at) =>
  first(new Date(at).toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' }))

/** 3 Mar, 14:05 @param {number} at */
export const shortMomentOf = (at) =>
  first(
    new Date(at).toLocaleString(locale, {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }),
  )

/** Today, Yesterday, Monday 3 March; with the year when it is another. @param {number} at */
export function dayOf(at) {
  const day = new Date(at).toDateString()
  const now = new Date()
  if (day === now.toDateString()) return say('page.today')
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (day === yesterday.toDateString()) return say('page.yesterday')
  const year = new Date(at).getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return first(
    new Date(at).toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', year }),
  )
}

/** @typedef {import('../../model/draw-proof.ts').Proof} Proof */
/** @typedef {'en' | 'fr'} Language */
/** @typedef {Record<string, string | { one: string, other: string }>} Words */

const read = (/** @type {string} */ id) =>
  JSON.parse(/** @type {HTMLElement} */ (document.getElementById(id)).textContent ?? '')

/** What the page is about. @type {Proof} */
export const proof = read('proof')
/** All it can say, and the language to begin with where the browser names none. @type {{ language: Language, en: Words, fr: Words }} */
export const words = read('words')

const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'fr' || tag === 'en')

/**
 * What changes while somebody looks at it. `result` is null until the draw is worked out; `signed` says whether the
 * chain signed the value, null where there is none.
 */
export const state = {
  language: /** @type {Language} */ (known ?? words.language),
  asked: '',
  result: /** @type {ReturnType<typeof import('./check.js').checkProof> | null} */ (null),
  signed: /** @type {boolean | null} */ (null),
}

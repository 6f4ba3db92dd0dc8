// @ts-check
import { byId } from './element.js'
import { say } from './words.js'

const shownFor = 8000
let ends = 0

/** Tells what went wrong, for a while. @param {unknown} error */
export function showTrouble(error) {
  // What `fetch` and JSON throw themselves is for programmers.
  const words = error instanceof TypeError ? say('page.undone') : /** @type {Error} */ (error).message
  byId('trouble').textContent = error instanceof SyntaxError ? say('page.unreadable') : words
  clearTimeout(ends)
  ends = setTimeout(() => byId('trouble').replaceChildren(), shownFor)
}

/** Whether Vigie can be reached. @param {boolean} gone */
export function showGone(gone) {
  byId('gone').textContent = say('page.gone')
  byId('gone').hidden = !gone
}

// @ts-check
/** @import { Shown } from '../workspace.ts' */
/** @import { Acts } from './message.js' */
/** @import { Row } from './rows.js' */
import { element } from './element.js'
import { drawMessage } from './message.js'
import { place } from './rows.js'
import { dayOf } from './words.js'

/** Messages of one author within this time share one head. */
const together = 5 * 60_000
/** Pixels from the end within which somebody counts as reading along. */
const nearEnd = 120

/**
 * Draws messages into a log, days between them. Who reads along keeps doing so; who reads further up stays there.
 * @param {HTMLElement} log
 * @param {{ messages: Shown[], me: string, acts: Acts, repliesOf: (message: Shown) => number, newFrom?: string | null, newWord?: string, first?: Row[], toEnd?: boolean }} what
 * @returns {boolean} whether the end is in sight
 */
export function drawLog(log, { messages, me, acts, repliesOf, newFrom, newWord, first = [], toEnd }) {
  const rows = [...first]
  let before = /** @type {Shown | null} */ (null)
  for (const message of messages) {
    const newDay = !before || new Date(before.at).toDateString() !== new Date(message.at).toDateString()
    if (newDay) rows.push(line(`day ${new Date(message.at).toDateString()}`, 'day', dayOf(message.at)))
    if (message.id === newFrom) rows.push(line('new', 'new', newWord ?? ''))
    const joined = !newDay && message.id !== newFrom && isJoined(before, message)
    const replies = repliesOf(message)
    rows.push({
      key: message.id,
      version: JSON.stringify([message, joined, replies, me, document.documentElement.lang, acts.actions]),
      make: () => drawMessage(message, { me, joined, replies, acts }),
    })
    before = message
  }
  if (toEnd) hush(log)
  const toTheEnd = toEnd || endInSight(log)
  const fromEnd = log.scrollHeight - log.scrollTop
  const oldest = log.querySelector('[data-message]')?.getAttribute('data-message')
  const wasLast = log.lastElementChild?.getAttribute('data-message')
  place(log, rows)
  const grewAbove = oldest && oldest !== log.querySelector('[data-message]')?.getAttribute('data-message')
  if (toTheEnd) log.scrollTop = log.scrollHeight
  else if (grewAbove) log.scrollTop = log.scrollHeight - fromEnd
  const last = messages.at(-1)
  if (toTheEnd && !toEnd && last?.quiet && last.id !== wasLast) readFromStart(log)
  return endInSight(log)
}

/** An answer that is longer than the window is read from its first line. @param {HTMLElement} log */
function readFromStart(log) {
  const answer = log.lastElementChild
  if (answer && answer.clientHeight > log.clientHeight) log.scrollTop += topIn(log, answer)
}

/** Whether nothing is left unseen below: the end is in sight, or the last message begins where it can be seen. @param {HTMLElement} log */
export function lastInSight(log) {
  const top = log.lastElementChild ? topIn(log, log.lastElementChild) : 0
  return endInSight(log) || (top > -nearEnd && top < log.clientHeight - nearEnd)
}

/** Pixels from the top of the log's window to a row. @param {HTMLElement} log @param {Element} row */
const topIn = (log, row) => row.getBoundingClientRect().top - log.getBoundingClientRect().top

/** Whose end is in sight keeps it when the log's size changes: a thread opens, a line is added to the box. @param {HTMLElement} log */
export function keepEnd(log) {
  let atEnd = true
  log.addEventListener('scroll', () => {
    atEnd = endInSight(log)
  })
  new ResizeObserver(() => atEnd && log.scrollTo({ top: log.scrollHeight })).observe(log)
}

/** A whole channel that appears at once is not read aloud; what comes after it is. @param {HTMLElement} log */
function hush(log) {
  log.setAttribute('aria-live', 'off')
  setTimeout(() => log.setAttribute('aria-live', 'polite'), 1000)
}

/** @param {HTMLElement} log */
export const endInSight = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd

/** @param {Shown | null} before @param {Shown} message */
const isJoined = (before, message) =>
  before !== null &&
  message.by.user !== null &&
  before.by.user === message.by.user &&
  before.quiet === message.quiet &&
  message.at - before.at < together

/** @param {string} key @param {string} style @param {string} words @returns {Row} */
const line = (key, style, words) => ({
  key,
  version: words,
  make: () =>
    element(
      'div',
      { class: `line ${style}`, role: 'separator', 'aria-label': words },
      element('span', {}, words),
    ),
})

// @ts-check
/** @import { Button } from '../../chat/message.ts' */
/** @import { Rendered, RenderedItem, RenderedMood } from '../../chat/rendered.ts' */
import { element } from './element.js'
import { drawLink, drawMarks } from './marks.js'
import { say, shortMomentOf } from './words.js'

/**
 * What Vigie said. `press` is called with the button.
 * @param {Rendered} message
 * @param {(button: Button, pressed: HTMLButtonElement) => void} press
 */
export function drawCard(message, press) {
  const { title, url, mood, text, fields, items, more, note, buttons } = message
  const framed = title !== null || mood !== null || fields.length > 0 || items.length > 0
  return element(
    'div',
    { class: framed ? `card ${mood ? `mood-${mood.kind}` : ''}` : 'words' },
    mood && drawMood(mood),
    title !== null && element('h3', {}, drawLink(title, url)),
    text.length > 0 && element('div', { class: 'text' }, ...drawMarks(text)),
    fields.length > 0 && element('dl', {}, ...fields.map(drawField)),
    items.length > 0 && element('ul', { class: 'items' }, ...items.map((item) => drawItem(item, press))),
    more !== null && element('p', { class: 'more' }, more),
    drawButtons(buttons, press),
    note.length > 0 && element('p', { class: 'note' }, ...drawMarks(note)),
  )
}

const shapes = { negative: '▼', neutral: '●', positive: '▲' }

/** The mood as a shape and a word: its colour alone would be lost on some. @param {RenderedMood} mood */
const drawMood = ({ kind, word }) =>
  element(
    'span',
    { class: `mood mood-${kind}`, title: say('page.mood', { mood: word }) },
    element('span', { 'aria-hidden': 'true' }, shapes[kind]),
    word,
  )

/** @param {Rendered['fields'][number]} field */
const drawField = ({ name, value }) =>
  element('div', {}, element('dt', {}, name), element('dd', {}, ...drawMarks(value)))

/** @param {RenderedItem} item @param {Parameters<typeof drawCard>[1]} press */
const drawItem = ({ title, url, mood, at, quote, text, buttons }, press) =>
  element(
    'li',
    { class: mood ? `mood-${mood.kind}` : '' },
    element(
      'div',
      { class: 'item-title' },
      element('strong', {}, drawLink(title, url)),
      mood && drawMood(mood),
    ),
    quote && element('blockquote', { dir: 'auto' }, quote),
    (text.length > 0 || at !== null) &&
      element(
        'p',
        { class: 'item-text' },
        at !== null && element('time', { datetime: new Date(at).toISOString() }, shortMomentOf(at)),
        at !== null && text.length > 0 && ' · ',
        ...drawMarks(text),
      ),
    drawButtons(buttons, press),
  )

/** @param {Button[]} buttons @param {Parameters<typeof drawCard>[1]} press */
const drawButtons = (buttons, press) =>
  buttons.length > 0 &&
  element(
    'div',
    { class: 'buttons' },
    ...buttons.map((button) =>
      element(
        'button',
        {
          type: 'button',
          class: button.style ?? '',
          'data-focus': `press ${button.action} ${button.about ?? ''} ${button.label}`,
          on: {
            click: (/** @type {MouseEvent} */ event) =>
              press(button, /** @type {any} */ (event.currentTarget)),
          },
        },
        button.label,
      ),
    ),
  )

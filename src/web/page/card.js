// @ts-check
/** @import { Button } from '../../chat/message.ts' */
/** @import { Rendered, RenderedFile, RenderedItem, RenderedMood, RenderedSelect } from '../../chat/rendered.ts' */
import { element } from './element.js'
import { drawLink, drawMarks } from './marks.js'
import { say, shortMomentOf } from './words.js'

/**
 * What Vigie said. `press` is called with the button, or with what was chosen in a menu; `addressOf` gives where the
 * bytes of a file are.
 * @param {Rendered} message
 * @param {(button: Button, pressed: HTMLElement) => void} press
 * @param {(file: RenderedFile) => string} addressOf
 */
export function drawCard(message, press, addressOf) {
  const { title, url, mood, text, fields, items, more, note, buttons, selects, files } = message
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
    ...files.map((file) => drawFile(file, addressOf(file))),
    ...selects.map((select) => drawSelect(select, press)),
    drawButtons(buttons, press),
    note.length > 0 && element('p', { class: 'note' }, ...drawMarks(note)),
  )
}

/** Characters of a field that still read well in a narrow column. */
const mostBeside = 40

const shapes = { negative: '▼', neutral: '●', positive: '▲' }

/** The mood as a shape and a word: its colour alone would be lost on some. @param {RenderedMood} mood */
const drawMood = ({ kind, word }) =>
  element(
    'span',
    { class: `mood mood-${kind}`, title: say('page.mood', { mood: word }) },
    element('span', { 'aria-hidden': 'true' }, shapes[kind]),
    word,
  )

/** What is long or has several lines takes the whole width; short ones stand side by side. @param {Rendered['fields'][number]} field */
function drawField({ name, value }) {
  const words = element('dd', {}, ...drawMarks(value))
  const wide = value.some(({ kind }) => kind === 'break') || (words.textContent ?? '').length > mostBeside
  return element('div', { class: wide ? 'wide' : '' }, element('dt', {}, name), words)
}

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

/** A picture, or a link that hands the file over. @param {RenderedFile} file @param {string} address */
const drawFile = ({ name, type, says }, address) =>
  type.startsWith('image/')
    ? element('img', { class: 'picture', src: address, alt: says, loading: 'lazy' })
    : element('a', { class: 'file', href: address, download: name, title: says }, name)

/** One choice is made at once; of several, when the button below is pressed. @param {RenderedSelect} select @param {Parameters<typeof drawCard>[1]} press */
const drawSelect = (select, press) => (select.most > 1 ? drawBoxes(select, press) : drawMenu(select, press))

/** @param {RenderedSelect} select @param {Parameters<typeof drawCard>[1]} press */
function drawMenu({ action, label, about, choices, chosen }, press) {
  const menu = element(
    'select',
    { 'aria-label': label, 'data-focus': `choose ${action} ${about ?? ''}` },
    element('option', { value: '', disabled: true, selected: chosen.length === 0 }, label),
    ...choices.map((one) =>
      element('option', { value: one.value, selected: chosen.includes(one.value) }, one.label),
    ),
  )
  menu.addEventListener('change', () => {
    if (menu.value) press({ action, label, value: menu.value, ...(about ? { about } : {}) }, menu)
  })
  return element('div', { class: 'menu-row' }, menu)
}

/** Boxes to tick: a list of which several are chosen wants a key held down, which a phone has not. @param {RenderedSelect} select @param {Parameters<typeof drawCard>[1]} press */
function drawBoxes({ action, label, about, choices, chosen, most }, press) {
  const boxes = choices.map((one) =>
    element('input', {
      type: 'checkbox',
      value: one.value,
      checked: chosen.includes(one.value),
      'data-focus': `tick ${action} ${about ?? ''} ${one.value}`,
    }),
  )
  /** No more than are taken can be ticked. */
  const limit = () => {
    const full = boxes.filter((box) => box.checked).length >= most
    for (const box of boxes) box.disabled = full && !box.checked
  }
  const take = element(
    'button',
    { type: 'button', 'data-focus': `take ${action} ${about ?? ''}` },
    say('page.take-these'),
  )
  take.addEventListener('click', () => {
    const value = boxes.flatMap((box) => (box.checked ? [box.value] : [])).join(',')
    if (value) press({ action, label, value, ...(about ? { about } : {}) }, take)
  })
  limit()
  return element(
    'fieldset',
    { class: 'boxes', on: { change: limit } },
    element('legend', {}, label),
    ...boxes.map((box, at) => element('label', {}, box, choices[at]?.label)),
    take,
  )
}

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

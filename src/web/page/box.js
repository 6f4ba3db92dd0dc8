// @ts-check
import { element, icon } from './element.js'
import { newSuggestions } from './suggestions.js'
import { say } from './words.js'

/** @typedef {{ id: string, name: string, also: string[], about: string, usage: string }} Offer */

/**
 * A message box: Enter sends, Shift + Enter starts a line, the arrows bring back what was written, a slash suggests
 * commands. `send` takes the text; when it fails, the text comes back.
 * @param {HTMLElement} place
 * @param {{ label: () => string, offers: () => Offer[], send: (text: string) => Promise<void> }} what
 */
export function newBox(place, { label, offers, send }) {
  const past = newPast()
  const field = element('textarea', { rows: 1, maxlength: 4000, autocomplete: 'off', spellcheck: 'true' })
  const button = element('button', { type: 'submit', class: 'send' }, icon('send'))
  const suggestions = newSuggestions(field, place.id, offers)
  const keys = element('p', { class: 'keys', id: `${place.id}-keys` })
  field.setAttribute('aria-describedby', keys.id)

  const fill = (/** @type {string} */ text) => {
    field.value = text
    grow()
    suggestions.update()
  }
  const grow = () => {
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  }
  const submit = async () => {
    const text = field.value.trim()
    if (text === '') return
    past.add(text)
    fill('')
    await send(text).catch(() => field.value === '' && fill(text))
  }

  field.addEventListener('input', () => {
    past.leave()
    grow()
    suggestions.update()
  })
  field.addEventListener('blur', () => suggestions.close())
  field.addEventListener('keydown', (event) => {
    // While an accent or a character is being composed, Enter belongs to the keyboard.
    if (event.isComposing) return
    if (suggestions.key(event)) return event.preventDefault()
    const plain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey
    const remembered =
      plain && event.key === 'ArrowUp' && (field.value === '' || past.away())
        ? past.back()
        : plain && event.key === 'ArrowDown' && past.away()
          ? past.forth()
          : null
    if (remembered !== null) fill(remembered)
    else if (event.key === 'Enter' && plain) submit()
    else return
    event.preventDefault()
  })
  const form = element(
    'form',
    {
      class: 'box',
      on: {
        submit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault()
          submit()
        },
      },
    },
    suggestions.list,
    element('div', { class: 'field' }, field, button),
    keys,
  )
  place.replaceChildren(form)

  return {
    /** Writes its words, in the language of now. */
    draw() {
      field.placeholder = label()
      field.setAttribute('aria-label', label())
      button.setAttribute('aria-label', say('page.send'))
      button.title = say('page.send')
      keys.textContent = say('page.keys')
      suggestions.update()
    },
    focus: () => field.focus(),
    text: () => field.value,
    fill,
  }
}

/** What was written before, one by one. */
function newPast() {
  /** @type {string[]} */
  const lines = []
  let at = 0
  const step = (/** @type {number} */ by) => {
    at = Math.max(0, Math.min(lines.length, at + by))
    return lines[at] ?? ''
  }
  return {
    add: (/** @type {string} */ line) => {
      if (lines.at(-1) !== line) lines.push(line)
      at = lines.length
    },
    away: () => at < lines.length,
    leave: () => {
      at = lines.length
    },
    back: () => step(-1),
    forth: () => step(1),
  }
}

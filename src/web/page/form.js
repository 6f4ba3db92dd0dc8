// @ts-check
/** @import { Form, Input } from '../../chat/message.ts' */
import { byId, element, icon } from './element.js'
import { say } from './words.js'

/**
 * Shows a form in a window of its own. `submit` gets the answers by the names of the inputs; the window closes when
 * it is done, and shows what it throws.
 * @param {Form} form
 * @param {(values: Record<string, string>) => Promise<void>} submit
 */
export function showForm(form, submit) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('ask'))
  const trouble = element('p', { class: 'form-trouble', role: 'alert' })
  const send = element('button', { type: 'submit', class: 'primary' }, form.submit ?? say('page.submit'))
  const close = () => dialog.close()
  const asked = element(
    'form',
    {
      on: {
        submit: async (/** @type {SubmitEvent} */ event) => {
          event.preventDefault()
          send.disabled = true
          trouble.textContent = ''
          const entries = [...new FormData(asked)].map(([name, value]) => [name, String(value)])
          await submit(Object.fromEntries(entries)).then(close, (error) => trouble.append(error.message))
          send.disabled = false
        },
      },
    },
    element(
      'header',
      {},
      element('h2', { id: 'ask-title' }, form.title),
      element(
        'button',
        { type: 'button', class: 'plain', 'aria-label': say('page.close'), on: { click: close } },
        icon('close'),
      ),
    ),
    ...form.inputs.map(drawInput),
    trouble,
    element(
      'footer',
      {},
      element('button', { type: 'button', on: { click: close } }, say('page.cancel')),
      send,
    ),
  )
  dialog.replaceChildren(asked)
  dialog.showModal()
  const first = /** @type {HTMLElement | null} */ (dialog.querySelector('input, textarea, select'))
  first?.focus()
}

/** @param {Input} input */
function drawInput(input) {
  const { name, label, required = false, hint } = input
  const id = `ask-${name}`
  const shared = { id, name, required, 'aria-describedby': hint ? `${id}-hint` : null }
  return element(
    'div',
    { class: 'input' },
    element('label', { for: id }, label, !required && element('small', {}, ` (${say('page.optional')})`)),
    drawControl(input, shared),
    hint && element('p', { class: 'hint', id: `${id}-hint` }, hint),
  )
}

/** @param {Input} input @param {object} shared */
function drawControl({ kind, value = '', most, choices = [] }, shared) {
  if (kind === 'choice') {
    const options = choices.map((one) =>
      element('option', { value: one.value, selected: one.value === value }, one.label),
    )
    const none = element('option', { value: '' }, say('page.choose'))
    return element(
      'select',
      shared,
      ...(choices.some((one) => one.value === value) ? [] : [none]),
      ...options,
    )
  }
  if (kind === 'text') return element('textarea', { ...shared, rows: 5, maxlength: most }, value)
  return element('input', { ...shared, type: 'text', maxlength: most, value, autocomplete: 'off' })
}

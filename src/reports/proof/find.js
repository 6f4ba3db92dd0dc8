import { element } from './element.js'
import { proof, state } from './state.js'
import { many, number, percent, say } from './words.js'

/** Where somebody looks for themselves. */
export function find() {
  const answer = element('p', { class: 'answer', role: 'status' }, found())
  const type = (/** @type {{ target: HTMLInputElement }} */ { target }) => {
    state.asked = target.value
    answer.textContent = found()
  }
  const box = {
    id: 'receipt',
    value: state.asked,
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'none',
    on: { input: type },
  }
  return element(
    'section',
    {},
    element('h2', {}, say('proof.find')),
    element('p', { id: 'hint', class: 'soft' }, say('proof.find-hint')),
    element('label', { for: 'receipt', class: 'unseen' }, say('proof.find-label')),
    element('input', { ...box, placeholder: say('proof.find-label'), 'aria-describedby': 'hint' }),
    answer,
  )
}

function found() {
  const typed = state.asked.toLowerCase().replace(/[^a-z2-7]/g, '')
  if (typed === '') return ''
  if (typed.length < 4) return say('proof.find-short')
  const fitting = proof.entries.filter(({ receipt }) => receipt.startsWith(typed))
  const [one] = fitting
  if (!one) return say('proof.find-not')
  if (fitting.length > 1) return many('proof.find-many', fitting.length)
  const won = proof.winners.find(({ receipt }) => receipt === one.receipt)
  const all = proof.entries.reduce((sum, { weight }) => sum + weight, 0)
  const place = (state.result?.order.indexOf(one.receipt) ?? -1) + 1
  const took = say('proof.find-in', {
    chances: many('proof.chances', one.weight),
    all: number(all),
    odds: percent(one.weight / all),
    place: place > 0 ? number(place) : '…',
  })
  return won ? `${say('proof.find-won', { prize: proof.prizes[won.prize - 1] ?? '' })} ${took}` : took
}

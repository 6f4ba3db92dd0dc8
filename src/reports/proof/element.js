import { say } from './words.js'

/**
 * Makes an element; children are elements, or text that stays text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} more attributes, and `on`: what to do at which event
 * @param {...(Node | string | null | false | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, { on = {}, ...attributes } = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  for (const [name, act] of Object.entries(on)) made.addEventListener(name, /** @type {any} */ (act))
  made.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child || child === '')))
  return made
}

/** A value that can be compared, below its name. @param {string} name @param {string} value */
export const fact = (name, value) =>
  element('p', { class: 'fact' }, element('small', { class: 'soft' }, say(name)), element('code', {}, value))

/** A link that leaves this page, if it is one a browser should open. @param {string} href @param {string} [label] */
export const outside = (href, label = href) =>
  /^https?:\/\//.test(href) && element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label)

/** How something stands, at a glance. @param {'fine' | 'doubt' | 'wrong'} how */
export const mark = (how) =>
  element(
    'span',
    { class: `mark ${how}`, role: 'img', 'aria-label': say(`proof.step-${how}`) },
    { fine: '✓', doubt: '!', wrong: '✗' }[how],
  )

// @ts-check
import { element } from './element.js'

/** Initials on a colour of their own; Vigie's is its sign. @param {{ name: string, user: string | null }} person */
export const drawAvatar = ({ name, user }) =>
  user === null
    ? element('img', { class: 'avatar', src: '/icon.svg', alt: '' })
    : element('span', { class: `avatar tint-${tintOf(user)}`, 'aria-hidden': 'true' }, initialsOf(name))

/** @param {string} name */
function initialsOf(name) {
  const words = name.split(/[\s-]+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

/** One of eight, always the same for the same person. @param {string} user */
const tintOf = (user) => [...user].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 997, 7) % 8

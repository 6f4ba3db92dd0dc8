// @ts-check
/** @import { Button } from '../../chat/message.ts' */
/** @import { MessageAction, Shown } from '../workspace.ts' */
import { drawCard } from './card.js'
import { element, icon } from './element.js'
import { drawAvatar } from './person.js'
import { momentOf, say, timeOf } from './words.js'

/**
 * What can be done with a message. `open` is missing in a thread, where there is no further one.
 * @typedef {{
 *   press: (message: Shown, button: Button, pressed: HTMLElement) => void,
 *   addressOf: (message: Shown, nth: number) => string,
 *   react: (message: Shown, emoji: string, on: boolean) => void,
 *   actOn: (message: Shown, action: string) => void,
 *   actions: MessageAction[],
 *   open?: (message: Shown) => void,
 * }} Acts
 */

/** Reactions at hand on every message. */
const atHand = ['👍', '👀', '🎉']

/** @param {Shown} message @param {{ me: string, joined: boolean, replies: number, acts: Acts }} more `joined`: the one before is by the same person */
export function drawMessage(message, { me, joined, replies, acts }) {
  const { by, at, quiet } = message
  return element(
    'article',
    {
      class: `message ${joined ? 'joined' : ''} ${quiet ? 'quiet' : ''}`,
      'data-message': message.id,
      'aria-label': `${by.name}, ${momentOf(at)}`,
    },
    joined ? drawTime(at, 'time margin') : drawAvatar(by),
    element(
      'div',
      { class: 'body' },
      !joined && element('div', { class: 'head' }, element('strong', {}, by.name), drawTime(at, 'time')),
      quiet && element('p', { class: 'only-you' }, icon('eye'), say('page.quiet')),
      message.text !== null && drawTyped(message.text),
      message.message &&
        drawCard(
          message.message,
          (button, pressed) => acts.press(message, button, pressed),
          (file) => acts.addressOf(message, file.nth),
        ),
      message.editedAt !== null &&
        element(
          'small',
          { class: 'edited', title: say('page.edited-at', { time: momentOf(message.editedAt) }) },
          `(${say('page.edited')})`,
        ),
      drawReactions(message, me, acts),
      acts.open && replies > 0 && drawReplies(message, replies, acts.open),
    ),
    drawTools(message, me, acts),
  )
}

/** @param {number} at @param {string} style */
const drawTime = (at, style) =>
  element('time', { class: style, datetime: new Date(at).toISOString(), title: momentOf(at) }, timeOf(at))

/** @param {string} text */
const drawTyped = (text) =>
  element('p', { class: `typed ${text.startsWith('/') ? 'command' : ''}`, dir: 'auto' }, text)

/** Those that people gave, and those that Vigie offers: with 0 and dimmed. @param {Shown} message @param {string} me @param {Acts} acts */
function drawReactions(message, me, acts) {
  /** @type {Map<string, string[]>} */
  const given = new Map((message.message?.react ?? []).map((emoji) => [emoji, []]))
  for (const { emoji, users } of message.reactions) given.set(emoji, users)
  if (given.size === 0) return null
  return element(
    'div',
    { class: 'reactions', role: 'group', 'aria-label': say('page.reactions') },
    ...[...given].map(([emoji, users]) => {
      const mine = users.includes(me)
      return element(
        'button',
        {
          type: 'button',
          class: users.length === 0 ? 'offered' : '',
          'aria-pressed': String(mine),
          'aria-label': say('page.react', { emoji, count: users.length }),
          title: users.join(', '),
          'data-focus': `react ${emoji}`,
          on: { click: () => acts.react(message, emoji, !mine) },
        },
        element('span', { class: 'emoji' }, emoji),
        element('span', {}, String(users.length)),
      )
    }),
  )
}

/** @param {Shown} message @param {number} count @param {(message: Shown) => void} open */
const drawReplies = (message, count, open) =>
  element(
    'button',
    { type: 'button', class: 'replies', 'data-focus': 'replies', on: { click: () => open(message) } },
    icon('thread'),
    say('page.replies', { count }),
  )

/** @param {Shown} message @param {string} me @param {Acts} acts */
function drawTools(message, me, acts) {
  const { open } = acts
  // What only one person sees has no thread, and nobody else would see a reaction.
  if (message.quiet) return null
  const mine = (/** @type {string} */ emoji) =>
    message.reactions.some((one) => one.emoji === emoji && one.users.includes(me))
  return element(
    'div',
    { class: 'tools', role: 'group', 'aria-label': say('page.actions') },
    ...atHand.map((emoji) =>
      drawTool(say('page.add-reaction', { emoji }), emoji, () => acts.react(message, emoji, !mine(emoji))),
    ),
    open && drawTool(say('page.reply'), icon('thread'), () => open(message)),
    drawMore(message, acts),
  )
}

/** The rest of what can be done with a message: what a right-click offers in other chats. @param {Shown} message @param {Acts} acts */
function drawMore(message, { actOn, actions }) {
  const whose = message.by.user === null ? 'vigie' : 'people'
  const here = actions.filter(({ on }) => on === 'all' || on === whose)
  if (here.length === 0) return null
  const menu = element(
    'details',
    { class: 'more', on: { keydown: closeOnEscape, focusout: closeOnLeaving } },
    element('summary', { 'aria-label': say('page.more'), title: say('page.more') }, '⋯'),
    element(
      'div',
      { class: 'menu' },
      ...here.map(({ action, label }) => {
        const click = () => {
          menu.open = false
          actOn(message, action)
        }
        return element('button', { type: 'button', 'data-focus': action, on: { click } }, label)
      }),
    ),
  )
  return menu
}

/** @param {KeyboardEvent & { currentTarget: HTMLDetailsElement }} event */
function closeOnEscape({ key, currentTarget: menu }) {
  if (key !== 'Escape' || !menu.open) return
  menu.open = false
  menu.querySelector('summary')?.focus()
}

/** @param {FocusEvent & { currentTarget: HTMLDetailsElement }} event */
function closeOnLeaving({ relatedTarget, currentTarget: menu }) {
  if (relatedTarget && !menu.contains(/** @type {Node} */ (relatedTarget))) menu.open = false
}

/** @param {string} label @param {Node | string} sign @param {() => void} act */
const drawTool = (label, sign, act) =>
  element(
    'button',
    { type: 'button', 'aria-label': label, title: label, 'data-focus': label, on: { click: act } },
    sign,
  )

// @ts-check
/** @import { Shown } from '../workspace.ts' */
import { answersTo, topLevel, unread } from './conversation.js'
import { actOn, addressOf, press, react, type } from './doing.js'
import { byId, element, icon } from './element.js'
import { drawLog } from './log.js'
import { markRead, readUntil } from './reading.js'
import { drawCast, drawChannels } from './side.js'
import { actionsHere, conversationOf, offersHere, state } from './state.js'
import { drawWelcome } from './welcome.js'
import { say } from './words.js'

/** @typedef {{ be: (user: string) => void, open: (channel: string) => void, openThread: (message: Shown) => void, readEarlier: () => void }} Ways */

/** Draws everything as it stands; what has not changed stays untouched. @param {Ways} ways @param {{ toEnd?: boolean }} [more] */
export function drawAll(ways, { toEnd } = {}) {
  const { channel, channels } = state
  byId('title').textContent = channel === '' ? 'Vigie' : `#${channel}`
  byId('topic').textContent = channels.find(({ name }) => name === channel)?.topic ?? ''
  byId('box').hidden = channel === ''
  byId('messages').setAttribute('aria-label', say('page.messages', { channel }))
  byId('newer').replaceChildren(icon('down'), say('page.newer'))
  drawMessages(ways, toEnd)
  drawThread()
  drawSide(ways)
}

/** @param {Ways} ways @param {boolean} [toEnd] */
function drawMessages(ways, toEnd) {
  const { me, readBefore } = state
  const all = conversationOf()
  const messages = topLevel(all)
  const isNew = (/** @type {Shown} */ { at, by }) =>
    readBefore !== null && at > readBefore && by.user !== me.user
  const inSight = drawLog(byId('messages'), {
    messages,
    me: me.user,
    acts: { press, addressOf, react, actOn, actions: actionsHere(), open: ways.openThread },
    repliesOf: (message) => Math.max(message.replies, answersTo(all, message.id).length),
    newFrom: messages.find(isNew)?.id,
    newWord: say('page.new'),
    first: messages.length === 0 ? [emptyRow()] : earlierRow(ways),
    toEnd,
  })
  if (inSight) byId('newer').hidden = true
  const last = all.messages.at(-1)
  if (last && !document.hidden) markRead(me.user, state.channel, last.at)
}

function emptyRow() {
  const { channel, me } = state
  const offered = offersHere()
  const make = () =>
    channel === ''
      ? element('p', { class: 'welcome' }, say('page.no-channels'))
      : drawWelcome(channel, offered, (text) => type(text).catch(() => {}))
  return {
    key: 'welcome',
    version: JSON.stringify([channel, me.locale, offered.map(({ name }) => name)]),
    make,
  }
}

/** @param {Ways} ways */
function earlierRow({ readEarlier }) {
  if (conversationOf().full) return []
  const make = () =>
    element('button', { type: 'button', class: 'earlier', on: { click: readEarlier } }, say('page.earlier'))
  return [{ key: 'earlier', version: state.me.locale, make }]
}

function drawThread() {
  const all = conversationOf()
  const root = all.messages.find(({ id }) => id === state.thread)
  byId('thread').hidden = !root
  if (!root) return
  drawLog(byId('thread-messages'), {
    messages: [root, ...answersTo(all, root.id)],
    me: state.me.user,
    acts: { press, addressOf, react, actOn, actions: actionsHere() },
    repliesOf: () => 0,
  })
}

/** @param {Ways} ways */
function drawSide({ be, open }) {
  const { me, cast, channels, channel } = state
  const unreadIn = (/** @type {string} */ name) =>
    unread(conversationOf(name), me.user, readUntil(me.user, name) ?? 0).length
  drawChannels(channels, { open: channel, unreadIn, go: open })
  drawCast(cast, me.user, be)
  const all = channels.reduce((sum, { name }) => sum + unreadIn(name), 0)
  document.title = `${all > 0 ? `(${all}) ` : ''}${channel === '' ? '' : `#${channel} · `}Vigie`
}

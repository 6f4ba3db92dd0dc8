// @ts-check
/** @import { Shown } from '../workspace.ts' */
import { newBox } from './box.js'
import { drop, newConversation, put, putEarlier } from './conversation.js'
import { type } from './doing.js'
import { drawAll } from './drawing.js'
import { byId } from './element.js'
import { showSide, wireFrame } from './frame.js'
import { keepEnd, lastInSight } from './log.js'
import { readUntil } from './reading.js'
import { ask, listen } from './server.js'
import { conversationOf, offersHere, state } from './state.js'
import { showGone, showTrouble } from './trouble.js'
import { say, speak } from './words.js'

/** Messages that the server sends at once: fewer mean that there are no earlier ones. */
const pageful = 50

const box = newBox(byId('box'), {
  label: () => say('page.box', { channel: state.channel }),
  offers: offersHere,
  send: (text) => type(text),
})
const threadBox = newBox(byId('thread-box'), {
  label: () => say('page.thread-box'),
  offers: offersHere,
  send: (text) => type(text, state.thread),
})
/** What was being written, by person and channel. @type {Map<string, string>} */
const drafts = new Map()
const draftName = () => `${state.me.user} ${state.channel}`

wireFrame({ writeMessage: box.focus, closeThread, seen: () => draw() })
keepEnd(byId('messages'))
keepEnd(byId('thread-messages'))

/** Goes up with each reading of everything: an answer to an earlier one is then of no use any more. */
let turn = 0
let stopListening = () => {}
const wanted = new URLSearchParams(location.search)
state.channel = wanted.get('channel') ?? ''
be(wanted.get('as') ?? undefined)

/** Becomes somebody: from here on everything is theirs. @param {string} [user] */
async function be(user) {
  const mine = ++turn
  stopListening()
  // Somebody whom the settings no longer name gives way to the first of the cast.
  const start = await ask('start', { as: user }).catch(() => ask('start').catch(() => null))
  if (mine !== turn) return
  if (!start) return setTimeout(() => mine === turn && be(user), 2000)
  drafts.set(draftName(), box.text())
  state.conversations = new Map()
  learn(start)
  open(state.channel)
  stopListening = listen(state.me.user, { hello: catchUp, happened, gone: () => showGone(true) })
}

/** @param {any} start who one is, who else there is, the channels, and the page's texts */
function learn({ me, cast, channels, texts }) {
  Object.assign(state, { me, cast, channels })
  if (!state.channels.some(({ name }) => name === state.channel))
    state.channel = state.channels[0]?.name ?? ''
  speak(state.me.locale, texts)
  for (const at of document.querySelectorAll('[data-say]'))
    at.textContent = say(at.getAttribute('data-say') ?? '')
  for (const at of document.querySelectorAll('[data-label]'))
    at.setAttribute('aria-label', say(at.getAttribute('data-label') ?? ''))
}

/** What happens while the history is read, so that an older answer does not undo it. @type {['said' | 'changed' | 'removed', Shown][]} */
let meanwhile = []

/** At each (re)connection: what was said before it, and what may have changed about people and channels. */
async function catchUp() {
  const mine = ++turn
  showGone(false)
  meanwhile = []
  const as = state.me.user
  try {
    const start = await ask('start', { as })
    const names = start.channels.map((/** @type {{ name: string }} */ { name }) => name)
    const read = (/** @type {string} */ path) =>
      Promise.all(names.map((/** @type {string} */ channel) => ask(path, { as, channel })))
    const [pages, menus] = await Promise.all([read('history'), read('offers')])
    if (mine !== turn) return
    learn(start)
    state.conversations = new Map(
      pages.map(({ messages }, index) => [names[index], { messages, full: messages.length < pageful }]),
    )
    state.offers = new Map(menus.map(({ offers }, index) => [names[index], offers]))
    state.actions = new Map(menus.map(({ actions }, index) => [names[index], actions]))
    for (const [kind, message] of meanwhile) take(kind, message)
  } catch (error) {
    showTrouble(error)
  }
  draw({ toEnd: true })
}

/** @param {'said' | 'changed' | 'removed'} kind @param {Shown} message */
function happened(kind, message) {
  meanwhile.push([kind, message])
  take(kind, message)
  const here = message.channel === state.channel && message.thread === null
  const mine = message.by.user === state.me.user
  // Who speaks wants to see it said, wherever they were reading.
  draw({ toEnd: kind === 'said' && here && mine })
  if (kind === 'said' && here && !lastInSight(byId('messages'))) byId('newer').hidden = false
}

/** @param {'said' | 'changed' | 'removed'} kind @param {Shown} message */
function take(kind, message) {
  const conversation = state.conversations.get(message.channel) ?? { ...newConversation(), full: true }
  state.conversations.set(message.channel, conversation)
  if (kind === 'removed') drop(conversation, message.id)
  else put(conversation, message)
  if (kind === 'removed' && message.id === state.thread) closeThread()
}

/** @param {string} channel */
function go(channel) {
  drafts.set(draftName(), box.text())
  open(channel)
}

/** @param {string} channel */
function open(channel) {
  closeThread()
  state.channel = channel
  state.readBefore = readUntil(state.me.user, channel)
  history.replaceState(null, '', `?${new URLSearchParams({ as: state.me.user, channel })}`)
  showSide(false)
  draw({ toEnd: true })
  box.fill(drafts.get(draftName()) ?? '')
}

/** @param {{ toEnd?: boolean }} [more] */
function draw(more) {
  if (state.me.user === '') return
  drawAll({ be, open: go, openThread, readEarlier }, more)
  box.draw()
  threadBox.draw()
}

async function readEarlier() {
  const into = conversationOf()
  const { channel, me } = state
  await ask('history', { as: me.user, channel, before: into.messages[0]?.id }).then(
    ({ messages }) => putEarlier(into, messages, pageful),
    showTrouble,
  )
  draw()
}

/** @param {Shown} message */
function openThread(message) {
  state.thread = message.id
  threadBox.fill('')
  draw()
  byId('thread-messages').scrollTop = byId('thread-messages').scrollHeight
  threadBox.focus()
}

function closeThread() {
  if (state.thread === null) return
  /** @type {HTMLElement | null} */
  const opener = document.querySelector(`#messages [data-message="${CSS.escape(state.thread)}"] .replies`)
  state.thread = null
  byId('thread').hidden = true
  opener?.focus()
}

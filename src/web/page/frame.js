// @ts-check
import { byId, icon } from './element.js'
import { endInSight } from './log.js'

/** What always stands on the page: its signs, and what its own buttons do. @param {{ writeMessage: () => void, closeThread: () => void, seen: () => void }} ways */
export function wireFrame({ writeMessage, closeThread, seen }) {
  for (const button of document.querySelectorAll('[data-icon]'))
    button.append(icon(button.getAttribute('data-icon') ?? ''))
  byId('skip').addEventListener('click', writeMessage)
  byId('menu').addEventListener('click', () => showSide(true))
  for (const id of ['veil', 'side-close']) byId(id).addEventListener('click', () => showSide(false))
  byId('thread-close').addEventListener('click', closeThread)
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key !== 'Escape' || defaultPrevented || document.querySelector('dialog[open]')) return
    if (byId('veil').hidden) closeThread()
    else showSide(false)
  })
  const messages = byId('messages')
  byId('newer').addEventListener('click', () => messages.scrollTo({ top: messages.scrollHeight }))
  messages.addEventListener('scroll', () => {
    if (endInSight(messages)) byId('newer').hidden = true
  })
  document.addEventListener('visibilitychange', seen)
}

/** The left column, where the screen is too narrow for it to stay. @param {boolean} shown */
export function showSide(shown) {
  const wasShown = !byId('veil').hidden
  byId('side').classList.toggle('shown', shown)
  byId('veil').hidden = !shown
  byId('menu').setAttribute('aria-expanded', String(shown))
  if (shown) byId('side-close').focus()
  else if (wasShown) byId('menu').focus()
}

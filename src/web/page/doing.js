// @ts-check
/** @import { Answered } from '../workspace.ts' */
/** @import { Acts } from './message.js' */
import { showForm } from './form.js'
import { act } from './server.js'
import { state } from './state.js'
import { showTrouble } from './trouble.js'

/** Types something in the open channel; throws once the trouble was shown. @param {string} text @param {string | null} [thread] */
export async function type(text, thread) {
  const { user } = state.me
  const body = { channel: state.channel, text, ...(thread ? { thread } : {}) }
  try {
    goOn(user, await act('type', user, body))
  } catch (error) {
    showTrouble(error)
    throw error
  }
}

/** @type {Acts['press']} */
export async function press({ id, channel }, { action, value, about }, pressed) {
  const { user } = state.me
  // Not `disabled`, which would take the focus away from who uses a keyboard.
  if (pressed.hasAttribute('aria-busy')) return
  pressed.setAttribute('aria-busy', 'true')
  const body = { channel, message: id, action, value, about }
  await act('press', user, body).then((answered) => goOn(user, answered), showTrouble)
  pressed.removeAttribute('aria-busy')
}

/** @type {Acts['addressOf']} */
export const addressOf = ({ id, channel }, nth) =>
  `/api/file?${new URLSearchParams({ as: state.me.user, channel, message: id, nth: String(nth) })}`

/** @type {Acts['react']} */
export const react = ({ id, channel }, emoji, on) => {
  act('react', state.me.user, { channel, message: id, emoji, on }).catch(showTrouble)
}

/** @type {Acts['actOn']} */
export const actOn = ({ id, channel }, action) => {
  const { user } = state.me
  act('act', user, { channel, message: id, action }).then((answered) => goOn(user, answered), showTrouble)
}

/** A form may be needed before the thing is done. @param {string} user @param {Answered} answered */
function goOn(user, { form, token }) {
  if (form) showForm(form, (values) => act('submit', user, { token, values }))
}

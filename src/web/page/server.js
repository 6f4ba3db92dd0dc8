// @ts-check
/** @import { Shown } from '../workspace.ts' */

/** Asks the server for something. Throws an Error whose message people can read. @param {string} path @param {Record<string, string | undefined>} query */
export const ask = (path, query = {}) => answer(`/api/${path}${queryOf(query)}`, {})

/** Does something as somebody. @param {string} path @param {string} user @param {object} body */
export const act = (path, user, body) =>
  answer(`/api/${path}${queryOf({ as: user })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** @param {Record<string, string | undefined>} query */
function queryOf(query) {
  const known = Object.entries(query).filter((entry) => entry[1] !== undefined)
  return known.length > 0 ? `?${new URLSearchParams(/** @type {[string, string][]} */ (known))}` : ''
}

/** @param {string} address @param {RequestInit} init */
async function answer(address, init) {
  const response = await fetch(address, init)
  const said = await response.json()
  if (!response.ok) throw new Error(said.error)
  return said
}

/**
 * Hears what happens, as somebody, from now on. `hello` is called at each (re)connection: whatever came before it
 * must be read from the history. `gone` is called when the server cannot be reached; it is tried again by itself.
 * @param {string} user
 * @param {{ hello: () => void, happened: (kind: 'said' | 'changed' | 'removed', message: Shown) => void, gone: () => void }} listener
 * @returns {() => void} the way to stop
 */
export function listen(user, listener) {
  let stopped = false
  /** @type {EventSource} */
  let source
  const open = () => {
    if (stopped) return
    source = new EventSource(`/api/events${queryOf({ as: user })}`)
    source.addEventListener('hello', listener.hello)
    for (const kind of /** @type {const} */ (['said', 'changed', 'removed']))
      source.addEventListener(kind, (event) => listener.happened(kind, JSON.parse(event.data)))
    source.addEventListener('error', () => {
      listener.gone()
      // After an answer that says no, the browser gives up; we do not.
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 2000)
    })
  }
  open()
  return () => {
    stopped = true
    source.close()
  }
}

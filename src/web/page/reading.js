// @ts-check

/** Until when somebody has read each channel: kept in the browser, since it is nobody else's business. */

/** @param {string} user @param {string} channel @returns {number | null} a moment; null: never opened */
export const readUntil = (user, channel) => all(user)[channel] ?? null

/** @param {string} user @param {string} channel @param {number} at */
export function markRead(user, channel, at) {
  const known = all(user)
  if ((known[channel] ?? 0) >= at) return
  keep(user, { ...known, [channel]: at })
}

/** @param {string} user @returns {Record<string, number>} */
function all(user) {
  try {
    return JSON.parse(localStorage.getItem(`vigie.read.${user}`) ?? '{}')
  } catch {
    return {}
  }
}

/** @param {string} user @param {Record<string, number>} read */
function keep(user, read) {
  try {
    localStorage.setItem(`vigie.read.${user}`, JSON.stringify(read))
  } catch {
    // A browser that keeps nothing counts what is unread anew at each visit.
  }
}

// @ts-check

/**
 * One row of a list: `version` says when it must be made anew.
 * @typedef {{ key: string, version: string, make: () => HTMLElement }} Row
 */

/** @type {WeakMap<Element, { key: string, version: string }>} */
const known = new WeakMap()

/**
 * Makes the children of `list` be these rows, touching only what changed: what somebody is reading, pointing at or
 * typing in stays as it is, and the focus stays on the same button of a row that was made anew.
 * @param {Element} list
 * @param {Row[]} rows
 */
export function place(list, rows) {
  const before = new Map([...list.children].map((child) => [known.get(child)?.key, child]))
  const wanted = rows.map((row) => {
    const old = before.get(row.key)
    return old && known.get(old)?.version === row.version ? old : remake(row, old)
  })
  const stay = new Set(wanted)
  for (const child of [...list.children]) if (!stay.has(child)) child.remove()
  wanted.forEach((child, index) => {
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null)
  })
}

/** @param {Row} row @param {Element | undefined} old */
function remake({ key, version, make }, old) {
  const made = make()
  known.set(made, { key, version })
  if (!old) return made
  const focused = old.contains(document.activeElement) ? document.activeElement : null
  tickAgain(made, old)
  old.replaceWith(made)
  if (focused) focusAgain(made, focused.getAttribute('data-focus'))
  return made
}

/** What somebody has ticked and not sent yet stays ticked. @param {HTMLElement} made @param {Element} old */
function tickAgain(made, old) {
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (
    old.querySelectorAll('input[type=checkbox]')
  )) {
    const name = CSS.escape(box.getAttribute('data-focus') ?? '')
    const same = /** @type {HTMLInputElement | null} */ (made.querySelector(`[data-focus="${name}"]`))
    if (!same || same.checked === box.checked) continue
    same.checked = box.checked
    same.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** @param {HTMLElement} made @param {string | null} name */
function focusAgain(made, name) {
  const buttons = /** @type {HTMLElement[]} */ ([...made.querySelectorAll('[data-focus]')])
  const same = buttons.find((button) => button.getAttribute('data-focus') === name)
  made.tabIndex = -1
  const next = same ?? made
  next.focus({ preventScroll: true })
}

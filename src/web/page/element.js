// @ts-check

/**
 * Makes an element. `more` holds attributes (false and null are left out, true is written empty) and `on`, what to
 * do at which event. Children are elements, or text that stays text: nothing here ever reads markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined> & { on?: never } | { on?: Record<string, (event: any) => void>, [name: string]: any }} [more]
 * @param {...(Node | string | null | false | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, { on = {}, ...attributes } = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== null && value !== undefined)
      made.setAttribute(name, value === true ? '' : String(value))
  for (const [name, act] of Object.entries(on)) made.addEventListener(name, act)
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return made
}

/** The element of index.html with this id. @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id))

const paths = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12h15M13 6l6 6-6 6',
  thread: 'M5 5h14v10h-8l-4 4v-4H5z',
  eye: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  down: 'M12 5v14M6 13l6 6 6-6',
}

/** A drawing without words of its own. @param {string} name one of `paths` */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', paths[/** @type {keyof typeof paths} */ (name)])
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(path)
  return svg
}

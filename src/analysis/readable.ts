/**
 * How much of a text is read, in UTF-16 units: a post says what it feels long before, and 1 MB of text must not
 * hold up the others.
 */
export const mostRead = 4_000

const unspoken =
  /https?:\/\/\S+|www\.\S+|<[/!]?[a-z][^<>]{0,300}>|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});|(?:\\u[0-9a-f]{4})+/giu

/**
 * The text with addresses and left-over HTML blanked out, and what was escaped twice on its way (`\u2019`, `&lt;3`)
 * made signs again; of the same length, so that places stay true.
 */
export const readable = (text: string) =>
  unspokenSigns.some((sign) => text.includes(sign)) || /www\./i.test(text)
    ? text.replace(unspoken, (found) => meantBy(found).padStart(found.length))
    : text

function meantBy(found: string): string {
  if (found.startsWith('\\'))
    return found.replace(/\\u(.{4})/giu, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return found.toLowerCase() === '&lt;' ? '<' : ''
}

const unspokenSigns = ['://', '<', '&', '\\u']

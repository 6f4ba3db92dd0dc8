/** A source without what its CDATA sections hold: `text`, and any part of it as it was (`whole`). */
export type Emptied = { text: string; whole(from: number, to: number): string }

/**
 * Sets aside what CDATA sections hold (mostly whole articles), since a tokenizer would look at each of their
 * characters only to find their end. The brackets stay, so that it sees where they were.
 */
export function emptied(source: string): Emptied {
  const parts: string[] = []
  const places: number[] = []
  const held: string[] = []
  let at = 0
  let length = 0
  for (const { from, to } of sections(source)) {
    parts.push(source.slice(at, from))
    length += from - at
    places.push(length)
    held.push(source.slice(from, to))
    at = to
  }
  if (held.length === 0) return { text: source, whole: (from, to) => source.slice(from, to) }
  const text = parts.join('') + source.slice(at)

  function whole(from: number, to: number): string {
    let all = ''
    let done = from
    for (let next = firstFrom(places, from); next < places.length && places[next]! <= to; next++) {
      all += text.slice(done, places[next]) + held[next]
      done = places[next]!
    }
    return all + text.slice(done, to)
  }

  return { text, whole }
}

/** What CDATA sections hold; in a comment, in an instruction or behind a `<`, `<![CDATA[` opens none. */
function* sections(source: string): Generator<{ from: number; to: number }> {
  const openings = /(?<!<)(?:<!\[CDATA\[|<!--|<\?)/g
  for (let found = openings.exec(source); found; found = openings.exec(source)) {
    const from = found.index + found[0].length
    const to = source.indexOf(closings[found[0]]!, from)
    if (to < 0) return
    if (found[0] === opening) yield { from, to }
    openings.lastIndex = to
  }
}

const closings: Record<string, string> = { '<![CDATA[': ']]>', '<!--': '-->', '<?': '?>' }

/** Markup that holds its CDATA as escaped text, so that whoever reads it need not know of it. */
export const withoutCdata = (markup: string) =>
  markup.includes(opening)
    ? markup.replace(/<!\[CDATA\[(.*?)(?:\]\]>|$)/gsu, (_, inside: string) =>
        inside.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
      )
    : markup

const opening = '<![CDATA['

/** The first of rising places that is not before this one. */
function firstFrom(places: number[], from: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}

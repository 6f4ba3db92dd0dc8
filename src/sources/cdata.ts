import { breathe } from '../breath.ts'

/** A source without what its CDATA sections hold: `text`, and any part of it as it was (`whole`). */
export type Emptied = { text: string; whole(from: number, to: number): string }

/**
 * Sets aside what CDATA sections hold (mostly whole articles), since a tokenizer would look at each of their
 * characters only to find their end. The brackets stay, so that it sees where they were.
 */
export async function emptied(source: string): Promise<Emptied> {
  const parts: string[] = []
  const places: number[] = []
  const held: string[] = []
  let at = 0
  let length = 0
  const section = newSections(source)
  for (let turn = 1, next = section(); next; next = section(), turn++) {
    if (turn % 256 === 0) await breathe()
    const { from, to } = next
    if (to - from < worthIt) continue
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

// What is shorter is read as quickly as it is set aside.
const worthIt = 8

/**
 * What one CDATA section after the other holds; in a comment, in an instruction or behind a `<`, `<![CDATA[` opens
 * none. Each call reads to the end of one section, comment or instruction.
 */
function newSections(source: string): () => { from: number; to: number } | null {
  let at = 0
  // Where the next of each stands; looked for only once the last one is behind us, so that all is read once.
  let [cdata, comment, instruction] = [-1, -1, -1]

  function next(sign: string, from: number): number {
    let place = source.indexOf(sign, from)
    while (place > 0 && source.charCodeAt(place - 1) === less) place = source.indexOf(sign, place + 1)
    return place < 0 ? source.length : place
  }

  return () => {
    if (cdata < at) cdata = next(opening, at)
    if (cdata === source.length) return null
    if (comment < at) comment = next('<!--', at)
    if (instruction < at) instruction = next('<?', at)
    if (cdata < comment && cdata < instruction) {
      const from = cdata + opening.length
      at = source.indexOf(']]>', from)
      return at < 0 ? null : { from, to: at }
    }
    at = comment < instruction ? source.indexOf('-->', comment + 4) : source.indexOf('?>', instruction + 2)
    // What is no section holds nothing.
    return at < 0 ? null : { from: at, to: at }
  }
}

const less = '<'.charCodeAt(0)

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

/** What somebody sees of a text in Discord: words, and what is made of some of them. */
export type Token = { kind: Kind; text: string; url?: string; tokens?: Token[] }
type Kind =
  | 'text'
  | 'bold'
  | 'italic'
  | 'underlined'
  | 'struck'
  | 'spoiler'
  | 'code'
  | 'link'
  | 'mention'
  | 'emoji'
  | 'time'
  | 'quote'
  | 'heading'
  | 'small'
  | 'list'

/**
 * Reads Discord's markdown as its clients do, as far as that is known: their rules are those of simple-markdown with
 * some of their own. In doubt it finds markup rather than none.
 */
export function readMarkdown(text: string): Token[] {
  const blocks: { kind: Kind; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const { kind, rest } = startOf(line)
    const last = blocks.at(-1)
    // What is neither of its own nor quoted goes on over line breaks.
    if (last && last.kind === kind && (kind === 'text' || kind === 'quote')) last.lines.push(rest)
    else blocks.push({ kind, lines: [rest] })
  }
  return blocks.flatMap(({ kind, lines }, at) => {
    const inside = lines.join('\n')
    const between: Token[] = at < blocks.length - 1 ? [{ kind: 'text', text: '\n' }] : []
    if (kind === 'text') return [...readInline(inside), ...between]
    const tokens = kind === 'quote' ? readMarkdown(inside) : readInline(inside)
    return [{ kind, text: inside, tokens }, ...between]
  })
}

/** All words of it, whatever they were made into. */
export const wordsOf = (tokens: Token[]): string =>
  tokens.map(({ text, tokens }) => (tokens ? wordsOf(tokens) : text)).join('')

/** The kinds that occur, however deep. */
export const kindsIn = (tokens: Token[]): Set<Kind> =>
  new Set(tokens.flatMap(({ kind, tokens }) => [kind, ...(tokens ? kindsIn(tokens) : [])]))

export const linksIn = (tokens: Token[]): string[] =>
  tokens.flatMap(({ url, tokens }) => [
    ...(url === undefined ? [] : [url]),
    ...(tokens ? linksIn(tokens) : []),
  ])

// What begins a line; invisible signs in front of it do not help.
const starts: [Kind, RegExp][] = [
  ['quote', /^[\s\p{Cf}]*>(?:>>)?\s?/u],
  ['heading', /^[\s\p{Cf}]*#{1,3}(?:\s|$)/u],
  ['small', /^[\s\p{Cf}]*-#(?:\s|$)/u],
  ['list', /^[\s\p{Cf}]*(?:[-*+]|\d+\.)(?:\s|$)/u],
]

function startOf(line: string): { kind: Kind; rest: string } {
  for (const [kind, start] of starts) {
    const [found] = start.exec(line) ?? []
    if (found !== undefined) return { kind, rest: line.slice(found.length) }
  }
  return { kind: 'text', rest: line }
}

const inline: [Kind, RegExp][] = [
  ['code', /^(`+)([\s\S]*?[^`])\1(?!`)/],
  ['link', /^<([^: >]+:\/[^ >]+)>/],
  ['time', /^<t:-?\d+(?::[a-zA-Z])?>/],
  ['emoji', /^<a?:\w+:\d+>/],
  ['mention', /^<(?:@!?|@&|#|id:|\/)[^>]*>/],
  ['mention', /^@(?:everyone|here)/],
  ['link', /^(?:https?|steam|discord):\/\/[^\s<]+/i],
  // The names of emoji are made of these.
  ['emoji', /^:[\w+-]+:/],
  ['bold', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/],
  ['underlined', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/],
  ['italic', /^\b_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/],
  ['italic', /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/],
  ['struck', /^~~([\s\S]+?)~~/],
  ['spoiler', /^\|\|([\s\S]+?)\|\|/],
]
const masked =
  /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/

function readInline(text: string): Token[] {
  const tokens: Token[] = []
  const say = (words: string) => {
    const last = tokens.at(-1)
    if (last?.kind === 'text') last.text += words
    else tokens.push({ kind: 'text', text: words })
  }
  let left = text
  while (left !== '') {
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(left)
    const link = masked.exec(left)
    const found = inline.map(([kind, rule]) => ({ kind, match: rule.exec(left) })).find(({ match }) => match)
    let length: number
    if (escaped) {
      say(escaped[1]!)
      length = escaped[0].length
    } else if (link && !/https?:\/\/\w\w/i.test(wordsOf(readInline(link[1]!)))) {
      tokens.push({ kind: 'link', text: link[1]!, url: link[2]!, tokens: readInline(link[1]!) })
      length = link[0].length
    } else if (found) {
      const [whole, inside = ''] = found.match!
      length = whole.length
      if (found.kind === 'code') tokens.push({ kind: 'code', text: found.match![2]! })
      else if (found.kind === 'link')
        tokens.push({ kind: 'link', text: inside || whole, url: inside || whole })
      else if (['time', 'emoji', 'mention'].includes(found.kind))
        tokens.push({ kind: found.kind, text: whole })
      else tokens.push({ kind: found.kind, text: inside, tokens: readInline(inside) })
    } else {
      say(left[0]!)
      length = 1
    }
    left = left.slice(length)
  }
  return tokens
}

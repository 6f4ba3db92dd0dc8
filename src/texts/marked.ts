/**
 * Our small markdown: **bold**, _italic_, `code`, [label](address), lines that begin with "> " are quoted.
 * A backslash takes the meaning from the character behind it. Only this file makes a Marked.
 */
export type Marked = string & { readonly marked: unique symbol }

/** Text from anywhere as Marked text that says exactly that, whatever it holds. */
export const plain = (text: string) => text.replace(/[\\*_`[\]()>~|]/g, '\\$&') as Marked

/** Marked text written by us, with what is put in escaped: marked`**${title}** is back`. */
export const marked = (parts: TemplateStringsArray, ...values: (string | number | Marked)[]) =>
  String.raw({ raw: parts.raw }, ...values.map((value) => plain(String(value)))) as Marked

/** Text from anywhere as `code`, in one line: a query, so that it can be copied. */
export const code = (text: string) =>
  `\`${text.replace(/`/g, '’').replace(/\s+/g, ' ').trim() || '-'}\`` as Marked

/** Several Marked texts as one. */
export const together = (parts: (Marked | null | undefined)[], between = '\n') =>
  parts.filter((part) => part).join(between) as Marked

/** A link to an outside address, or just the label where the address is none that a browser should open. */
export const link = (label: string, url: string | null | undefined) =>
  (url && webAddress(url) ? `[${plain(label)}](${webAddress(url)})` : plain(label)) as Marked

/** The address in its normal form if it is http or https, else null; round brackets are encoded. */
export function webAddress(url: string): string | null {
  if (!/^https?:/i.test(url.trim()) || !URL.canParse(url)) return null
  return new URL(url).href.replace(/[()\\]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)
}

/** A Marked text as a tree, for the renderers. */
export type Node =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'bold' | 'italic'; nodes: Node[] }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'break' }
  | { kind: 'quote'; nodes: Node[] }

/** Reads Marked text; what does not fit the grammar is text as it stands. */
export function nodesOf(text: Marked): Node[] {
  const nodes: Node[] = []
  let quote: Node[] | null = null
  for (const line of text.split('\n')) {
    const quoted = line.startsWith('> ')
    const inline = inlineNodes(quoted ? line.slice(2) : line)
    if (quoted && quote) quote.push({ kind: 'break' }, ...inline)
    else if (quoted) nodes.push({ kind: 'quote', nodes: inline })
    else nodes.push(...(nodes.length > 0 && !quote ? [lineBreak] : []), ...inline)
    quote = quoted ? (quote ?? inline) : null
  }
  return nodes
}

const lineBreak: Node = { kind: 'break' }

// One step of reading: an escape, code, a link, bold, italic, or plain characters up to the next of these.
const inline =
  /\\([\s\S])|`([^`\n]+)`|\[((?:\\.|[^\]\\\n])*)\]\(([^)\s]+)\)|\*\*((?:\\.|(?!\*\*)[^\\\n])+)\*\*|_((?:\\.|[^_\\\n])+)_|([^\\`[*_]+|[\s\S])/gu

function inlineNodes(text: string): Node[] {
  const nodes: Node[] = []
  const say = (words: string) => {
    const last = nodes.at(-1)
    if (last?.kind === 'text') last.text += words
    else nodes.push({ kind: 'text', text: words })
  }
  for (const [, escaped, code, label, url, bold, italic, rest] of text.matchAll(inline)) {
    if (escaped !== undefined) say(escaped)
    else if (code !== undefined) nodes.push({ kind: 'code', text: code })
    else if (url !== undefined) nodes.push({ kind: 'link', text: textOf(inlineNodes(label!)), url })
    else if (bold !== undefined) nodes.push({ kind: 'bold', nodes: inlineNodes(bold) })
    else if (italic !== undefined) nodes.push({ kind: 'italic', nodes: inlineNodes(italic) })
    else say(rest!)
  }
  return nodes
}

/** What a tree says, without its markup. */
export const textOf = (nodes: Node[]): string =>
  nodes.map((node) => (node.kind === 'quote' ? '\n' : '') + wordsIn(node)).join('')

const wordsIn = (node: Node): string =>
  'nodes' in node ? textOf(node.nodes) : 'text' in node ? node.text : '\n'

import { type Alias, type Document, type Scalar, visit, type YAMLError } from 'yaml'
import type { Values } from '../model/oops.ts'
import type { At } from './place.ts'
import { type Problem, problem } from './problem.ts'

/**
 * What is wrong with a file as YAML, one problem a line: the first mistake of a line mostly causes the others, and
 * those right below.
 * `readable` says whether its values can still be trusted enough to look for more.
 */
export function syntaxProblems(file: string, document: Document, source: string, at: At) {
  const problems = new Map<number, Problem>()
  let readable = true
  let wrongUpTo = -1
  const openQuote = document.errors.some(isMissing) ? quoteLeftOpen(document, source) : null
  for (const error of document.errors) {
    const quote = isMissing(error) ? openQuote : null
    const place = at(quote ?? error.pos[0])
    const [key, values] = quote === null ? explained(error, source) : (['settings.quote-open', {}] as const)
    const follows = place.line <= wrongUpTo + 1 && echoes.has(key)
    if (!harmless.has(error.code)) [readable, wrongUpTo] = [false, Math.max(wrongUpTo, place.line)]
    if (!follows && !problems.has(place.line)) problems.set(place.line, problem(file, place, key, values))
  }
  const strays = strayAliases(document).map((alias) =>
    problem(file, at(alias.range![0]), 'settings.alias-unknown', { given: alias.source }),
  )
  return { problems: [...problems.values(), ...strays], readable: readable && strays.length === 0 }
}

/** The plain values of a document, or undefined and the problem where its repeated parts unfold without end. */
export function unfold(file: string, document: Document, at: At): { value: unknown; problems: Problem[] } {
  const aliases = aliasesOf(document)
  try {
    if (aliases.length <= mostAliases)
      return { value: document.toJS({ maxAliasCount: mostAliases }), problems: [] }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
  }
  const last = at(aliases.at(-1)?.alias.range?.[0] ?? 0)
  return { value: undefined, problems: [problem(file, last, 'settings.aliases', { most: mostAliases })] }
}

function explained(error: YAMLError, source: string): [key: string, values: Values] {
  const rest = source.slice(error.pos[0])
  if (error.code === 'DUPLICATE_KEY')
    return ['settings.key-twice', { given: /^[^:\n]*/u.exec(rest)![0].trim() }]
  if (error.code === 'BAD_SCALAR_START') return ['settings.quotes-needed', { given: rest[0] ?? '' }]
  if (
    error.code === 'UNEXPECTED_TOKEN' &&
    /["']\s*$/u.test(source.slice(Math.max(0, error.pos[0] - 3), error.pos[0]))
  )
    return ['settings.after-quote', {}]
  return [meanings[error.code] ?? 'settings.yaml', {}]
}

const isMissing = (error: YAMLError) => error.code === 'MISSING_CHAR'

// The parser notices at the end of the file; what helps is where the quote began.
function quoteLeftOpen(document: Document, source: string): number | null {
  let open: number | null = null
  visit(document, {
    Scalar(_, node) {
      if (open === null && isOpenQuote(node, source)) open = node.range![0]
    },
  })
  return open
}

function isOpenQuote(node: Scalar, source: string): boolean {
  if (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return false
  const text = source.slice(node.range![0], node.range![1]).trimEnd()
  return text.length < 2 || text.at(-1) !== text[0]
}

const aliasesOf = (document: Document) => {
  const anchors = new Set<string>()
  const aliases: { alias: Alias; known: boolean }[] = []
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor)
    },
    Alias(_, alias) {
      aliases.push({ alias, known: anchors.has(alias.source) })
    },
  })
  return aliases
}

const strayAliases = (document: Document) =>
  aliasesOf(document).flatMap(({ alias, known }) => (known ? [] : [alias]))

/** What the lines below a mistake often seem to be, too. */
const echoes = new Set(['settings.indent', 'settings.yaml'])

/** How often repeated parts may unfold: a few lines of nested aliases could otherwise fill the memory. */
const mostAliases = 100

/** After these the parser knows what was meant, and the values around are worth checking. */
const harmless = new Set<string>(['DUPLICATE_KEY', 'BAD_SCALAR_START', 'NON_STRING_KEY'])

const meanings: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'settings.tab',
  MULTIPLE_DOCS: 'settings.several-documents',
  BLOCK_AS_IMPLICIT_KEY: 'settings.colon',
  BAD_INDENT: 'settings.indent',
  MULTILINE_IMPLICIT_KEY: 'settings.key-expected',
  MISSING_CHAR: 'settings.key-expected',
  NON_STRING_KEY: 'settings.key-expected',
  BAD_DQ_ESCAPE: 'settings.escape',
  RESOURCE_EXHAUSTION: 'settings.too-deep',
}

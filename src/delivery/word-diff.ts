import { type Marked, marked, plain } from '../texts/marked.ts'

/**
 * What changed from one text to the next, word by word, as people read it: what was taken out as _−words_, what was
 * put in as **+words**, and of what stayed only the words around.
 */
export async function wordDiff(before: string, after: string): Promise<Marked> {
  const { diffWordsWithSpace } = await import('diff')
  const parts = diffWordsWithSpace(before, after)
  return parts
    .map(({ value, added, removed }, at) => {
      const next = parts[at + 1]
      if (!added && !removed) return plain(shortened(value, { first: at === 0, last: !next }))
      return changed(value, added ? put : taken, next !== undefined && clings(next))
    })
    .join('') as Marked
}

const put = (words: string) => marked`**+${words}**`
const taken = (words: string) => marked`_−${words}_`

/** What would run into the marks before it: another change, or a letter. */
const clings = ({ value, added, removed }: { value: string; added?: boolean; removed?: boolean }) =>
  Boolean(added || removed) || /^[\p{L}\p{N}]/u.test(value)

/** Marks cannot stand beside a blank: those around the words stay outside. */
function changed(value: string, mark: (words: string) => Marked, apart: boolean): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(value) ?? []
  if (words === '') return value.replace(/\n/g, ' ↵ ')
  const lines = words.split(/\s*\n\s*/).map(mark)
  return `${before}${lines.join(' ')}${after === '' && apart ? ' ' : after}`
}

/** The words next to a change, and "…" for the others. */
function shortened(value: string, { first, last }: { first: boolean; last: boolean }): string {
  const words = value.split(/(?<=\s)(?=\S)/u)
  if (words.length <= 2 * around + 2) return value
  const head = first ? [] : words.slice(0, around)
  const tail = last ? [] : words.slice(-around)
  return `${head.join('')}… ${tail.join('')}`
}

/** So many words on each side of a change. */
const around = 5

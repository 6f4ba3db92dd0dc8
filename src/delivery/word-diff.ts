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
      if (added) return changed(value, (words) => marked`**+${words}**`)
      if (removed) return changed(value, (words) => marked`_−${words}_`)
      return plain(shortened(value, { first: at === 0, last: at === parts.length - 1 }))
    })
    .join('') as Marked
}

/** Marks cannot stand beside a blank: those around the words stay outside. */
function changed(value: string, mark: (words: string) => Marked): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(value) ?? []
  if (words === '') return value.replace(/\n/g, ' ↵ ')
  const lines = words.split(/\s*\n\s*/).map(mark)
  return `${before}${lines.join(' ')}${after === '' ? ' ' : after}`
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

import { plainLine } from './plain-text.ts'

/** The name of who wrote it: Atom's `<name>`, else what stands beside the mail address, else the address itself. */
export function authorOf(written: string | undefined): string | null {
  if (!written) return null
  const text = written.slice(0, 2_000)
  const name = /<(?:\w+:)?name\b[^>]*>(.*?)<\/(?:\w+:)?name/isu.exec(text)?.[1]
  const line = plainLine({
    text: name || text.replace(/<(?:\w+:)?(?:uri|url)\b[^>]*>[^<]*/giu, ''),
    as: bareMail.test(text) ? 'text' : 'html',
  })
  const [, before = '', mail = '', after = ''] =
    /^(.*?)[\s<(]*([^\s<>()]+@[^\s<>()]+)[>)]?\s*(.*)$/u.exec(line) ?? []
  if (mail === '') return line || null
  return tidy(after) || tidy(before) || mail
}

/** `Mia <mia@nimbus.example>` looks like a tag. */
const bareMail = /<[^<>\s]+@[^<>\s]+>/u
const tidy = (name: string) => name.replace(/^[\s("']+|[\s)"',]+$/gu, '')

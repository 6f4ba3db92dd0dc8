import { plainLine } from './plain-text.ts'

/** The name of who wrote it: Atom's `<name>`, else what stands beside the mail address, else the address itself. */
export function authorOf(written: string | undefined): string | null {
  if (!written) return null
  const text = written.slice(0, longest)
  const line = plainLine({
    text: nameIn(text) || text.replace(/<(?:\w+:)?(?:uri|url)\b[^<>]*>[^<]*/giu, ''),
    as: bareMail.test(text) ? 'text' : 'html',
  })
  const mail = mailIn(line)
  if (!mail) return line || null
  return tidy(line.slice(mail.to)) || tidy(line.slice(0, mail.from)) || line.slice(mail.from, mail.to) || null
}

const longest = 1_000

function nameIn(markup: string): string | undefined {
  const open = /<(?:\w+:)?name\b[^<>]*>/iu.exec(markup)
  if (!open) return undefined
  const rest = markup.slice(open.index + open[0].length)
  const end = rest.search(/<\/(?:\w+:)?name/iu)
  return end < 0 ? undefined : rest.slice(0, end)
}

/** `Mia <mia@nimbus.example>` looks like a tag. */
const bareMail = /<[^<>\s]+@[^<>\s]+>/u

/** Where the first mail address stands. Sought from its `@`, step by step: a pattern would try each beginning to the end. */
function mailIn(line: string): { from: number; to: number } | null {
  for (let at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
    let from = at
    let to = at + 1
    while (from > 0 && !outside.includes(line[from - 1]!)) from--
    while (to < line.length && !outside.includes(line[to]!)) to++
    if (from < at && to > at + 1) return { from, to }
  }
  return null
}

/** Without the brackets and quotes around. */
function tidy(name: string): string {
  let from = 0
  let to = name.length
  while (from < to && around.includes(name[from]!)) from++
  while (to > from && around.includes(name[to - 1]!)) to--
  return name.slice(from, to)
}

const outside = ' \u00a0<>()'
const around = `${outside}"',`

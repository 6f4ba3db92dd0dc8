import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { readSite } from '../src/chat/source-options.ts'
import type { ImportedMeasures } from '../src/import/measures.ts'
import { Oops, reasonOf, Unavailable } from '../src/model/oops.ts'
import { dayIn } from '../src/model/time.ts'
import { dayWords, periodWords } from '../src/reports/kpi/period-words.ts'
import { textOfBytes } from '../src/sources/csv/text.ts'
import { type Marked, marked, plain, together } from '../src/texts/marked.ts'
import { reasonWords } from '../src/texts/texts.ts'

/** What was given: lines, or where they are. */
type Given = { text: string; address?: never } | { address: string; text?: never }

/** Numbers of newsletters, ads and accounts: from a CSV file at an address, or pasted. */
export default command({
  name: 'kpi import',
  names: { fr: 'kpi importer' },
  also: ['kpis import', 'indicateurs importer', 'chiffres importer'],
  about: 'measures.command-about',
  for: 'staff',
  quiet: true,
  options: {
    from: {
      kind: 'text' as const,
      names: { en: ['from', 'address', 'file'], fr: ['depuis', 'adresse', 'fichier'] },
      about: 'measures.command-from' as const,
      verbatim: true,
      loose: true,
      read: (raw: string): Given =>
        /[\r\n]/.test(raw.trim()) ? { text: raw } : { address: readSite(raw).address },
    },
  },

  form: ({ from }, { say }) =>
    from
      ? null
      : {
          title: say.plain('measures.command-form'),
          inputs: [
            {
              name: 'from',
              label: say.plain('measures.command-from'),
              kind: 'text',
              required: true,
              hint: say.plain('measures.command-hint'),
              most: 10_000,
            },
          ],
        },

  async run(asked) {
    const { options, say, store, team, person, now, door } = asked
    const { from } = options
    if (!from) throw new Oops('bot.not-in-form', { field: say.plain('measures.command-from') })
    // Loaded with its reader of CSV where somebody imports.
    const { importMeasuresText, measuresFromAddress } = await import('../src/import/measures.ts')
    const wrong: Marked[] = []
    const ignored: string[] = []
    const importing = {
      ...{ by: person.name, now },
      wrong: (line: number, why: Oops) => {
        if (wrong.length < mostTold) wrong.push(marked`${line}: ${reasonWords(reasonOf(why), say)}`)
      },
      ignored: (columns: string[]) => void ignored.push(...columns),
    }
    try {
      const source = say.plain('measures.pasted')
      const imported =
        from.text !== undefined
          ? await importMeasuresText(store, team, textOfBytes(Buffer.from(from.text)), {
              ...importing,
              source,
            })
          : await measuresFromAddress(store, team, from.address, { ...importing, door })
      return told(asked, imported, { wrong, ignored })
    } catch (error) {
      if (!(error instanceof Unavailable) || error.key === undefined) throw error
      return { title: say.plain('measures.not-taken'), text: plain(reasonWords(reasonOf(error), say)) }
    }
  },
})

function told(
  { say, team }: Asked,
  imported: ImportedMeasures,
  { wrong, ignored }: { wrong: Marked[]; ignored: string[] },
): Message {
  const { known, kept, lines, fresh, same, corrected, totals, from, to } = imported
  if (known) {
    const day = dayWords(dayIn(known.at, team.timeZone), say)
    return { title: say.plain('measures.known'), text: say('measures.known-text', { ...known, day }) }
  }
  if (!kept) {
    const rest = imported.wrong - wrong.length
    return {
      title: say.plain('measures.not-taken'),
      text: together([
        say('measures.wrong-lines', { count: imported.wrong }),
        together(wrong, '\n'),
        rest > 0 ? say('measures.more-lines', { count: rest }) : null,
      ]),
    }
  }
  const what = [
    say('measures.fresh', { count: fresh }),
    same > 0 ? say('measures.same', { count: same }) : null,
    corrected > 0 ? say('measures.corrected', { count: corrected }) : null,
    totals > 0 ? say('measures.totals', { count: totals }) : null,
    from !== null && to !== null ? plain(periodWords({ from, to }, say)) : null,
  ]
  return {
    title: say.plain('measures.taken', { count: lines }),
    text: together(what, ', '),
    ...(ignored.length > 0 ? { note: say('measures.ignored-here', { columns: ignored.join(', ') }) } : {}),
  }
}

/** Whoever has more wrong lines has the same mistake in all of them. */
const mostTold = 10

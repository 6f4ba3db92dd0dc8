import { type Asked, command } from '../src/chat/command.ts'
import type { Attached, Message } from '../src/chat/message.ts'
import { opml } from '../src/chat/source-options.ts'
import { Oops } from '../src/model/oops.ts'
import { textOf } from '../src/sources/bytes.ts'
import { problemOf } from '../src/sources/feed.ts'
import { type OpmlPlan, type PlannedSource, planOpml } from '../src/sources/opml-plan.ts'
import { addMany } from '../src/store/added-sources.ts'
import { marked, together } from '../src/texts/marked.ts'
import { reasonWords, type Say } from '../src/texts/texts.ts'
import { called, remember } from './sources-draft.ts'
import { unread } from './sources-unread.ts'

export default command({
  name: 'sources import',
  names: { fr: 'sources importer' },
  also: called('import', 'importer', 'importe', 'opml'),
  about: 'sources.import-about',
  for: 'admin',
  quiet: true,
  options: {
    from: opml(
      { en: ['file', 'from', 'address'], fr: ['fichier', 'depuis', 'adresse'] },
      'sources.import-from',
      {
        required: true,
        loose: true,
      },
    ),
  },

  form: ({ from }, { say }) =>
    from
      ? null
      : {
          title: say.plain('sources.import-about'),
          inputs: [
            {
              name: 'from',
              label: say.plain('sources.import-from'),
              kind: 'text',
              required: true,
              hint: say.plain('sources.import-hint'),
              most: 10_000,
            },
          ],
        },

  async run(asked) {
    const { from } = asked.options
    if (!from) throw new Oops('bot.not-in-form', { field: asked.say.plain('sources.import-from') })
    if ('text' in from) return proposal(asked, await planOpml(from.text, asked.team.sources))
    try {
      return await proposal(asked, await planOpml(await fetched(asked, from.address), asked.team.sources))
    } catch (error) {
      if (error instanceof Oops) throw error
      return unread(asked, from.address, error)
    }
  },
})

/** Sources to be, as somebody saw them. */
export type Plan = { fresh: PlannedSource[] }

async function fetched({ door, now }: Asked, address: string): Promise<string> {
  const answer = await door.get(address, { most: 10 * 2 ** 20 })
  if (answer.status < 200 || answer.status > 299) throw problemOf(answer, address, now)
  const charset = /charset\s*=\s*["']?([^\s"';]+)/iu.exec(answer.headers['content-type'] ?? '')?.[1] ?? null
  return textOf(answer.body, charset)
}

async function proposal(asked: Asked, plan: OpmlPlan): Promise<Message> {
  const { say } = asked
  const { fresh, wrong } = plan
  const value = fresh.length > 0 ? await remember(asked, { fresh } satisfies Plan) : ''
  const folders = new Set(fresh.flatMap(({ folder }) => folder ?? [])).size
  return {
    title: say.plain('sources.import-title', { count: fresh.length }),
    text: together([
      fresh.length > 0
        ? say('sources.import-fresh', {
            sources: shortList(
              fresh.map(({ name }) => name),
              say,
            ),
          })
        : say('sources.import-nothing'),
      plan.cut ? say('sources.import-cut') : null,
      folders > 0 ? say('sources.import-folders', { count: folders }) : null,
      plan.known > 0 ? say('sources.import-known', { count: plan.known }) : null,
      plan.twice > 0 ? say('sources.import-twice', { count: plan.twice }) : null,
      wrong.length > 0 ? say('sources.import-wrong', { count: wrong.length }) : null,
      ...wrong.slice(0, mostWrong).map((one) => marked`${lineText(one, say)}`),
      wrong.length > mostWrong ? say('sources.import-more', { count: wrong.length - mostWrong }) : null,
    ]),
    files: wrong.length > mostWrong ? [listOf(wrong, say)] : [],
    buttons:
      fresh.length > 0
        ? [
            {
              action: 'sources.import',
              label: say.plain('sources.import-do', { count: fresh.length }),
              value,
              style: 'primary',
            },
            { action: 'sources.cancel', label: say.plain('sources.no'), value },
          ]
        : [],
    ...(fresh.length > 0 ? { note: say('sources.import-note') } : {}),
    quiet: true,
  }
}

const lineText = ({ line, why }: OpmlPlan['wrong'][number], say: Say) =>
  say.plain('sources.import-line', { line: String(line), why: reasonWords(why, say) })

const listOf = (wrong: OpmlPlan['wrong'], say: Say): Attached => ({
  name: 'opml.txt',
  type: 'text/plain',
  base64: Buffer.from(`${wrong.map((one) => lineText(one, say)).join('\n')}\n`).toString('base64'),
  says: say.plain('sources.import-wrong', { count: wrong.length }),
})

const shortList = (names: string[], say: Say) => {
  const more = names.length - mostNamed
  const shown = names.slice(0, mostNamed).join(', ')
  return more > 0 ? `${shown}, ${say.plain('watch.silent-more', { count: more })}` : shown
}

/** Adds what was seen, as far as it is not there yet. */
export async function importPlan(asked: Asked, { fresh }: Plan): Promise<Message> {
  const { store, team, person, now, say } = asked
  const added = await addMany(store, team.name, fresh, { by: person.name, at: now })
  await asked.refresh()
  const left = fresh.length - added
  return {
    title: say.plain('sources.imported', { count: added }),
    text: together([
      added > 0 ? say('sources.imported-next', { channel: team.channels.watch.channel }) : null,
      left > 0 ? say('sources.import-known', { count: left }) : null,
    ]),
    quiet: true,
    instead: true,
  }
}

const mostWrong = 10
const mostNamed = 8

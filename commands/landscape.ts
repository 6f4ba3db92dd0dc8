import { type Action, type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { topic } from '../src/chat/options.ts'
import { period } from '../src/chat/period.ts'
import { mentionItem } from '../src/delivery/mention.ts'
import { Oops } from '../src/model/oops.ts'
import { lastDays } from '../src/model/period.ts'
import { readAsked } from '../src/reports/kpi/asked.ts'
import type { LandscapeAsked, LandscapePart } from '../src/reports/landscape/landscape.ts'
import { periodWords, readMentionsKey } from '../src/reports/landscape/words.ts'
import { shownTrial } from './watch-draft.ts'

const words = ['competitors', 'competition', 'concurrents', 'concurrence', 'landscape', 'panorama']

export const watchSector = command({
  name: 'watch sector',
  names: { fr: 'veille secteur' },
  also: ['', 'watch ', 'veille '].flatMap((noun) =>
    [...words, 'sector', 'secteur'].map((word) => noun + word),
  ),
  about: 'landscape.about',
  for: 'staff',
  quiet: true,
  options: {
    topic: { ...topic({ en: ['topic'], fr: ['sujet'] }, 'landscape.topic'), loose: true },
    period: period({ en: ['period'], fr: ['période'] }, 'landscape.period'),
  },

  run: (asked) => {
    const { topic, period = usualPeriod(asked) } = asked.options
    return look(asked, { period, ...(topic ? { topic } : {}) }, null)
  },
})

/** What its buttons do. */
export default command({
  name: 'sector-page',
  hidden: true,
  about: 'landscape.about',
  for: 'staff',
  quiet: true,
  options: {},
  run: (asked) => look(asked, { period: usualPeriod(asked) }, null),

  on: {
    /** From the list of topics. */
    see: { for: 'staff', quiet: true, run: (asked) => look(asked, { period: usualPeriod(asked) }, null) },
    overview: part(null),
    rivals: part('rivals'),
    rising: part('rising'),
    ideas: part('ideas'),
    gaps: part('gaps'),
    /** The newest mentions of a theme, of a question. */
    read: {
      for: 'staff',
      quiet: true,
      async run({ store, team, say, now, value }) {
        const key = readMentionsKey(value)
        if (!key) throw new Oops('bot.old-button')
        const found = await store.mentions.these(team.name, key.ids)
        if (found.length === 0) throw new Oops('landscape.mentions-gone')
        return {
          title: say.plain('landscape.mentions-of', { count: key.count }),
          items: found.map((mention) => {
            const item = mentionItem(mention, { say, now, team })
            return { ...item, quote: item.quote?.slice(0, 220) }
          }),
          quiet: true,
        }
      },
    },
    /** A theme as a query, tried on what was heard; who may can keep it. */
    watch: {
      for: 'staff',
      quiet: true,
      run: (asked) => shownTrial(asked, { text: `"${asked.value.replace(/["“”„«»]/gu, ' ')}"` }),
    },
  },
})

function part(shown: LandscapePart | null): Action {
  return {
    for: 'staff',
    quiet: true,
    async run(asked) {
      const wanted = readAsked(asked.value, asked.team)
      if (!wanted) throw new Oops('bot.old-button')
      const [topic] = wanted.topics
      return {
        ...(await look(asked, { period: wanted.period, ...(topic ? { topic } : {}) }, shown)),
        instead: true,
      }
    },
  }
}

async function look(asked: Asked, wanted: LandscapeAsked, shown: LandscapePart | null): Promise<Message> {
  const { say, team } = asked
  // Loaded by who asks for it first: it is much, and most days nobody does.
  const { landscapeOf, landscapeParts } = await import('../src/reports/landscape/landscape.ts')
  const { overview, partMessage } = await import('../src/reports/landscape/message.ts')
  const landscape = await landscapeOf(asked, wanted, shown ? [shown] : landscapeParts)
  if (landscape.read.count > 0)
    return shown ? partMessage(shown, landscape, asked) : overview(landscape, asked)
  const sources = say.plain('help.sources', { count: team.sources.length })
  const empty = overview({ ...landscape, rivals: [] }, asked)
  return {
    ...empty,
    text: say('landscape.nothing-why', { period: periodWords(wanted.period, say), sources }),
    note: undefined,
  }
}

/** The last seven days. */
const usualPeriod = ({ now, team }: Asked) => lastDays(7, now, team.timeZone)

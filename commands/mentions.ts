import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { mood, pastTopic, since, text, topicNamed } from '../src/chat/options.ts'
import { type List, pagesOf } from '../src/chat/pages.ts'
import { mentionItem } from '../src/delivery/mention.ts'
import { type Mood, moods } from '../src/model/mood.ts'
import { usualSureFrom } from '../src/model/team.ts'
import { foldedWords } from '../src/model/words.ts'
import type { Cursor, MentionFilter } from '../src/store/mentions.ts'
import { type Marked, together } from '../src/texts/marked.ts'

const pages = pagesOf<MentionFilter, Cursor>(
  'mentions',
  { back: 'mentions.newer', on: 'mentions.older', forgotten: 'mentions.forgotten-list' },
  page,
)

export default command({
  name: 'mentions',
  about: 'mentions.about',
  for: 'staff',
  quiet: true,
  options: {
    words: text({ en: ['words'], fr: ['mots'] }, 'mentions.words', { loose: true }),
    topic: pastTopic({ en: ['topic'], fr: ['sujet'] }, 'mentions.topic'),
    since: since({ en: ['since'], fr: ['depuis'] }, 'mentions.since'),
    mood: mood({ en: ['mood', 'sentiment'], fr: ['tonalité', 'humeur'] }, 'mentions.mood'),
    source: text({ en: ['source', 'from'], fr: ['source', 'chez'] }, 'mentions.source'),
  },

  async run(asked) {
    const { words, topic, since, mood, source } = asked.options
    // A word that names a topic means the topic: `/mentions nimbus`.
    const named =
      topic === undefined && words !== undefined ? topicNamed(asked.team.topics, words) : undefined
    const filter: MentionFilter = { topic: topic ?? named?.name, since, mood, outlet: source }
    if (words !== undefined && !named) filter.words = foldedWords(words)
    return page(asked, { filter, trail: [] })
  },

  on: {
    page: pages.action,
    /** Those of these feeds, by their numbers (`12,13`), or all. */
    show: {
      for: 'staff',
      quiet: true,
      label: 'mentions.see-them',
      run: async (asked) => {
        const ids = asked.value.split(',').map(Number).filter(Number.isSafeInteger)
        const sources = asked.value === '' ? undefined : await asked.store.feeds.sourcesOf(ids)
        return page(asked, { filter: { sources }, trail: [] })
      },
    },
  },
})

async function page(asked: Asked, list: List<MentionFilter, Cursor>): Promise<Message> {
  const { team, store, say, now } = asked
  const { filter, trail } = list
  const [counts, found] = await Promise.all([
    store.mentions.count(team.name, filter, team.sureFrom ?? usualSureFrom),
    store.mentions.list(team.name, filter, { after: trail.at(-1), most: pageSize + 1 }),
  ])
  if (found.length === 0) return nothing(asked, filter)
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)!
  const end = { saidAt: Math.min(last.post.publishedAt ?? last.heardAt, last.heardAt), id: last.id }
  const from = trail.length * pageSize + 1
  const buttons = await pages.turns(asked, list, found.length > pageSize ? end : null)
  return {
    title: say.plain('mentions.title', { count: counts.all }),
    text: together([summary(counts, say), filterText(asked, filter)]),
    items: shown.map((mention) => ({
      ...mentionItem(mention, { say, now, team }, filter.topic),
      quote: short(mention.post.text),
    })),
    note: together([
      buttons.length > 0
        ? say('mentions.page', { from, to: from + shown.length - 1, all: counts.all })
        : null,
      await blind(asked),
    ]),
    buttons,
    quiet: true,
  }
}

const summary = (counts: Record<Mood | 'uncertain', number>, say: Asked['say']) =>
  together(
    [
      ...moods.map((mood) => say(`mentions.${mood}`, { count: counts[mood] })),
      counts.uncertain > 0 ? say('mentions.uncertain', { count: counts.uncertain }) : null,
    ],
    ' · ',
  )

async function nothing(asked: Asked, filter: MentionFilter): Promise<Message> {
  const { say, team } = asked
  const sources = say.plain('help.sources', { count: team.sources.length })
  return {
    title: say.plain('mentions.none'),
    text: together([filterText(asked, filter), say('mentions.none-why', { sources })]),
    note: (await blind(asked)) ?? undefined,
    quiet: true,
  }
}

/** What was not heard is said, not hidden. */
async function blind({ store, team, say }: Asked): Promise<Marked | null> {
  const failing = (await store.feeds.health(team.name)).filter(({ failure }) => failure !== null)
  return failing.length > 0 ? say('mentions.blind', { count: failing.length }) : null
}

function filterText({ say, now, team }: Asked, filter: MentionFilter): Marked | null {
  const { topic, since, mood, outlet, words } = filter
  const parts = [
    topic === undefined ? null : say('mentions.filter-topic', { topic }),
    words === undefined ? null : say('mentions.filter-words', { words: words.join(' ') }),
    since === undefined ? null : say('mentions.filter-since', { time: say.time(since, now, team.timeZone) }),
    mood === undefined ? null : say('mentions.filter-mood', { mood: say.plain(`mood.${mood}`) }),
    outlet === undefined ? null : say('mentions.filter-source', { source: outlet }),
  ]
  return parts.some((part) => part) ? together(parts, ' · ') : null
}

const short = (text: string | null) =>
  text && text.length > 220 ? `${text.slice(0, 219).trimEnd()}…` : (text ?? undefined)

const pageSize = 5

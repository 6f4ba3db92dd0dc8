import { felt } from '../src/analysis/mood.ts'
import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { text } from '../src/chat/options.ts'
import { moodWord } from '../src/delivery/mention.ts'
import { becameFields } from '../src/delivery/mention-since.ts'
import type { Mention } from '../src/model/mention.ts'
import type { Sentiment } from '../src/model/mood.ts'
import { Oops, type Span } from '../src/model/oops.ts'
import { wholeText } from '../src/model/post.ts'
import { hitsOf } from '../src/model/query.ts'
import type { Team } from '../src/model/team.ts'
import { wordsOf } from '../src/model/words.ts'
import { link, type Marked, marked, together } from '../src/texts/marked.ts'
import { promiseOf } from './why-promise.ts'
import { repliesTo } from './why-replies.ts'
import { told } from './why-told.ts'

export default command({
  name: 'why',
  names: { fr: 'pourquoi' },
  about: 'why.about',
  for: 'staff',
  quiet: true,
  options: { what: text({ en: ['what'], fr: ['quoi'] }, 'why.what', { required: true, loose: true }) },

  async run(asked) {
    const given = asked.options.what
    if (/^#?\d{1,15}$/.test(given)) return whyMention(asked, Number(given.replace('#', '')))
    if (!/^https?:\/\/\S+$/i.test(given)) throw new Oops('why.neither', { given: given.slice(0, 100) })
    const filed = await asked.store.posts.at(asked.team.name, given)
    if (filed?.mention) return whyMention(asked, filed.mention)
    return filed ? whyNot(asked, filed) : whyNever(asked)
  },

  on: {
    /** Of the mention that a message is about. */
    mention: { for: 'staff', quiet: true, run: async (asked) => whyMention(asked, Number(asked.about)) },
  },
})

async function whyMention(asked: Asked, id: number): Promise<Message> {
  const { team, store, say, now } = asked
  const mention = await store.mentions.get(team.name, id)
  if (!mention) throw new Oops('mention.none', { id: String(id) })
  const { post, heardAt } = mention
  const time = (at: number) => say.at(at, now, team.timeZone)
  const published = post.publishedAt === null ? say.plain('why.no-date') : time(post.publishedAt)
  const source = { source: { marked: link(post.outlet, post.url) }, published, heard: time(heardAt) }
  const added = await store.additions.of(team.name, id)
  const outlets = await store.mentions.outlets(team.name, mention.story)
  return {
    title: say.plain('why.title', { id: String(id) }),
    fields: [
      ...becameFields(mention, { say, now, team }),
      {
        name: say.plain('why.source'),
        value: together([
          say('why.heard', source),
          added && say(`why.${added.how}`, { by: added.by, channel: added.channel, at: time(added.at) }),
        ]),
      },
      {
        name: say.plain('why.matched'),
        value: together(
          mention.topics.map(({ name }) =>
            added?.topic === name
              ? say('why.named', { topic: name, by: added.by })
              : matched(asked, mention, name),
          ),
        ),
      },
      { name: say.plain('why.mood'), value: moods(asked, mention) },
      { name: say.plain('why.story'), value: say('why.outlets', { count: outlets.length }) },
      { name: say.plain('why.told'), value: await told(asked, mention) },
      ...(await promiseOf(asked, mention)),
      ...(await repliesTo(asked, id)),
    ],
    about: `mention:${id}`,
  }
}

const textOf = ({ post }: Mention) => wholeText({ title: post.title ?? '', text: post.text ?? '' })

/** Where a topic finds its words in the text; null where it does not, or no longer. */
function hitsIn(team: Team, mention: Mention, name: string): Span[] | null {
  const query = team.topics.find((topic) => topic.name === name)?.query
  const { post, language } = mention
  const about = { title: post.title ?? '', author: post.author, url: post.url, language }
  return query ? hitsOf(query, wordsOf(textOf(mention)), about) : null
}

/** The words that a topic found, as they stand in the text. */
function matched({ team, say }: Asked, mention: Mention, name: string): Marked {
  const text = textOf(mention)
  const hits = hitsIn(team, mention, name)
  if (hits === null) return say('why.topic-changed', { topic: name })
  if (hits.length === 0) return say('why.topic-around', { topic: name })
  const found = [...new Set(hits.map(({ from, to }) => text.slice(from, to)))].slice(0, 8)
  return say('why.topic', {
    topic: name,
    hits: {
      marked: together(
        found.map((words) => `**${marked`${words}`}**` as Marked),
        ', ',
      ),
    },
  })
}

/** The mood towards each topic and of the whole, with the words of the text that weighed most. */
function moods({ team, say }: Asked, mention: Mention): Marked {
  const line = (what: string, mood: Sentiment, hits?: Span[] | null) => {
    const words = felt(textOf(mention), mention.language, hits ?? undefined)
    const judged = say('why.mood-of', {
      what,
      mood: moodWord(mood, { say, team }),
      score: say.number(Math.round(mood.score * 100) / 100),
      confidence: Math.round(mood.confidence * 100),
    })
    const marks = words.map(({ words, effect }) => marked`${effect < 0 ? '−' : '+'} ${words}`)
    return together([judged, ...(words.length > 0 ? [together(marks, ', ')] : [])], say.plain('why.because'))
  }
  return together([
    ...mention.topics.map(({ name, mood }) => line(name, mood, hitsIn(team, mention, name))),
    line(say.plain('why.whole'), mention.mood),
  ])
}

function whyNot(
  { team, say, now }: Asked,
  { source, heardAt }: { source: string; heardAt: number },
): Message {
  // Those that were added or changed since never saw it.
  const then = team.topics.filter(({ added }) => !added || added.at <= heardAt)
  const topics = then.map(({ name }) => name).join(', ')
  const facts = { source, heard: say.at(heardAt, now, team.timeZone), topics, count: team.keep.unmatched }
  return { title: say.plain('why.unmatched-title'), text: say('why.unmatched', facts) }
}

const whyNever = ({ team, say }: Asked): Message => ({
  title: say.plain('why.unheard-title'),
  text: say('why.unheard', { count: team.keep.unmatched }),
})

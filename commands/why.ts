import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { text } from '../src/chat/options.ts'
import { tellingsOf } from '../src/delivery/routes.ts'
import { digestAfter } from '../src/model/digest.ts'
import type { Mention } from '../src/model/mention.ts'
import type { Sentiment } from '../src/model/mood.ts'
import { Oops } from '../src/model/oops.ts'
import { wholeText } from '../src/model/post.ts'
import { hitsOf } from '../src/model/query.ts'
import { dayStart } from '../src/model/time.ts'
import { wordsOf } from '../src/model/words.ts'
import { link, type Marked, marked, together } from '../src/texts/marked.ts'

export default command({
  name: 'why',
  also: ['pourquoi'],
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
})

async function whyMention(asked: Asked, id: number): Promise<Message> {
  const { team, store, say, now } = asked
  const mention = await store.mentions.get(team.name, id)
  if (!mention) throw new Oops('mention.none', { id: String(id) })
  const { post, heardAt } = mention
  const time = (at: number) => say.time(at, now, team.timeZone)
  const published = post.publishedAt === null ? say.plain('why.no-date') : time(post.publishedAt)
  const source = { source: { marked: link(post.outlet, post.url) }, published, heard: time(heardAt) }
  return {
    title: say.plain('why.title', { id: String(id) }),
    fields: [
      { name: say.plain('why.source'), value: say('why.heard', source) },
      {
        name: say.plain('why.matched'),
        value: together(mention.topics.map(({ name }) => matched(asked, mention, name))),
      },
      { name: say.plain('why.mood'), value: moods(asked, mention) },
      { name: say.plain('why.told'), value: await told(asked, mention) },
    ],
    about: `mention:${id}`,
  }
}

/** The words that a topic found, as they stand in the text. */
function matched({ team, say }: Asked, { post, language }: Mention, name: string): Marked {
  const query = team.topics.find((topic) => topic.name === name)?.query
  const text = wholeText({ title: post.title ?? '', text: post.text ?? '' })
  const about = { title: post.title ?? '', author: post.author, url: post.url, language }
  const hits = query ? hitsOf(query, wordsOf(text), about) : null
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

function moods({ say }: Asked, mention: Mention): Marked {
  const line = (what: string, { label, score, confidence }: Sentiment) =>
    say('why.mood-of', {
      what,
      mood: say.plain(`mood.${label}`),
      score: say.number(Math.round(score * 100) / 100),
      confidence: Math.round(confidence * 100),
    })
  return together([
    ...mention.topics.map(({ name, mood }) => line(name, mood)),
    line(say.plain('why.whole'), mention.mood),
  ])
}

/** Where it was told and by which route, or will be; else why nowhere. */
async function told(asked: Asked, mention: Mention): Promise<Marked> {
  const { team, store, say, now } = asked
  const [deliveries, digests] = await Promise.all([
    store.deliveries.about(team.name, `mention:${mention.id}`),
    store.digests.of(team.name, mention.id),
  ])
  if (deliveries.length + digests.length === 0) return untold(asked, mention)
  const time = (at: number) => say.time(at, now, team.timeZone)
  const byRoute = (words: Marked, route: string | null) =>
    together([words, route === null ? null : say('why.by-route', { route })], ', ')
  return together([
    ...deliveries.map(({ channel, state, at, reason, route }) => {
      const key =
        state === 'told' ? 'why.told-at' : state === 'given-up' ? 'why.told-given-up' : 'why.told-waiting'
      return byRoute(say(key, { channel, time: time(at), reason: reason ?? '-' }), route)
    }),
    ...digests.map(({ channel, route, dueAt }) => {
      const at = dueAt ?? digestAfter(now, team.digest, team.timeZone)
      const today = dayStart(at, team.timeZone) === dayStart(now, team.timeZone)
      const key = dueAt === null ? 'why.digest-waiting' : 'why.digest'
      return byRoute(say(today ? key : `${key}-day`, { channel, time: time(at) }), route)
    }),
  ])
}

async function untold({ team, store, say, now }: Asked, mention: Mention): Promise<Marked> {
  const routes = team.routes.map(({ name }) => name).join(', ')
  if (tellingsOf(mention, team, now).length === 0) return say('why.told-no-route', { routes })
  const [story] = await store.deliveries.ofStories(team.name, [mention.story], 0)
  return story ? say('why.told-story', { id: story.about.split(':')[1]! }) : say('why.told-nowhere')
}

function whyNot(
  { team, say, now }: Asked,
  { source, heardAt }: { source: string; heardAt: number },
): Message {
  // Those that were added or changed since never saw it.
  const then = team.topics.filter(({ added }) => !added || added.at <= heardAt)
  const topics = then.map(({ name }) => name).join(', ')
  const facts = { source, heard: say.time(heardAt, now, team.timeZone), topics, count: team.keep.unmatched }
  return { title: say.plain('why.unmatched-title'), text: say('why.unmatched', facts) }
}

const whyNever = ({ team, say }: Asked): Message => ({
  title: say.plain('why.unheard-title'),
  text: say('why.unheard', { count: team.keep.unmatched }),
})

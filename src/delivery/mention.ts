import type { Item, Message } from '../chat/message.ts'
import { type Mention, type MentionState, mainTopic } from '../model/mention.ts'
import type { Sentiment } from '../model/mood.ts'
import type { Instant } from '../model/post.ts'
import { isOver } from '../model/reply.ts'
import { outletsOnce } from '../model/story.ts'
import { isUncertain, type Team } from '../model/team.ts'
import { link, type Marked, marked, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'
import { becameFields, becameShort, reactionsField } from './mention-since.ts'
import { promiseLine } from './promise-words.ts'
import { replyLine } from './reply-words.ts'

/** For whom something is written: in which voice, by which clock. */
export type Reader = { say: Say; now: Instant; team: Team }

/** A mention as one message: in an alert, and when it is asked for. `outlets` are all the places of its story, or were counted. */
export function mentionMessage(mention: Mention, outlets: Outlet[] | Outlets, reader: Reader): Message {
  const { say } = reader
  const places = Array.isArray(outlets) ? counted(outlets) : outlets
  const mood = moodOf(mention)
  const sure = isUncertain(mood, reader.team) ? 'uncertain-' : ''
  return {
    title: say.plain(`mention.title-${sure}${mood.label}`, {
      topics: mention.topics.map(({ name }) => name).join(', '),
    }),
    mood: mood.label,
    items: [asHeard(mention, reader)],
    fields: [
      ...becameFields(mention, reader),
      ...reactionsField(mention, reader),
      ...(mention.topics.length > 1
        ? [{ name: say.plain('mention.moods'), value: topicMoods(mention, reader) }]
        : []),
      ...(places.count > 1 || places.first.some(({ times }) => times > 1)
        ? [{ name: say.plain('mention.outlets'), value: outletList(places, say) }]
        : []),
      ...(mention.state.is === 'new'
        ? []
        : [{ name: say.plain('mention.state'), value: stateText(mention.state, mention, reader) }]),
      ...promiseField(mention, reader),
      ...(mention.reply
        ? [{ name: say.plain('reply.alert'), value: replyLine(mention.reply, mention.heardAt, say) }]
        : []),
    ],
    note: mention.post.sample ? say('mention.sample') : undefined,
    about: `mention:${mention.id}`,
    buttons: buttonsOf(mention, say),
    react: mention.state.is === 'new' ? ['👀'] : [],
  }
}

/** A mention as one of a list: as in its message, with its mood, or that towards the topic which was asked for. */
export function mentionItem(mention: Mention, reader: Reader, topic?: string): Item {
  const mood = mention.topics.find(({ name }) => name === topic)?.mood ?? moodOf(mention)
  const item = itemOf(mention, reader)
  const uncertain = isUncertain(mood, reader.team) ? reader.say('mention.uncertain') : null
  const became = becameShort(mention, reader)
  return { ...item, text: together([item.text ?? null, uncertain, became], ' · '), mood: mood.label }
}

/** The mood that counts for the team: towards its main topic. */
const moodOf = (mention: Mention): Sentiment => mainTopic(mention)?.mood ?? mention.mood

/** A mood in a word, and whether it is uncertain. */
export function moodWord(mood: Sentiment, { say, team }: Pick<Reader, 'say' | 'team'>): string {
  const word = say.plain(`mood.${mood.label}`)
  return isUncertain(mood, team) ? say.plain('mood.uncertain', { mood: word }) : word
}

/** An alert keeps what it said: what an edit says stands beside it. */
function asHeard(mention: Mention, reader: Reader): Item {
  const was = mention.post.edited?.was
  return itemOf(was ? { ...mention, post: { ...mention.post, ...was } } : mention, reader)
}

/** A headline with its author and outlet, or who wrote where when it has none. */
function itemOf(mention: Mention, { say, now, team }: Reader): Item {
  const { post } = mention
  if (post.deletedAt !== undefined)
    return {
      title: post.outlet,
      quote: say.plain('mention.gone', { time: say.at(post.deletedAt, now, team.timeZone) }),
      text: say('mention.number', { id: String(mention.id) }),
      at: post.publishedAt ?? mention.heardAt,
    }
  const text = post.text ?? ''
  const number = say('mention.number', { id: String(mention.id) })
  const author = post.author ? marked`**${post.author}**` : null
  const who = [post.author, post.outlet].filter((one) => one).join(' · ')
  return {
    title: post.title || who,
    url: post.url ?? undefined,
    quote:
      post.text === null
        ? say.plain('mention.forgotten')
        : text === post.title
          ? undefined
          : text.slice(0, quoted),
    text: together(post.title ? [author, marked`${post.outlet}`, number] : [number], ' · '),
    at: post.publishedAt ?? mention.heardAt,
  }
}

export type Outlet = { outlet: string; url: string | null }

/** The places of a story, each once: the first of them, with how often they told it, and how many there are. */
export type Outlets = { first: (Outlet & { times: number })[]; count: number }

/** So many places of a story are named. */
export const namedOutlets = 6

function counted(all: Outlet[]): Outlets {
  const outlets = outletsOnce(all)
  return { first: outlets.slice(0, namedOutlets), count: outlets.length }
}

const topicMoods = (mention: Mention, reader: Reader) =>
  together(
    mention.topics.map(({ name, mood }) =>
      reader.say('mention.topic-mood', { topic: name, mood: moodWord(mood, reader) }),
    ),
  )

/** The first places by name, the rest as a number. */
function outletList({ first, count }: Outlets, say: Say): Marked {
  const named = first.map(({ outlet, url, times }) =>
    together([link(outlet, url), times > 1 ? marked`×${times}` : null], ' '),
  )
  const more = count - named.length
  return together([...named, more > 0 ? say('mention.more-outlets', { count: more }) : null], ', ')
}

function stateText(
  state: Exclude<MentionState, { is: 'new' }>,
  { snoozedUntil }: Pick<Mention, 'snoozedUntil'>,
  { say, now, team }: Reader,
): Marked {
  const { is, by, from, why } = state
  const time = say.at(state.at, now, team.timeZone)
  const later = snoozedUntil
    ? say('mention.snoozed', { time: say.at(snoozedUntil, now, team.timeZone) })
    : null
  const what =
    is === 'taken' && from
      ? say('mention.state-handed', { name: by, from, time })
      : say(`mention.state-${is}`, { name: by, time })
  return together([together([what, why ? marked`« ${why} »` : null], ' '), later], ' · ')
}

function promiseField(mention: Mention, reader: Reader) {
  const value = promiseLine(mention, reader)
  return value ? [{ name: reader.say.plain('promise.field'), value }] : []
}

function buttonsOf({ state, reply, post }: Mention, say: Say): Message['buttons'] {
  const button = (
    action: 'take' | 'answered' | 'ignore' | 'reopen' | 'give' | 'later',
    style?: 'primary',
  ) => ({
    action: `mention.${action}`,
    label: say.plain(`mention.${action}`),
    ...(style ? { style } : {}),
  })
  const why = { action: 'why.mention', label: say.plain('mention.why') }
  // What is gone is answered and handed over no more.
  if (post.deletedAt !== undefined)
    return state.is === 'new' ? [button('take'), button('ignore'), why] : [button('reopen'), why]
  // One answer at a time: while one is open, its own message says what can be done.
  const draft = reply && !isOver(reply) ? [] : [{ action: 'reply.draft', label: say.plain('reply.draft') }]
  if (state.is === 'new') return [button('take', 'primary'), ...draft, button('give'), button('ignore'), why]
  if (state.is === 'taken')
    return [
      button('answered', 'primary'),
      ...draft,
      button('give'),
      button('later'),
      button('ignore'),
      button('reopen'),
      why,
    ]
  return [button('reopen'), why]
}

const quoted = 700

import type { Message } from '../chat/message.ts'
import type { Mention } from '../model/mention.ts'
import type { Account } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import { clockedOf, leftOf, nextStep } from '../model/promise.ts'
import type { Locale, Team } from '../model/team.ts'
import type { Letter } from '../store/letters.ts'
import type { Parts } from '../store/store.ts'
import { type Marked, together } from '../texts/marked.ts'
import { sayIn } from '../texts/texts.ts'
import { mentionItem, mentionMessage, type Reader } from './mention.ts'
import { openWords } from './promise-words.ts'

/**
 * Says something below whatever tells a mention, where it rings: an edit does not. Once for each `key`. What nothing
 * tells but a digest is said in the team's alerts, with the mention.
 */
export async function notice(
  store: Parts,
  mention: Mention,
  { key, text, reader }: { key: string; text: Marked; reader: Reader },
) {
  const { team, now, say } = reader
  const told = await store.deliveries.ofStories(team.name, [mention.story], 0)
  const own = told.filter(({ about }) => about === `mention:${mention.id}`)
  const places = own.length > 0 ? own : told
  const take = { action: 'mention.take', label: say.plain('mention.take'), value: 'brief' }
  const message: Message = {
    text: together([
      text,
      own.length === 0 && told.length > 0 ? say('promise.of-other', { id: String(mention.id) }) : null,
    ]),
    ...(own.length === 0 ? { items: [mentionItem(mention, reader)] } : {}),
    ...(mention.state.is === 'new' ? { buttons: [take] } : {}),
    about: `mention:${mention.id}`,
  }
  const base = { team: team.name, rule: 'notice' as const, about: `mention:${mention.id}/${key}`, dueAt: now }
  await store.deliveries.add(
    places.length > 0
      ? places.map(({ id, place }) => ({ ...base, place, payload: message, threadOf: id }))
      : [{ ...base, place: team.channels.alerts, payload: message }],
    now,
  )
}

/** Somebody is told something in private; by Vigie, where nobody caused it. */
export function letterTo(
  person: { locale: Locale; accounts: Account[] },
  mention: Pick<Mention, 'team' | 'id'>,
  { what, by = null, now }: { what: Letter['what']; by?: string | null; now: Instant },
): Letter {
  const { accounts, locale } = person
  return { team: mention.team, mention: mention.id, accounts, locale, what, by, at: now }
}

/** What somebody reads in private: of one mention all of it, of several a list. */
export async function letterMessage(
  store: Parts,
  team: Team,
  letters: Letter[],
  now: Instant,
): Promise<Message | null> {
  const [first] = letters
  const say = sayIn(first!.locale)
  const reader = { say, now, team }
  const words = ({ what, by }: Letter) => say(`promise.letter-${what}`, { by: by ?? 'Vigie' })
  const mentions = await store.mentions.these(team.name, [...new Set(letters.map((one) => one.mention))])
  if (mentions.length === 0) return null
  if (mentions.length === 1) {
    const outlets = await store.mentions.outlets(team.name, mentions[0]!.story)
    const text = together([...new Set(letters.map(words))])
    return { ...mentionMessage(mentions[0]!, outlets, reader), text, react: [], team: team.name }
  }
  return {
    title: say.plain('promise.letters', { count: mentions.length }),
    items: mentions.slice(0, mostListed).map((mention) => {
      const item = mentionItem(mention, reader)
      const mine = letters.filter((one) => one.mention === mention.id).map(words)
      return { ...item, text: together([...new Set(mine), item.text ?? null]) }
    }),
    buttons: [{ action: 'inbox.look', label: say.plain('inbox.look'), value: 'mine' }],
    team: team.name,
  }
}

/** Many at once would be as many rings: one message says how many they are. */
export async function crowdNotice(store: Parts, mentions: Mention[], { say, now, team }: Reader) {
  const clocked = clockedOf(team)
  const late = mentions.filter(({ promised }) => promised && leftOf(promised, now, clocked) < 0).length
  const reader = { say, now, team }
  const message: Message = {
    title: say.plain('promise.crowd', { count: mentions.length }),
    text: late > 0 ? say('promise.crowd-late', { count: late }) : ('' as Marked),
    items: mentions.slice(0, mostListed).map((mention) => mentionItem(mention, reader)),
    buttons: [{ action: 'inbox.look', label: say.plain('inbox.look'), value: 'all', style: 'primary' }],
  }
  const [first] = mentions
  const about = `inbox:${first!.id}/${nextStep(first!.promised!, first!.snoozedUntil ?? null)}`
  const place = team.channels.alerts
  const base = { team: team.name, rule: 'notice' as const, about, dueAt: now }
  await store.deliveries.add([{ ...base, place, payload: message }], now)
}

/** How much open time is left of a promise, or since when it is over, in words. */
export const leftWords = (mention: Mention, { say, now, team }: Reader) =>
  openWords(Math.abs(leftOf(mention.promised!, now, clockedOf(team))), say)

const mostListed = 5

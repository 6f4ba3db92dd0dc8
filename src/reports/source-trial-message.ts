import type { Field, Item } from '../chat/message.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day } from '../model/time.ts'
import { type Marked, marked, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'
import type { Rhythm, SourceTrial } from './source-trial.ts'

type Reader = { say: Say; now: Instant; team: Team }

/** What a feed would have brought, in words: a sentence or two, facts, and its newest posts. */
export function trialParts(
  trial: SourceTrial,
  reader: Reader,
): { text: Marked; fields: Field[]; items: Item[] } {
  const { say } = reader
  const { count, caught, topics, newest, rhythm, language } = trial
  const named = topics.slice(0, mostTopics).map(({ name, count }) => marked`${name} ${say.number(count)}`)
  const dead = rhythm.last !== null && reader.now - rhythm.last > longSilence
  return {
    text: together([
      count === 0
        ? say('sources.try-empty')
        : caught > 0
          ? say('sources.try-caught', {
              count: caught,
              all: count,
              topics: { marked: together(named, ', ') },
            })
          : say('sources.try-none', { count }),
      dead
        ? say('sources.try-dead', { since: say.since(rhythm.last!, reader.now, reader.team.timeZone) })
        : null,
    ]),
    fields: [
      { name: say.plain('sources.rhythm'), value: rhythmText(rhythm, reader) },
      ...(language
        ? [{ name: say.plain('sources.language'), value: marked`${languageName(language, say)}` }]
        : []),
    ],
    items: newest.map(({ post, topics }) => ({
      title: post.title || excerptOf(post.text, 80) || post.url || '…',
      url: post.url ?? undefined,
      quote: post.title ? excerptOf(post.text, longestExcerpt) || undefined : undefined,
      text: topics.length > 0 ? (`**${marked`${topics.join(', ')}`}**` as Marked) : say('sources.try-not-us'),
      at: post.publishedAt ?? post.updatedAt ?? undefined,
    })),
  }
}

function rhythmText({ perDay, last }: Rhythm, { say, now, team }: Reader): Marked {
  const often =
    perDay === null
      ? say('sources.rhythm-unknown')
      : perDay >= 1
        ? say('sources.rhythm-day', { count: Math.round(perDay) })
        : perDay * 7 >= 1
          ? say('sources.rhythm-week', { count: Math.round(perDay * 7) })
          : perDay * 30 >= 1
            ? say('sources.rhythm-month', { count: Math.round(perDay * 30) })
            : say('sources.rhythm-rarely')
  if (last === null) return often
  return together([often, say('sources.rhythm-last', { time: say.time(last, now, team.timeZone) })], ' · ')
}

function languageName(code: string, say: Say): string {
  try {
    const name = new Intl.DisplayNames(say.locale, { type: 'language' }).of(code.slice(0, 2).toLowerCase())
    return name ?? code.slice(0, 20)
  } catch {
    return code.slice(0, 20)
  }
}

function excerptOf(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const end = line.lastIndexOf(' ', most)
  return `${line.slice(0, end > most / 2 ? end : most).toWellFormed()} …`
}

const mostTopics = 6
const longestExcerpt = 200
/** After three months it may have died. */
const longSilence = 90 * day

import type { Asked } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { choiceWords, pollWords } from '../src/chat/poll-words.ts'
import { makePoll } from '../src/delivery/poll-life.ts'
import { Oops } from '../src/model/oops.ts'
import {
  checkPlan,
  mostChoices,
  type PollKind,
  type PollPlan,
  type ResultTime,
  type SuggestionWay,
} from '../src/model/poll.ts'
import type { Instant } from '../src/model/post.ts'
import { firstOf, nextAfter, type RhythmName, rhythmOf } from '../src/model/rhythm.ts'
import { minute } from '../src/model/time.ts'
import { folded } from '../src/model/words.ts'
import { nearest } from '../src/settings/nearest.ts'
import type { Parts } from '../src/store/store.ts'
import { marked, together } from '../src/texts/marked.ts'
import { placesIn, votersIn } from './poll-where.ts'

type Options = Partial<{
  question: string
  choices: string
  type: PollKind
  most: number
  anonymous: boolean
  until: Instant
  results: ResultTime
  suggestions: SuggestionWay
  quorum: number
  votes: number
  who: string
  in: string
  start: Instant
  every: RhythmName
}>

/** The poll that began or waits, null where all of a series are still to come; when it comes again, and ends. */
type Made = { id: number | null; next: Instant | null; endsAt: Instant | null }

/** Keeps a poll as it was asked for, begins it where its time has come, and says what will happen when. */
export async function makeAsked(asked: Asked & { options: Options }): Promise<Message> {
  const { options, team, store, now, say } = asked
  const { start, until, every } = options
  const plan = await planOf(asked)
  const startsAt = start ?? now
  if (until !== undefined && until <= startsAt) throw new Oops('poll.ends-first')
  const times = { startsAt, endsAt: until ?? null }
  const made = await store.together(async (store): Promise<Made> => {
    if (every !== undefined) return makeSeries(asked, store, plan, { ...times, every })
    const id = await makePoll(store, team, plan, { ...times, now })
    return { id, next: null, endsAt: times.endsAt }
  })
  const channels = plan.places.map(({ channel }) => marked`#${channel}`)
  const at = (time: Instant) => say.at(time, now, team.timeZone)
  const begun = startsAt <= now
  return {
    text: together([
      begun
        ? say('poll.made', { id: String(made.id), channels: { marked: together(channels, ', ') } })
        : say('poll.planned', { time: at(startsAt), channels: { marked: together(channels, ', ') } }),
      made.endsAt !== null ? say('poll.will-end', { time: at(made.endsAt) }) : null,
      made.next === null || every === undefined
        ? null
        : say('poll.comes-again', { every: say.plain(`poll.every-${every}`), time: at(made.next) }),
      made.endsAt === null && plan.endsVotes === null && every === undefined ? say('poll.no-end') : null,
    ]),
    note: together([
      plan.anonymous && plan.results !== 'end' ? say('poll.gives-away') : null,
      say('poll.manage'),
    ]),
    ...(made.id === null ? {} : { about: `poll:${made.id}` }),
    buttons:
      made.id === null
        ? []
        : [
            ...(begun ? [{ action: 'poll.end', label: say.plain('poll.end-now') }] : []),
            { action: 'poll.cancel', label: say.plain('poll.cancel'), style: 'danger' },
          ],
    quiet: true,
  }
}

/** The first one begins now, or waits for its time with all others. */
async function makeSeries(
  { team, now }: Asked,
  store: Parts,
  plan: PollPlan,
  { startsAt, endsAt, every }: { startsAt: Instant; endsAt: Instant | null; every: RhythmName },
): Promise<Made> {
  const rhythm = rhythmOf(every, { startsAt, endsAt }, team.timeZone)
  const first = firstOf(rhythm, team.timeZone)
  // The hour that a clock shows twice has the same words both times.
  const next = nextAfter(rhythm, Math.max(first.startsAt, startsAt), team.timeZone)
  // A rhythm is kept by the minute.
  if (endsAt !== null && endsAt - (endsAt % minute) > next.startsAt) throw new Oops('poll.overlap')
  if (first.endsAt <= first.startsAt) throw new Oops('poll.ends-first')
  const begun = startsAt <= now
  const series = await store.pollSeries.add(
    team.name,
    { plan, rhythm, nextAt: begun ? next.startsAt : first.startsAt },
    now,
  )
  if (!begun) return { id: null, next: next.startsAt, endsAt: first.endsAt }
  const id = await makePoll(store, team, plan, { startsAt, endsAt: first.endsAt, series, now })
  return { id, next: next.startsAt, endsAt: first.endsAt }
}

async function planOf(asked: Asked & { options: Options }): Promise<PollPlan> {
  const { options, person } = asked
  const typed = pollWords(options.question ?? '')
  refuseNearKeys(asked, options.question ?? '')
  const choices = options.choices === undefined ? typed.choices : choiceWords(options.choices)
  // With the choices in a field of their own, all that stands in the other one is the question.
  const question =
    options.choices === undefined || typed.choices.length === 0 ? typed.question : options.question!.trim()
  const kind = options.type ?? (options.most !== undefined && options.most > 1 ? 'several' : 'single')
  const suggestions = options.suggestions ?? 'no'
  if (options.quorum === 0 || options.votes === 0) throw new Oops('poll.zero')
  const plan: PollPlan = {
    question,
    choices,
    kind,
    most: kind === 'single' ? 1 : kind === 'ranked' ? mostChoices : (options.most ?? mostChoices),
    anonymous: options.anonymous ?? false,
    results: options.results ?? 'always',
    suggestions,
    quorum: options.quorum ?? null,
    endsVotes: options.votes ?? null,
    who: [],
    places: [],
    by: person.name,
  }
  checkPlan(plan)
  if (kind === 'single' && options.most !== undefined && options.most > 1) throw new Oops('poll.most-single')
  const places = await placesIn(asked, options.in)
  return { ...plan, places, who: await votersIn(asked, places, options.who) }
}

/** A question takes what stands before the first key: a key with a slip in it would become part of a choice. */
function refuseNearKeys({ commands }: Asked, typed: string) {
  const names = commands
    .filter(({ name }) => name === 'poll')
    .flatMap(({ options }) => Object.values(options).flatMap(({ names }) => [...names.en, ...names.fr]))
  const unquoted = typed.replace(/["“„«][^"“”„«»]*["”“»]/gu, '')
  for (const [, key] of unquoted.matchAll(/(?:^|\s)([\p{L}'’]{3,}):(?=\S)(?!\/\/)/gu)) {
    const near = nearest(folded(key!), names.map(folded))
    const meant = names.find((name) => folded(name) === near)
    if (meant) throw new Oops('option.unknown-near', { key: key!, meant })
  }
}

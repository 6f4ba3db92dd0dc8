import type { Asked } from '../src/chat/command.ts'
import type { Button, Message } from '../src/chat/message.ts'
import { Oops } from '../src/model/oops.ts'
import { may } from '../src/model/person.ts'
import { type Query, readQuery } from '../src/model/query.ts'
import { day } from '../src/model/time.ts'
import type { TopicKind } from '../src/model/topic.ts'
import { tryQuery } from '../src/reports/trial.ts'
import { trialMessage } from '../src/reports/trial-message.ts'
import { type Warning, warningsOf } from '../src/reports/warnings.ts'
import { nameKey } from '../src/settings/repeats.ts'
import { newId } from '../src/store/id.ts'
import type { KeptTopic } from '../src/store/topics.ts'
import { together } from '../src/texts/marked.ts'
import { routeGap } from './watch-routes.ts'

/**
 * What somebody is about to watch: a query alone, a topic to be, or a topic as it shall become (`version` is the
 * one they saw).
 */
export type Draft = { text: string; name?: string; kind?: TopicKind; version?: number }

/** `/watch essayer` and `/veille try` are understood, too. */
export const called = (...verbs: string[]) =>
  ['watch', 'veille'].flatMap((noun) => verbs.map((verb) => (verb === '' ? noun : `${noun} ${verb}`)))

/** Tries a draft and shows what it would have caught, with what can be done next. */
export async function shownTrial(asked: Asked, draft: Draft, before?: Query): Promise<Message> {
  const wanted = { text: draft.text, query: readQuery(draft.text) }
  const trial = await tryQuery(asked, wanted, before)
  const named = draft.kind !== 'sector' && draft.kind !== 'theme'
  const warnings = await warningsOf(asked, wanted, trial, { named })
  const buttons = [...(await nextSteps(asked, draft)), ...(await betterOnes(asked, draft, warnings))]
  const tried = { trial, warnings, text: draft.text, name: draft.name ?? null, buttons }
  const message = trialMessage(tried, asked)
  return { ...message, text: together([message.text, routeGap(asked, draft)]) }
}

async function nextSteps(asked: Asked, draft: Draft): Promise<Button[]> {
  const { say, person } = asked
  if (!may(person.role, 'admin')) return []
  const value = await remember(asked, draft)
  if (draft.name === undefined) return [{ action: 'watch.keep', label: say.plain('watch.keep'), value }]
  return [
    { action: 'watch.save', label: say.plain('watch.save'), value, style: 'primary' },
    { action: 'watch.cancel', label: say.plain('watch.cancel'), value },
  ]
}

/** What a warning proposes can be tried at once, where it takes the place of the whole query. */
async function betterOnes(asked: Asked, draft: Draft, warnings: Warning[]): Promise<Button[]> {
  const instead = warnings.flatMap((one) =>
    one.is === 'everyday' && one.instead?.whole ? [one.instead.text] : [],
  )
  return Promise.all(
    instead.map(async (text) => ({
      action: 'watch.again',
      label: asked.say.plain('watch.try-this'),
      value: await remember(asked, { ...draft, text }),
    })),
  )
}

/** A draft is remembered for a day, for this person alone; gives what a button holds of it. */
export async function remember(asked: Asked, draft: Draft): Promise<string> {
  const value = newId(asked.now).slice(-12)
  await asked.store.memory.set(memoryKey(asked, value), draft, day)
  return value
}

export async function recall(asked: Asked, value: string): Promise<Draft> {
  const draft = await asked.store.memory.get<Draft>(memoryKey(asked, value))
  if (!draft) throw new Oops('watch.forgotten')
  return draft
}

const memoryKey = ({ team, person }: Asked, value: string) => `watch:${team.name}:${person.id}:${value}`

/** How a topic's name is compared. */
export const keyOf = (name: string) => nameKey(name) ?? name

/** Throws Oops where the settings have a topic of this name: what stands there is changed there. */
export function notInSettings({ team, say }: Asked, name: string) {
  const topic = team.topics.find((one) => !one.added && keyOf(one.name) === keyOf(name))
  if (topic) throw new Oops('watch.in-settings', { name: topic.name, place: placeText(topic, say) })
}

export const placeText = ({ at }: { at?: { file: string; line: number } }, say: Asked['say']) =>
  at ? `${at.file}:${at.line}` : say.plain('watch.in-files')

/** The topic of the chat with this name, or the only one that begins so. Throws Oops, saying who removed it where somebody did. */
export async function keptTopic(asked: Asked, given: string): Promise<KeptTopic> {
  const { store, team } = asked
  const key = keyOf(given)
  const all = await store.topics.list(team.name)
  const exact = all.find((one) => one.key === key)
  if (exact) return exact
  notInSettings(asked, given)
  const near = all.filter((one) => one.key.startsWith(key))
  if (near.length === 1) return near[0]!
  await saysWhoRemoved(asked, given)
  const topics = team.topics.map(({ name }) => name).join(', ')
  throw new Oops('option.topic', { given, topics: topics || '-' })
}

/** Throws Oops with who removed the topic of this name last, if somebody did. */
export async function saysWhoRemoved({ store, team, say, now }: Asked, name: string) {
  const last = await store.topics.lastStep(team.name, keyOf(name))
  if (last?.did === 'removed')
    throw new Oops('watch.gone', { name, by: last.by, time: say.time(last.at, now, team.timeZone) })
}

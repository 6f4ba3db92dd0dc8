import type { Asked } from '../src/chat/command.ts'
import { feedKey } from '../src/model/feed-address.ts'
import { Oops } from '../src/model/oops.ts'
import type { SourceSetting } from '../src/model/team.ts'
import { day } from '../src/model/time.ts'
import { keyOf } from '../src/sources/source-names.ts'
import type { AddedSource } from '../src/store/added-sources.ts'
import { newId } from '../src/store/id.ts'

/** `/sources ajouter` and `/source add` are understood, too. */
export const called = (...verbs: string[]) =>
  ['sources', 'source'].flatMap((noun) => verbs.map((verb) => (verb === '' ? noun : `${noun} ${verb}`)))

/** Something is remembered for a day, for this person alone; gives what a button holds of it. */
export async function remember(asked: Asked, draft: unknown): Promise<string> {
  const value = newId(asked.now).slice(-12)
  await asked.store.memory.set(memoryKey(asked, value), draft, day)
  return value
}

export async function recall<Draft>(asked: Asked, value: string): Promise<Draft> {
  const draft = await asked.store.memory.get<Draft>(memoryKey(asked, value))
  if (!draft) throw new Oops('sources.forgotten')
  return draft
}

const memoryKey = ({ team, person }: Asked, value: string) => `sources:${team.name}:${person.id}:${value}`

export const placeText = ({ at }: Pick<SourceSetting, 'at'>, say: Asked['say']) =>
  at ? `${at.file}:${at.line}` : say.plain('watch.in-files')

/**
 * The source of the chat with this name, or the only one that begins so. Throws Oops: what stands in the settings is
 * changed there, and of what is gone it says who removed it.
 */
export async function keptSource(asked: Asked, given: string): Promise<AddedSource> {
  const { store, team } = asked
  const key = keyOf(given)
  const all = (await store.addedSources.list(team.name)).filter((one) => !setAt(team, one.url))
  const exact = all.find((one) => one.key === key)
  if (exact) return exact
  notInSettings(asked, key)
  const near = all.filter((one) => one.key.startsWith(key))
  if (near.length === 1) return near[0]!
  const set = team.sources.filter((one) => !one.added && keyOf(one.name).startsWith(key))
  if (near.length === 0 && set.length === 1) notInSettings(asked, keyOf(set[0]!.name))
  await saysWhoRemoved(asked, given)
  throw new Oops('sources.unknown', { given, sources: namesOf(near.length > 1 ? near : all) })
}

/** The source of the settings that is this feed: they say how it is watched, whatever was added in the chat before. */
const setAt = ({ sources }: Asked['team'], url: string) =>
  sources.find((one) => one.kind === 'feed' && !one.added && feedKey(one.url) === feedKey(url))

/** Throws Oops where the settings have this feed. */
export function feedNotInSettings({ team, say }: Asked, url: string) {
  const source = setAt(team, url)
  if (source) throw new Oops('sources.in-settings', { name: source.name, place: placeText(source, say) })
}

/** Throws Oops where the settings have a source of this name. */
function notInSettings({ team, say }: Asked, key: string) {
  const source = team.sources.find((one) => !one.added && keyOf(one.name) === key)
  if (source) throw new Oops('sources.in-settings', { name: source.name, place: placeText(source, say) })
}

/** Throws Oops with who removed the source of this name last, if somebody did. */
export async function saysWhoRemoved({ store, team, say, now }: Asked, name: string) {
  const last = await store.addedSources.lastStep(team.name, keyOf(name))
  if (last?.did === 'removed')
    throw new Oops('sources.gone', { name, by: last.by, time: say.time(last.at, now, team.timeZone) })
}

/** Throws Oops where a source has this name, other than the one whose key is given. */
export function nameIsFree({ team }: Asked, name: string, own?: string) {
  const there = team.sources.find((one) => keyOf(one.name) === keyOf(name) && keyOf(one.name) !== own)
  if (there) throw new Oops('sources.taken', { name: there.name })
}

const namesOf = (all: { name: string }[]) => {
  const shown = all.slice(0, mostNamed).map(({ name }) => name)
  return `${shown.join(', ') || '-'}${all.length > mostNamed ? '…' : ''}`
}

const mostNamed = 20

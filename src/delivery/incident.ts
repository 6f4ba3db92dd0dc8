import { type Drivers, driversOf } from '../analysis/drivers.ts'
import { severityWord } from '../chat/incident-step.ts'
import { titleOf } from '../chat/incident-title.ts'
import type { Button, Item, Message } from '../chat/message.ts'
import type { Incident, IncidentStep, SeenWindow, Severity, Task } from '../model/incident.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day, minute } from '../model/time.ts'
import type { Voice } from '../model/voice.ts'
import type { Totals } from '../store/drivers.ts'
import type { Parts } from '../store/store.ts'
import { link, type Marked, marked, plain, together } from '../texts/marked.ts'
import { type Say, sayIn } from '../texts/texts.ts'
import type { Writer } from './living.ts'
import type { Reader } from './mention.ts'

export { severityWord } from '../chat/incident-step.ts'
export { titleOf } from '../chat/incident-title.ts'

/** All that an incident's message tells. */
export type Told = {
  incident: Incident
  drivers: Drivers
  steps: IncidentStep[]
  tasks: Task[]
  /** Sources that cannot be read meanwhile. */
  blind: { name: string; from: Instant }[]
  /** The clearest window that stands, or stood; null where somebody began it. */
  sign: SeenWindow | null
}

/** Reads it from the store. Throws where the team has no such incident. */
export async function incidentOf(store: Parts, team: Team, id: number, now: Instant): Promise<Told> {
  const incident = await store.incidents.get(team.name, id)
  if (!incident) throw new Error(`there is no incident ${id} of ${team.name}`)
  const { from } = incident
  const to = incident.overAt ?? now + minute
  const [voices, totals, before, steps, tasks, blind] = await Promise.all([
    store.voices.of(incident, { from, to, most: 300 }),
    store.voices.totals(incident, { from, to }),
    store.voices.of(incident, { from: from - 7 * day, to: from, most: 150 }),
    store.incidents.steps(id),
    store.incidents.tasks(id),
    store.watches.blind([team.name]),
  ])
  const texts = before.map(({ title, text }) => `${title ?? ''} ${text ?? ''}`)
  const names = [...team.topics.map(({ name }) => name), team.title]
  const drivers = { ...driversOf(voices, texts, names), ...(await wholeOf(store, team, voices, totals)) }
  return { incident, drivers, steps, tasks, blind, sign: signOf(incident) }
}

/** What is told of all of it where only the newest mentions were read. */
async function wholeOf(store: Parts, team: Team, voices: Voice[], totals: Totals) {
  const { moods, authors, outlets, first } = totals
  const count = moods.negative + moods.neutral + moods.positive
  if (count === voices.length || first === null) return {}
  const [mention] = await store.mentions.these(team.name, [first])
  if (!mention) return { count, moods, authors, outlets }
  const { post, story, mood, heardAt } = mention
  const { title, text, url, author, outlet, network, reach } = post
  const voice = { mention: first, story, ...mood, heardAt, title, text, url, author, outlet, network, reach }
  return { count, moods, authors, outlets, first: voice }
}

/** What the living message of an incident says now. */
export const writeIncident: Writer = async ({ store, team, id, now }) => {
  const incident = await store.incidents.get(team.name, Number(id))
  if (!incident) return null
  const told = await incidentOf(store, team, incident.id, now)
  return incidentMessage(told, { say: sayIn(team.locale), now, team })
}

/** An incident as its message: what is unusual, what drives it, who has it. */
export function incidentMessage(told: Told, reader: Reader): Message {
  const { incident, drivers } = told
  const { say } = reader
  const open = incident.state !== 'over'
  return {
    title: titleOf(incident, say),
    mood: incident.cause === 'liked' ? 'positive' : incident.cause === 'loud' ? 'neutral' : 'negative',
    text: together([
      ...unusual(told, say),
      incident.title !== null && incident.topic !== null ? marked`${incident.topic}` : null,
    ]),
    fields: [
      ...field(say, 'crisis.stories', stories(drivers, say)),
      ...field(say, 'crisis.words', words(drivers)),
      ...field(say, 'crisis.voices', voices(drivers, say)),
      ...field(say, 'crisis.places', places(drivers, say)),
      ...field(say, 'crisis.first', first(told, reader)),
      ...field(say, 'crisis.blind', blindness(told, reader)),
      ...field(say, 'crisis.sure', sureness(told, say)),
      ...field(say, 'crisis.state', stateOf(told, reader)),
    ],
    items: open ? drivers.examples.map((voice) => exampleOf(voice, reader)) : [],
    note: together([
      incident.drill ? say('crisis.drill-note') : null,
      say(open ? 'crisis.note' : 'crisis.note-over', { id: String(incident.id) }),
    ]),
    about: `crisis:${incident.id}`,
    buttons: buttonsOf(told, say),
    react: incident.state === 'firing' && incident.cause !== 'liked' ? ['👀'] : [],
  }
}

/** That it has grown, or turned bad: what rings, below its message. */
export function grownMessage(
  incident: Incident,
  { did, from }: { did: 'grew' | 'turned-bad'; from: Severity },
  { say }: Reader,
): Message {
  const sign = signOf(incident)
  return {
    title: say.plain(`crisis.${did}`, { title: titleOf(incident, say) }),
    mood: 'negative',
    text: together(
      [
        sign && windowWords(sign, say),
        from !== incident.severity &&
          say('crisis.severity-now', { severity: severityWord(incident.severity, say) }),
      ].map((part) => part || null),
    ),
    about: `crisis:${incident.id}`,
  }
}

/** What is unusual, in lines: the clearest window of each measure. */
function unusual({ incident, drivers, sign }: Told, say: Say): Marked[] {
  if (sign === null) return drivers.count > 0 ? [say('crisis.heard', { count: drivers.count })] : []
  // The same stretch of time for all, where it stands out there too.
  const others = incident.seen
    .filter(({ stands, measure }) => stands && measure !== sign.measure)
    .sort((a, b) => Math.abs(b.window - sign.window) - Math.abs(a.window - sign.window))
  const once = [...new Map([...others, sign].map((one) => [one.measure, one])).values()]
    .reverse()
    .filter(({ measure }) => measure !== 'reach')
    .slice(0, 3)
  const { negative, positive } = drivers.moods
  const share = (part: number) => Math.round((part / Math.max(1, drivers.count)) * 100)
  return [
    ...once.map((one) => windowWords(one, say)),
    drivers.count > 0
      ? say(incident.cause === 'liked' ? 'crisis.all-liked' : 'crisis.all', {
          count: drivers.count,
          percent: share(incident.cause === 'liked' ? positive : negative),
        })
      : null,
  ].filter((line) => line !== null)
}

/** "41 mentions in 15 minutes; 3 are usual". Of a share, the mentions that are negative. */
function windowWords({ measure, window, count, usual }: SeenWindow, say: Say): Marked {
  const what = measure === 'share' ? 'negative' : measure
  const length = window < 60 ? 'minutes' : 'hours'
  return say(`crisis.window-${what}`, {
    count,
    usual: usual < 10 ? Math.round(usual * 10) / 10 : Math.round(usual),
    length: say.plain(`crisis.${length}`, { count: length === 'minutes' ? window : Math.round(window / 60) }),
  })
}

/** The window that says it best: of what is negative where it is bad, else of mentions; the clearest one that stands. */
function signOf({ seen, cause }: Incident): SeenWindow | null {
  const rank = ({ measure }: SeenWindow) =>
    (cause === 'bad' ? ['negative', 'share', 'volume'] : ['volume', 'authors', 'outlets']).indexOf(measure)
  const sorted = seen
    .filter(({ stands }) => stands)
    .sort((a, b) => ((rank(a) + 9) % 9) - ((rank(b) + 9) % 9) || b.clear - a.clear)
  return sorted[0] ?? null
}

const field = (say: Say, key: Parameters<Say>[0], value: Marked | null) =>
  value === null || value === '' ? [] : [{ name: say.plain(key), value }]

const stories = ({ stories }: Drivers, say: Say): Marked | null =>
  together(
    stories
      .filter(({ count }) => count > 1)
      .map(({ first, count }) =>
        say('crisis.story', { count, story: { marked: link(headline(first), first.url) } }),
      ),
  )

const headline = ({ title, text, outlet }: Voice) => {
  const words = (title || text || outlet).replace(/\s+/g, ' ').trim()
  return words.length > longestHeadline ? `${words.slice(0, longestHeadline - 1).trimEnd()}…` : words
}

const words = ({ words }: Drivers): Marked | null => (words.length > 0 ? plain(words.join(', ')) : null)

const voices = ({ authors, loudest, widest }: Drivers, say: Say): Marked | null =>
  together([
    authors > 0 ? say('crisis.authors', { count: authors }) : null,
    loudest.length > 0
      ? say('crisis.loudest', { who: loudest.map(({ name, count }) => `${name} (${count})`).join(', ') })
      : null,
    widest.length > 0
      ? say('crisis.widest', {
          who: widest.map(({ name, reach }) => `${name} (${say.number(reach)})`).join(', '),
        })
      : null,
  ])

const places = ({ places, outlets }: Drivers, say: Say): Marked | null => {
  if (places.length === 0) return null
  const named = places.map(({ name, count }) => (count > 1 ? `${name} (${count})` : name)).join(', ')
  const more = outlets - places.length
  return together([plain(named), more > 0 ? say('mention.more-outlets', { count: more }) : null], ', ')
}

function first({ drivers }: Told, { say, now, team }: Reader): Marked | null {
  const { first } = drivers
  if (!first) return null
  return together([link(first.outlet, first.url), plain(say.at(first.heardAt, now, team.timeZone))], ', ')
}

function blindness({ blind }: Told, { say, now, team }: Reader): Marked | null {
  if (blind.length === 0) return null
  const named = blind
    .slice(0, 4)
    .map(({ name, from }) => say('crisis.blind-since', { name, since: say.since(from, now, team.timeZone) }))
  const more = blind.length - named.length
  return together([...named, more > 0 ? say('crisis.blind-more', { count: more }) : null])
}

/** How clear it is beside chance and the topic's own past, and what speaks against it. */
function sureness({ sign, blind, drivers }: Told, say: Say): Marked | null {
  if (sign === null) return null
  const clear = sign.clear >= 2.5 ? 'high' : sign.clear >= 1.3 ? 'middle' : 'low'
  return together(
    [
      say(`crisis.sure-${clear}`, { times: Math.round(sign.clear * 10) / 10 }),
      blind.length > 0 ? say('crisis.sure-blind') : null,
      drivers.authors > 0 && drivers.authors < 4 ? say('crisis.sure-few', { count: drivers.authors }) : null,
    ],
    ' ',
  )
}

function stateOf({ incident, tasks }: Told, { say, now, team }: Reader): Marked | null {
  const { state, taken, controlledAt, overAt, openedAt, openedBy, cause, stoodAt } = incident
  const at = (moment: Instant) => say.at(moment, now, team.timeZone)
  const done = tasks.filter((task) => task.done).length
  return together([
    openedBy === null
      ? say('crisis.noticed', { time: at(openedAt) })
      : say('crisis.opened', { name: openedBy, time: at(openedAt) }),
    taken ? say('crisis.taken', { name: taken.by, time: at(taken.at) }) : null,
    state === 'firing' && cause !== 'liked' ? say('crisis.firing') : null,
    controlledAt !== null && state !== 'taken' ? say('crisis.controlled', { time: at(controlledAt) }) : null,
    overAt !== null && state === 'over' ? say('crisis.over', { time: at(overAt) }) : null,
    state !== 'over' && openedBy === null && now - stoodAt > 30 * minute
      ? say('crisis.calm-since', { since: say.since(stoodAt, now, team.timeZone) })
      : null,
    tasks.length > 0 ? say('crisis.plan-done', { done, count: tasks.length }) : null,
  ])
}

function exampleOf(voice: Voice, { say }: Reader): Item {
  const { title, text, author, outlet, url, heardAt, label, mention } = voice
  const who = [author, outlet].filter((one) => one).join(' · ')
  return {
    title: title || who,
    url: url ?? undefined,
    quote: text && text !== title ? text.slice(0, quoted) : undefined,
    text: together(
      [title ? plain(who) : null, mention > 0 ? say('mention.number', { id: String(mention) }) : null],
      ' · ',
    ),
    mood: label,
    at: heardAt,
  }
}

function buttonsOf({ incident, tasks }: Told, say: Say): Button[] {
  const button = (action: string, style?: Button['style']): Button => ({
    action: `crisis.${action}`,
    label: say.plain(`crisis.do-${action}` as Parameters<Say['plain']>[0]),
    ...(style ? { style } : {}),
  })
  const { state, cause } = incident
  if (cause === 'liked') return state === 'over' ? [] : [button('over')]
  const plan = tasks.length > 0 ? [button('plan')] : []
  if (state === 'over') return [button('report', 'primary'), button('timeline'), button('reopen')]
  const more = [...plan, button('note'), button('timeline')]
  if (state === 'firing') return [button('take', 'primary'), ...more, button('over')]
  if (state === 'taken') return [button('control', 'primary'), ...more, button('over')]
  return [button('over', 'primary'), ...more]
}

const longestHeadline = 90
const quoted = 300

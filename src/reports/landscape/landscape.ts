import { type Period, periodBefore, spanOf } from '../../model/period.ts'
import { soughtTerms, termText } from '../../model/query-terms.ts'
import type { Told } from '../../model/told.ts'
import { folded } from '../../model/words.ts'
import type { Facts } from '../kpi/measured.ts'
import { documentsOf } from './documents.ts'
import { type Gaps, gapsOf } from './gaps.ts'
import { type Phrase, phraseWords } from './phrases.ts'
import { type Idea, ideasOf } from './questions.ts'
import { type Read, readTold } from './read.ts'
import { type RisingThemes, risingOf } from './rising.ts'
import { type Rival, rivalsOf } from './rivals.ts'
import { namesOnly } from './themes.ts'

/** For which days, and of one topic alone. */
export type LandscapeAsked = { period: Period; topic?: string }

/** What one sees around the brand; what was not asked for is null. `read`: from how many mentions. */
export type Landscape = {
  asked: LandscapeAsked
  rivals: Rival[] | null
  rising: RisingThemes | null
  ideas: Idea[] | null
  gaps: Gaps | null
  read: { count: number; cut: boolean }
}

export const landscapeParts = ['rivals', 'rising', 'ideas', 'gaps'] as const
export type LandscapePart = (typeof landscapeParts)[number]

/** Looks around: at the newest mentions of a period (`mostRead`), and for what rises at those of the period before. */
export async function landscapeOf(
  facts: Facts,
  asked: LandscapeAsked,
  parts: readonly LandscapePart[],
): Promise<Landscape> {
  const { store, team } = facts
  const now = await readTold(store, team.name, spanOf(asked.period, team.timeZone))
  const wants = (part: LandscapePart) => parts.includes(part)
  const about = now.all.filter(asked.topic ? isAbout(asked.topic) : isOfSector)
  const looked = facts.team.topics.flatMap(termsOf)
  const leftOut = saysNothing(facts, looked, now.all)
  return {
    asked,
    rivals: wants('rivals') ? await rivalsOf(facts, asked, now.all) : null,
    rising: wants('rising') ? await risen(facts, asked, about, leftOut) : null,
    ideas: wants('ideas') ? await ideasOf(asked.topic ? about : now.all, namesIn(facts), looked) : null,
    gaps: wants('gaps') ? await gapsOf(await documentsOf(now.all), leftOut) : null,
    read: { count: now.all.length, cut: now.cut },
  }
}

async function risen(
  { store, team }: Facts,
  { period, topic }: LandscapeAsked,
  about: Told[],
  leftOut: (phrase: Phrase) => boolean,
): Promise<RisingThemes> {
  const before: Read = await readTold(store, team.name, spanOf(periodBefore(period), team.timeZone))
  const then = before.all.filter(topic ? isAbout(topic) : isOfSector)
  return risingOf(await documentsOf(about), await documentsOf(then), leftOut)
}

const isAbout = (topic: string) => (told: Told) => told.topics.some(({ name }) => name === topic)

/** About competitors, the sector or a theme, whoever else it is about. */
const isOfSector = ({ topics }: Told) =>
  topics.some(({ kind }) => kind === 'competitor' || kind === 'sector' || kind === 'theme')

/** What the topics look for, who they are about and what places are called says nothing new. */
function saysNothing(facts: Facts, looked: string[], told: Told[]): (phrase: Phrase) => boolean {
  const ours = namesOnly([...namesIn(facts), ...looked])
  const who = facts.team.topics.filter(({ kind }) => kind !== 'sector' && kind !== 'theme')
  const names = new Set([facts.team.title, ...who.map(({ name }) => name)].flatMap(phraseWords))
  const places = new Set(told.flatMap(({ outlet, author }) => [folded(outlet), folded(author ?? '')]))
  return (phrase) =>
    ours(phrase) || phrase.words.some((word) => names.has(word)) || places.has(phrase.words.join(' '))
}

const termsOf = ({ query, text }: Facts['team']['topics'][number]) =>
  soughtTerms(query).map((term) => termText(term, text ?? ''))

const namesIn = ({ team }: Facts) => [team.title, ...team.topics.map(({ name }) => name)]

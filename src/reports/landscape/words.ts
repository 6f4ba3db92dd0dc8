import type { Button } from '../../chat/message.ts'
import type { Period } from '../../model/period.ts'
import type { Told } from '../../model/told.ts'
import { link, type Marked, marked, together } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import { valueWords } from '../kpi/words.ts'

/** Days as people write them: « 15–21 novembre 2026 ». */
export function periodWords({ from, to }: Period, { locale }: Say): string {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return format.formatRange(Date.parse(from), Date.parse(to))
}

export const percentWords = (share: number, say: Say) => valueWords(share, 'percent', say)

/** Headlines with where they lead, each of another story, so many at most. */
export function exampleLinks(told: Told[], most: number): Marked {
  const stories = new Map<string, Told>()
  for (const one of told) if (!stories.has(one.story) && headOf(one) !== '') stories.set(one.story, one)
  return together([...stories.values()].slice(0, most).map(headLink), ' · ')
}

/** A headline, or how a text begins, and where it stands. */
export const headLink = (told: Told): Marked =>
  together([link(headOf(told), told.url), marked`(${told.outlet})`], ' ')

function headOf({ title, text }: Told): string {
  const head = (title || text || '').replace(/\s+/g, ' ').trim()
  return head.length > longestHead ? `${head.slice(0, longestHead - 1).trimEnd()}…` : head
}

const longestHead = 80

/** Shows the newest of these mentions. */
export const readButton = (told: Told[], say: Say): Button => ({
  action: 'sector-page.read',
  label: say.plain('landscape.read'),
  value: mentionsKey(told),
})

/** What a button carries, so that there is room for the name of a team beside it. */
export const mostCarried = 44

/** How many there are and the numbers of the newest, as a button carries them: six at least, ten at most. */
export function mentionsKey(told: Pick<Told, 'mention'>[]): string {
  let key = told.length.toString(36)
  for (const { mention } of told.slice(0, 10)) {
    const longer = `${key}.${mention.toString(36)}`
    if (longer.length > mostCarried) break
    key = longer
  }
  return key
}

/** What `mentionsKey` says; null where it is none. */
export function readMentionsKey(key: string): { count: number; ids: number[] } | null {
  if (!/^[0-9a-z]+(?:\.[0-9a-z]+)+$/.test(key)) return null
  const [count, ...ids] = key.split('.').map((number) => Number.parseInt(number, 36))
  return [count!, ...ids].every(Number.isSafeInteger) ? { count: count!, ids } : null
}

import { type Heard, newCounting } from '../../../src/analysis/bursts/counting.ts'
import { type Alert, newWatch, type WatchSettings } from '../../../src/analysis/bursts/watch.ts'

/** What people say of a made brand, from Monday 2 March 2026 on. `happens` on the last day but one, at 14:00. */
export type Story = {
  perDay: number
  days: number
  seed: number
  /** 0 for a brand that is as loud at night; 0.8 for one that nearly sleeps. */
  swing?: number
  negative?: number
  happens?: (made: Making) => void
}

/** Times in minutes from the beginning. `event` is when it happens. */
export type Making = {
  event: number
  random: () => number
  poisson: (mean: number) => number
  /** Adds a mention heard at a minute; what is not said of it is anybody's. */
  add: (minute: number, more?: Partial<Heard>) => void
  /** Nothing is seen between these minutes; with `late`, it all comes in at the end. */
  blind: (from: number, to: number, late: boolean) => void
}

/** What the watch made of a story: the alerts from the event on, and how many there were before it. */
export type Heed = { alerts: (Alert & { after: number })[]; before: number }

/** Plays a story minute by minute, as intake would. `after`: minutes since the event. */
export function play(story: Story, settings: WatchSettings = {}): Heed {
  const { mentions, blind, event, minutes } = makeMentions(story)
  const [counting, watch] = [newCounting(), newWatch(settings)]
  const heed: Heed = { alerts: [], before: 0 }
  let next = 0
  for (let minute = 0; minute < minutes; minute++) {
    for (; next < mentions.length && mentions[next]!.at < atOf(minute + 1); next++)
      counting.hear(mentions[next]!)
    if (blind.some(({ from, to }) => minute >= from && minute < to)) continue
    const alert = watch.tell(atOf(minute), counting.take())
    if (alert && minute < event) heed.before++
    else if (alert) heed.alerts.push({ ...alert, after: minute - event })
  }
  return heed
}

export const atOf = (minute: number) => Date.UTC(2026, 2, 2) + minute * 60_000

function makeMentions({ perDay, days, seed, swing = 0, negative = 0.15, happens }: Story) {
  const { random, poisson } = newChance(seed)
  const minutes = days * 1440
  const event = minutes - 1440 - 600
  const mentions: Heard[] = []
  const blind: { from: number; to: number; late: boolean }[] = []
  const pick = (count: number) => Math.floor(random() * count)
  const add = (minute: number, more: Partial<Heard> = {}) => {
    const at = atOf(minute) + pick(60_000)
    const voice = { author: `author ${pick(5000)}`, outlet: `outlet ${pick(30)}`, story: null }
    const reach = Math.round(Math.exp(5 + 1.5 * (random() + random() + random() - 1.5) * 2))
    mentions.push({
      at,
      publishedAt: at - pick(120_000),
      ...voice,
      negative: random() < negative,
      reach,
      ...more,
    })
  }
  for (let minute = 0; minute < minutes; minute++) {
    const busy = 1 - swing * Math.cos(((minute % 1440) / 1440) * 2 * Math.PI)
    for (let left = poisson((perDay / 1440) * busy); left > 0; left--) add(minute)
  }
  happens?.({
    event,
    random,
    poisson,
    add,
    blind: (from, to, late) => void blind.push({ from, to, late }),
  })
  const seen = mentions.flatMap((mention) => {
    const hole = blind.find(({ from, to }) => mention.at >= atOf(from) && mention.at < atOf(to))
    if (!hole) return [mention]
    return hole.late ? [{ ...mention, at: atOf(hole.to) }] : []
  })
  return { mentions: seen.sort((a, b) => a.at - b.at), blind, event, minutes }
}

/** Chance that can be repeated (Park and Miller's minimal standard generator). */
export function newChance(seed: number) {
  let state = (Math.abs(Math.trunc(seed)) % 2147483646) + 1
  const random = () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
  for (let warm = 0; warm < 10; warm++) random()
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
  const poisson = (mean: number) => {
    if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    const limit = Math.exp(-mean)
    let [count, product] = [0, random()]
    for (; product > limit; count++) product *= random()
    return count
  }
  return { random, poisson }
}

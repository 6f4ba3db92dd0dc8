import { digestAfter } from '../model/digest.ts'
import type { Mention, TopicMood } from '../model/mention.ts'
import type { Instant } from '../model/post.ts'
import type { Route } from '../model/route.ts'
import { type Place, placeKey, type QuietHours, type Team } from '../model/team.ts'
import { quietUntil } from '../model/time.ts'

/** That a mention is told in a channel: by which route, for which of its topics, at once or in the digest, and when. */
export type Telling = {
  place: Place
  route: string
  topics: TopicMood[]
  when: Route['when']
  dueAt: Instant
}

/** What routes look at. */
export type Routed = Pick<Mention, 'topics' | 'language'> & {
  post: Pick<Mention['post'], 'network' | 'reach' | 'sample'>
}

/**
 * Where a mention goes, by the team's routes in their order: to every one it fits, up to one that says stop, and once to each channel. Where several lead to one channel, at once goes before the digest, and what is
 * due sooner before what is due later. Quiet hours hold no sample back.
 */
export function tellingsOf(mention: Routed, team: Team, now: Instant): Telling[] {
  const tellings = new Map<string, Telling>()
  for (const route of team.routes) {
    const topics = fitting(route, mention)
    if (topics.length === 0) continue
    const place = typeof route.to === 'string' ? team.channels[route.to] : route.to
    const { name, when } = route
    const dueAt = when === 'digest' ? digestAfter(now, team.digest, team.timeZone) : held(route, mention)
    const known = tellings.get(placeKey(place))
    const sooner = !known || (known.when === when ? dueAt < known.dueAt : when === 'now')
    if (sooner) tellings.set(placeKey(place), { place, route: name, topics, when, dueAt })
    if (route.stop) break
  }
  return [...tellings.values()]

  function held({ quiet }: Route, { post }: Routed): Instant {
    const hours: QuietHours | null = quiet === null ? team.quietHours : quiet === 'none' ? null : quiet
    return (post.sample ? null : quietUntil(now, hours, team.timeZone)) ?? now
  }
}

/** The topics for which a mention fits a route; none where it does not. */
function fitting(route: Route, { topics, language, post }: Routed): TopicMood[] {
  const among = <Value>(values: Value[] | null, value: Value | null) =>
    values === null || (value !== null && values.includes(value))
  if (!among(route.networks, post.network) || !among(route.languages, language)) return []
  if (route.reach !== null && (post.reach === null || post.reach < route.reach)) return []
  return topics.filter(
    ({ name, kind, mood }) =>
      among(route.topics, name) && among(route.kinds, kind) && among(route.moods, mood.label),
  )
}

import { type Language, type Mood, moods } from './mood.ts'
import type { Network } from './network.ts'
import type { Place, Purpose, QuietHours, SettingPlace } from './team.ts'
import type { Topic, TopicKind } from './topic.ts'

/**
 * Which mentions go where. Every condition that is named must hold, and within one any of its values will do;
 * null asks for nothing. `moods` are those towards the topics that `topics` and `kinds` let through.
 */
export type Route = {
  name: string
  topics: string[] | null
  kinds: TopicKind[] | null
  moods: Mood[] | null
  networks: Network[] | null
  languages: Language[] | null
  /** How many people it may have reached, at least; a post of unknown reach does not fit. */
  reach: number | null
  to: Purpose | Place
  when: 'now' | 'digest'
  /** Its own quiet hours, `none` for none at all; null for the team's. */
  quiet: QuietHours | 'none' | null
  /** Whether a mention that takes this route goes no further down the list. */
  stop: boolean
  at?: SettingPlace
}

/** A route for all that is left, at once; what is given asks for more. */
export const routeTo = (to: Route['to'], more: Partial<Route> = {}): Route => ({
  name: typeof to === 'string' ? to : to.channel,
  topics: null,
  kinds: null,
  moods: null,
  networks: null,
  languages: null,
  reach: null,
  to,
  when: 'now',
  quiet: null,
  stop: false,
  ...more,
})

/** Where nothing is set: what is about the team itself rings in its alerts channel, the rest in its watch. */
export const usualRoutes: Route[] = [
  routeTo('alerts', { kinds: ['brand', 'person'], stop: true }),
  routeTo('watch'),
]

/**
 * The topics of which some mention may fit no route. Only routes that ask for nothing but topics and moods are sure
 * to tell: what a network, a language or a reach lets through, nobody knows beforehand.
 */
export const untold = ({ topics, routes }: { topics: Pick<Topic, 'name' | 'kind'>[]; routes: Route[] }) =>
  topics.filter(({ name, kind }) => {
    const sure = routes
      .filter(({ networks, languages, reach }) => !networks && !languages && reach === null)
      .filter((route) => (route.topics?.includes(name) ?? true) && (route.kinds?.includes(kind) ?? true))
    return !moods.every((mood) => sure.some((route) => route.moods?.includes(mood) ?? true))
  })

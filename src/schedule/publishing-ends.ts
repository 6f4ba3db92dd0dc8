import type { Logger } from 'pino'
import { reasonOf, Unavailable } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import type { Published, Try } from '../model/publication.ts'
import type { PublishOutcome } from '../model/reply.ts'
import type { Team } from '../model/team.ts'
import { day, minute } from '../model/time.ts'
import { NotSent } from '../publish/connector.ts'
import { newScrub } from '../scrub.ts'
import type { EndOfTry } from '../store/publications.ts'
import { reasonWords, sayIn } from '../texts/texts.ts'

/** How a try ended, and what that means for its reply; null while nobody knows. */
export type Ended = { end: EndOfTry; outcome: PublishOutcome | null }

/** What a network's answer, or the lack of one, leads to. Words are those of the team's language, without secrets. */
export function newEnds({ teams, clock, log }: { teams: Team[]; clock: () => Instant; log: Logger }) {
  // Of all identities: what a server echoes is kept as little as what we said.
  const scrub = newScrub(
    teams.flatMap(({ identities = [] }) => identities.flatMap(({ secrets }) => Object.values(secrets))),
  )
  const kept = (answer: string) => scrub.secrets(answer).slice(0, longestAnswer)
  const words = (team: Team, error: unknown) =>
    error instanceof Unavailable
      ? kept(reasonWords(reasonOf(error), sayIn(team.locale))).trim()
      : sayIn(team.locale).plain('publish.unsure')

  const taken = ({ id, url, answer }: Published, outcome: 'published' | 'found'): Ended => ({
    end: { outcome, answer: kept(answer), postId: id, url, settled: true },
    outcome: { is: 'published', id, url },
  })

  /** A person looks. */
  const unsure = (team: Team, why: string | null): Ended => ({
    end: { outcome: 'unsure', settled: true },
    outcome: { is: 'unsure', why: why ?? sayIn(team.locale).plain('publish.unsure') },
  })

  const open = (lookAt: Instant, answer: string | null = null): Ended => ({
    end: { outcome: 'unsure', answer, settled: false, lookAt },
    outcome: null,
  })

  /** It surely is not there: refused for good, or asked again later and later, as long as the network asks for. */
  function notTaken(team: Team, error: NotSent, tries: number): Ended {
    const why = words(team, error)
    if (error.refused)
      return { end: { outcome: 'refused', answer: why, settled: true }, outcome: { is: 'stuck', why } }
    const end: EndOfTry = { outcome: 'not-taken', answer: why, settled: true }
    if (tries >= mostTries) {
      const told = sayIn(team.locale).plain('publish.often', { count: tries, why })
      return { end, outcome: { is: 'stuck', why: told } }
    }
    const wait = Math.min(firstWait * 2 ** (tries - 1), longestWait)
    const at = clock() + Math.max(wait, Math.min(error.retryAfter ?? 0, day))
    return { end, outcome: { is: 'later', at, why } }
  }

  return {
    taken,
    unsure,

    nobody(team: Team, name: string): Ended {
      const key = team.sample ? 'publish.sample' : 'publish.nobody'
      return notTaken(team, new NotSent(key, { key, values: { name }, refused: true }), 1)
    },

    /** Publishing failed; `tries` counts this one. */
    failed(team: Team, error: unknown, tries: number): Ended {
      if (error instanceof NotSent) return notTaken(team, error, tries)
      if (!(error instanceof Unavailable))
        log.error(
          { err: error, team: team.name },
          'what publishes replies fell over; looking what became of one',
        )
      return open(clock() + breath, words(team, error))
    },

    /** It was looked for and does not stand there; a server that was slow may still be about to put it there. */
    missing(
      team: Team,
      one: Try,
      { name, since, tries }: { name: string; since: Instant; tries: number },
    ): Ended {
      if (clock() < one.beganAt + comesLate) return open(one.beganAt + comesLate)
      // What is not there after so long may have been there, and taken away by somebody.
      if (clock() - since > surelyNew) return unsure(team, one.answer)
      return notTaken(team, new NotSent('not there', { key: 'publish.not-there', values: { name } }), tries)
    },

    /** It could not be looked for: some time later again, then a person does. */
    hidden(team: Team, one: Try, error: unknown): Ended {
      const ours = !(error instanceof Unavailable)
      if (ours) log.error({ err: error, id: one.reply }, 'a reply could not be looked for')
      if (ours || error.refused || one.looks + 1 >= mostLooks)
        return unsure(team, one.answer ?? words(team, error))
      const wait = Math.max(error.retryAfter ?? 0, minute * 2 ** one.looks)
      return open(clock() + Math.min(wait, longestLook), one.answer ?? words(team, error))
    },
  }
}

/** Before it is looked for: a slow server may still be at it. */
const breath = 5_000
/** After so long no server is still at what it was asked. */
const comesLate = minute
const firstWait = 30_000
const longestWait = 30 * minute
const mostTries = 8
const mostLooks = 6
const longestLook = 10 * minute
/** So long after the first try nobody can say that it never stood there. Mastodon remembers keys for an hour. */
const surelyNew = 50 * minute
const longestAnswer = 10_000

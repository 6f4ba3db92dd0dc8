import type { Reading } from '../../model/measure.ts'
import { hour } from '../../model/time.ts'
import type { PromiseThen } from '../../store/happened.ts'
import type { BlindSource } from './blind.ts'
import type { Board, IncidentThen } from './board.ts'
import { countOf, type Rival } from './rivals.ts'

/** Something to do, with the facts that say so. */
export type ToDo =
  | { do: 'answer'; count: number; unanswered: Board['unanswered'] }
  | { do: 'promise'; promise: PromiseThen }
  | { do: 'rival'; rival: Rival; before: number }
  | { do: 'source'; source: BlindSource; share: number }
  | { do: 'incident'; incident: IncidentThen }
  | { do: 'mood'; reading: Reading }
  | { do: 'competitors' }

type Seen = Omit<Board, 'moves' | 'toDo'>

/** At most three, what hurts most first; none where nothing asks for it. */
export function toDoIn(board: Seen, length: number): ToDo[] {
  const { unanswered, promises, incidents, blind, rivals, readings } = board
  const answer: ToDo[] = unanswered.count > 0 ? [{ do: 'answer', count: unanswered.count, unanswered }] : []
  const open = incidents.filter(({ overAt, cause }) => overAt === null && cause !== 'liked')
  const broken = promises.filter(({ made, missed }) => missed >= 2 && missed / made > 0.2)
  const gone = blind.sources
    .map((source) => ({ source, share: source.away / length }))
    // What broke a moment ago may be back before anybody reads this.
    .filter(({ source, share }) => share > 0.1 || (source.still && source.away > hour))
  const rising = rivals
    .filter(({ ours, volume }) => !ours && volume.before.known && volume.figure.known)
    .map((rival) => ({ rival, before: rival.volume.before.known ? rival.volume.before.value : 0 }))
    .filter(({ rival, before }) => countOf(rival) >= 10 && countOf(rival) >= 1.5 * before)
    .sort((a, b) => countOf(b.rival) - b.before - (countOf(a.rival) - a.before))
  const mood = readings.find(({ measure }) => measure.key === 'net-sentiment')
  const all: ToDo[] = [
    ...open.map((incident): ToDo => ({ do: 'incident', incident })),
    ...answer,
    ...broken.map((promise): ToDo => ({ do: 'promise', promise })),
    ...gone.slice(0, 1).map((one): ToDo => ({ do: 'source', ...one })),
    ...rising.slice(0, 1).map((one): ToDo => ({ do: 'rival', ...one })),
    ...(mood && (mood.change ?? 0) <= -15 ? [{ do: 'mood', reading: mood } satisfies ToDo] : []),
    ...(rivals.length === 0 ? [{ do: 'competitors' } satisfies ToDo] : []),
  ]
  return all.slice(0, 3)
}

import type { Reading } from '../../model/measure.ts'
import { spanOf } from '../../model/period.ts'
import type { StoryThen } from '../../store/happened.ts'
import type { Facts } from '../kpi/measured.ts'
import type { Board, IncidentThen } from './board.ts'
import { ours } from './board.ts'
import { forBoard } from './shown.ts'

/** A number that moved, and the one thing that explains most of it; null where no single one does. */
export type Move = { reading: Reading; cause: Cause | null }

/** `share` of the difference is its doing. `gone`: what the period before had and this one has no more. */
export type Cause =
  | { is: 'story'; story: StoryThen; share: number; gone: boolean }
  | { is: 'incident'; incident: IncidentThen; share: number }

type Seen = Pick<Board, 'readings' | 'stories' | 'incidents' | 'before' | 'reader'>

/** What moved by more than its usual rustle, the largest first, each with its cause. */
export async function movesIn(facts: Facts, seen: Seen, span: { from: number; to: number }): Promise<Move[]> {
  const moved = seen.readings
    .filter(({ measure }) => seen.reader === 'team' || forBoard.includes(measure.key))
    .filter(isMove)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, mostMoves)
  if (moved.length === 0) return []
  const before = spanOf(seen.before, facts.team.timeZone)
  const { happened } = facts.store
  const earlier = await happened.stories(facts.team.name, before, ours, 6)
  const [then, now] = [
    await happened.tellings(
      facts.team.name,
      before,
      ours,
      seen.stories.map(({ story }) => story),
    ),
    await happened.tellings(
      facts.team.name,
      span,
      ours,
      earlier.map(({ story }) => story),
    ),
  ]
  const known = { ...seen, earlier, then, now }
  return moved.map((reading) => ({ reading, cause: causeOf(reading, known) }))
}

type Known = Seen & { earlier: StoryThen[]; then: Map<string, number>; now: Map<string, number> }

/** A story or a crisis whose own mentions make up at least half of the difference. */
function causeOf({ measure, figure, before }: Reading, known: Known): Cause | null {
  if (!figure.known || !before.known || !(measure.key in counts)) return null
  const count = counts[measure.key as Counted]
  const [more, less] = [count.of(figure, known), count.of(before, known)]
  const difference = more - less
  if (difference === 0) return null
  const incident = known.incidents.find(({ mentions }) => difference > 0 && mentions >= difference / 2)
  const added = known.stories.map((story) => ({
    story,
    own: count.in(story, known.then.get(story.story) ?? 0),
  }))
  const gone = known.earlier.map((story) => ({
    story,
    own: count.in(story, known.now.get(story.story) ?? 0),
  }))
  const [first] = (difference > 0 ? added : gone).sort((a, b) => b.own - a.own)
  if (first && first.own >= Math.abs(difference) / 2)
    return { is: 'story', story: first.story, share: share(first.own, difference), gone: difference < 0 }
  if (incident && measure.key !== 'reach')
    return { is: 'incident', incident, share: share(incident.mentions, difference) }
  return null
}

const share = (own: number, difference: number) => Math.min(1, own / Math.abs(difference))

type FigureKnown = Extract<Reading['figure'], { known: true }>
type Counted = keyof typeof counts

/** What each measure counts, and how many of them a story has beyond those of the other period. */
const counts = {
  volume: {
    of: ({ value }: FigureKnown, _: Known) => value,
    in: ({ count }: StoryThen, other: number) => count - other,
  },
  reach: {
    of: ({ value }: FigureKnown, _: Known) => value,
    in: ({ reach }: StoryThen, other: number) => (other > 0 ? 0 : reach),
  },
  outlets: {
    of: ({ value }: FigureKnown, _: Known) => value,
    in: ({ outlets }: StoryThen, other: number) => (other > 0 ? 0 : outlets),
  },
  'negative-share': negatives(({ value, of }) => value * (of ?? 0)),
  // Fewer points, more negative mentions: the difference is looked for among those.
  'net-sentiment': {
    of: ({ value, n }: FigureKnown, _: Known) => (-value / 100) * n,
    in: ({ negative }: StoryThen, other: number) => (other > 0 ? 0 : negative),
  },
}

function negatives(of: (figure: FigureKnown) => number) {
  return {
    of: (figure: FigureKnown, _: Known) => of(figure),
    in: ({ negative }: StoryThen, other: number) => (other > 0 ? 0 : negative),
  }
}

function isMove({ measure, figure, before, change }: Reading): boolean {
  if (change === null || !figure.known || !before.known) return false
  if (Math.max(figure.n, before.n) < leastBehind) return false
  if (measure.unit === 'score') return Math.abs(change) >= 10
  if (measure.unit === 'percent') return Math.abs(change) >= 0.05
  return Math.abs(change) >= 0.15
}

/** How much it moved, to be compared across units: tenths of a whole. */
const weight = ({ measure, change }: Reading) =>
  measure.unit === 'score'
    ? Math.abs(change!) / 50
    : measure.unit === 'percent'
      ? Math.abs(change!) * 2
      : Math.min(3, Math.abs(change!))

const mostMoves = 5
/** With fewer behind it a number moves by chance. */
const leastBehind = 10

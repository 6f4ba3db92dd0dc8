import { becauseWords, changeWords, durationWords, figureWords, measureName } from '../kpi/words.ts'
import type { Board } from './board.ts'
import { rivalsChart, trendChart } from './charts.ts'
import type { Block, Cell, Line, Section } from './sheet.ts'
import { forBoard } from './shown.ts'
import {
  knownOf,
  moveLines,
  readingOf,
  rivalLine,
  storyValues,
  toDoLine,
  unmarked,
  type Voice,
} from './words.ts'

/** The parts of a report in their order: for the board what it means, for the team how it came about as well. */
export function sectionsOf(board: Board, voice: Voice): Section[] {
  const team = board.reader === 'team'
  return [
    trend(board, voice),
    toDo(board, voice),
    moves(board, voice),
    ...(team ? [numbers(board, voice), stories(board, voice)] : []),
    rivals(board, voice),
    answered(board, voice),
    ...(team ? [promises(board, voice), replies(board, voice), unanswered(board, voice)] : []),
    blind(board, voice),
  ].filter((section) => section !== null)
}

function trend(board: Board, { say }: Voice): Section | null {
  const chart = trendChart(board, say)
  const mood = moodLine(board, say)
  if (!chart && !mood) return null
  const blocks: Block[] = [
    ...(chart ? [{ kind: 'bars' as const, chart }] : []),
    ...(mood ? [lines([{ text: mood }])] : []),
  ]
  return { key: 'trend', name: chart?.title ?? say.plain('report.mood'), blocks }
}

/** How many of each mood: worked out of the measures, so that they say the same. */
function moodLine(board: Board, say: Voice['say']): string | null {
  const [net, share] = [readingOf(board, 'net-sentiment'), knownOf(board, 'negative-share')]
  if (!net) return null
  if (!net.figure.known)
    return knownOf(board, 'volume')?.figure.value === 0
      ? null
      : say.plain('report.mood-unknown', { because: becauseWords(net.figure.because, say) })
  const all = net.figure.n
  if (!share || all === 0) return null
  const negative = Math.round(share.figure.value * all)
  const positive = Math.round((net.figure.value / 100) * all + negative)
  return say.plain('report.mood-line', {
    positive,
    neutral: all - positive - negative,
    negative,
    net: figureWords(net.figure, net.measure, say),
  })
}

function toDo({ toDo }: Board, voice: Voice): Section {
  const { say } = voice
  const all = toDo.map((one, at) => ({ ...toDoLine(one, voice), nth: at + 1 }))
  return {
    key: 'todo',
    name: say.plain(toDo.length === 3 ? 'report.todo' : 'report.todo-fewer'),
    blocks: [lines(all.length > 0 ? all : [{ text: say.plain('report.todo-none') }])],
  }
}

function moves({ moves, readings }: Board, voice: Voice): Section {
  const { say } = voice
  const compared = readings.some(({ change }) => change !== null)
  const none = say.plain(compared ? 'report.no-moves' : 'report.no-before')
  const all = moveLines(moves, voice)
  return {
    key: 'moves',
    name: say.plain('report.moves'),
    blocks: [lines(all.length > 0 ? all : [{ text: none }])],
  }
}

function numbers({ readings }: Board, { say }: Voice): Section | null {
  const rows = readings
    .filter(({ figure }) => figure.known)
    .map((reading): Cell[] => [
      measureName(reading.measure, say),
      figureWords(reading.figure, reading.measure, say),
      reading.before.known ? figureWords(reading.before, reading.measure, say) : '–',
      changeWords(reading, say) ?? '–',
    ])
  const heads = (['number', 'now', 'was', 'change'] as const).map((key) => say.plain(`report.${key}`))
  return table('numbers', say.plain('report.numbers'), { heads, rows, numbers: [1, 2, 3] })
}

function stories({ stories }: Board, { say }: Voice): Section | null {
  const rows = stories
    .filter(({ count }) => count > 1)
    .slice(0, 10)
    .map((story): Cell[] => [
      { text: storyValues(story, say).title, url: story.url },
      story.outlet,
      say.number(story.count),
      say.number(story.negative),
      say.number(story.outlets),
    ])
  const heads = (['story', 'first', 'mentions', 'negative', 'outlets'] as const).map((key) =>
    say.plain(`report.head-${key}`),
  )
  return table('stories', say.plain('report.stories'), { heads, rows, numbers: [2, 3, 4] })
}

function rivals(board: Board, voice: Voice): Section | null {
  const { say } = voice
  if (board.rivals.length === 0) return null
  const chart = rivalsChart(board.rivals, say)
  const share = readingOf(board, 'share-of-voice')
  const value = share && figureWords(share.figure, share.measure, say)
  const change = share && changeWords(share, say)
  const all: Line[] = [
    ...(value
      ? [{ strong: say.plain('report.voice', { value: change ? `${value} (${change})` : value }), text: '' }]
      : []),
    ...board.rivals
      .filter(({ ours }) => !ours)
      .slice(0, 5)
      .map((rival) => rivalLine(rival, voice)),
  ]
  const blocks: Block[] = [...(chart ? [{ kind: 'shares' as const, chart }] : []), lines(all)]
  return { key: 'rivals', name: say.plain('report.rivals'), blocks }
}

function answered(board: Board, { say }: Voice): Section {
  const { work, unanswered } = board
  const said = [
    say.plain(work.replies > 0 ? 'report.replies' : 'report.replies-none', { count: work.replies }),
    work.answered > 0 ? say.plain('report.by-hand', { count: work.answered }) : null,
    work.ignored > 0 && board.reader === 'team' ? say.plain('report.ignored', { count: work.ignored }) : null,
    unanswered.count > 0 ? say.plain('report.unanswered-line', { count: unanswered.count }) : null,
  ].filter((one) => one !== null)
  const measures = ['time-to-answer', 'promises-kept', 'answered-share'].flatMap((key): string[] => {
    const reading = knownOf(board, key)
    if (!reading) return []
    const value = figureWords(reading.figure, reading.measure, say)
    const change = changeWords(reading, say)
    const text = say.plain('report.measure-line', { name: measureName(reading.measure, say), value })
    return [change ? `${text} (${change})` : text]
  })
  const all = [{ text: said.join(' ') }, ...(measures.length > 0 ? [{ text: measures.join(' · ') }] : [])]
  const blocks = [lines(all)]
  return { key: 'answered', name: say.plain('report.answered'), blocks }
}

function promises({ promises }: Board, { say }: Voice): Section | null {
  const rows = promises.map(({ rule, made, kept, missed }) => [
    rule,
    ...[made, kept, missed].map((count) => say.number(count)),
  ])
  const heads = (['promise', 'made', 'kept', 'missed'] as const).map((key) => say.plain(`report.head-${key}`))
  return table('promises', say.plain('report.promises'), { heads, rows, numbers: [1, 2, 3] })
}

function replies({ replies }: Board, { say, team, now }: Voice): Section | null {
  const rows = replies.map(({ at, by, outlet, title, url }): Cell[] => [
    say.time(at, now, team.timeZone),
    by ?? 'Vigie',
    { text: [outlet, title].filter(Boolean).join(' · '), url },
  ])
  const heads = (['when', 'who', 'to'] as const).map((key) => say.plain(`report.head-${key}`))
  return table('replies', say.plain('report.last-replies'), { heads, rows, numbers: [] })
}

function unanswered({ unanswered: { count, shown } }: Board, { say, team, now }: Voice): Section | null {
  if (count === 0) return null
  const all: Line[] = shown.map((one) => ({
    text: `${say.time(one.at, now, team.timeZone)} · ${one.outlet} · ${storyValues(one, say).title}`,
    url: one.url,
  }))
  const more = count - shown.length
  const rest = more > 0 ? [{ text: unmarked(say('report.unanswered-more', { count: more })) }] : []
  return { key: 'unanswered', name: say.plain('report.unanswered'), blocks: [lines([...all, ...rest])] }
}

/** Said, not hidden: for the board in a sentence, for the team source by source. */
function blind({ blind, reader }: Board, { say }: Voice): Section {
  const { sources, watched, untold, unknown } = blind
  const missed = untold.givenUp + untold.unconfirmed
  const seen =
    watched === 0 ? say.plain('report.blind-no-source') : say.plain('report.blind-none', { count: watched })
  const short =
    sources.length > 0 &&
    say.plain('report.blind-board', {
      count: sources.length,
      watched,
      length: durationWords(sources[0]!.away, say),
      names: sources
        .slice(0, 6)
        .map(({ name }) => name)
        .join(', '),
    })
  const bySource = sources.slice(0, 15).map(({ name, away, still, reason }) =>
    say.plain(still ? 'report.blind-still' : 'report.blind-source', {
      name,
      length: durationWords(away, say),
      reason: becauseWords(reason, say),
    }),
  )
  const all = [
    ...(sources.length === 0 ? [seen] : reader === 'board' ? [short || ''] : bySource),
    ...(missed > 0 ? [say.plain('report.blind-untold', { count: missed })] : []),
    ...unknown
      .filter(({ measure }) => reader === 'team' || forBoard.includes(measure.key))
      .slice(0, mostUnknown)
      .map(({ measure, figure }) =>
        say.plain('report.blind-unknown', {
          name: measureName(measure, say),
          because: figure.known ? '' : becauseWords(figure.because, say),
        }),
      ),
  ]
  return { key: 'blind', name: say.plain('report.blind'), blocks: [lines(all.map((text) => ({ text })))] }
}

const mostUnknown = 12

const lines = (all: Line[]): Block => ({ kind: 'lines', lines: all })

/** Nothing where there are no rows. */
const table = (key: string, name: string, of: { heads: string[]; rows: Cell[][]; numbers: number[] }) =>
  of.rows.length === 0 ? null : { key, name, blocks: [{ kind: 'table' as const, ...of }] }

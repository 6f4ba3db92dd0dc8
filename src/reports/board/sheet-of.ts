import { dateWords, periodWords } from '../../chat/dates.ts'
import type { Figure, Reading } from '../../model/measure.ts'
import { spanOf } from '../../model/period.ts'
import type { CommentVersion } from '../../model/report.ts'
import { changeWords, figureWords, measureFormula, measureName, valueWords } from '../kpi/words.ts'
import type { Board } from './board.ts'
import { sectionsOf } from './sections.ts'
import type { Comment, Sheet, Tile } from './sheet.ts'
import { forBoard, forTeam } from './shown.ts'
import { tableOf } from './table.ts'
import { isFew, readingOf, type Voice, whatLines } from './words.ts'

/** A period as its reader reads it, with the comment that stands; without one where nobody gave it words yet. */
export function sheetOf(board: Board, comment: CommentVersion | null, voice: Voice): Sheet {
  const { say, team, now } = voice
  const today = dateWords(now, team.timeZone, say)
  return {
    locale: say.locale,
    title: say.plain(`report.title-${board.reader}`, { team: team.title }),
    period: periodWords(board.period, say),
    team: team.title,
    notes: [
      ...(board.soFar ? [say.plain('report.so-far', { date: today })] : []),
      ...(team.sample ? [say.plain('report.sample')] : []),
    ],
    what: whatLines(board, voice),
    tiles: tilesOf(board, voice),
    comment: comment && commentOf(board, comment, voice),
    sections: sectionsOf(board, voice),
    definitions: definitionsOf(board, voice),
    definitionsName: say.plain('report.definitions'),
    foot: say.plain('report.made', { date: today }),
    page: say.plain('report.page', { page: '{page}', pages: '{pages}' }),
    table: tableOf(board, voice),
  }
}

/** Whose words they are; and that they were written before the numbers were whole. */
function commentOf(board: Board, { text, by, at }: CommentVersion, { say, team }: Voice): Comment {
  const over = spanOf(board.period, team.timeZone).to
  const early = by !== null && at < over && !board.soFar
  return {
    name: by ? say.plain('report.comment-by', { name: by.name }) : say.plain('report.comment'),
    text,
    note: early
      ? say.plain('report.comment-early', { date: dateWords(at, team.timeZone, say) })
      : by
        ? null
        : say.plain('report.comment-drafted'),
  }
}

/** The numbers that a reader looks for first, those that are known. */
function tilesOf(board: Board, { say }: Voice): Tile[] {
  const keys = board.reader === 'board' ? forBoard : forTeam
  return keys
    .flatMap((key) => readingOf(board, key) ?? [])
    .filter(({ figure }) => figure.known)
    .slice(0, 6)
    .map((reading) => ({
      name: measureName(reading.measure, say),
      value: shortOf(reading.figure, reading, say),
      change: changeWords(reading, say),
      before: isThin(reading)
        ? say.plain('report.few')
        : reading.before.known
          ? say.plain('report.before', { value: shortOf(reading.before, reading, say) })
          : null,
      tone: toneOf(reading),
    }))
}

/** A rate or a score of a handful; a count is as sure as what was counted. */
const isThin = ({ measure, figure }: Reading) => figure.known && measure.unit !== 'count' && isFew(figure)

const shortOf = (figure: Figure, { measure }: Reading, say: Voice['say']) =>
  figure.known
    ? valueWords(figure.value, measure.unit, say, figure.currency)
    : figureWords(figure, measure, say)

export function toneOf({ measure, change }: Pick<Reading, 'measure' | 'change'>): Tile['tone'] {
  if (change === null || Math.abs(change) < 0.005 || measure.better === null) return 'even'
  return change > 0 === (measure.better === 'up') ? 'good' : 'bad'
}

/** Of every number that the report shows, how it is counted. */
function definitionsOf(board: Board, { say }: Voice) {
  const shown = new Set([
    ...(board.reader === 'board' ? forBoard : board.readings.map(({ measure }) => measure.key)),
  ])
  const moved = board.moves.map(({ reading }) => reading.measure.key)
  return board.readings
    .filter(({ measure, figure }) => figure.known && (shown.has(measure.key) || moved.includes(measure.key)))
    .map(({ measure }) => ({ name: measureName(measure, say), text: measureFormula(measure, say) }))
}

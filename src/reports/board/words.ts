import { againstWords, dateWords, periodWords, whenWords } from '../../chat/dates.ts'
import { titleOf } from '../../chat/incident-title.ts'
import { fewUnder, type Reading } from '../../model/measure.ts'
import type { Instant } from '../../model/post.ts'
import type { Team } from '../../model/team.ts'
import { type Marked, nodesOf, textOf } from '../../texts/marked.ts'
import { reasonWords, type Say } from '../../texts/texts.ts'
import { changeWords, durationWords, figureWords, measureName, valueWords } from '../kpi/words.ts'
import type { Board, IncidentThen } from './board.ts'
import type { Move } from './moves.ts'
import type { Rival } from './rivals.ts'
import { countOf } from './rivals.ts'
import type { Line } from './sheet.ts'
import type { ToDo } from './to-do.ts'

/** For whom something is written. */
export type Voice = { say: Say; team: Team; now: Instant }

export const readingOf = ({ readings }: Pick<Board, 'readings'>, key: string): Reading | null =>
  readings.find(({ measure }) => measure.key === key) ?? null

/** A measure of it that is known; null where it is not. */
export function knownOf(board: Pick<Board, 'readings'>, key: string) {
  const reading = readingOf(board, key)
  return reading?.figure.known ? { ...reading, figure: reading.figure } : null
}

/** Too few to say anything by. */
export const isFew = ({ n }: { n: number }) => n < fewUnder

/** What happened, in a few sentences. */
export function whatLines(board: Board, voice: Voice): string[] {
  const { say, team } = voice
  const unanswered = board.unanswered.count
  const [story] = board.stories
  const lines = [
    volumeLine(board, voice),
    story && story.count > 1
      ? say.plain('report.story', {
          ...storyValues(story, say),
          count: story.count,
          outlets: say.plain('report.outlets', { count: story.outlets }),
        })
      : null,
    ...board.incidents.slice(0, 3).map((one) => incidentLine(one, voice)),
    promisesLine(board, voice),
    unanswered > 0 ? say.plain('report.unanswered-line', { count: unanswered }) : null,
  ].filter((line) => line !== null && line !== undefined)
  const quiet = board.incidents.length === 0 && board.moves.length === 0 && unanswered === 0
  return [...lines, ...(quiet && lines.length < 2 ? [say.plain('report.quiet')] : [])].map((line) =>
    line.replaceAll('{team}', team.title),
  )
}

function volumeLine(board: Board, { say, team }: Voice): string | null {
  const volume = knownOf(board, 'volume')
  if (!volume) return null
  const count = volume.figure.value
  if (count === 0) return say.plain('report.volume-none', { team: team.title })
  const change = changeWords(volume, say)
  const against = againstWords(board.period, board.before, say)
  const words = change
    ? say('report.volume', { count, team: team.title, change, against })
    : say('report.volume-alone', { count, team: team.title })
  return unmarked(words)
}

function incidentLine(one: IncidentThen, { say, team }: Voice): string {
  const title = nameOf(one.incident, say)
  if (one.cause === 'liked') return say.plain('report.liked', { title, count: one.mentions })
  if (one.overAt === null) return say.plain('report.incident-open', { title, count: one.mentions })
  const until = dateWords(one.overAt, team.timeZone, say)
  return say.plain('report.incident-over', { title, until, count: one.mentions })
}

function promisesLine({ promises }: Board, { say }: Voice): string | null {
  const made = promises.reduce((sum, { kept, missed }) => sum + kept + missed, 0)
  const kept = promises.reduce((sum, one) => sum + one.kept, 0)
  return made === 0 ? null : say.plain('report.promises-line', { count: made, kept })
}

/** The numbers that moved, and why: those that one thing explains stand in one line. */
export function moveLines(moves: Move[], voice: Voice): Line[] {
  const groups = Map.groupBy(moves, ({ cause }) =>
    cause === null ? null : cause.is === 'story' ? `${cause.story.story} ${cause.gone}` : cause.incident.id,
  )
  return [...groups.values()].map((group) => moveLine(group, voice))
}

function moveLine(group: Move[], { say }: Voice): Line {
  const strong = group
    .map(({ reading }) =>
      say.plain('report.move', {
        name: measureName(reading.measure, say),
        value: figureWords(reading.figure, reading.measure, say),
        change: changeWords(reading, say) ?? '',
      }),
    )
    .join(' · ')
  const cause = group[0]!.cause
  if (cause === null) return { strong, text: say.plain('report.because-many') }
  const least = Math.min(...group.map(({ cause }) => cause?.share ?? 1))
  const value = valueWords(Math.round(least * 100) / 100, 'percent', say)
  const share = group.length > 1 && least < 1 ? say.plain('report.share-least', { value }) : value
  if (cause.is === 'incident')
    return {
      strong,
      text: say.plain('report.because-incident', { title: nameOf(cause.incident.incident, say), share }),
    }
  const key = cause.gone ? 'report.because-gone' : 'report.because-story'
  return { strong, text: say.plain(key, { ...storyValues(cause.story, say), share }), url: cause.story.url }
}

/** A competitor, and what was said of it. */
export function rivalLine({ name, volume, story }: Rival, { say }: Voice): Line {
  const count = volume.figure.known ? volume.figure.value : null
  const mentions =
    count === null ? figureWords(volume.figure, volume.measure, say) : say.plain('report.mentions', { count })
  const change = changeWords(volume, say)
  const values = { name, mentions, change: change ?? '' }
  if (change && story)
    return { text: say.plain('report.rival-said', { ...values, ...storyValues(story, say) }), url: story.url }
  return { text: say.plain(change ? 'report.rival-line' : 'report.rival-alone', values) }
}

/** What to do, and the facts that say so. */
export function toDoLine(one: ToDo, { say, team }: Voice): Line {
  if (one.do === 'answer') {
    const { oldest, shown } = one.unanswered
    const [first] = shown
    return {
      strong: say.plain('report.do-answer', { count: one.count }),
      text:
        oldest && first
          ? say.plain('report.why-answer', {
              date: dateWords(oldest.at, team.timeZone, say),
              ...storyValues(first, say),
            })
          : '',
      url: first?.url ?? null,
    }
  }
  if (one.do === 'promise')
    return {
      strong: say.plain('report.do-promise', { rule: one.promise.rule }),
      text: say.plain('report.why-promise', { missed: one.promise.missed, count: one.promise.made }),
    }
  if (one.do === 'source') {
    const { name, away } = one.source
    const values = { length: durationWords(away, say), share: valueWords(one.share, 'percent', say) }
    return { strong: say.plain('report.do-source', { name }), text: say.plain('report.why-source', values) }
  }
  if (one.do === 'rival') {
    const { rival, before } = one
    const values = { mentions: say.plain('report.mentions', { count: countOf(rival) }), before }
    return {
      strong: say.plain('report.do-rival', { name: rival.name }),
      text: rival.story
        ? say.plain('report.why-rival', { ...values, ...storyValues(rival.story, say) })
        : say.plain('report.why-rival-alone', values),
      url: rival.story?.url ?? null,
    }
  }
  if (one.do === 'incident')
    return {
      strong: say.plain('report.do-incident', { title: nameOf(one.incident.incident, say) }),
      text: say.plain('report.why-incident', { since: dateWords(one.incident.from, team.timeZone, say) }),
    }
  if (one.do === 'mood')
    return {
      strong: say.plain('report.do-mood'),
      text: say.plain('report.why-mood', { change: changeWords(one.reading, say) ?? '' }),
    }
  return { strong: say.plain(`report.do-${one.do}`), text: unmarked(say(`report.why-${one.do}`)) }
}

/** A comment made of the facts: what a first draft of it could say. */
export function draftedComment(board: Board, voice: Voice): string {
  const { say, team } = voice
  const volume = knownOf(board, 'volume')
  const when = whenWords(board.period, say)
  const values = { when, team: team.title }
  if (!volume || volume.figure.value === 0) return say.plain('report.draft-volume-none', values)
  const change = changeWords(volume, say)
  const against = againstWords(board.period, board.before, say)
  const count = volume.figure.value
  const [first] = board.toDo
  const sentences = [
    change
      ? say.plain('report.draft-volume', { ...values, count, change, against })
      : say.plain('report.draft-volume-alone', { ...values, count }),
    moodSentence(board, voice),
    causeSentence(board, voice),
    voiceSentence(board, voice),
    workSentence(board, voice),
    first
      ? say.plain('report.draft-first', { what: lowered(toDoLine(first, voice).strong ?? '', say) })
      : null,
  ]
  return sentences.filter((one) => one !== null).join(' ')
}

function moodSentence(board: Board, { say }: Voice): string | null {
  const mood = knownOf(board, 'net-sentiment')
  if (!mood || isFew(mood.figure)) return null
  const net = valueWords(mood.figure.value, 'score', say)
  const change = changeWords(mood, say)
  return change
    ? say.plain('report.draft-mood', { net, change })
    : say.plain('report.draft-mood-alone', { net })
}

function causeSentence({ moves, stories }: Board, { say }: Voice): string | null {
  const cause = moves.find(({ cause }) => cause !== null)?.cause
  if (cause?.is === 'incident')
    return say.plain('report.draft-incident', { title: nameOf(cause.incident.incident, say) })
  if (cause)
    return say.plain(cause.gone ? 'report.draft-gone' : 'report.draft-story', storyValues(cause.story, say))
  const [story] = stories
  return story && story.count > 1 ? say.plain('report.draft-told', storyValues(story, say)) : null
}

function voiceSentence(board: Board, { say }: Voice): string | null {
  const voice = knownOf(board, 'share-of-voice')
  if (!voice || isFew(voice.figure)) return null
  return say.plain('report.draft-voice', { value: figureWords(voice.figure, voice.measure, say) })
}

function workSentence({ work, promises }: Board, { say }: Voice): string | null {
  const count = work.replies + work.answered
  const made = promises.reduce((sum, one) => sum + one.kept + one.missed, 0)
  const kept = promises.reduce((sum, one) => sum + one.kept, 0)
  if (made > 0) return say.plain('report.draft-work', { count, kept, made })
  return count > 0 ? say.plain('report.draft-work-alone', { count }) : null
}

/** What a crisis is about: its title, or the topic it broke out over. */
const nameOf = (incident: IncidentThen['incident'], say: Say) =>
  incident.title ?? incident.topic ?? titleOf(incident, say)

/** A story within a sentence. What is forgotten says so. */
export const storyValues = ({ title, outlet }: { title: string; outlet: string }, say: Say) => ({
  title: title || say.plain('report.no-title'),
  outlet,
})

/** The sentence goes on with it. */
const lowered = (text: string, { locale }: Say) => text.slice(0, 1).toLocaleLowerCase(locale) + text.slice(1)

/** What says nothing to who reads it on paper: our markup. */
export const unmarked = (text: Marked): string => textOf(nodesOf(text))

export { dateWords, periodWords, reasonWords }

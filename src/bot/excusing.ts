import type { Logger } from 'pino'
import type { Happened, Heard } from '../chat/chat.ts'
import type { Message } from '../chat/message.ts'
import { Oops, Unavailable } from '../model/oops.ts'
import type { Person } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { StoreDown } from '../store/fault.ts'
import { newId } from '../store/id.ts'
import { type Marked, marked, together } from '../texts/marked.ts'
import { isKey, type Say, sayIn } from '../texts/texts.ts'
import { FilledWrong } from './reading.ts'
import { NotForUs } from './understanding.ts'

/** Says what went wrong to whoever asked, in their language; what is our own mistake is logged, without their words. */
export function newExcuses({
  teams,
  whoAsks,
  clock,
  log,
}: {
  teams: Team[]
  whoAsks(by: Happened): Person
  clock: () => Instant
  log: Logger
}) {
  /** Whatever went wrong, in words. Never throws: nobody above would answer. */
  function excuse(error: unknown, heard: Heard): Message | null {
    try {
      return inWords(error, heard)
    } catch (broken) {
      const id = newId(clock()).slice(-8)
      log.error({ err: broken, id, kind: heard.kind, chat: heard.chat }, 'an excuse failed')
      return { quiet: true, text: sayIn(teams[0]?.locale ?? 'en')('bot.bug', { id }) }
    }
  }

  function inWords(error: unknown, heard: Heard): Message | null {
    if (error instanceof NotForUs) return null
    const say = voiceFor(heard)
    if (error instanceof Oops)
      return { quiet: true, text: together([oopsText(error, say), placeOf(error, heard)]) }
    const id = newId(clock()).slice(-8)
    const unsaid = wordsOf(heard)
    log.error({ err: error, id, kind: heard.kind, chat: heard.chat, unsaid }, 'an answer failed')
    if (!(error instanceof Unavailable)) return { quiet: true, text: say('bot.bug', { id }) }
    const full = error instanceof StoreDown && error.key && isKey(error.key) ? error.key : null
    return { quiet: true, text: say(full ?? 'bot.busy') }
  }

  const voiceFor = (heard: Heard): Say => {
    try {
      return sayIn(whoAsks(heard).locale)
    } catch {
      return sayIn(teams[0]?.locale ?? 'en')
    }
  }

  return excuse
}

/** What somebody said, and who they are: none of it belongs in the log. */
const wordsOf = (heard: Heard): string[] => [
  heard.name,
  ...(heard.kind === 'command' ? [heard.text] : []),
  ...(heard.kind === 'message-action' ? [heard.message.text, heard.message.author] : []),
  ...('options' in heard ? Object.values(heard.options ?? {}) : []),
  ...('values' in heard ? Object.values(heard.values ?? {}) : []),
]

/** An Oops in somebody's language. */
export const oopsText = (error: Oops, say: Say): Marked =>
  isKey(error.key) ? say(error.key, error.values) : marked`${error.key}`

/** What was typed, with the mistake in bold. */
function placeOf(error: Oops, heard: Heard): Marked | null {
  const { at } = error
  if (!at || heard.kind !== 'command') return null
  const [before, typed] =
    error instanceof FilledWrong ? ['', error.filled.replace(/\s/g, ' ')] : [`/${heard.command} `, heard.text]
  const [head, wrong, tail] = [typed.slice(0, at.from), typed.slice(at.from, at.to), typed.slice(at.to)]
  const shown = wrong.trim() === '' ? marked`▲` : (`**${marked`${wrong.trim()}`}**` as Marked)
  return together([marked`> ${before}${head}`, shown, marked`${tail}`], '')
}

import type { Logger } from 'pino'
import type { Instant } from '../../model/post.ts'
import type { Store } from '../../store/store.ts'
import type { Bot, Heard } from '../chat.ts'
import type { Answering, Where } from './answering.ts'
import { type Forms, questionOf } from './forms.ts'
import { type Meeting, moreOf, type Named, within } from './meeting.ts'
import type { Rendering } from './rendering.ts'

type Parts = {
  bot(): Bot
  meeting: Meeting
  rendering: Rendering
  forms: Forms
  answering: Answering
  once: Store['once']
  clock: () => Instant
  log: Logger
  timeout: number
}

/** Something that was done: who did it, how it is read, and where it is answered; `key` is its own for good. */
export type Done = { key: string; named: Named; where: Where; trigger?: string; read(): Heard | null }

export type Hearing = ReturnType<typeof newHearing>

/** What people do reaches the bot, a form first where it takes one, and the answer goes back. All was acknowledged. */
export function newHearing({ bot, meeting, rendering, forms, answering, once, clock, log, timeout }: Parts) {
  async function hear({ key, named, where, trigger, read }: Done) {
    const { met, all } = meeting.meet(named)
    const known = (): Heard | null => {
      const heard = met.who?.gone ? null : read()
      return heard && { ...heard, ...moreOf(met) }
    }
    const [fresh, complete] = await Promise.all([isNew(key), within(patience, all)])
    if (!fresh) return
    let heard = known()
    let form = heard && bot().before(heard).form
    if (!form && !complete) {
      // Rights and names may still be on their way.
      await within(timeout, all)
      heard = known()
      form = heard && bot().before(heard).form
    }
    if (!heard) return
    const say = rendering.voiceOf(heard.account, heard)
    if (form) {
      form = (await bot().fill?.(heard, form)) ?? form
      const question = questionOf(heard, where)
      const shown = trigger !== undefined && (await forms.open(form, say, trigger, question))
      if (!shown) await answering(await forms.button(form, say, question), say, where)
    } else {
      const message = await bot().answer(heard)
      if (message) await answering(message, say, where)
    }
    await once.done(key, clock())
  }

  /** Slack sends again what it does not know to have arrived. Where the store does not say, better twice than never. */
  async function isNew(key: string): Promise<boolean> {
    let fresh = true
    const asked = once.begin(key, clock()).then(
      (said) => {
        fresh = said
      },
      (err) => log.warn({ err }, 'the store cannot tell whether something was heard before'),
    )
    await within(patience, asked)
    return fresh
  }

  const keyOf = (kind: string, id: string) => `slack:${meeting.here().workspace}:${kind}:${id}`

  return { hear, keyOf, isNew, done: (key: string) => once.done(key, clock()) }
}

/** A window opens within three seconds of the press, or not at all. */
const patience = 1_500

import type { Logger } from 'pino'
import type { Instant } from '../../model/post.ts'
import { day } from '../../model/time.ts'
import { newId } from '../../store/id.ts'
import type { Store } from '../../store/store.ts'
import type { Say } from '../../texts/texts.ts'
import type { Happened, Heard } from '../chat.ts'
import type { Form, Message } from '../message.ts'
import type { Where } from './answering.ts'
import type { Slack } from './client.ts'
import { most } from './limits.ts'
import { renderModal } from './modal.ts'

/** What was asked, without who asked it: whoever fills the form in does. */
export type Question = { asked: Omit<Heard, Exclude<keyof Happened, 'team' | 'channel'>>; where: Where }

export type Forms = ReturnType<typeof newForms>

/** Windows, and what was asked when they were opened: it travels with the window, or is kept where it is too long. */
export function newForms({ slack, store, clock, log }: Parts) {
  /** Shows a form. False where Slack opens no window any more: three seconds after the press it is too late. */
  async function open(form: Form, say: Say, trigger: string, question: Question): Promise<boolean> {
    try {
      const view = renderModal(form, say, await pack(question))
      await slack.ask((client) => client.views.open({ trigger_id: trigger, view }))
      return true
    } catch (err) {
      log.warn({ err }, 'a form could not be shown')
      return false
    }
  }

  async function pack(question: Question): Promise<string> {
    const packed = JSON.stringify(question)
    return packed.length <= most.privateMetadata ? packed : JSON.stringify({ kept: await keep(question) })
  }

  async function keep(question: Question): Promise<string> {
    const key = newId(clock())
    await store.memory.set(memoryKey(key), question, day)
    return key
  }

  /** What was asked when the window was opened; null where it is forgotten. */
  async function unpack(along: string): Promise<Question | null> {
    try {
      const { kept, ...question } = JSON.parse(along)
      return kept === undefined ? question : await keptBy(kept)
    } catch {
      return null
    }
  }

  const keptBy = async (key: string) => (await store.memory.get<Question>(memoryKey(key))) ?? null

  /** A button that opens the form, for where nothing can be opened: below words, or when it is too late. */
  async function button(form: Form, say: Say, question: Question): Promise<Message> {
    const value = await keep(question)
    return {
      quiet: true,
      text: say('bot.form-by-button'),
      buttons: [{ action: openForm, label: form.title, value, style: 'primary' }],
    }
  }

  return { open, unpack, button, keptBy }
}

/** The action of such a button. */
export const openForm = 'slack.form'

const memoryKey = (key: string) => `slack:form:${key}`

/** What was asked, for whoever answers the form. */
export const questionOf = (heard: Heard, where: Where): Question => ({
  asked: Object.fromEntries(Object.entries(heard).filter(([name]) => !ofWho.has(name))) as Question['asked'],
  where,
})

const ofWho = new Set(['chat', 'account', 'name', 'at', 'groups', 'administers', 'language'])

type Parts = { slack: Slack; store: Store; clock: () => Instant; log: Logger }

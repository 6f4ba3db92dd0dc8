import type { Webhook } from '../../model/webhook.ts'
import { readDiscourse } from './discourse.ts'
import { fieldsOf, type HookEvent, listOf, type Told } from './event.ts'
import { isForm } from './form.ts'
import { readGithub } from './github.ts'
import { readMail } from './mail.ts'
import { readMeta } from './meta.ts'
import { readPosts } from './posts.ts'
import { readReviews } from './reviews.ts'
import { readX } from './x.ts'

/** What a payload holds: events of posts, rows of measures; or nothing, since its sender may not send it. */
export type Read = { events: HookEvent[] } | { rows: unknown[] } | { refused: 'sender' }

/** Reads what was taken. Throws where it is no JSON, which the door makes sure of. */
export function readHook(hook: Webhook, raw: Buffer, told: Told): Read {
  if (hook.kind === 'mail') {
    const events = readMail(raw, told.type, hook)
    return events === null ? { refused: 'sender' } : { events }
  }
  const payload: unknown = JSON.parse(raw.toString())
  if (hook.kind === 'measures') return { rows: rowsIn(payload) }
  return { events: eventsIn(hook, payload, told) }
}

function eventsIn(hook: Webhook, payload: unknown, told: Told): HookEvent[] {
  if (hook.kind === 'meta') return readMeta(payload)
  if (hook.kind === 'discourse') return readDiscourse(payload, told, hook)
  if (hook.kind === 'github') return readGithub(payload)
  if (hook.kind === 'x') return readX(payload)
  if (hook.kind === 'reviews') return readReviews(payload, hook)
  return readPosts(payload, hook)
}

/** `[…]`, `{rows: […]}`, `{data: […]}` or `{data: {rows: […]}}`. */
function rowsIn(payload: unknown): unknown[] {
  const { rows, data } = fieldsOf(payload)
  const all = rows ?? fieldsOf(data).rows ?? data ?? payload
  return Array.isArray(all) ? listOf(all) : [all]
}

/** What a request says that it is made of is what its kind is made of. */
export function isRightType({ kind }: Pick<Webhook, 'kind'>, type = ''): boolean {
  const json = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type.trim())
  return json || (kind === 'mail' && isForm(type.trim()))
}

/** Whether it can be read at all: JSON with something in it, or a form. */
export function isWhole({ kind }: Pick<Webhook, 'kind'>, raw: Buffer, type = ''): boolean {
  if (raw.length === 0) return false
  if (kind === 'mail' && isForm(type.trim())) return true
  try {
    const value: unknown = JSON.parse(raw.toString())
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

import { Oops } from '../model/oops.ts'
import type { CastMember, Workspace } from './workspace.ts'

/** Who asks: one of the cast. Throws an Oops for anybody else. */
export function personOf(workspace: Workspace, user: string): CastMember {
  const person = workspace.cast().find((member) => member.user === user)
  if (!person) throw new Oops('workspace.no-person', { user: user.slice(0, 80) })
  return person
}

/** The channel's name, when this person sees it. Throws an Oops when not. */
export function channelOf(workspace: Workspace, user: string, channel: string): string {
  if (!workspace.channels(user).some(({ name }) => name === channel))
    throw new Oops('workspace.no-channel', { channel: channel.slice(0, 80) })
  return channel
}

/** What a request must hold and what it may, as JSON Schema. */
export const shape = (needed: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  required: Object.keys(needed),
  properties: { ...needed, ...optional },
  additionalProperties: false,
})

/** A name, an id, a label. */
export const word = { type: 'string', minLength: 1, maxLength: 200 }
/** What a button or a menu carries, which may be nothing. */
export const carried = { type: 'string', maxLength: 2000 }
/** What somebody types: at most 4000 characters (the box says so too), not all of them spaces. */
export const writing = { type: 'string', pattern: '\\S', maxLength: 4000 }
export const yesOrNo = { type: 'boolean' }
/** A form's answers, by the names of its inputs. */
export const answers = {
  type: 'object',
  maxProperties: 25,
  additionalProperties: { type: 'string', maxLength: 10_000 },
}

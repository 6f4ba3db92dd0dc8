import { type AllowedMentions, type Body, componentsV2 } from '../bodies.ts'
import { type Complaints, emptyMessage, newComplaints, type Path } from '../refusal.ts'
import { checkComponents } from './components.ts'
import { checkEmbeds } from './embeds.ts'

const most = { content: 2000, nonce: 25, files: 10, listed: 100 }

/**
 * Throws what Discord would find wrong with a message: `files` counts what came along, `flags` are those it has once it
 * is kept, `at` is where it stands in the whole body (`data` in the answer to an interaction).
 */
export function checkMessage(body: Body, files: number, flags: number, at: Path = []) {
  const to = newComplaints()
  to.text(body.content, [...at, 'content'], 0, most.content)
  checkEmbeds(body.embeds ?? [], to, at)
  checkComponents(body.components ?? [], flags, to, at)
  if (body.nonce !== undefined && String(body.nonce).length > most.nonce)
    to.complain(
      [...at, 'nonce'],
      'NONCE_TYPE_TOO_LONG',
      `The nonce is too long. Must be ${most.nonce} or fewer in length.`,
    )
  if (files > most.files)
    to.complain([...at, 'files'], 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.')
  checkMentions(body.allowed_mentions ?? {}, to, [...at, 'allowed_mentions'])
  checkPoll(body.poll, to, [...at, 'poll'])
  if (flags & componentsV2)
    for (const part of ['content', 'embeds', 'poll'] as const)
      if (has(body[part]))
        to.complain(
          [...at, part],
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${part}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        )
  to.settle()
}

/** Refuses a message that would show nothing. */
export function checkSomething(message: Body & { files: number }) {
  const shown = [message.content, message.embeds, message.components, message.poll].some(has)
  if (!shown && message.files === 0) throw emptyMessage()
}

const has = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' ? value.trim() !== '' : Boolean(value)

function checkMentions({ parse = [], users = [], roles = [] }: AllowedMentions, to: Complaints, at: Path) {
  for (const [n, one] of parse.entries())
    if (!['users', 'roles', 'everyone'].includes(one))
      to.complain(
        [...at, 'parse', n],
        'BASE_TYPE_CHOICES',
        "Value must be one of ('users', 'roles', 'everyone').",
      )
  for (const [name, listed] of Object.entries({ users, roles })) {
    to.list(listed, [...at, name], 0, most.listed)
    if (listed.length > 0 && parse.includes(name))
      to.complain(
        at,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`,
      )
  }
}

function checkPoll(poll: Body['poll'], to: Complaints, at: Path) {
  if (!poll) return
  to.text(poll.question?.text, [...at, 'question', 'text'], 1, 300)
  const answers = poll.answers ?? []
  to.list(answers, [...at, 'answers'], 1, 10)
  for (const [n, { poll_media }] of answers.entries())
    to.text(poll_media?.text, [...at, 'answers', n, 'poll_media', 'text'], 1, 55)
  to.number(poll.duration, [...at, 'duration'], 1, 32 * 24)
}

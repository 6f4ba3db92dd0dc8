import { webApi } from '@slack/bolt'
import { Unavailable, type Values } from '../../model/oops.ts'
import { minute } from '../../model/time.ts'
import type { Key } from '../../texts/texts.ts'

/** Slack answered, and its answer was no. `word` is its own for why: `channel_not_found`. */
export class SlackNo extends Unavailable {
  override name = 'SlackNo'
  readonly word: string

  constructor(word: string, more: ConstructorParameters<typeof Unavailable>[1]) {
    super(`Slack says ${word}`, more)
    this.word = word
  }
}

/** Whether Slack said no, and one of these was why. */
export const saidNo = (error: unknown, ...words: string[]): error is SlackNo =>
  error instanceof SlackNo && words.includes(error.word)

/**
 * What the SDK threw, in our words: refused for good; not now, with `retryAfter` (nothing was taken); or, with the
 * `cause` that tells whether anything went out, no answer that could be read. `values` are for the words people read.
 */
export function unavailable(error: unknown, values: Values = {}): Unavailable {
  if (error instanceof Unavailable) return error
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new Unavailable('Slack is asked too often', { retryAfter: error.retryAfter * 1000, cause: error })
  if (error instanceof webApi.WebAPIPlatformError) return noOf(error, values)
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode } = error
    // Slack itself answers 200 and 429 alone: with any other 4xx somebody on the way let nothing through.
    const retryAfter = statusCode >= 400 && statusCode < 500 && statusCode !== 408 ? minute : undefined
    return new Unavailable(`Slack answers ${statusCode}`, { retryAfter, cause: error })
  }
  const cause = rootOf(error)
  // Nothing went out: asked so often, whatever waits is told soon after the network is back.
  const retryAfter = neverReached.has((cause as { code?: string } | undefined)?.code ?? '') ? soon : undefined
  return new Unavailable('Slack does not answer', { cause, retryAfter })
}

/**
 * What failed on the way to saying something, before it was said: whatever became of that call, it can be tried again
 * without looking for the message. What is no Unavailable comes back as it is.
 */
export function notSaid(error: unknown): unknown {
  if (!(error instanceof Unavailable) || error.refused || error.retryAfter !== undefined) return error
  const { key, values } = error
  return new Unavailable(error.message, { cause: error, key, values, retryAfter: soon })
}

const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** How long (ms) what never went out rests. */
const soon = 15_000

function noOf(error: webApi.WebAPIPlatformError, values: Values): Unavailable {
  const word = String(error.data.error)
  // Some page, and not from Slack: nobody knows what became of the call.
  if (!/^[a-z0-9_]{1,80}$/.test(word)) return new Unavailable('Slack answers with no JSON', { cause: error })
  const { needed, response_metadata: { retryAfter } = {} } = error.data as Said
  const more = { cause: error, values: { word, ...(needed ? { scopes: needed } : {}), ...values } }
  const key = forGood[word]
  if (key) return new SlackNo(word, { ...more, key, refused: true })
  if (limits.has(word)) return new SlackNo(word, { ...more, retryAfter: (retryAfter ?? 30) * 1000 })
  if (closed.has(word)) return new SlackNo(word, { ...more, retryAfter: minute })
  return new SlackNo(word, more)
}

type Said = { needed?: string; response_metadata?: { retryAfter?: number } }

/** The one of an error's causes that the system gave a code (`ECONNREFUSED`), else the error. */
function rootOf(error: unknown): unknown {
  let one = error as { code?: unknown; cause?: unknown } | undefined
  for (let depth = 0; one && depth < 5; depth++) {
    if (typeof one.code === 'string' && !one.code.startsWith('slack_')) return one
    one = one.cause as typeof one
  }
  return error
}

// The words are those of the methods' pages (docs.slack.dev/reference/methods).
const forGood: Record<string, Key> = {
  channel_not_found: 'slack.no-channel',
  is_archived: 'slack.archived',
  not_in_channel: 'slack.invite',
  method_not_supported_for_channel_type: 'slack.invite',
  restricted_action: 'slack.may-not-post',
  restricted_action_read_only_channel: 'slack.may-not-post',
  restricted_action_thread_only_channel: 'slack.may-not-post',
  restricted_action_non_threadable_channel: 'slack.may-not-post',
  restricted_action_thread_locked: 'slack.may-not-post',
  channel_is_limited_access: 'slack.may-not-post',
  team_access_not_granted: 'slack.may-not-post',
  message_not_found: 'slack.message-gone',
  thread_not_found: 'slack.message-gone',
  cant_update_message: 'slack.message-fixed',
  cant_delete_message: 'slack.message-fixed',
  edit_window_closed: 'slack.message-fixed',
  is_inactive: 'slack.message-fixed',
  user_not_found: 'slack.no-person',
  users_not_found: 'slack.no-person',
  user_disabled: 'slack.no-person',
  cannot_dm_bot: 'slack.no-person',
  user_not_in_channel: 'slack.no-person',
  messages_tab_disabled: 'slack.refused',
  invalid_blocks: 'slack.refused',
  invalid_blocks_format: 'slack.refused',
  invalid_attachments: 'slack.refused',
  invalid_arguments: 'slack.refused',
  invalid_arg_name: 'slack.refused',
  invalid_array_arg: 'slack.refused',
  invalid_metadata_format: 'slack.refused',
  invalid_metadata_schema: 'slack.refused',
  metadata_too_large: 'slack.refused',
  metadata_must_be_sent_from_app: 'slack.refused',
  msg_blocks_too_long: 'slack.refused',
  msg_too_long: 'slack.refused',
  too_many_attachments: 'slack.refused',
  no_text: 'slack.refused',
}

const limits = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])

/** The door is shut on us until somebody mends a token, a right, a workspace: what is to be said waits. */
const closed = new Set([
  ...['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive'],
  ...['missing_scope', 'not_allowed_token_type', 'no_permission', 'access_denied', 'ekm_access_denied'],
  ...['org_login_required', 'two_factor_setup_required', 'enterprise_is_restricted', 'accesslimited'],
  ...['team_added_to_org', 'external_channel_migrating', 'deprecated_endpoint', 'method_deprecated'],
])

/** How long (ms) to wait before what failed so often is tried again: seldom where somebody has to mend a token first. */
export function restAfter(failures: number, trouble: Unavailable): number {
  const doubling = 250 * 2 ** Math.min(failures, 10)
  const shut = badToken(trouble) || (trouble instanceof SlackNo && closed.has(trouble.word))
  if (shut) return Math.min(doubling, minute)
  const limited = trouble.cause instanceof webApi.WebAPIRateLimitedError
  return Math.max(Math.min(doubling, 5_000), limited ? (trouble.retryAfter ?? 0) : 0)
}

/** What Slack says of a token that does not serve. */
export const badToken = (error: unknown) =>
  saidNo(error, 'invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive') ||
  saidNo(error, 'not_allowed_token_type', 'forbidden_team', 'app_level_token_missing')

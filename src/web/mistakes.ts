import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Oops, Unavailable } from '../model/oops.ts'
import { isKey, type Key, type Say, sayIn } from '../texts/texts.ts'
import type { Workspace } from './workspace.ts'

export type Log = { error(facts: object, words: string): void }

/** Answers whatever went wrong in plain words, in the language of who asked: `{ error }`, never a stack. */
export const answerMistakes =
  (address: () => string, workspace: Workspace, log?: Log) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const say = voiceOf(request, workspace)
    const { status, words } = mistake(error, say, address())
    // The query is left out: it may hold what somebody wrote.
    if (status === 500) log?.error({ err: error, path: request.url.split('?')[0] }, 'The workspace failed')
    reply.code(status)
    return request.url.startsWith('/api/')
      ? reply.send({ error: words })
      : reply.type('text/plain; charset=utf-8').send(words)
  }

function mistake(error: unknown, say: Say, address: string): { status: number; words: string } {
  const known = (status: number, key: Key, values = {}) => ({ status, words: say.plain(key, values) })
  if (error instanceof Oops && isKey(error.key))
    return known(statuses[error.key] ?? 400, error.key, { address, ...error.values })
  if (error instanceof Unavailable) return known(503, 'workspace.busy')
  const { code, validation, statusCode = 500 } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return known(413, 'workspace.too-big')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return known(415, 'workspace.json-only')
  if (validation) return known(400, 'workspace.bad-field', { field: fieldOf(validation[0]) })
  if (statusCode === 400) return known(400, 'workspace.broken-json')
  if (statusCode > 400 && statusCode < 500) return known(statusCode, 'workspace.bad-request')
  return known(500, 'workspace.broken')
}

const statuses: Record<string, number> = {
  'workspace.wrong-host': 403,
  'workspace.wrong-origin': 403,
  'workspace.json-only': 415,
  'workspace.no-page': 404,
  'workspace.no-person': 404,
  'workspace.no-channel': 404,
  'workspace.crowded': 503,
}

function fieldOf(problem: { instancePath: string; params: Record<string, unknown> } | undefined): string {
  const { missingProperty, additionalProperty } = problem?.params ?? {}
  const field = missingProperty ?? additionalProperty ?? problem?.instancePath.slice(1)
  return String(field || 'JSON').slice(0, 80)
}

/** The language of the person one is; for somebody unknown, French or English as their browser likes it. */
function voiceOf(request: FastifyRequest, workspace: Workspace): Say {
  const { as } = (request.query ?? {}) as { as?: unknown }
  const person = workspace.cast().find(({ user }) => user === as)
  const french = /^\s*fr\b/i.test(request.headers['accept-language'] ?? '')
  return sayIn(person?.locale ?? (french ? 'fr' : 'en'))
}

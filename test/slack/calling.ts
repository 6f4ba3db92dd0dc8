import type { Struck } from './faults.ts'
import type { Asked } from './methods/asked.ts'
import { methods } from './methods/index.ts'
import type { Json } from './nouns.ts'
import { readParams } from './params.ts'
import { Refusal } from './refusal.ts'
import { useReply } from './replies.ts'
import type { Parts } from './server.ts'
import type { Call } from './stand-in.ts'
import type { Team } from './team.ts'

export type Answer = { status: number; headers: Record<string, string>; body: string }

type Request = {
  door: string
  /** The method, or the workspace. */
  first: string
  second: string
  raw: Buffer
  type: string
  token: string | null
  searchParams: URLSearchParams
}

/** One call: written down, struck by a fault or not, done or refused. */
export function newCalling({ host, links, deliver, events, faults }: Parts) {
  function call(request: Request): { answer: Answer; struck: Struck | null } {
    const { door, first, type, raw, searchParams } = request
    const method =
      door === 'api' ? first : door === 'respond' ? 'response_url' : door === 'upload' ? 'upload_url' : door
    const params = door === 'upload' ? {} : readParams(type, raw, searchParams)
    const token = request.token ?? (params.token ? String(params.token) : null)
    const team =
      door === 'api'
        ? host.teams.find(({ tokens }) => token !== null && Object.values(tokens).includes(token))
        : host.teams.find(({ id }) => id === first)
    const channel = channelOf(team, params, request)
    const log: Call = { method, team: team?.id ?? null, params, at: host.now(), outcome: 'ok', channel }
    host.calls.push(log)
    const names = [channel, team?.channels.get(channel ?? '')?.name].filter((one) => typeof one === 'string')
    const struck = faults.strike({ method, channel, names })
    const before = struck?.kind === 'limited' || struck?.kind === 'failed'
    const answer = before ? refusal(new Refusal(struck.kind)) : done(request, team, token, params, log)
    if (struck) log.outcome = struck.kind
    host.happened()
    return { answer, struck }
  }

  function done(
    request: Request,
    team: Team | undefined,
    token: string | null,
    params: Record<string, Json>,
    log: Call,
  ) {
    try {
      if (request.door === 'respond') return respond(request, team, params)
      if (request.door === 'upload') return upload(request, team)
      if (request.door !== 'api') throw new Refusal('not_found')
      const result = ask(request.first, team, token, params)
      if (typeof result.ts === 'string') log.ts = result.ts
      return ok(JSON.stringify({ ok: true, ...result }), {
        'x-oauth-scopes': [...team!.scopes].join(','),
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      log.outcome = error.error
      return refusal(error, request.door)
    }
  }

  function ask(name: string, team: Team | undefined, token: string | null, params: Record<string, Json>) {
    const method = methods[name]
    if (!method) throw new Refusal('unknown_method', { req_method: name })
    if (token === null) throw new Refusal('not_authed')
    if (!team) throw new Refusal('invalid_auth')
    if (team.refused) throw new Refusal(team.refused)
    const byApp = token === team.tokens.appToken
    if (byApp !== (method.byApp ?? false)) throw new Refusal('not_allowed_token_type')
    const asked: Asked = { host, team, links, deliver, events, params }
    const needed = typeof method.needs === 'string' ? [method.needs] : (method.needs?.(asked) ?? [])
    const missing = needed.filter((scope) => !team.scopes.has(scope))
    if (missing.length > 0)
      throw new Refusal('missing_scope', { needed: missing.join(','), provided: [...team.scopes].join(',') })
    return method.run(asked) ?? {}
  }

  function respond({ second }: Request, team: Team | undefined, params: Record<string, Json>): Answer {
    if (!team) throw new Refusal('no_service')
    useReply({ host, team, links, deliver, events, params }, second)
    return { status: 200, headers: { 'content-type': 'text/html' }, body: 'ok' }
  }

  function upload({ second, raw, type }: Request, team: Team | undefined): Answer {
    const file = team?.files.get(second)
    if (!file) throw new Refusal('not_found')
    file.bytes = bytesOf(type, raw)
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: `OK - ${file.bytes.length}` }
  }

  return { call }
}

const ok = (body: string, headers: Record<string, string>): Answer => ({ status: 200, headers, body })

/** The Web API says no with 200; other doors with 404. */
function refusal({ error, more }: Refusal, door = 'api'): Answer {
  const body = JSON.stringify({ ok: false, error, ...more })
  if (error === 'ratelimited')
    return { status: 429, headers: { 'retry-after': String(more.retryAfter) }, body }
  return { status: door === 'api' ? 200 : 404, headers: {}, body }
}

function channelOf(
  team: Team | undefined,
  params: Record<string, Json>,
  { door, second }: Request,
): string | null {
  if (door === 'respond') return team?.replies.get(second)?.channel ?? null
  const named = params.channel ?? params.channel_id
  if (typeof named !== 'string' || !team) return null
  return team.channel(named)?.id ?? (team.users.has(named) ? team.im(named).id : named)
}

/** The bytes as they are, or the file of a form. */
function bytesOf(type: string, raw: Buffer): Buffer {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/u.exec(type)?.[1]
  if (!boundary) return raw
  const start = raw.indexOf('\r\n\r\n') + 4
  return raw.subarray(start, raw.indexOf(`\r\n--${boundary}`, start))
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { csvOf } from '../reports/csv.ts'
import { bucketsIn, readExport } from '../reports/kpi/export.ts'
import { exportJson } from '../reports/kpi/export-json.ts'
import { exportColumns, exportRows } from '../reports/kpi/export-table.ts'
import { measuresOf } from '../reports/kpi/read.ts'
import type { Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { type FiguresAsked, readFiguresAsked } from './figures-asked.ts'

/** Whose figures can be read, with which clock; `longest` in ms, `most` readings a minute for each address. */
export type FiguresDoor = {
  store: Store
  teams: Team[]
  clock: () => Instant
  longest?: number
  most?: number
}

/**
 * Adds the addresses at which a program reads a team's figures and nothing else: `/figures/<token>.csv|.json`, since
 * spreadsheets know no headers, and `/figures.csv|.json` with `Authorization: Bearer <token>`. A token that opens
 * nothing is told nothing.
 */
export function addFigures(app: FastifyInstance, door: FiguresDoor) {
  const turns = newTurns(door.most ?? 30)
  const answer = async (request: FastifyRequest, reply: FastifyReply, token: string, format: string) => {
    if (!/^[\w-]{43}$/.test(token)) return reply.code(404).send()
    const known = await door.store.readingTokens.find(token)
    const team = known && door.teams.find(({ name }) => name === known.team)
    if (!known || !team) return reply.code(404).send()
    headed(reply)
    const now = door.clock()
    const begun = turns.begin(known.id, now)
    if (!begun)
      return refuse(reply.header('retry-after', 60), 429, {
        error: 'too-many-requests',
        per_minute: door.most ?? 30,
      })
    try {
      const asked = readFiguresAsked(new URL(request.url, 'http://vigie').searchParams, team, now)
      if ('refused' in asked) return refuse(reply, 400, asked.refused)
      await door.store.readingTokens.used(known.id, now)
      return await send(reply, team, asked, format, door)
    } finally {
      turns.end(known.id)
    }
  }
  app.get<{ Params: { file: string } }>('/figures/:file', (request, reply) => {
    const [, token = '', format = ''] = /^([\w-]{1,80})\.(csv|json)$/.exec(request.params.file) ?? []
    return answer(request, reply, token, format)
  })
  for (const format of ['csv', 'json'])
    app.get(`/figures.${format}`, (request, reply) => {
      const [, token = ''] = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '') ?? []
      return answer(request, reply, token, format)
    })
}

async function send(reply: FastifyReply, team: Team, asked: FiguresAsked, format: string, door: FiguresDoor) {
  const { store, clock, longest = 10_000 } = door
  const facts = { store, team, now: clock() }
  const say = sayIn(asked.locale)
  const measures = asked.measures ?? (await measuresOf(facts))
  const rows = measures.length * asked.topics.length * bucketsIn(asked.period, asked.grain)
  if (rows > mostRows) return refuse(reply, 400, { error: 'too-much', parameter: 'measure', most: mostRows })
  const until = performance.now() + longest
  const all = await readExport(
    facts,
    {
      ...{ measures, period: asked.period, grain: asked.grain, topics: asked.topics },
      parts: ({ by }) => asked.parts.filter((part) => by.includes(part)),
    },
    () => {
      if (performance.now() > until) throw new TooLong()
    },
  ).catch((error) => {
    if (error instanceof TooLong) return null
    throw error
  })
  if (!all)
    return refuse(reply.header('retry-after', 300), 503, { error: 'took-too-long', seconds: longest / 1000 })
  if (format === 'json') {
    const more = { team: team.name, period: asked.period, grain: asked.grain, at: facts.now }
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(exportJson(all, more, say)))
  }
  return reply
    .type('text/csv; charset=utf-8')
    .send(csvOf([[...exportColumns], ...exportRows(all, say)], asked.locale))
}

class TooLong extends Error {}

/** Figures are nobody's to keep on the way, to show in a frame or to find in a search. */
const headed = (reply: FastifyReply) =>
  reply.headers({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })

const refuse = (reply: FastifyReply, status: number, why: object) =>
  reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(why))

/** So many readings a minute of each address, and two at the same time. */
function newTurns(most: number) {
  const addresses = new Map<number, { times: Instant[]; busy: number }>()
  return {
    begin(id: number, now: Instant): boolean {
      const { times = [], busy = 0 } = addresses.get(id) ?? {}
      const recent = times.filter((at) => at > now - 60_000 && at <= now)
      if (recent.length >= most || busy >= mostBusy) return false
      addresses.set(id, { times: [...recent, now], busy: busy + 1 })
      return true
    },
    end(id: number) {
      const address = addresses.get(id)
      if (address) address.busy--
    },
  }
}

const mostBusy = 2
/** Days, weeks or months of all numbers together. */
const mostRows = 20_000

import type { File } from './attached.ts'
import type { Rates } from './rates.ts'
import type { Application, World } from './world.ts'

/** A call, read and signed in. `application` is that of the token; of the address's id where a route is open. */
export type Asked = {
  world: World
  rates: Rates
  application: Application
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
  files: File[]
}

/** `body` missing: 204. */
export type Answer = { status?: number; body?: unknown }

export type Route = {
  /** `GET /channels/:channel/messages` */
  name: string
  /** Without the bot's token: interactions and their webhooks, which carry one of their own. */
  open?: boolean
  hear(asked: Asked): Answer
}

export const nothing: Answer = { status: 204 }

/** Which route a method and a path take, with what stands in its holes. */
export function routeOf(routes: Route[], method: string, path: string) {
  const steps = path.split('/').map(decodeURIComponent)
  for (const route of routes) {
    const [verb, pattern] = route.name.split(' ')
    const holes = pattern!.split('/')
    if (verb !== method || holes.length !== steps.length) continue
    if (!holes.every((hole, n) => hole.startsWith(':') || hole === steps[n])) continue
    const params = Object.fromEntries(
      holes.flatMap((hole, n) => (hole.startsWith(':') ? [[hole.slice(1), steps[n]!]] : [])),
    )
    return { route, params: params as Record<string, string> }
  }
  return null
}

/** `POST /channels/:id/messages`: every id and token taken out. */
export const shortName = ({ name }: Route) =>
  name.replace(/:(\w+)/g, (_, hole) => (hole === 'token' || hole === 'emoji' ? `:${hole}` : ':id'))

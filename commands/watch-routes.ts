import type { Asked } from '../src/chat/command.ts'
import { untold } from '../src/model/route.ts'
import type { Topic } from '../src/model/topic.ts'
import type { Marked } from '../src/texts/marked.ts'

/** That some or all mentions of a topic would be told nowhere, and what to do about it; null where routes lead. */
export function routeGap({ team, say }: Asked, { name, kind }: Partial<Topic>): Marked | null {
  if (name === undefined || kind === undefined) return null
  if (untold({ topics: [{ name, kind }], routes: team.routes }).length === 0) return null
  const some = team.routes.some(
    ({ topics, kinds }) => (topics?.includes(name) ?? true) && (kinds?.includes(kind) ?? true),
  )
  return some ? say('watch.route-gap', { topic: name }) : say('watch.no-route', { topic: name, kind })
}

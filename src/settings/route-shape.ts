import { z } from 'zod'
import { weekdays } from '../model/digest.ts'
import { languages, moods } from '../model/mood.ts'
import { networks } from '../model/network.ts'
import { Oops } from '../model/oops.ts'
import type { ChatKind } from '../model/person.ts'
import { type Place, type Purpose, purposes } from '../model/team.ts'
import { topicKinds } from '../model/topic.ts'
import { readChannel } from './chats.ts'
import { choiceOops } from './choice.ts'
import { readName } from './names.ts'
import { nearest } from './nearest.ts'
import { shown } from './problem.ts'
import { text, whole } from './shape.ts'
import { readTime } from './time.ts'

export const quietShape = z.union([
  z.strictObject({ from: text(readTime), to: text(readTime) }),
  z.literal('none'),
])

export const digestShape = z.strictObject({
  at: text(readTime).optional(),
  days: oneOrMore(z.enum(weekdays)).optional(),
})

const route = {
  name: text(readName),
  kinds: oneOrMore(z.enum(topicKinds)).optional(),
  moods: oneOrMore(z.enum(moods)).optional(),
  networks: oneOrMore(z.enum(networks)).optional(),
  languages: oneOrMore(z.enum(languages)).optional(),
  /** More than there are people is nobody's reach. */
  reach: whole(1, 10_000_000_000).optional(),
  when: z.enum(['now', 'digest']).optional(),
  quiet: quietShape.optional(),
  stop: z.boolean().optional(),
}

/** Routes for every team: a topic or a channel belongs to one of them alone. */
export const sharedRoutesShape = z.array(z.strictObject({ ...route, to: z.enum(purposes) })).min(1)

/** A team's own routes; `chat` is where a channel is that names none. */
export const routesShape = (chat: ChatKind) => {
  const to = text((given) => readTarget(given, chat))
  return z.array(z.strictObject({ ...route, topics: oneOrMore(text(readName)).optional(), to })).min(1)
}

/** A purpose of `channels`, or a channel: `#presse`, `slack:#presse`. Throws Oops. */
export function readTarget(given: string, chat: ChatKind): Purpose | Place {
  const purpose = purposes.find((one) => one === given.trim())
  if (purpose) return purpose
  if (/[#:]/u.test(given)) return readChannel(given, chat)
  if (nearest(given, purposes)) throw choiceOops(shown(given), purposes)
  throw new Oops('settings.route-to', { given: shown(given), known: purposes.join(', ') })
}

/** A value or a list of them. */
export function oneOrMore<Shape extends z.ZodType>(one: Shape) {
  return z
    .union([one, z.array(one).min(1)])
    .transform((given) => (Array.isArray(given) ? given : [given]) as z.output<Shape>[])
}

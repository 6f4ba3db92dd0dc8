import { z } from 'zod'
import { type ChatKind, chatKinds, roles } from '../model/person.ts'
import { type Query, readQuery } from '../model/query.ts'
import { locales } from '../model/team.ts'
import { topicKinds } from '../model/topic.ts'
import { accountsShape } from './accounts.ts'
import { readAddress } from './address.ts'
import { readAccount, readChannel, readGroup, readServer } from './chats.ts'
import { crisisShape } from './crisis.ts'
import { readEvery } from './every.ts'
import { hoursShape } from './hours.ts'
import { identitiesShape } from './identities.ts'
import { mailShape } from './mail.ts'
import { readFileName, readName } from './names.ts'
import { searchesShape } from './places.ts'
import { promisesShape, sharedPromisesShape } from './promises.ts'
import { reportsShape, sharedReportsShape } from './reports.ts'
import { digestShape, quietShape, routesShape, sharedRoutesShape } from './route-shape.ts'
import { readSecret, type Variables } from './secrets.ts'
import { text, whole } from './shape.ts'
import { readTimeZone } from './time.ts'
import { webhooksShape } from './webhooks.ts'

/** What `defaults/team.yaml` may hold for every team, and a team may hold otherwise. */
const shared = {
  chat: z.enum(chatKinds).optional(),
  locale: z.enum(locales).optional(),
  timeZone: text(readTimeZone).optional(),
  quiet: quietShape.optional(),
  digest: digestShape.optional(),
  sureFrom: whole(0, 100).optional(),
  crisis: crisisShape.optional(),
  hours: hoursShape.optional(),
  keep: z
    .strictObject({ texts: days().optional(), counts: days().optional(), unmatched: days().optional() })
    .optional(),
}

export const sharedShape = z.strictObject({
  ...shared,
  routes: sharedRoutesShape.optional(),
  promises: sharedPromisesShape.optional(),
  reports: sharedReportsShape.optional(),
})

/** What a team's `team.yaml` may hold. `chat` is where a channel is that names none; `env` holds its secrets. */
export const teamShape = (chat: ChatKind, env: Variables) => {
  const channel = text((name) => readChannel(name, chat))
  const secret = text((name) => readSecret(name, env))
  return z.strictObject({
    title: text(readName),
    sample: z.boolean().optional(),
    ...shared,
    channels: z
      .strictObject({
        alerts: channel.optional(),
        watch: channel.optional(),
        community: channel.optional(),
        approvals: channel.optional(),
      })
      .optional(),
    listens: z.array(channel).optional(),
    routes: routesShape(chat).optional(),
    promises: promisesShape.optional(),
    identities: identitiesShape(env).optional(),
    webhooks: webhooksShape(env).optional(),
    accounts: accountsShape(env).optional(),
    reports: reportsShape(chat).optional(),
    mail: mailShape(env).optional(),
    people: z.record(z.string(), person).optional(),
    groups: z.strictObject({ member: groups, staff: groups, approver: groups, admin: groups }).optional(),
    topics: z.array(topic).min(1),
    sources: z.array(source).min(1),
    searches: searchesShape(env).optional(),
    slack: z
      .strictObject({ token: secret, appToken: secret.optional(), signingSecret: secret.optional() })
      .optional(),
    discord: z.strictObject({ token: secret.optional(), server: text(readServer).optional() }).optional(),
  })
}

export type SharedSettings = z.output<typeof sharedShape>
export type TeamSettings = z.output<ReturnType<typeof teamShape>>

const person = z.strictObject({
  name: text(readName),
  role: z.enum(roles).optional(),
  locale: z.enum(locales).optional(),
  accounts: z.array(text(readAccount)).min(1),
})

const groups = z.array(text(readGroup)).optional()

const topic = z.strictObject({ name: text(readName), kind: z.enum(topicKinds), query: query() })

const source = z.strictObject({
  name: text(readName),
  feed: text(readAddress).optional(),
  samples: text(readFileName).optional(),
  folder: text(readName).optional(),
  every: text(readEvery).optional(),
  paused: z.boolean().optional(),
})

/** A query, or a list of which any may match. */
function query() {
  return z
    .union([text(readWritten), z.array(text(readWritten)).min(1)])
    .transform((given): Written => (Array.isArray(given) ? anyOf(given) : given))
}

/** A query, and how it was written. */
type Written = { query: Query; text: string }

function readWritten(text: string): Written {
  return { query: readQuery(text), text }
}

const anyOf = (all: Written[]): Written => ({
  query: all.length === 1 ? all[0]!.query : { any: all.map(({ query }) => query) },
  text: all.map(({ text }) => text).join('\n'),
})

/** Ten years at most: what is kept longer is an archive, not a watch. */
function days() {
  return whole(1, 3650)
}

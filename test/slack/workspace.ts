import { newArranging } from './acts/arranging.ts'
import type { Stage } from './acts/pieces.ts'
import { newPressing } from './acts/pressing.ts'
import { newSpeaking } from './acts/speaking.ts'
import { newSubmitting } from './acts/submitting.ts'
import { actOf } from './delivery.ts'
import { newEyes } from './eyes.ts'
import { requestOf } from './signing.ts'
import type { Workspace } from './workspace-type.ts'

/** A workspace as a test plays in it: its people, their eyes, and what may be changed in it. */
export function newWorkspace(stage: Stage): Workspace {
  const { host, team, deliver } = stage
  return {
    id: team.id,
    name: team.name,
    url: team.url,
    tokens: team.tokens,
    bot: team.bot,
    scopes: team.scopes,
    get events() {
      return team.events
    },
    set events(events) {
      team.events = events
    },
    get commands() {
      return team.commands
    },
    set commands(commands) {
      team.commands = commands
    },
    get escapes() {
      return team.escapes
    },
    set escapes(on) {
      team.escapes = on
    },
    reachedBy(way) {
      team.way = way
    },
    refuse(error) {
      team.refused = error
    },
    addUser: (id, name, more) => team.addUser(id, name, more),
    addChannel: (name, more) => team.addChannel(name, more),
    addGroup: (id, handle, users) => team.addGroup(id, handle, users),
    ...newArranging(stage),
    ...newSpeaking(stage),
    ...newPressing(stage),
    ...newSubmitting(stage),
    redelivers: async ({ kind, payload }, attempt = 1) =>
      actOf([await deliver(team, kind, payload, attempt)]),
    signed: (kind, payload, more = {}) =>
      requestOf(kind, payload, more.secret ?? team.tokens.signingSecret, more.at ?? host.now()),
    ...newEyes(team),
    get files() {
      return [...team.files.values()].filter(({ done }) => done)
    },
  }
}

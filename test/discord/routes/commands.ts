import type { Command } from '../bodies.ts'
import { checkCommands } from '../checks/commands.ts'
import { Refusal, unknownCommand } from '../refusal.ts'
import { type Answer, type Asked, nothing, type Route } from '../route.ts'
import type { RegisteredCommand } from '../world.ts'
import { guildFound } from './found.ts'

const mostCreates = 200
const day = 24 * 3_600_000

export const commandRoutes: Route[] = ['', '/guilds/:guild'].flatMap((scope): Route[] => [
  { name: `GET /applications/:application${scope}/commands`, hear: list },
  { name: `PUT /applications/:application${scope}/commands`, hear: put },
  { name: `POST /applications/:application${scope}/commands`, hear: create },
  {
    name: `GET /applications/:application${scope}/commands/:command`,
    hear: (asked) => ({ body: shown(asked, found(asked)) }),
  },
  { name: `PATCH /applications/:application${scope}/commands/:command`, hear: edit },
  { name: `DELETE /applications/:application${scope}/commands/:command`, hear: remove },
])

/** The commands of everywhere, or those of the guild in the address. */
function scopeOf(asked: Asked): string {
  const { application, params } = asked
  if (params.application !== application.id)
    throw new Refusal(403, 20012, 'You are not authorized to perform this action on this application')
  return params.guild ? guildFound(asked).id : 'global'
}

const kept = (asked: Asked) => asked.application.commands.get(scopeOf(asked)) ?? []

const same = (one: Command, other: Command) =>
  one.name === other.name && (one.type ?? 1) === (other.type ?? 1)

function list(asked: Asked): Answer {
  const whole = asked.query.get('with_localizations') === 'true'
  return { body: kept(asked).map((command) => shown(asked, command, whole)) }
}

/** The whole list at once: what is not in it goes, what has a name that is new is created and counted. */
function put(asked: Asked): Answer {
  const { world } = asked
  const commands = asked.body as Command[]
  if (!Array.isArray(commands)) throw new Refusal(400, 50035, 'Invalid Form Body')
  const before = kept(asked)
  checkCommands(commands)
  count(asked, commands.filter((command) => !before.some((one) => same(one, command))).length)
  world.registered.puts++
  const next = commands.map((command) =>
    register(
      asked,
      command,
      before.find((one) => same(one, command)),
    ),
  )
  asked.application.commands.set(scopeOf(asked), next)
  return { body: next.map((command) => shown(asked, command)) }
}

function create(asked: Asked): Answer {
  const command = asked.body as Command
  const before = kept(asked)
  const known = before.find((one) => same(one, command))
  const others = before.filter((one) => one !== known)
  checkCommands([...others, command], () => [])
  if (!known) count(asked, 1)
  const next = register(asked, command, known)
  asked.application.commands.set(scopeOf(asked), [...others, next])
  return { status: known ? 200 : 201, body: shown(asked, next) }
}

function edit(asked: Asked): Answer {
  const before = found(asked)
  const next = { ...before, ...(asked.body as Partial<Command>), version: asked.world.newId() }
  const others = kept(asked).filter((one) => one !== before)
  checkCommands([...others, next], () => [])
  asked.application.commands.set(scopeOf(asked), [...others, next])
  return { body: shown(asked, next) }
}

function remove(asked: Asked): Answer {
  const gone = found(asked)
  asked.application.commands.set(
    scopeOf(asked),
    kept(asked).filter((one) => one !== gone),
  )
  return nothing
}

function found(asked: Asked): RegisteredCommand {
  const command = kept(asked).find(({ id }) => id === asked.params.command)
  if (!command) throw unknownCommand()
  return command
}

const register = ({ world }: Asked, command: Command, known?: RegisteredCommand): RegisteredCommand => ({
  ...command,
  type: command.type ?? 1,
  id: known?.id ?? world.newId(),
  version: world.newId(),
})

/** 200 new ones a day for each guild, and for everywhere. */
function count(asked: Asked, creates: number) {
  const { world, application } = asked
  const scope = `${application.id} ${scopeOf(asked)}`
  const today = world.created.filter((one) => one.scope === scope && world.now() - one.at < day).length
  if (today + creates > mostCreates)
    throw new Refusal(
      429,
      30034,
      `Max number of daily application command creates has been reached (${mostCreates})`,
      {
        retryAfter: day / 1000,
      },
    )
  world.registered.creates += creates
  for (let n = 0; n < creates; n++) world.created.push({ scope, at: world.now() })
}

/** As Discord gives it back: the other languages only where they are asked for, or after a change. */
const shown = ({ application, params }: Asked, command: RegisteredCommand, whole = true) => ({
  dm_permission: true,
  default_member_permissions: null,
  contexts: null,
  integration_types: [0],
  nsfw: false,
  description: '',
  ...command,
  application_id: application.id,
  ...(params.guild && { guild_id: params.guild }),
  ...(!whole && { name_localizations: undefined, description_localizations: undefined }),
})

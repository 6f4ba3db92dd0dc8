import type {
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveDispatchData,
} from 'discord.js'
import { accountKey } from '../../model/person.ts'
import type { Instant } from '../../model/post.ts'
import type { Happened, Heard } from '../chat.ts'
import { formKeyIn, teamIn, unpack } from './custom-id.ts'
import { accountIn, type Here, happenedIn, nameOf, standingOf } from './happened.ts'
import { isOwn } from './heard-message.ts'
import { aboutIn, type Shown } from './render.ts'
import { madeAt } from './snowflake.ts'

type Press = Heard & { kind: 'button' }

/** A button, or a menu: what was chosen is its value. */
export function readPress(interaction: APIMessageComponentInteraction, here: Here): Press {
  const { data } = interaction
  const press = pressOf(interaction, data.custom_id, here)
  return 'values' in data ? { ...press, value: chosenIn(interaction, here) } : press
}

/** What is not of ours, or of a version that is gone, is heard as an action that is no more. */
function pressOf(interaction: APIInteraction, id: string, here: Here): Press {
  const { action = '', value, about, team } = unpack(id) ?? {}
  return {
    ...happenedIn(interaction, here),
    kind: 'button',
    action,
    ...(value === undefined ? {} : { value }),
    ...aboutAndTeam({ about, team }, here),
  }
}

/** In our own names for it, several divided by commas. */
function chosenIn({ data, guild_id }: APIMessageComponentInteraction, here: Here): string {
  const server = guild_id ?? here.server
  const { component_type, values, resolved } = data as {
    component_type: number
    values: string[]
    resolved?: { channels?: Record<string, { name?: string }> }
  }
  const ours: Record<number, (id: string) => string> = {
    5: (id) => accountKey(accountIn(server, id)),
    6: (id) => `discord:${server}/${id}`,
    8: (id) => resolved?.channels?.[id]?.name ?? here.names?.channel?.(id) ?? id,
  }
  return values.map(ours[component_type] ?? ((value) => value)).join(',')
}

/** The answers of a window: a button's own, or one whose beginning was kept under a key. */
export function readForm(
  interaction: APIModalSubmitInteraction,
  here: Here,
): { is: 'heard'; heard: Press } | { is: 'form'; key: string; by: Happened; values: Record<string, string> } {
  const { custom_id, components } = interaction.data
  const values = valuesIn(components)
  const key = formKeyIn(custom_id)
  if (key !== null) return { is: 'form', key, by: happenedIn(interaction, here), values }
  return { is: 'heard', heard: { ...pressOf(interaction, custom_id, here), values } }
}

/** By the names of the inputs, whether those lie in labels or in rows. */
function valuesIn(components: APIModalSubmitInteraction['data']['components']): Record<string, string> {
  const inputs = components.flatMap((one) =>
    'component' in one ? [one.component] : 'components' in one ? one.components : [],
  ) as { custom_id: string; value?: unknown; values?: string[] }[]
  return Object.fromEntries(
    inputs.map(({ custom_id, value, values }) => [custom_id, values?.join(',') ?? String(value ?? '')]),
  )
}

/**
 * A reaction to a message of ours, which `on` is, given or taken back; null for Vigie's own, and for an emoji of the server, which does
 * nothing. `ours` are the emoji that do something, as their actions write them.
 */
export function readReaction(
  { user_id, member, emoji, guild_id }: Reaction,
  on: Shown,
  here: Here,
  { at, ours, takenBack = false }: { at: Instant; ours: string[]; takenBack?: boolean },
): Heard | null {
  if (isOwn(user_id, here) || emoji.id !== null || !emoji.name) return null
  const server = guild_id ?? here.server
  return {
    chat: here.chat,
    account: accountIn(server, user_id),
    name: member?.user ? nameOf(member.user, member.nick) : user_id,
    channel: here.channel,
    at,
    accountSince: madeAt(user_id),
    ...(member ? standingOf(server, member) : {}),
    kind: 'reaction',
    emoji: emojiAmong(emoji.name, ours),
    ...(takenBack ? { takenBack: true } : {}),
    ...aboutAndTeam(aboutIn(on), here),
  }
}

/** Of one that is taken back Discord tells neither whose message it stood on, nor how its member is called. */
export type Reaction = GatewayMessageReactionRemoveDispatchData &
  Partial<Pick<GatewayMessageReactionAddDispatchData, 'member' | 'message_author_id'>>

const aboutAndTeam = ({ about, team }: { about?: string; team?: string }, { teams }: Here) => ({
  ...(about === undefined ? {} : { about }),
  ...(team === undefined ? {} : { team: teamIn(team, teams) }),
})

/** The same emoji as one of ours, whatever its skin and however it is told to be drawn; else as it came. */
const emojiAmong = (emoji: string, ours: string[]) => ours.find((one) => bare(one) === bare(emoji)) ?? emoji

const bare = (emoji: string) => emoji.replace(/[\u{1F3FB}-\u{1F3FF}\ufe0e\ufe0f]/gu, '')

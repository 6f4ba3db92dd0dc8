import { randomBytes } from 'node:crypto'
import type { File } from './attached.ts'
import type { Body, Component } from './bodies.ts'
import { ephemeral, loading } from './bodies.ts'
import { checkChoices } from './checks/choices.ts'
import { checkModal } from './checks/modal.ts'
import { payloadOf } from './interaction-wire.ts'
import { Refusal, unknownInteraction, wrong } from './refusal.ts'
import { change, post } from './speak.ts'
import type { Application, Channel, FirstAnswer, Interaction, Message, World } from './world.ts'

export const aCommand = 2
export const aComponent = 3
export const aCompletion = 4
export const aForm = 5

/** Tells an application that somebody did something; the answer comes to `heard`. */
export function begin(
  world: World,
  done: {
    application: Application
    user: string
    channel: Channel
    type: number
    data: object
    command?: string
    source?: Message | null
    heard: Interaction['heard']
  },
): Interaction {
  const { application, user, channel, type, data, source = null } = done
  const interaction: Interaction = {
    id: world.newId(),
    token: randomBytes(48).toString('base64url'),
    application: application.id,
    user,
    channel: channel.id,
    guild: channel.guild,
    type,
    command: done.command ?? null,
    at: world.now(),
    state: 'open',
    source,
    original: null,
    heard: done.heard,
  }
  world.interactions.set(interaction.token, interaction)
  const payload = payloadOf(world, interaction, application, data)
  world.tell({ t: 'INTERACTION_CREATE', d: () => payload, intent: 0, application: application.id })
  return interaction
}

/** Which first answers fit what was done. */
const fitting: Record<number, number[]> = {
  [aCommand]: [4, 5, 9],
  [aComponent]: [4, 5, 6, 7, 9],
  [aCompletion]: [8],
  [aForm]: [4, 5, 6, 7],
}

export type Callback = {
  type: number
  data?: Body & { title?: string; custom_id?: string; choices?: { name: string; value: string | number }[] }
}

/** The first answer to an interaction; throws what Discord would refuse, and gives the message, if it is one. */
export function answer(world: World, interaction: Interaction, { type, data = {} }: Callback, files: File[]) {
  if (interaction.state === 'dead') throw unknownInteraction()
  if (interaction.state === 'answered')
    throw new Refusal(400, 40060, 'Interaction has already been acknowledged.')
  if (!fitting[interaction.type]!.includes(type) || ([6, 7].includes(type) && !interaction.source))
    throw wrong(
      ['type'],
      'INTERACTION_APPLICATION_COMMAND_INVALID_CALLBACK_TYPE',
      'The specified interaction response type is invalid',
    )
  const first = firstAnswer(world, interaction, type, data, files)
  interaction.state = 'answered'
  interaction.original = first.message
  interaction.heard(first)
  return first
}

function firstAnswer(
  world: World,
  interaction: Interaction,
  type: number,
  data: NonNullable<Callback['data']>,
  files: File[],
): FirstAnswer {
  const first: FirstAnswer = { kind: 'message', message: null, quiet: false, choices: [], modal: null }
  if (type === 4 || type === 5) {
    const quiet = Boolean((data.flags ?? 0) & ephemeral)
    const message = speak(world, interaction, data, files, { quiet, pending: type === 5 })
    return { ...first, kind: type === 4 ? 'message' : 'deferred', quiet, message }
  }
  if (type === 6 || type === 7) {
    const message = interaction.source!
    if (type === 7) change(world, message, data, files, ['data'])
    return {
      ...first,
      kind: type === 7 ? 'update' : 'deferred-update',
      quiet: message.only !== null,
      message,
    }
  }
  if (type === 8) return { ...first, kind: 'choices', choices: checkChoices(data.choices ?? []) }
  const modal = {
    title: data.title!,
    custom_id: data.custom_id!,
    components: (data.components ?? []) as Component[],
  }
  checkModal(modal)
  world.modals.set(interaction.user, { modal, interaction })
  return { ...first, kind: 'modal', modal }
}

/** A message of an interaction: its first answer or one that follows. */
export function speak(
  world: World,
  interaction: Interaction,
  body: Body,
  files: File[],
  more: { quiet: boolean; pending?: boolean; follows?: boolean },
) {
  const application = world.applications.get(interaction.application)!
  return post(world, {
    channel: world.channels.get(interaction.channel)!,
    author: application.bot,
    body,
    files,
    type: more.follows ? 0 : interaction.type === aCommand ? 20 : 0,
    application: application.id,
    interaction,
    only: more.quiet ? interaction.user : null,
    pending: more.pending,
    at: more.follows ? [] : ['data'],
  })
}

/** Fills what was deferred, or changes the answer; tells who waits. */
export function edit(world: World, interaction: Interaction, message: Message, body: Body, files: File[]) {
  const was = message.flags & loading
  change(world, message, body, files)
  // It was thought about until now: it is new, not edited.
  if (was) message.edited = null
  interaction.heard({ kind: 'later', message })
  return message
}

import { type APIInteraction, type APIMessage, Routes, InteractionResponseType as Types } from 'discord.js'
import { Unavailable } from '../../model/oops.ts'
import type { Message } from '../message.ts'
import type { Calls } from './calls.ts'
import { ephemeral } from './limits.ts'
import { codeOf, isExpired } from './mishaps.ts'
import { filesOf } from './posting.ts'
import type { RenderedDiscord } from './render.ts'

export type Interaction = Pick<APIInteraction, 'id' | 'token' | 'application_id'> & {
  message?: { id: string }
}

type Answered = { resource?: { message?: { id: string } } }

type Manner = {
  /** What is known before: only who asked sees the answer. */
  quiet: boolean
  /** It was pressed on a message: what answers may take its place, and nothing need be said. */
  pressed: boolean
  render(message: Message): Promise<RenderedDiscord>
  /** Said where there is nothing to say, and Discord wants to hear something. */
  done: Message
}

/**
 * How an interaction is answered: at once where the answer is there within a moment, else after a sign that it is on
 * its way. Discord takes a first answer for three seconds and others for a quarter of an hour.
 */
export function newAnswering(calls: Calls) {
  const open = { open: true }

  /** The first answer; gives the id of its message, where it is one. Throws Unavailable. */
  async function first({ id, token }: Interaction, type: Types, data?: unknown, said?: RenderedDiscord) {
    const answer = await calls.call<Answered>('POST', Routes.interactionCallback(id, token), {
      ...open,
      query: { with_response: 'true' },
      body: { type, ...(data ? { data } : {}) },
      files: said && filesOf(said.files),
    })
    return answer.resource?.message?.id ?? null
  }

  const change = ({ application_id, token }: Interaction, said: RenderedDiscord) =>
    calls.call<APIMessage>('PATCH', Routes.webhookMessage(application_id, token, '@original'), {
      ...open,
      waits,
      body: said.body,
      files: filesOf(said.files),
    })

  const follow = ({ application_id, token }: Interaction, said: RenderedDiscord, quiet: boolean) =>
    calls.call<APIMessage>('POST', Routes.webhook(application_id, token), {
      ...open,
      waits,
      body: { ...said.body, ...(quiet ? { flags: ephemeral } : {}) },
      files: filesOf(said.files),
    })

  /**
   * Gives the answer, and the id of its message; 'expired' where the interaction died before it could be said, and it
   * has to go another way. Throws Unavailable.
   */
  async function answer(
    interaction: Interaction,
    answered: Promise<Message | null>,
    manner: Manner,
  ): Promise<{ message: string | null } | 'expired'> {
    const early = await Promise.race([answered.then((said) => ({ said })), pause(moment)])
    try {
      if (early) return { message: await atOnce(interaction, early.said, manner) }
      await defer(interaction, manner)
      return { message: await later(interaction, await answered, manner) }
    } catch (error) {
      if (isExpired(error)) return 'expired'
      throw error
    }
  }

  async function atOnce(interaction: Interaction, said: Message | null, manner: Manner) {
    if (said === null && manner.pressed) return first(interaction, Types.DeferredMessageUpdate)
    const message = said ?? manner.done
    const rendered = await manner.render(message)
    const instead = message.instead && manner.pressed
    const type = instead ? Types.UpdateMessage : Types.ChannelMessageWithSource
    const data = { ...rendered.body, ...(!instead && message.quiet ? { flags: ephemeral } : {}) }
    try {
      return await first(interaction, type, data, rendered)
    } catch (error) {
      // Whether it got through is not known, or it did before: to say it once more in its place does no harm.
      const inDoubt = error instanceof Unavailable && !error.refused && error.retryAfter === undefined
      if (!inDoubt && codeOf(error) !== alreadyAnswered) throw error
      // What was pressed may be seen by all: nothing takes its place that is not meant to.
      if (manner.pressed && !instead) return (await follow(interaction, rendered, message.quiet === true)).id
      return (await change(interaction, rendered)).id
    }
  }

  async function defer(interaction: Interaction, { quiet, pressed }: Manner) {
    const type = pressed ? Types.DeferredMessageUpdate : Types.DeferredChannelMessageWithSource
    const data = quiet && !pressed ? { flags: ephemeral } : undefined
    await first(interaction, type, data).catch((error) => {
      // Where it is in doubt what follows shows whether it got through.
      if (
        isExpired(error) ||
        (error instanceof Unavailable && error.refused && codeOf(error) !== alreadyAnswered)
      )
        throw error
    })
  }

  async function later(interaction: Interaction, said: Message | null, manner: Manner) {
    const { quiet, pressed, render, done } = manner
    if (said === null && pressed) return null
    const message = said ?? { ...done, quiet }
    const rendered = await render(message)
    if (pressed && !message.instead) return (await follow(interaction, rendered, message.quiet === true)).id
    // What was to be seen by all turned out to be for one alone.
    if (!pressed && !quiet && message.quiet) {
      await calls.call(
        'DELETE',
        Routes.webhookMessage(interaction.application_id, interaction.token, '@original'),
        {
          ...open,
          waits,
        },
      )
      return (await follow(interaction, rendered, true)).id
    }
    return (await change(interaction, rendered)).id
  }

  return { first, answer }
}

/** Ms in which most answers are there; who waits longer sees that Vigie is thinking. */
const moment = 100
const pause = (length: number) =>
  new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), length)
  })
const waits = 30_000
const alreadyAnswered = 40060

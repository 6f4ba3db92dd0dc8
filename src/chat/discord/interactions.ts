import { type APIInteraction, InteractionResponseType as Types } from 'discord.js'
import type { Logger } from 'pino'
import { accountKey } from '../../model/person.ts'
import type { Team } from '../../model/team.ts'
import { day } from '../../model/time.ts'
import { newId } from '../../store/id.ts'
import type { Store } from '../../store/store.ts'
import type { Key, Say } from '../../texts/texts.ts'
import type { Bot, Heard } from '../chat.ts'
import type { Form, Message } from '../message.ts'
import type { newAnswering } from './answering.ts'
import { fits, formId, pack } from './custom-id.ts'
import { roomOf } from './happened.ts'
import { ephemeral, most } from './limits.ts'
import { renderModal } from './modal.ts'
import type { Place, Places } from './places.ts'
import { type Read, readInteraction } from './read.ts'
import { voiceFor, voiceOfLanguage } from './voices.ts'

/** Commands, buttons, menus, forms and what is typed in an option: read, answered by the bot, and given back. */
export function newInteractions(parts: {
  places: Places
  answering: ReturnType<typeof newAnswering>
  teams: Team[]
  store: Pick<Store, 'memory'>
  log: Logger
  bot: () => Bot
}) {
  const { places, answering, teams, store, log, bot } = parts

  /** Gives what remains to be done elsewhere: an answer that came too late for its interaction. */
  async function hear(interaction: APIInteraction): Promise<void> {
    const place = await placeOf(interaction)
    if (!place) return nobodyHere(interaction)
    const read = readInteraction(interaction, await places.hereOf(place, await channelOf(place, interaction)))
    if (!read) return
    if (read.is === 'typing') return complete(interaction, read)
    const heard = read.is === 'form' ? await filled(read) : read.heard
    if (!heard) return excuse(interaction, 'discord.form-gone', voiceIn(interaction))
    const say = voiceFor(teams, heard, place.voiceIn)
    const { quiet, form } = bot().before(heard)
    if (form) return ask(interaction, heard, (await bot().fill?.(heard, form)) ?? form, say)
    const answered = bot().answer(heard)
    const render = (message: Message) => place.saying.rendered(message, say)
    const manner = {
      quiet,
      pressed: 'message' in interaction,
      render,
      done: { text: say('discord.done'), quiet: true },
    }
    const done = await answering.answer(interaction, answered, manner)
    if (done === 'expired') return elsewhere(place, interaction, heard, await answered, render)
    const message = await answered
    if (done.message === null || !message) return
    if (!interaction.guild_id) await places.keepPrivate(place, done.message)
    else if (!message.quiet && interaction.channel)
      place.saying.offer({ channel: interaction.channel.id, id: done.message }, message.react)
  }

  const placeOf = ({ guild_id, ...interaction }: APIInteraction): Promise<Place | null> =>
    guild_id
      ? places.ofServer(guild_id)
      : places.ofPrivate('message' in interaction ? interaction.message?.id : undefined)

  async function channelOf({ server }: Place, interaction: APIInteraction): Promise<string> {
    const room = roomOf(interaction)
    return 'name' in room ? room.name : server.nameOfParent(room.parent).catch(() => '')
  }

  async function complete(interaction: APIInteraction, { heard, option, typed }: Read & { is: 'typing' }) {
    const choices = bot()
      .complete(heard, option, typed)
      .filter(({ value }) => value.length <= most.choice)
      .slice(0, most.choices)
      .map(({ value, label }) => ({ value, name: label.slice(0, most.choice) }))
    await answering.first(interaction, Types.ApplicationCommandAutocompleteResult, { choices })
  }

  /** What a window was opened for waits until it is sent; a button carries all of it itself. */
  async function ask(interaction: APIInteraction, heard: Heard, form: Form, say: Say) {
    const packed = heard.kind === 'button' ? heard : null
    const key = packed && fits(packed) ? null : newId()
    if (key !== null) await store.memory.set(formKey(key), heard, day)
    const id = key === null ? pack(packed!) : formId(key)
    await answering.first(interaction, Types.Modal, renderModal(form, say, id))
  }

  /** What a window was opened for, with its answers; null when it is forgotten, or somebody else's. */
  async function filled({ key, by, values }: Read & { is: 'form' }): Promise<Heard | null> {
    const heard = await store.memory.get<Heard>(formKey(key))
    if (!heard || accountKey(heard.account) !== accountKey(by.account)) return null
    return { ...heard, ...by, values } as Heard
  }

  /** The answer is there, and its interaction is not: it goes to who asked, or to the channel where all may see it. */
  async function elsewhere(
    place: Place,
    interaction: APIInteraction,
    heard: Heard,
    message: Message | null,
    render: (message: Message) => ReturnType<Place['saying']['rendered']>,
  ) {
    if (!message) return
    const said = await render(message)
    const [channel, below] = [
      interaction.channel?.id,
      'message' in interaction ? interaction.message : undefined,
    ]
    if (message.instead && channel && below && !((below.flags ?? 0) & ephemeral))
      return place.saying.edit({ channel, id: below.id }, said)
    // What stood before one person alone is answered to that person alone.
    const privately = message.quiet || Boolean((below?.flags ?? 0) & ephemeral)
    if (privately || !channel || !interaction.guild_id)
      return void (await places.whisper(place, heard.account, said))
    place.saying.offer(await place.saying.post(channel, said), message.react)
  }

  /** A server in which no team speaks, or a private message of which nobody knows where it came from. */
  async function nobodyHere(interaction: APIInteraction) {
    log.warn('somebody asked in a Discord server that no team speaks in')
    const { guild_id: server } = interaction
    const say = voiceIn(interaction)
    return server
      ? excuse(interaction, 'discord.no-team', say, { server })
      : excuse(interaction, 'discord.private', say)
  }

  async function excuse(
    interaction: APIInteraction,
    key: Key,
    say: Say,
    values: Record<string, string> = {},
  ) {
    // Nothing can be said while somebody types.
    if (interaction.type === 4)
      return void (await answering.first(interaction, Types.ApplicationCommandAutocompleteResult, {
        choices: [],
      }))
    const data = { content: say.plain(key, values), flags: ephemeral, allowed_mentions: { parse: [] } }
    await answering.first(interaction, Types.ChannelMessageWithSource, data)
  }

  return { hear }
}

const voiceIn = (interaction: APIInteraction) =>
  voiceOfLanguage('locale' in interaction ? interaction.locale : 'en')

const formKey = (key: string) => `discord:form:${key}`

import type { BlockAction, MessageShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt'
import type { Instant } from '../../model/post.ts'
import type { Heard } from '../chat.ts'
import type { Answering, Where } from './answering.ts'
import { type Forms, openForm, type Question } from './forms.ts'
import type { Hearing } from './hearing.ts'
import { happenedHere } from './here.ts'
import type { Meeting } from './meeting.ts'
import { readCommand, readForm, readPress } from './read.ts'
import type { Rendering } from './rendering.ts'
import { readShortcut } from './said.ts'
import { whereClicked, wherePressed, whereTyped } from './where.ts'

type Parts = {
  hearing: Hearing
  meeting: Meeting
  rendering: Rendering
  forms: Forms
  answering: Answering
  clock: () => Instant
}

export type Interactions = ReturnType<typeof newInteractions>

/** What people do on purpose: commands, buttons and menus, right-clicks, windows that are sent off. */
export function newInteractions({ hearing, meeting, rendering, forms, answering, clock }: Parts) {
  const command = (payload: SlashCommand) =>
    hearing.hear({
      key: hearing.keyOf('trigger', payload.trigger_id),
      named: {
        user: payload.user_id,
        channel: payload.channel_id,
        room: payload.channel_name,
        words: payload.text,
      },
      where: whereTyped(payload),
      trigger: payload.trigger_id,
      read: () => readCommand(payload, meeting.here(), clock()),
    })

  async function press(payload: BlockAction) {
    const where = wherePressed(payload)
    const [action] = payload.actions
    const done = {
      key: hearing.keyOf('trigger', payload.trigger_id),
      named: {
        user: payload.user.id,
        channel: where.spot?.id,
        room: payload.channel?.name,
        ids: payload.actions.flatMap((one) => chosenIds(one as Chosen)),
      },
      trigger: payload.trigger_id,
    }
    const read = () => readPress(payload, meeting.here(), clock())
    const question = action?.action_id.startsWith(openForm) ? await questionBehind(read()) : null
    await hearing.hear(
      question ? { ...done, ...again(question, payload.user, where) } : { ...done, where, read },
    )
  }

  const questionBehind = async (pressed: Heard | null) =>
    pressed?.kind === 'button' ? forms.keptBy(pressed.value ?? '') : null

  const shortcut = (payload: MessageShortcut) =>
    hearing.hear({
      key: hearing.keyOf('trigger', payload.trigger_id),
      named: {
        user: payload.user.id,
        channel: payload.channel.id,
        room: payload.channel.name,
        words: [payload.message.text, payload.message.blocks],
        ids: [payload.message.user],
      },
      where: whereClicked(payload),
      trigger: payload.trigger_id,
      read: () => readShortcut(payload, meeting.here(), clock()),
    })

  async function submit(payload: ViewSubmitAction) {
    const { along, values } = readForm(payload)
    const question = await forms.unpack(along)
    const { user } = payload
    const key = hearing.keyOf('trigger', payload.trigger_id ?? payload.view.id)
    if (question)
      return hearing.hear({ key, named: { user: user.id }, ...again(question, user, question.where, values) })
    const where = { user: user.id, spot: null }
    const who = { user: user.id, team: user.team_id }
    const { account, channel } = happenedHere(who, meeting.here(), clock())
    const say = rendering.voiceOf(account, { channel })
    await answering({ quiet: true, text: say('bot.old-button') }, say, where)
  }

  /** What was asked before, now by this user, with what they filled in. */
  function again(
    question: Question,
    { id, name, team_id: team }: { id: string; name?: string; team_id?: string },
    where: Where,
    values?: object,
  ) {
    const read = () => {
      const { channel: _, ...who } = happenedHere({ user: id, name, team }, meeting.here(), clock())
      return { ...question.asked, ...who, ...(values ? { values } : {}) } as Heard
    }
    return { where: { ...question.where, ...(where.url ? { url: where.url } : {}), user: id }, read }
  }

  return { command, press, shortcut, submit }
}

type Chosen = {
  selected_conversation?: string
  selected_channel?: string
  selected_user?: string
  selected_conversations?: string[]
  selected_channels?: string[]
  selected_users?: string[]
}

/** The channels and people of a menu. */
const chosenIds = (one: Chosen) => [
  one.selected_conversation,
  one.selected_channel,
  one.selected_user,
  ...(one.selected_conversations ?? []),
  ...(one.selected_channels ?? []),
  ...(one.selected_users ?? []),
]

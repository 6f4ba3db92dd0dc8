import { type Act, actOf, type Ref } from '../delivery.ts'
import { shown } from '../events.ts'
import { describedView } from '../methods/views.ts'
import type { Channel, Json, Message, View } from '../nouns.ts'
import { newReply } from '../replies.ts'
import { unescaped } from '../texts.ts'
import { filled, partsOf, stateOf } from '../windows.ts'
import { interactive, messageFor, newTrigger, publicName, type Stage, sentBack } from './pieces.ts'

type Part = { block: Json; element: Json }
type Place = { blocks: Json[]; message?: Message; channel?: Channel; view?: View }

/** What people press, choose and look for, in messages and in windows. */
export function newPressing(stage: Stage) {
  const { host, team, deliver, events } = stage
  /** What a menu that looks its options up has offered to somebody. */
  const offered = new Map<string, Json[]>()

  function placeOf(user: string, ref: Ref | null): Place {
    if (ref === null) {
      const view = team.windows.get(user)?.at(-1)
      if (!view) throw new Error(`no window is open before ${user}`)
      return { blocks: view.blocks, view }
    }
    const { channel, message } = messageFor(stage, user, ref)
    const inside = (message.attachments ?? []).flatMap((attachment) => attachment.blocks ?? [])
    return { blocks: [...(message.blocks ?? []), ...inside], message, channel }
  }

  /** By its action id, or by what it says or stands beside. */
  function partOf({ blocks }: Place, wanted: string): Part {
    const parts = partsOf(blocks)
    const labels = ({ block, element }: Part) =>
      [element.text, element.placeholder, block.type === 'section' ? block.text : block.label].flatMap(
        (one) => (one?.text ? [unescaped(one.text)] : []),
      )
    const found =
      parts.find(({ element }) => element.action_id === wanted) ??
      parts.find((part) => labels(part).includes(wanted))
    if (!found)
      throw new Error(`there is no “${wanted}” among ${parts.flatMap(labels).join(', ') || 'nothing'}`)
    return found
  }

  async function presses(user: string, ref: Ref | null, button: string): Promise<Act> {
    const place = placeOf(user, ref)
    const part = partOf(place, button)
    if (part.element.type !== 'button') throw new Error(`“${button}” is a ${part.element.type}`)
    const { style: _, ...pressed } = part.element
    return act(user, place, part, pressed)
  }

  async function chooses(user: string, ref: Ref | null, select: string, values: string[]): Promise<Act> {
    const place = placeOf(user, ref)
    const part = partOf(place, select)
    const { type, action_id, placeholder } = part.element
    const state = filled(part.element, values, offered.get(`${user} ${action_id}`))
    if (place.view) place.view.state.values[part.block.block_id]![action_id] = state
    // In an input of a window, nothing is told before it is sent off.
    if (part.block.type === 'input' && !part.block.dispatch_action) return actOf([])
    return act(
      user,
      place,
      part,
      { ...state, type, action_id, ...(placeholder ? { placeholder } : {}) },
      state,
    )
  }

  async function act(user: string, place: Place, { block }: Part, action: Json, state?: Json): Promise<Act> {
    const { message, channel, view } = place
    const action_ts = team.stamp()
    const actions = [sentBack(stage, { ...action, block_id: block.block_id, action_ts })]
    const base = {
      ...interactive(stage, user, 'block_actions'),
      trigger_id: newTrigger(stage, user, view?.id),
    }
    if (view) {
      const container = { type: 'view', view_id: view.id }
      return send({ ...base, container, view: describedView(team, view), state: view.state, actions })
    }
    const values = stateOf(place.blocks).values
    if (state) values[block.block_id]![action.action_id] = state
    const quiet = message!.onlyFor !== undefined
    return send({
      ...base,
      container: {
        type: 'message',
        message_ts: message!.ts,
        channel_id: channel!.id,
        is_ephemeral: quiet,
        ...(message!.thread_ts ? { thread_ts: message!.thread_ts } : {}),
      },
      channel: { id: channel!.id, name: publicName(channel!) },
      // Of a quiet message nothing more is told.
      ...(quiet ? {} : { message: { ...shown(message!), team: team.id } }),
      state: { values },
      response_url: newReply(host, team, { channel: channel!.id, user, ts: message!.ts }),
      actions,
    })
  }

  const send = async (payload: unknown): Promise<Act> => actOf([await deliver(team, 'interactive', payload)])

  async function looksFor(user: string, ref: Ref | null, select: string, value: string): Promise<Act> {
    const place = placeOf(user, ref)
    const { block, element } = partOf(place, select)
    if (!element.type.endsWith('external_select')) throw new Error(`“${select}” looks nothing up`)
    const act = await send({
      ...interactive(stage, user, 'block_suggestion'),
      action_id: element.action_id,
      block_id: block.block_id,
      value,
      ...(place.view
        ? { container: { type: 'view', view_id: place.view.id }, view: describedView(team, place.view) }
        : {
            container: { type: 'message', message_ts: place.message!.ts, channel_id: place.channel!.id },
            channel: { id: place.channel!.id, name: publicName(place.channel!) },
            message: shown(place.message!),
          }),
    })
    const groups = (act.answer?.option_groups ?? []).flatMap((group: Json) => group.options)
    offered.set(`${user} ${element.action_id}`, [...(act.answer?.options ?? []), ...groups])
    return act
  }

  async function shortcut(user: string, ref: Ref, callback_id: string): Promise<Act> {
    const { channel, message } = messageFor(stage, user, ref)
    return send({
      ...interactive(stage, user, 'message_action'),
      callback_id,
      action_ts: team.stamp(),
      trigger_id: newTrigger(stage, user),
      response_url: newReply(host, team, { channel: channel.id, user, ts: message.ts }),
      message_ts: message.ts,
      channel: { id: channel.id, name: publicName(channel) },
      message: { ...shown(message), team: team.id },
    })
  }

  async function opensHome(user: string): Promise<Act> {
    const { id } = team.im(user)
    const event = { type: 'app_home_opened', user, channel: id, tab: 'home', event_ts: team.stamp() }
    return actOf(await events.send(team, 'app_home_opened', event))
  }

  return { presses, chooses, looksFor, shortcut, opensHome }
}

import type { Asked } from '../src/chat/command.ts'
import { limits } from '../src/model/giveaway.ts'
import { Oops, Unavailable } from '../src/model/oops.ts'
import { type ChatName, chatKinds, kindOfChat } from '../src/model/person.ts'
import { chatOf, isChannelOf, type Place, placeKey } from '../src/model/team.ts'

/**
 * Where a giveaway is held: the channels that were named (`#games slack:#general`), else the one it was asked in.
 * Throws Oops where Vigie cannot speak in one of them.
 */
export async function placesNamed(asked: Asked, given: string | undefined): Promise<Place[]> {
  const named = (given ?? '').split(/[\s,;]+/u).filter((one) => one !== '')
  const all = named.length > 0 ? named.map((one) => placeNamed(asked, one)) : [placeHere(asked)]
  const places = [...new Map(all.map((place) => [placeKey(place), place])).values()]
  if (places.length > limits.places) throw new Oops('giveaway.many-places', { most: limits.places })
  return Promise.all(places.map((place) => known(asked, place)))
}

function placeHere({ chat, channel }: Asked): Place {
  if (channel === '') throw new Oops('giveaway.no-place')
  return { chat, channel }
}

function placeNamed({ team, chat }: Asked, given: string): Place {
  const [, before, channel = ''] = /^(?:([^:#]+):)?#?(.+)$/u.exec(given) ?? []
  if (before === undefined) return { chat, channel }
  const kind = chatKinds.find((one) => one === before.split('/')[0]?.toLowerCase())
  if (!kind) throw new Oops('giveaway.no-chat', { given: before.slice(0, 40) })
  return { chat: before.includes('/') ? (before as ChatName) : chatOf(team, kind), channel }
}

/** The channel as its chat writes it, where Vigie may speak and no other team does. */
async function known({ team, teams, chats, say }: Asked, { chat, channel }: Place): Promise<Place> {
  const there = chats.get(chat)
  if (!there) throw new Oops('giveaway.no-chat', { given: say.plain(`deliveries.chat-${kindOfChat(chat)}`) })
  const given = channel.slice(0, 80)
  const found = await there.channels().then(
    (all) => all.find(({ name }) => name.toLowerCase() === channel.toLowerCase()),
    (error) => {
      throw error instanceof Unavailable ? new Oops('setup.silent') : error
    },
  )
  if (!found) throw new Oops('giveaway.no-channel', { channel: given })
  const place = { chat, channel: found.name }
  if (teams.some((one) => one.name !== team.name && isChannelOf(one, place)))
    throw new Oops('giveaway.others-channel', { channel: found.name })
  const lack = await there.enter(found.name).catch(() => ({ key: 'setup.silent' as const, values: {} }))
  if (lack) throw new Oops(lack.key, lack.values)
  return place
}

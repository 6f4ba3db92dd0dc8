import type { Asked } from '../src/chat/command.ts'
import { Oops } from '../src/model/oops.ts'
import { chatKinds, kindOfChat, type Role, roles } from '../src/model/person.ts'
import type { Voters } from '../src/model/poll.ts'
import { chatOf, isChannelOf, type Place, placeKey } from '../src/model/team.ts'
import { folded } from '../src/model/words.ts'

/**
 * The channels that somebody names, `#general` or `discord:#annonces`; else where they ask, and in a private
 * conversation the community's. Throws Oops where there is none of that name, or Vigie cannot speak there.
 */
export async function placesIn(asked: Asked, given: string | undefined): Promise<Place[]> {
  const { team, chat, channel } = asked
  const named = (given ?? '').split(/[\s,;]+/u).filter((word) => word !== '')
  const here = channel === '' ? team.channels.community : { chat, channel }
  const wanted = named.length > 0 ? named.map((word) => placeOf(asked, word)) : [here]
  const places = [...new Map(wanted.map((place) => [placeKey(place), place])).values()]
  if (places.length > mostPlaces) throw new Oops('poll.many-places', { most: mostPlaces })
  return Promise.all(places.map((place) => readyIn(asked, place)))
}

function placeOf({ team, chat, chats }: Asked, word: string): Place {
  const [, prefix, name = ''] = /^(?:([a-z]+)[:/])?#?([^#]+)$/iu.exec(word) ?? []
  if (prefix === undefined) return { chat, channel: name === '' ? word : name }
  const kind = chatKinds.find((one) => one === prefix.toLowerCase())
  if (!kind) throw new Oops('poll.no-chat', { given: prefix })
  const there = chatOf(team, kind)
  if (!chats.has(there)) throw new Oops('poll.not-connected', { chat: prefix })
  return { chat: there, channel: name }
}

/** The channel as its chat writes it, where Vigie may speak for this team. */
async function readyIn(asked: Asked, place: Place): Promise<Place> {
  const { team, teams, chats, say } = asked
  const adapter = chats.get(place.chat)
  // Without its chat (in tests of commands alone) a channel of the team is taken at its word.
  if (!adapter && isChannelOf(team, place)) return place
  const wanted = place.channel.toLowerCase()
  const known = (await adapter?.channels())?.find(({ name }) => name.toLowerCase() === wanted)
  if (!adapter || !known) throw new Oops('poll.no-channel', { channel: place.channel })
  const found = { chat: place.chat, channel: known.name }
  if (team.sample && kindOfChat(found.chat) !== 'local' && !isChannelOf(team, found))
    throw new Oops('setup.sample')
  const owner = teams.find((one) => one.name !== team.name && isChannelOf(one, found))
  if (owner && !isChannelOf(team, found))
    throw new Oops('setup.taken', { channel: found.channel, team: owner.title })
  const lack = await adapter.enter(found.channel)
  if (lack)
    throw new Oops('poll.cannot-speak', {
      channel: found.channel,
      why: say.plain(lack.key, lack.values ?? {}),
    })
  return found
}

/** Who may vote: roles of the team (`équipe`), groups and roles of the chats the poll goes to (`@mods`). Throws Oops. */
export async function votersIn(asked: Asked, places: Place[], given: string | undefined): Promise<Voters[]> {
  const words = (given ?? '').split(/\s*[,;]\s*/u).filter((word) => word !== '')
  if (words.length === 0) return []
  const groups = await groupsOf(asked, places)
  const found = words.flatMap((word) => {
    const bare = word.replace(/^@/u, '')
    const role = word.startsWith('@') ? undefined : roles.find((one) => isRoleNamed(asked, one, bare))
    if (role) return [{ key: role, name: asked.say.plain(`role.${role}`) }]
    const named = groups.filter(
      ({ name }) => folded(name.replace(/^@/u, '')) === folded(bare) && folded(bare) !== '',
    )
    if (named.length === 0) {
      const known = [
        ...roles.map((one) => asked.say.plain(`role.${one}`)),
        ...groups.map(({ name }) => `@${name.replace(/^@/u, '')}`),
      ]
      throw new Oops('poll.no-role', { given: word, known: [...new Set(known)].slice(0, 20).join(', ') })
    }
    return named.map(({ group, name }) => ({ key: group, name: `@${name.replace(/^@/u, '')}` }))
  })
  // Everybody is at least a member.
  return found.some(({ key }) => key === 'member') ? [] : found
}

const isRoleNamed = ({ say }: Asked, role: Role, word: string) =>
  [role, say.plain(`role.${role}`)].some((name) => folded(name) === folded(word))

async function groupsOf({ chats }: Asked, places: Place[]) {
  const names = [...new Set(places.map(({ chat }) => chat))]
  const all = await Promise.all(names.map(async (name) => (await chats.get(name)?.groups?.()) ?? []))
  return all.flat()
}

const mostPlaces = 10

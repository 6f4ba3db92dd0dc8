import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { incidentMessage, incidentOf } from '../src/delivery/incident.ts'
import type { Incident } from '../src/model/incident.ts'
import { Oops } from '../src/model/oops.ts'
import { type Place, placeKey } from '../src/model/team.ts'
import type { Parts } from '../src/store/store.ts'
import { placesIn } from './poll-where.ts'

/** The incident of this number. Throws Oops where the team has none. */
export async function incidentNumbered({ team }: Asked, store: Parts, id: number): Promise<Incident> {
  const incident = await store.incidents.get(team.name, id)
  if (!incident) throw new Oops('crisis.none', { id: String(id) })
  return incident
}

/** The one that a message is about. */
export const pressed = (asked: Asked & Pick<Pressed, 'about'>, store: Parts): Promise<Incident> =>
  incidentNumbered(asked, store, Number(asked.about))

/** The one that is meant where none is named: the only one that is open. Throws Oops where there is none, or several. */
export async function onlyOpen(asked: Asked, id: number | undefined): Promise<Incident> {
  const { store, team } = asked
  if (id !== undefined) return incidentNumbered(asked, store, id)
  const open = (await store.incidents.standing(team.name)).filter(({ cause }) => cause !== 'liked')
  if (open.length === 0) throw new Oops('crisis.none-open')
  if (open.length > 1) throw new Oops('crisis.several', { ids: open.map(({ id }) => String(id)).join(', ') })
  return open[0]!
}

/** Channels for a crisis that somebody names. Throws Oops where customers read there. */
export async function crisisPlaces(asked: Asked, given: string): Promise<Place[]> {
  const places = await placesIn(asked, given)
  const read = places.find((place) => isRead(asked, place))
  if (read) throw new Oops('crisis.read-by-all', { channel: read.channel })
  return places
}

/** Customers read there. */
export const isRead = ({ team }: Pick<Asked, 'team'>, place: Place) =>
  [team.channels.community, ...(team.listens ?? [])].some((one) => placeKey(one) === placeKey(place))

/** As its message shows it, for who asks. */
export async function shown({ team, say, now }: Asked, store: Parts, id: number): Promise<Message> {
  return incidentMessage(await incidentOf(store, team, id, now), { say, now, team })
}

/** Why a step cannot be taken: where the incident stands. */
export const unknownStep = (incident: Incident) => new Oops(`crisis.is-${incident.state}`)

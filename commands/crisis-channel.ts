import { command } from '../src/chat/command.ts'
import { number, text } from '../src/chat/options.ts'
import { incidentMessage, incidentOf } from '../src/delivery/incident.ts'
import { aboutIncident } from '../src/delivery/incident-life.ts'
import { Oops } from '../src/model/oops.ts'
import { placeKey } from '../src/model/team.ts'
import { sayIn } from '../src/texts/texts.ts'
import { crisisPlaces, onlyOpen, shown } from './crisis-find.ts'

/** A channel of its own for a crisis that is open: its message lives there as well, with all that rings below it. */
export default command({
  name: 'crisis channel',
  names: { fr: 'crise canal' },
  also: ['crisis room', 'crise salon', 'crisis canal', 'crise channel'],
  about: 'crisis.channel-about',
  for: 'staff',
  quiet: true,
  options: {
    in: text({ en: ['in', 'channel'], fr: ['dans', 'canal'] }, 'crisis.channel-in', {
      required: true,
      loose: true,
    }),
    number: number({ en: ['number'], fr: ['numéro'] }, 'crisis.which'),
  },

  async run(asked) {
    const { store, team, now, options } = asked
    const { id } = await onlyOpen(asked, options.number)
    const named = await crisisPlaces(asked, options.in)
    await store.together(async (store) => {
      await store.turns.take()
      const incident = (await store.incidents.get(team.name, id))!
      if (incident.state === 'over') throw new Oops('crisis.is-over')
      const known = new Set(incident.places.map(placeKey))
      const places = named.filter((place) => !known.has(placeKey(place)))
      if (places.length === 0) throw new Oops('crisis.channel-known')
      await store.incidents.change(id, { places: [...incident.places, ...places] })
      const say = sayIn(team.locale)
      const message = incidentMessage(await incidentOf(store, team, id, now), { say, now, team })
      await store.living.begin(team.name, aboutIncident(id), { places, message, now })
    })
    return { ...(await shown(asked, store, id)), quiet: true }
  },
})

import { type Asked, command } from '../src/chat/command.ts'
import { severity } from '../src/chat/crisis-options.ts'
import { text, topic } from '../src/chat/options.ts'
import { openIncident } from '../src/delivery/incident-life.ts'
import type { Place } from '../src/model/team.ts'
import { day, hour } from '../src/model/time.ts'
import { crisisPlaces, shown } from './crisis-find.ts'

/** Somebody declares a crisis: what no feed has told yet, or what shall be one. */
export default command({
  name: 'crisis open',
  names: { fr: 'crise déclarer' },
  also: ['open', 'declare', 'start', 'new', 'déclarer', 'ouvrir', 'nouvelle', 'lancer'].flatMap((verb) => [
    `crisis ${verb}`,
    `crise ${verb}`,
  ]),
  about: 'crisis.open-about',
  for: 'staff',
  quiet: true,
  options: {
    title: text({ en: ['title', 'what'], fr: ['titre', 'quoi'] }, 'crisis.open-title', {
      required: true,
      loose: true,
    }),
    topic: topic({ en: ['topic'], fr: ['sujet'] }, 'crisis.open-topic'),
    severity: severity({ en: ['severity'], fr: ['gravité'] }, 'crisis.open-severity'),
    in: text({ en: ['in', 'channel'], fr: ['dans', 'canal'] }, 'crisis.open-in', {}),
  },

  form({ title }, { say }) {
    if (title) return null
    return {
      title: say.plain('crisis.open-about'),
      inputs: [
        { name: 'title', label: say.plain('crisis.open-title'), kind: 'line', required: true, most: 120 },
      ],
      submit: say.plain('crisis.open-submit'),
    }
  },

  async run(asked) {
    const { store, team, person, now, options } = asked
    const { title, topic = null, severity = 'serious' } = options
    const places = await placesOf(asked, options.in)
    const id = await store.together(async (store) => {
      await store.turns.take()
      const opening = {
        cause: 'hand' as const,
        topic,
        title: title.replace(/\s+/g, ' ').slice(0, 120),
        severity,
        seen: [],
        // What led to it belongs to it.
        from: now - (topic === null ? hour : day),
        openedBy: person.name,
        places,
      }
      return openIncident(store, team, opening, now)
    })
    return { ...(await shown(asked, store, id)), quiet: true }
  },
})

/** The alerts' channel, and the one that somebody names for it. */
async function placesOf(asked: Asked, given: string | undefined): Promise<Place[]> {
  const { alerts } = asked.team.channels
  if (!given) return [alerts]
  const named = await crisisPlaces(asked, given)
  const isAlerts = ({ chat, channel }: Place) => chat === alerts.chat && channel === alerts.channel
  return [alerts, ...named.filter((place) => !isAlerts(place))]
}

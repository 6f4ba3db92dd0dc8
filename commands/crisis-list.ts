import type { Asked } from '../src/chat/command.ts'
import type { Item, Message } from '../src/chat/message.ts'
import { heldList } from '../src/delivery/held-back.ts'
import { titleOf } from '../src/delivery/incident.ts'
import { type Incident, type Silence, usualCrisis } from '../src/model/incident.ts'
import { together } from '../src/texts/marked.ts'
import { incidentNumbered, shown } from './crisis-find.ts'

/** What is open, what was lately, what is kept quiet and what is held back; on the first day, how it works. */
export async function incidentList(asked: Asked): Promise<Message> {
  const { store, say, now, team } = asked
  const { freeze } = team.crisis ?? usualCrisis
  const [all, silences, frozen] = await Promise.all([
    store.incidents.list(team.name, mostShown),
    store.silences.of(team.name, now),
    store.freezes.of(team.name, freeze),
  ])
  const held = frozen && (await heldList(store, team, say, now))
  const open = all.filter(({ state }) => state !== 'over').length
  return {
    title: say.plain('crisis.list-title'),
    text: together([
      open === 0 ? say('crisis.all-calm') : say('crisis.open-count', { count: open }),
      frozen && say('crisis.frozen', { since: say.since(frozen.since, now, team.timeZone) }),
    ]),
    items: [
      ...all.map((incident) => itemOf(asked, incident)),
      ...silences.map((one) => silenceItem(asked, one)),
    ],
    fields: held ? [{ name: say.plain('crisis.held'), value: held }] : [],
    buttons: frozen
      ? [
          {
            action: 'crisis.resume',
            label: say.plain('crisis.do-resume'),
            about: `crisis:${frozen.incident}`,
          },
        ]
      : [],
    note: say('crisis.list-note'),
    quiet: true,
  }
}

function itemOf({ say, now, team }: Asked, incident: Incident): Item {
  const { state, taken, openedAt, overAt, id } = incident
  const at = say.at(overAt ?? taken?.at ?? openedAt, now, team.timeZone)
  const words =
    state === 'over'
      ? say('crisis.over', { time: at })
      : state === 'firing' || !taken
        ? say(incident.cause === 'liked' ? 'crisis.noticed' : 'crisis.firing', { time: at })
        : state === 'controlled'
          ? say('crisis.controlled', { time: say.at(incident.controlledAt ?? openedAt, now, team.timeZone) })
          : say('crisis.taken', { name: taken.by, time: at })
  return {
    title: `${id}. ${titleOf(incident, say)}`,
    text: words,
    at: openedAt,
    buttons: [{ action: 'crisis.show', label: say.plain('crisis.do-show'), about: `crisis:${id}` }],
  }
}

function silenceItem(
  { say, now, team }: Asked,
  { id, topic, mood, until, reason, by, muted }: Silence,
): Item {
  const what = [topic ?? say.plain('crisis.all-topics'), mood && say.plain(`crisis.silence-${mood}`)]
  return {
    title: say.plain('crisis.silence-item', { what: what.filter((one) => one).join(', ') }),
    quote: reason,
    text: together(
      [
        say('crisis.silence-until', { time: say.time(until, now, team.timeZone), name: by }),
        muted > 0 ? say('crisis.silence-muted', { count: muted }) : null,
      ],
      ' · ',
    ),
    buttons: [
      {
        action: 'silence.end',
        label: say.plain('crisis.silence-end'),
        value: String(id),
        about: `silence:${id}`,
      },
    ],
  }
}

/** One as its message shows it. */
export async function oneIncident(asked: Asked, id: number): Promise<Message> {
  const incident = await incidentNumbered(asked, asked.store, id)
  return { ...(await shown(asked, asked.store, incident.id)), quiet: true }
}

const mostShown = 10

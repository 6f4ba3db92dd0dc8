import type { HeardMessage } from '../src/chat/chat.ts'
import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { heldList } from '../src/delivery/held-back.ts'
import { endIncident } from '../src/delivery/incident-life.ts'
import { type Incident, usualCrisis } from '../src/model/incident.ts'
import { Oops } from '../src/model/oops.ts'
import type { Parts } from '../src/store/store.ts'
import { sayIn } from '../src/texts/texts.ts'
import { onlyOpen, pressed, shown, unknownStep } from './crisis-find.ts'

type Press = Asked & Pick<Pressed, 'about'>

/** Somebody has it from now on; who takes it from another says so. */
export const take = (asked: Press) =>
  change(asked, async (store, incident) => {
    const { person, now } = asked
    if (incident.state === 'over') throw unknownStep(incident)
    if (incident.state !== 'firing' && incident.taken?.by === person.name) throw new Oops('crisis.yours')
    await store.incidents.move(incident.id, ['firing', 'taken', 'controlled'], 'taken', {
      by: person.name,
      at: now,
      what: incident.taken?.by ?? null,
    })
  })

export const control = (asked: Press) =>
  change(asked, async (store, incident) => {
    const { person, now } = asked
    if (
      !(await store.incidents.move(incident.id, ['firing', 'taken'], 'controlled', {
        by: person.name,
        at: now,
      }))
    )
      throw unknownStep(incident)
  })

export const end = (asked: Press) =>
  change(asked, async (store, incident) => {
    const { person, now } = asked
    if (!(await endIncident(store, incident, { by: person.name, now }))) throw unknownStep(incident)
  })

export const reopen = (asked: Press) =>
  change(asked, async (store, incident) => {
    const { person, now } = asked
    if (!(await store.incidents.move(incident.id, ['over'], 'firing', { by: person.name, at: now })))
      throw new Oops('crisis.is-open')
    await store.living.revive(incident.team, aboutOf(incident))
  })

/** Planned posts and drafts go out again, although the crisis lasts. */
export async function resume(asked: Press): Promise<Message> {
  const { store, team, person, say, now } = asked
  const held = await heldList(store, team, say, now)
  const resumed = await store.together(async (store) => {
    await store.turns.take()
    const incident = await pressed(asked, store)
    const done = await store.incidents.resume(incident.id, person.name, now)
    if (done) await store.living.touch(incident.team, aboutOf(incident), { soon: true })
    return done
  })
  if (!resumed) throw new Oops('crisis.resumed-already')
  const other = await store.freezes.of(team.name, (team.crisis ?? usualCrisis).freeze)
  return {
    title: say.plain('crisis.resumed-title'),
    text: other ? say('crisis.still-held', { id: String(other.incident) }) : say('crisis.resumed'),
    fields: held ? [{ name: say.plain('crisis.held'), value: held }] : [],
    quiet: true,
  }
}

/** A decision, a fact: into the timeline, and below the message for all to read. */
export async function note(asked: Asked & Pressed): Promise<Message> {
  const { store, say, values } = asked
  const what = values.what?.trim() ?? ''
  await store.together(async (store) => {
    await store.turns.take()
    await noted(asked, store, await pressed(asked, store), what)
  })
  return { text: say('crisis.noted'), quiet: true }
}

/** What somebody said, by a right-click: into the timeline of the one crisis that is open. */
export async function noteMessage(asked: Asked & { message: HeardMessage }): Promise<Message> {
  const { store, say, message } = asked
  const { author, text, by } = message
  const words = text.replace(/\s+/g, ' ').trim().slice(0, longestNote)
  if (words === '') throw new Oops('crisis.nothing-said')
  const incident = await onlyOpen(asked, undefined)
  await store.together(async (store) => {
    await store.turns.take()
    await noted(
      asked,
      store,
      incident,
      by === null ? words : say.plain('crisis.quoted', { author, text: words }),
    )
  })
  return { text: say('crisis.noted-in', { id: String(incident.id) }), quiet: true }
}

async function noted({ team, person, now }: Asked, store: Parts, incident: Incident, what: string) {
  await store.incidents.step(incident.id, { did: 'note', what, by: person.name, at: now })
  const say = sayIn(team.locale)
  const message: Message = {
    text: say('crisis.note-told', { name: person.name, what }),
    about: aboutOf(incident),
  }
  await store.living.notice(team.name, aboutOf(incident), `note-${person.id}-${now}`, message, now)
  await store.living.touch(team.name, aboutOf(incident))
}

/** Changes an incident in one transaction; its messages follow at once, everywhere. */
async function change(
  asked: Press,
  work: (store: Parts, incident: Incident) => Promise<void>,
): Promise<Message> {
  const { store, team } = asked
  return store.together(async (store) => {
    await store.turns.take()
    const incident = await pressed(asked, store)
    await work(store, incident)
    await store.living.touch(team.name, aboutOf(incident), { soon: true })
    return shown({ ...asked, say: sayIn(team.locale) }, store, incident.id)
  })
}

const aboutOf = ({ id }: Incident) => `crisis:${id}`
const longestNote = 1000

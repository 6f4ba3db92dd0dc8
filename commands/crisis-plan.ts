import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Button, Item, Message } from '../src/chat/message.ts'
import { titleOf } from '../src/delivery/incident.ts'
import type { Incident, Task } from '../src/model/incident.ts'
import { Oops } from '../src/model/oops.ts'
import type { Parts } from '../src/store/store.ts'
import { pressed } from './crisis-find.ts'

type Press = Asked & Pick<Pressed, 'about' | 'value' | 'values'>

/** The action plan as a checklist. */
export async function planMessage(asked: Press): Promise<Message> {
  const { store, say } = asked
  const incident = await pressed(asked, store)
  const tasks = await store.incidents.tasks(incident.id)
  return {
    title: say.plain('crisis.plan-title', { title: titleOf(incident, say) }),
    items: tasks.map((task) => itemOf(asked, incident, task)),
    about: `crisis:${incident.id}`,
    buttons: incident.state === 'over' ? [] : [{ action: 'crisis.task', label: say.plain('crisis.do-task') }],
    quiet: true,
  }
}

function itemOf({ say, now, team, person }: Asked, incident: Incident, task: Task): Item {
  const { nth, text, owner, done } = task
  const name = team.people.find(({ id }) => id === owner)?.name ?? owner
  const button = (
    action: string,
    label: Parameters<typeof say.plain>[0],
    style?: Button['style'],
  ): Button => ({
    action: `crisis.${action}`,
    label: say.plain(label),
    value: String(nth),
    ...(style ? { style } : {}),
  })
  const mine = name === person.name
  const buttons = done
    ? [button('undone', 'crisis.task-undo')]
    : [...(mine ? [] : [button('own', 'crisis.task-mine')]), button('done', 'crisis.task-done', 'primary')]
  return {
    title: `${done ? '☑' : '☐'} ${nth}. ${text}`,
    text: done
      ? say('crisis.task-done-by', { name: done.by, time: say.at(done.at, now, team.timeZone) })
      : name === null
        ? say('crisis.task-nobody')
        : say('crisis.task-of', { name }),
    buttons: incident.state === 'over' ? [] : buttons,
  }
}

export const takeTask = (asked: Press) =>
  change(asked, (store, incident, nth) =>
    store.incidents.changeTask(incident.id, nth, { owner: asked.person.name }),
  )

export const done = (asked: Press) =>
  change(asked, async (store, incident, nth) => {
    const { person, now } = asked
    const task = (await store.incidents.tasks(incident.id)).find((one) => one.nth === nth)
    if (!(await store.incidents.changeTask(incident.id, nth, { done: { by: person.name, at: now } })))
      return task !== undefined
    await store.incidents.step(incident.id, { did: 'task', what: task!.text, by: person.name, at: now })
    return true
  })

export const undone = (asked: Press) =>
  change(asked, (store, incident, nth) =>
    store.incidents.changeTask(incident.id, nth, { done: null }).then(() => true),
  )

export async function addTask(asked: Press): Promise<Message> {
  const { store, team } = asked
  const what = asked.values.what?.replace(/\s+/g, ' ').trim() ?? ''
  await store.together(async (store) => {
    await store.turns.take()
    const incident = await pressed(asked, store)
    if ((await store.incidents.tasks(incident.id)).length >= mostTasks)
      throw new Oops('crisis.many-tasks', { most: mostTasks })
    await store.incidents.addTask(incident.id, what, null)
    await store.living.touch(team.name, `crisis:${incident.id}`)
  })
  return planMessage(asked)
}

/** Changes a task and shows the plan anew. Throws Oops where there is no such task. */
async function change(
  asked: Press,
  work: (store: Parts, incident: Incident, nth: number) => Promise<boolean>,
): Promise<Message> {
  const { store, team, value } = asked
  const there = await store.together(async (store) => {
    await store.turns.take()
    const incident = await pressed(asked, store)
    const there = await work(store, incident, Number(value))
    await store.living.touch(team.name, `crisis:${incident.id}`)
    return there
  })
  if (!there) throw new Oops('bot.old-button')
  return planMessage(asked)
}

const mostTasks = 25

import type { Asked } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { Oops } from '../src/model/oops.ts'
import type { TopicKind } from '../src/model/topic.ts'
import { together } from '../src/texts/marked.ts'
import { nameIsFree } from './watch-add.ts'
import { type Draft, keyOf, notInSettings, saysWhoRemoved } from './watch-draft.ts'
import { routeGap } from './watch-routes.ts'

/** Keeps a draft: a new topic, or a topic as somebody changed it. Throws Oops where another was faster. */
export async function saveTopic(asked: Asked, { text, name, kind, version }: Draft): Promise<Message> {
  if (name === undefined || kind === undefined) throw new Oops('watch.forgotten')
  const topic = { name, key: keyOf(name), kind, text }
  if (version === undefined) await add(asked, topic)
  else await change(asked, { ...topic, version })
  const { say } = asked
  return {
    title: say.plain('watch.saved-title', { name }),
    text: together([say('watch.saved', { kind: say.plain(`watch.is-${kind}`) }), routeGap(asked, topic)]),
    quiet: true,
    instead: true,
  }
}

type Wanted = { name: string; key: string; kind: TopicKind; text: string }

async function add(asked: Asked, topic: Wanted): Promise<void> {
  const { store, team, person, now } = asked
  notInSettings(asked, topic.name)
  const by = { by: person.name, at: now }
  if (await store.together((store) => store.topics.add(team.name, topic, by))) return
  // Whoever pressed twice has what they wanted.
  const there = await store.topics.named(team.name, topic.key)
  if (there?.by === person.name && there.text === topic.text && there.kind === topic.kind) return
  await nameIsFree(asked, topic.name)
  // It was removed in between.
  return add(asked, topic)
}

async function change(asked: Asked, topic: Wanted & { version: number }) {
  const { store, team, person, say, now } = asked
  const by = { by: person.name, at: now }
  if (await store.together((store) => store.topics.change(team.name, topic, by))) return
  const there = await store.topics.named(team.name, topic.key)
  if (!there) await saysWhoRemoved(asked, topic.name)
  if (!there) throw new Oops('watch.forgotten')
  if (there.by === person.name && there.text === topic.text && there.kind === topic.kind) return
  throw new Oops('watch.changed-since', {
    name: topic.name,
    by: there.by,
    time: say.time(there.at, now, team.timeZone),
  })
}

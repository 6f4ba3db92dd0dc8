import { type Asked, command } from '../src/chat/command.ts'
import type { Form, Input } from '../src/chat/message.ts'
import { query, topicKind, topicName } from '../src/chat/topic-options.ts'
import { Oops } from '../src/model/oops.ts'
import type { Say } from '../src/texts/texts.ts'
import { called, keyOf, notInSettings, shownTrial } from './watch-draft.ts'

const name = topicName({ en: ['name'], fr: ['nom'] }, 'watch.name', { required: true, loose: true })
const kind = topicKind({ en: ['kind', 'type'], fr: ['type', 'genre'] }, 'watch.kind', { required: true })

export default command({
  name: 'watch add',
  names: { fr: 'veille ajouter' },
  also: called('add', 'new', 'ajouter', 'ajoute', 'nouveau', 'creer'),
  about: 'watch.add-about',
  for: 'admin',
  quiet: true,
  options: {
    name,
    kind,
    query: query({ en: ['query'], fr: ['requête'] }, 'watch.query', { required: true }),
  },

  form(options, by) {
    const asks = { name: nameInput(by.say), kind: kindInput(by.say), query: queryInput(by.say) }
    const missing = (['name', 'kind', 'query'] as const).filter((one) => options[one] === undefined)
    if (missing.length === 0) return null
    return { title: by.say.plain('watch.add-about'), inputs: missing.map((one) => asks[one]) }
  },

  async run(asked) {
    const { name, kind, query } = asked.options
    for (const [value, field] of [
      [name, 'watch.name'],
      [kind, 'watch.kind-label'],
      [query, 'watch.query'],
    ] as const)
      if (value === undefined) throw new Oops('bot.not-in-form', { field: asked.say.plain(field) })
    await nameIsFree(asked, name)
    return shownTrial(asked, { name, kind, text: query.text })
  },
})

/** Throws Oops where a topic has this name, in the settings or from the chat. */
export async function nameIsFree(asked: Asked, name: string) {
  const { store, team, say, now } = asked
  notInSettings(asked, name)
  const taken = await store.topics.named(team.name, keyOf(name))
  if (taken)
    throw new Oops('watch.taken', {
      name: taken.name,
      by: taken.by,
      time: say.time(taken.at, now, team.timeZone),
    })
}

/** A query that was tried becomes a topic: this much is still to be said. */
export const topicForm = (say: Say): Form => ({
  title: say.plain('watch.add-about'),
  inputs: [nameInput(say), kindInput(say)],
  submit: say.plain('watch.save'),
})

/** The name and the kind as they were given in a form. Throws Oops. */
export const readTopicForm = ({ values }: { values: Record<string, string> }) => ({
  name: name.read(values.name ?? ''),
  kind: kind.read(values.kind ?? ''),
})

const nameInput = (say: Say): Input => ({
  name: 'name',
  label: say.plain('watch.name'),
  kind: 'line',
  required: true,
  most: 80,
})

export const kindInput = (say: Say): Input => ({
  name: 'kind',
  label: say.plain('watch.kind-label'),
  kind: 'choice',
  required: true,
  choices: kind.choices({ say }),
})

export const queryInput = (say: Say): Input => ({
  name: 'query',
  label: say.plain('watch.query'),
  kind: 'text',
  required: true,
  hint: say.plain('watch.query-hint'),
  most: 3000,
})

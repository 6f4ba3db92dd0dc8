import { command } from '../src/chat/command.ts'
import { text, topicNamed } from '../src/chat/options.ts'
import { query, topicKind } from '../src/chat/topic-options.ts'
import { Oops } from '../src/model/oops.ts'
import { kindInput, queryInput } from './watch-add.ts'
import { called, keptTopic, shownTrial } from './watch-draft.ts'

export default command({
  name: 'watch change',
  names: { fr: 'veille modifier' },
  also: called('change', 'edit', 'modifier', 'modifie', 'changer'),
  about: 'watch.change-about',
  for: 'admin',
  quiet: true,
  options: {
    name: text({ en: ['name', 'topic'], fr: ['nom', 'sujet'] }, 'watch.name', {
      required: true,
      loose: true,
    }),
    kind: topicKind({ en: ['kind', 'type'], fr: ['type', 'genre'] }, 'watch.kind'),
    query: query({ en: ['query'], fr: ['requête'] }, 'watch.query'),
  },

  /** As it is now, to be changed; without a name it asks which one. */
  form({ name, kind, query }, { team, say }) {
    if (name !== undefined && (kind !== undefined || query !== undefined)) return null
    const topic = name === undefined ? undefined : topicNamed(team.topics, name)
    const own = team.topics.filter(({ added }) => added)
    // What cannot be changed here is said better by an answer.
    if (name === undefined ? own.length === 0 : !topic?.added) return null
    const which = {
      name: 'name',
      label: say.plain('watch.name'),
      kind: 'choice' as const,
      required: true,
      choices: own.map(({ name }) => ({ value: name, label: name })),
    }
    return {
      title: say.plain('watch.change-about'),
      inputs: [
        ...(topic ? [] : [which]),
        { ...kindInput(say), required: topic !== undefined, value: topic?.kind },
        { ...queryInput(say), required: topic !== undefined, value: topic?.text },
      ],
    }
  },

  async run(asked) {
    const { name, kind, query } = asked.options
    if (name === undefined) throw new Oops('bot.not-in-form', { field: asked.say.plain('watch.name') })
    const topic = await keptTopic(asked, name)
    const draft = {
      name: topic.name,
      kind: kind ?? topic.kind,
      text: query?.text ?? topic.text,
      version: topic.version,
    }
    const same = draft.text === topic.text
    if (same && draft.kind === topic.kind) throw new Oops('watch.no-change', { name: topic.name })
    return shownTrial(asked, draft, same ? undefined : (topic.query ?? undefined))
  },
})

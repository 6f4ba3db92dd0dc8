import { type Asked, command } from '../src/chat/command.ts'
import type { Item, Message } from '../src/chat/message.ts'
import { text } from '../src/chat/options.ts'
import { Oops } from '../src/model/oops.ts'
import { may } from '../src/model/person.ts'
import { day } from '../src/model/time.ts'
import type { Topic } from '../src/model/topic.ts'
import { folded } from '../src/model/words.ts'
import type { KeptTopic } from '../src/store/topics.ts'
import { type Marked, marked, together } from '../src/texts/marked.ts'
import { reasonWords } from '../src/texts/texts.ts'
import { readTopicForm, topicForm } from './watch-add.ts'
import { called, keyOf, placeText, recall, shownTrial } from './watch-draft.ts'
import { removeTopic } from './watch-remove.ts'
import { saveTopic } from './watch-save.ts'

export default command({
  name: 'watch',
  names: { fr: 'veille' },
  also: called('', 'list', 'liste', 'lister'),
  about: 'watch.about',
  for: 'staff',
  quiet: true,
  options: { topic: text({ en: ['topic'], fr: ['sujet'] }, 'watch.topic', { loose: true }) },

  async run(asked) {
    const { store, team, say, now, person, options } = asked
    const kept = await store.topics.list(team.name)
    const counts = await store.topics.counts(team.name, now - 7 * day)
    const all = [
      ...team.topics.filter(({ added }) => !added).map((topic) => settingItem(topic, asked)),
      ...kept.map((topic) => keptItem(topic, asked)),
    ]
    const wanted = folded(options.topic ?? '')
    const shown = all.filter(({ name }) => ` ${folded(name)}`.includes(` ${wanted}`))
    if (shown.length === 0) {
      const topics = all.map(({ name }) => name).join(', ')
      throw new Oops('watch.none-named', { given: options.topic ?? '', topics: topics || '-' })
    }
    return {
      title: say.plain('help.topics', { count: shown.length }),
      items: shown.map(({ name, query, facts, problem }): Item => {
        const count = counts.get(name) ?? 0
        const told = [...facts, ...(problem ? [] : [say('watch.mentions', { count })])]
        return { title: name, quote: query, text: together([together(told, ' · '), problem]) }
      }),
      note: say(may(person.role, 'admin') ? 'watch.how-admin' : 'watch.how-staff'),
      buttons: [{ action: 'sector-page.see', label: say.plain('landscape.see') }],
    }
  },

  on: {
    save: {
      for: 'admin',
      quiet: true,
      run: async (asked) => saveTopic(asked, await recall(asked, asked.value)),
    },
    /** A query that was tried becomes a topic. */
    keep: {
      for: 'admin',
      quiet: true,
      label: 'watch.keep',
      form: topicForm,
      run: async (asked) => {
        const { text } = await recall(asked, asked.value)
        return saveTopic(asked, { text, ...readTopicForm(asked) })
      },
    },
    again: {
      for: 'staff',
      quiet: true,
      run: async (asked) => ({ ...(await again(asked)), instead: true }),
    },
    remove: {
      for: 'admin',
      quiet: true,
      run: async (asked) => {
        const { name = '' } = await recall(asked, asked.value)
        return removeTopic(asked, name, keyOf(name))
      },
    },
    cancel: {
      for: 'staff',
      quiet: true,
      run: async ({ say }) => ({ quiet: true, text: say('watch.cancelled'), instead: true }),
    },
  },
})

async function again(asked: Asked & { value: string }): Promise<Message> {
  const draft = await recall(asked, asked.value)
  const before =
    draft.version === undefined
      ? null
      : await asked.store.topics.named(asked.team.name, keyOf(draft.name ?? ''))
  return shownTrial(asked, draft, before?.query ?? undefined)
}

type Listed = { name: string; query: string | undefined; facts: Marked[]; problem: Marked | null }

function settingItem(topic: Topic, { say }: Asked): Listed {
  const place = topic.at ? say('watch.in-file', { place: placeText(topic, say) }) : say('watch.in-files')
  return {
    name: topic.name,
    query: topic.text && short(topic.text),
    facts: [say(`watch.is-${topic.kind}`), place],
    problem: null,
  }
}

function keptItem(topic: KeptTopic, { say, now, team }: Asked): Listed {
  const same = team.topics.find((one) => !one.added && keyOf(one.name) === topic.key)
  const { name, kind, text, problem, by, at } = topic
  const added = say('watch.added', { by, time: say.time(at, now, team.timeZone) })
  const wrong = problem && say('watch.unread', { problem: reasonWords(problem, say) })
  const rests = same && say('watch.rests', { place: placeText(same, say) })
  return {
    name,
    query: short(text),
    facts: [marked`${say.plain(`watch.is-${kind}`)}`, added],
    problem: rests ?? wrong,
  }
}

const short = (text: string) => (text.length > 400 ? `${text.slice(0, 399)}…` : text)

import { command } from '../src/chat/command.ts'
import type { Input } from '../src/chat/message.ts'
import { every, source, sourceName } from '../src/chat/source-options.ts'
import { Oops } from '../src/model/oops.ts'
import { keyOf } from '../src/sources/source-names.ts'
import { marked, together } from '../src/texts/marked.ts'
import type { Say } from '../src/texts/texts.ts'
import { called, keptSource, nameIsFree } from './sources-draft.ts'
import { lengthText } from './sources-item.ts'

export default command({
  name: 'sources change',
  names: { fr: 'sources modifier' },
  also: called(
    ...[
      'change',
      'edit',
      'rename',
      'interval',
      'modifier',
      'modifie',
      'changer',
      'renommer',
      'renomme',
      'intervalle',
    ],
  ),
  about: 'sources.change-about',
  for: 'admin',
  quiet: true,
  options: {
    source: source({ en: ['source'], fr: ['source'] }, 'sources.which', ({ added }) => added !== undefined, {
      required: true,
      loose: true,
    }),
    name: sourceName({ en: ['name', 'to'], fr: ['nom', 'en'] }, 'sources.new-name'),
    every: every({ en: ['every', 'interval'], fr: ['intervalle', 'toutes'] }, 'sources.every'),
    folder: sourceName({ en: ['folder'], fr: ['dossier'] }, 'sources.folder'),
  },

  /** As it is now, to be changed; what cannot be changed here is said better by an answer. */
  form({ source: given, name, every, folder }, { team, say }) {
    if (given === undefined || name !== undefined || every !== undefined || folder !== undefined) return null
    const own = team.sources.find((one) => one.added && keyOf(one.name) === keyOf(given))
    if (!own) return null
    return {
      title: say.plain('sources.change-about'),
      inputs: [
        line('name', say.plain('sources.new-name'), own.name, 80),
        {
          ...line('every', say.plain('sources.every'), own.every ? lengthText(own.every, say) : 'auto', 20),
          hint: say.plain('sources.every-hint'),
        },
        line('folder', say.plain('sources.folder'), own.folder ?? '', 80),
      ],
    }
  },

  async run(asked) {
    const { store, team, person, say, now, options } = asked
    if (options.source === undefined) throw new Oops('bot.not-in-form', { field: say.plain('sources.which') })
    const before = await keptSource(asked, options.source)
    const name = options.name ?? before.name
    const to = {
      name,
      key: keyOf(name),
      folder: options.folder ?? before.folder,
      every: options.every === undefined ? before.every : options.every,
    }
    if (to.name === before.name && to.folder === before.folder && to.every === before.every)
      throw new Oops('sources.no-change', { name })
    if (to.key !== before.key) nameIsFree(asked, name, before.key)
    const by = { by: person.name, at: now }
    const done = await store.together(async (store) => {
      await store.turns.take()
      const taken = to.key === before.key ? null : await store.addedSources.named(team.name, to.key)
      if (taken) throw new Oops('sources.taken', { name: taken.name })
      return store.addedSources.change(team.name, before.key, to, by)
    })
    await asked.refresh()
    if (!done) throw new Oops('sources.unknown', { given: before.name, sources: '-' })
    return {
      title: say.plain('sources.changed-title', { name }),
      text: together([
        to.name === before.name ? null : say('sources.renamed', { before: before.name }),
        to.every === before.every ? null : everyText(to.every, say),
        to.folder === before.folder ? null : say('sources.moved', { folder: to.folder ?? '-' }),
      ]),
      quiet: true,
    }
  },
})

const everyText = (every: number | null, say: Say) =>
  every === null
    ? say('sources.every-auto')
    : say('sources.every-set', { interval: { marked: marked`${lengthText(every, say)}` } })

const line = (name: string, label: string, value: string, most: number): Input => ({
  ...{ name, label, kind: 'line', most },
  ...(value ? { value } : {}),
})

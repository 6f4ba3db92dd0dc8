import { command } from '../src/chat/command.ts'
import { source } from '../src/chat/source-options.ts'
import { Oops } from '../src/model/oops.ts'
import { called, keptSource } from './sources-draft.ts'

export default command({
  name: 'sources pause',
  names: { fr: 'sources suspendre' },
  also: called('pause', 'mute', 'suspendre', 'suspend', 'mettre-en-pause'),
  about: 'sources.pause-about',
  for: 'admin',
  quiet: true,
  options: {
    source: source(
      { en: ['source', 'name'], fr: ['source', 'nom'] },
      'sources.which',
      ({ added, paused }) => added !== undefined && !paused,
      { required: true, loose: true },
    ),
  },

  async run(asked) {
    const { store, team, person, say, now } = asked
    const { name, key } = await keptSource(asked, asked.options.source)
    const by = { by: person.name, at: now }
    const done = await store.together((store) => store.addedSources.pause(team.name, key, by))
    await asked.refresh()
    if (done)
      return { title: say.plain('sources.paused-title', { name }), text: say('sources.paused'), quiet: true }
    const there = await store.addedSources.named(team.name, key)
    if (!there?.paused) throw new Oops('sources.unknown', { given: name, sources: '-' })
    const since = say.since(there.paused.at, now, team.timeZone)
    throw new Oops('sources.paused-already', { name, by: there.paused.by, since })
  },
})

import { command } from '../src/chat/command.ts'
import { source } from '../src/chat/source-options.ts'
import { Oops } from '../src/model/oops.ts'
import { called, keptSource } from './sources-draft.ts'

export default command({
  name: 'sources resume',
  names: { fr: 'sources reprendre' },
  also: called('resume', 'unpause', 'unmute', 'reprendre', 'reprends', 'relancer'),
  about: 'sources.resume-about',
  for: 'admin',
  quiet: true,
  options: {
    source: source(
      { en: ['source', 'name'], fr: ['source', 'nom'] },
      'sources.which',
      ({ added, paused }) => added !== undefined && paused === true,
      { required: true, loose: true },
    ),
  },

  async run(asked) {
    const { store, team, person, say, now } = asked
    const { name, key } = await keptSource(asked, asked.options.source)
    const by = { by: person.name, at: now }
    const done = await store.together((store) => store.addedSources.resume(team.name, key, by))
    await asked.refresh()
    if (done)
      return {
        title: say.plain('sources.resumed-title', { name }),
        text: say('sources.resumed'),
        quiet: true,
      }
    throw new Oops('sources.not-paused', { name })
  },
})

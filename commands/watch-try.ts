import { command } from '../src/chat/command.ts'
import { query } from '../src/chat/topic-options.ts'
import { queryInput } from './watch-add.ts'
import { called, shownTrial } from './watch-draft.ts'

export default command({
  name: 'watch try',
  names: { fr: 'veille essayer' },
  also: called('try', 'test', 'essayer', 'essai', 'essaie', 'tester'),
  about: 'watch.try-about',
  for: 'staff',
  quiet: true,
  options: {
    query: query({ en: ['query'], fr: ['requête'] }, 'watch.query', { required: true, loose: true }),
  },

  form: (options, { say }) =>
    options.query ? null : { title: say.plain('watch.try-about'), inputs: [queryInput(say)] },

  run: (asked) => shownTrial(asked, { text: asked.options.query.text }),
})

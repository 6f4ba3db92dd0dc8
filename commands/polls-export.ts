import { command } from '../src/chat/command.ts'
import { number } from '../src/chat/options.ts'
import { tables } from './poll-staff.ts'

export default command({
  name: 'polls export',
  names: { fr: 'sondages exporter' },
  also: ['polls csv', 'poll export', 'poll csv', 'sondage exporter', 'sondage csv', 'sondages csv'],
  about: 'poll.export-about',
  for: 'staff',
  quiet: true,
  options: {
    number: number({ en: ['number'], fr: ['numéro'] }, 'poll.which', { required: true, loose: true }),
  },
  run: (asked) => tables({ ...asked, about: String(asked.options.number) }),
})

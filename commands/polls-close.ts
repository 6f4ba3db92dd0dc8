import { command } from '../src/chat/command.ts'
import { number } from '../src/chat/options.ts'
import { endNow } from './poll-staff.ts'

export default command({
  name: 'polls close',
  names: { fr: 'sondages clore' },
  also: ['polls end', 'poll close', 'poll end', 'sondage clore', 'sondage terminer', 'sondages terminer'],
  about: 'poll.close-about',
  for: 'staff',
  quiet: true,
  options: {
    number: number({ en: ['number'], fr: ['numéro'] }, 'poll.which', { required: true, loose: true }),
  },
  run: (asked) => endNow({ ...asked, about: String(asked.options.number) }),
})

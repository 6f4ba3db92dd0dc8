import { command } from '../src/chat/command.ts'
import { number } from '../src/chat/options.ts'
import { onePoll, pollList } from './poll-list.ts'
import { found } from './poll-voting.ts'

export default command({
  name: 'polls',
  names: { fr: 'sondages' },
  also: ['poll list', 'poll show', 'sondage liste', 'sondage voir'],
  about: 'poll.list-about',
  for: 'staff',
  quiet: true,
  options: { number: number({ en: ['number'], fr: ['numéro'] }, 'poll.which', { loose: true }) },

  async run(asked) {
    const { number } = asked.options
    return number === undefined
      ? pollList(asked)
      : onePoll(asked, await found({ ...asked, about: String(number) }, asked.store))
  },
})

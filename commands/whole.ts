import { command } from '../src/chat/command.ts'
import type { Button, Message } from '../src/chat/message.ts'
import { pagesOfWhole, wholeOf } from '../src/chat/whole.ts'
import { Oops } from '../src/model/oops.ts'
import { marked } from '../src/texts/marked.ts'

/** What a chat had to shorten, page by page, for whoever wants to read it all. */
export default command({
  name: 'whole',
  hidden: true,
  about: 'whole.read',
  for: 'member',
  quiet: true,
  options: {},
  async run() {
    throw new Oops('whole.forgotten')
  },

  on: {
    /** `value`: the key, and behind a dot the page, from 0. */
    read: {
      for: 'member',
      quiet: true,
      async run({ value, store, say }) {
        const [key = '', nth = '0'] = value.split('.')
        const whole = await wholeOf(store.memory, key)
        if (!whole) throw new Oops('whole.forgotten')
        const pages = pagesOfWhole(whole)
        const at = Math.min(Number(nth) || 0, pages.length - 1)
        const turn = (to: number, label: 'whole.back' | 'whole.on'): Button => ({
          action: 'whole.read',
          label: say.plain(label),
          value: `${key}.${to}`,
        })
        const page: Message = {
          ...pages[at],
          quiet: true,
          instead: value.includes('.'),
          buttons: [
            ...(at > 0 ? [turn(at - 1, 'whole.back')] : []),
            ...(at < pages.length - 1 ? [turn(at + 1, 'whole.on')] : []),
          ],
        }
        if (pages.length === 1) return page
        return { ...page, note: marked`${at + 1} / ${pages.length}` }
      },
    },
  },
})

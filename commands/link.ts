import { randomInt } from 'node:crypto'
import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { text } from '../src/chat/options.ts'
import { uniteInPolls } from '../src/delivery/poll-life.ts'
import { Oops } from '../src/model/oops.ts'
import { type Account, accountKey } from '../src/model/person.ts'
import { minute } from '../src/model/time.ts'
import type { LinkRequest } from '../src/store/links.ts'

export default command({
  name: 'link',
  names: { fr: 'relier' },
  also: ['lier', 'unlink', 'délier'],
  about: 'link.about',
  for: 'member',
  quiet: true,
  options: { code: text({ en: ['code'], fr: ['code'] }, 'link.code', { loose: true }) },

  async run(asked) {
    const { code } = asked.options
    return code === undefined ? ask(asked) : answer(asked, code.replace(/[^a-z\d]/giu, '').toUpperCase())
  },

  on: {
    /** Who typed the code says that both accounts are theirs; the other side is asked. */
    mine: {
      for: 'member',
      quiet: true,
      async run(asked) {
        const { store, say, by, value: code } = asked
        const request = await requestOf(asked, code)
        if (!(await store.links.offer(code, { account: by.account, name: by.name })))
          throw new Oops('link.used')
        const whispered = await whisper(asked, request, question(asked, code, by))
        const values = { name: request.name, chat: chatWords(asked, request.account) }
        return { text: say(whispered ? 'link.asked' : 'link.asked-there', values), instead: true }
      },
    },
    /** Who asked for the code says so too: joined. */
    join: {
      for: 'member',
      quiet: true,
      async run(asked) {
        const { store, say, by, now, value: code } = asked
        const request = await requestOf(asked, code)
        const { account, other } = request
        if (!other || accountKey(account) !== accountKey(by.account)) throw new Oops('link.gone')
        await store.together(async (store) => {
          if (!(await store.links.close(code))) throw new Oops('link.gone')
          const locale = asked.person.locale
          await store.people.meet(account, request.name, locale, now)
          await store.people.meet(other.account, other.name, locale, now)
          await store.links.join(account, other.account, { by: by.name, at: now })
          // Whoever voted with both has one vote from now on.
          await uniteInPolls(
            store,
            await store.people.sameAs([account, other.account]),
            asked.seal,
            asked.teams,
          )
        })
        return {
          text: say('link.done', { name: other.name, chat: chatWords(asked, other.account) }),
          instead: true,
        }
      },
    },
    refuse: {
      for: 'member',
      quiet: true,
      async run({ store, say, value }) {
        await store.links.close(value)
        return { text: say('link.refused'), instead: true }
      },
    },
    part: {
      for: 'member',
      quiet: true,
      async run(asked) {
        const { store, say, by, now, value, person } = asked
        const theirs = await joinedWith(asked)
        const account = theirs.find((one) => accountKey(one) === value)
        if (!account) throw new Oops('bot.old-button')
        await store.together(async (store) => {
          const others = (await store.people.sameAs([account])).filter((one) => accountKey(one) !== value)
          await store.giveawayEntries.remember(account, others, { by: by.name, at: now })
          await store.links.part(account, { by: by.name, at: now, locale: person.locale })
        })
        return { text: say('link.parted', { chat: chatWords(asked, account) }), instead: true }
      },
    },
  },
})

/** A code for the other chat, and what is joined already. */
async function ask(asked: Asked): Promise<Message> {
  const { store, say, by, now, chat, channel } = asked
  const code = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
  const request = { account: by.account, name: by.name, until: now + lasts, asked: { chat, channel } }
  await store.together((store) => store.links.ask(code, request, now))
  const joined = await joinedWith(asked)
  return {
    title: say.plain('link.title'),
    text: say('link.how', { code, minutes: lasts / minute }),
    items: joined.map((account) => ({
      title: chatWords(asked, account),
      text: say('link.joined'),
      buttons: [
        {
          action: 'link.part',
          label: say.plain('link.part'),
          value: accountKey(account),
          style: 'danger' as const,
        },
      ],
    })),
    note: say('link.note'),
  }
}

/** Who typed a code is asked whether both accounts are theirs: a code can be read over a shoulder. */
async function answer(asked: Asked, code: string): Promise<Message> {
  const { say, by } = asked
  const request = await requestOf(asked, code)
  if (accountKey(request.account) === accountKey(by.account)) throw new Oops('link.same')
  if (request.other) throw new Oops('link.used')
  return {
    title: say.plain('link.title'),
    text: say('link.is-it-you', { name: request.name, chat: chatWords(asked, request.account) }),
    buttons: [
      { action: 'link.mine', label: say.plain('link.yes'), value: code, style: 'primary' },
      { action: 'link.refuse', label: say.plain('link.no'), value: code },
    ],
  }
}

/** Asked of who made the code, in their chat. */
const question = (asked: Asked, code: string, by: Asked['by']): Message => ({
  title: asked.say.plain('link.title'),
  text: asked.say('link.confirm', { name: by.name, chat: chatWords(asked, by.account) }),
  buttons: [
    { action: 'link.join', label: asked.say.plain('link.yes'), value: code, style: 'primary' },
    { action: 'link.refuse', label: asked.say.plain('link.no'), value: code, style: 'danger' },
  ],
})

async function whisper({ chats }: Asked, request: LinkRequest, message: Message): Promise<boolean> {
  const { chat, channel } = request.asked
  const there = chats.get(chat)
  if (!there) return false
  return there.whisper(request.account, channel, message).then(
    () => true,
    () => false,
  )
}

/** The request of a code. Throws Oops where it is over, or never was. */
async function requestOf({ store, now }: Asked, code: string): Promise<LinkRequest> {
  const request = await store.links.of(code, now)
  if (!request) throw new Oops('link.gone')
  return request
}

/** The other accounts of who asks. */
async function joinedWith({ store, by }: Asked): Promise<Account[]> {
  const me = accountKey(by.account)
  const mine = (await store.people.joined()).find((all) => all.some((one) => accountKey(one) === me))
  return (mine ?? []).filter((one) => accountKey(one) !== me)
}

const chatWords = ({ say }: Asked, { chat }: Account) => say.plain(`deliveries.chat-${chat}`)

/** Without those that look like others. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const lasts = 10 * minute

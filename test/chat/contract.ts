import { describe, expect, test } from 'vitest'
import type { Bot, Chat, Heard, Told } from '../../src/chat/chat.ts'
import type { Message } from '../../src/chat/message.ts'
import { Unavailable } from '../../src/model/oops.ts'
import type { Account } from '../../src/model/person.ts'
import { newId } from '../../src/store/id.ts'
import { marked, plain } from '../../src/texts/marked.ts'

/** A chat with a channel to play in, two accounts, and the eyes of the people in it. */
export type Playground = {
  chat: Chat
  channel: string
  one: Account
  other: Account
  /** What an account sees in the channel, oldest first, as plain words. */
  sees(account: Account, channel: string): Promise<string[]>
  /** What an account sees in the thread of a message, oldest first. */
  answers(account: Account, told: Told): Promise<string[]>
  /** Somebody says something in the channel; gives which message it is. */
  says(account: Account, channel: string, text: string): Promise<Told>
  /** Somebody reacts to a message, and takes it back. */
  reacts(account: Account, told: Told, emoji: string): Promise<void>
  takesBack(account: Account, told: Told, emoji: string): Promise<void>
  /** Somebody right-clicks a message and chooses an action. */
  rightClicks(account: Account, told: Told, action: string): Promise<void>
  close(): Promise<void>
}

export const silentBot: Bot = {
  before: () => ({ quiet: true }),
  answer: async () => null,
  offers: () => [],
  messageActions: () => [],
  complete: () => [],
  overhear: async () => {},
}

/** What every chat keeps to, whatever it is made of. */
export function chatContract(name: string, open: () => Promise<Playground>) {
  const playing = (story: string, play: (playground: Playground) => Promise<void>, bot = silentBot) =>
    test(story, async () => {
      const playground = await open()
      try {
        await playground.chat.start(bot)
        await play(playground)
      } finally {
        await playground.chat.stop()
        await playground.close()
      }
    })

  describe(`${name} is a chat`, () => {
    playing(
      'what is said is seen by everybody in the channel',
      async ({ chat, channel, one, other, sees }) => {
        await chat.say(channel, { title: 'Bonjour', text: marked`à tous` })
        for (const account of [one, other])
          expect((await sees(account, channel)).join()).toMatch(/Bonjour[\s\S]*à tous/)
      },
    )

    playing('a delivery is found again, one that was not told is not', async ({ chat, channel }) => {
      const delivery = newId()
      const told = await chat.say(channel, { text: marked`une fois` }, { delivery })
      expect(await chat.find(channel, delivery)).toEqual(told)
      expect(await chat.find(channel, newId())).toBeNull()
    })

    playing('the same delivery said twice is seen once', async ({ chat, channel, one, sees }) => {
      const delivery = newId()
      const first = await chat.say(channel, { text: marked`une seule fois` }, { delivery })
      expect(await chat.say(channel, { text: marked`une seule fois` }, { delivery })).toEqual(first)
      expect((await sees(one, channel)).filter((words) => words.includes('une seule fois'))).toHaveLength(1)
    })

    playing(
      'what is said in a thread stands below its message, and is found there',
      async ({ chat, channel, one, answers }) => {
        const [above, other] = [
          await chat.say(channel, { text: marked`au-dessus` }),
          await chat.say(channel, { text: marked`ailleurs` }),
        ]
        const delivery = newId()
        const told = await chat.say(channel, { text: marked`la suite` }, { delivery, thread: above.id })
        expect((await answers(one, above)).join()).toContain('la suite')
        expect(await answers(one, other)).toEqual([])
        expect(await chat.find(channel, delivery, above.id)).toEqual(told)
        await chat.change(told, { text: marked`la fin` })
        expect((await answers(one, above)).join()).toMatch(/^(?!.*la suite).*la fin/)
      },
    )

    playing('a message changes in place', async ({ chat, channel, one, sees }) => {
      const told = await chat.say(channel, { text: marked`avant` })
      await chat.change(told, { text: marked`après` })
      const seen = await sees(one, channel)
      expect(seen).toHaveLength(1)
      expect(seen[0]).toContain('après')
      expect(seen[0]).not.toContain('avant')
    })

    playing(
      'a message that was removed is gone, and cannot be changed',
      async ({ chat, channel, one, sees }) => {
        const told = await chat.say(channel, { text: marked`à effacer` })
        await chat.remove(told)
        expect(await sees(one, channel)).toEqual([])
        const refused = await chat.change(told, { text: marked`trop tard` }).catch((error) => error)
        expect(refused).toBeInstanceOf(Unavailable)
        expect(refused.refused).toBe(true)
      },
    )

    playing('a whisper is heard by one alone', async ({ chat, channel, one, other, sees }) => {
      await chat.whisper(one, channel, { text: marked`entre nous` })
      expect((await sees(one, channel)).join()).toContain('entre nous')
      expect((await sees(other, channel)).join()).not.toContain('entre nous')
    })

    const heard: Heard[] = []
    const listening: Bot = {
      ...silentBot,
      answer: async (one) => {
        heard.push(one)
        return { text: marked`bien noté`, quiet: true }
      },
    }
    playing(
      'a right-click is heard with who wrote what and when, and answered to who clicked alone',
      async ({ channel, one, other, says, rightClicks, sees }) => {
        const told = await says(other, channel, 'Ma lampe fume <b>')
        for (const _ of [1, 2]) await rightClicks(one, told, 'mention add.report')
        const [first, second] = heard as (Heard & { kind: 'message-action' })[]
        expect(first).toMatchObject({
          kind: 'message-action',
          action: 'mention add.report',
          account: one,
          channel,
        })
        expect(first!.message).toMatchObject({ by: other, text: 'Ma lampe fume <b>' })
        expect(first!.message.author).not.toBe('')
        expect(second!.message).toEqual(first!.message)
        expect((await sees(one, channel)).join()).toContain('bien noté')
        expect((await sees(other, channel)).join()).not.toContain('bien noté')
      },
      listening,
    )

    const reactions: Heard[] = []
    const watching: Bot = {
      ...silentBot,
      answer: async (one) => {
        reactions.push(one)
        return null
      },
    }
    playing(
      'a reaction is heard, and that it was taken back is heard after it, by whom and on what',
      async ({ chat, channel, one, other, reacts, takesBack }) => {
        const buttons = [{ action: 'mention.take', label: 'Prendre' }]
        const told = await chat.say(channel, { title: 'Alerte', about: 'mention:17', buttons })
        // Nobody waits for what was given to be heard before it is taken back.
        await reacts(one, told, '👀')
        await takesBack(one, told, '👀')
        await expect.poll(() => reactions.length).toBe(2)
        await reacts(other, told, '👀')
        await takesBack(other, told, '👀')
        await expect.poll(() => reactions.length).toBe(4)
        const on = { kind: 'reaction', emoji: '👀', about: 'mention:17', channel }
        expect(reactions).toMatchObject([
          { ...on, account: one },
          { ...on, account: one, takenBack: true },
          { ...on, account: other },
          { ...on, account: other, takenBack: true },
        ])
        for (const given of [0, 2]) expect(reactions[given]).not.toHaveProperty('takenBack')
        // Who took it back is called as before: Discord does not say so itself.
        expect(reactions[1]!.name).toBe(reactions[0]!.name)
        expect(reactions[1]!.groups).toEqual(reactions[0]!.groups)
      },
      watching,
    )

    playing('a channel that is not there is refused for good', async ({ chat }) => {
      const refused = await chat.say('nulle-part', { text: marked`?` }).catch((error) => error)
      expect(refused).toBeInstanceOf(Unavailable)
      expect(refused.refused).toBe(true)
    })

    playing('text from outside is shown as it is', async ({ chat, channel, one, sees }) => {
      const hostile = '<!channel> @everyone <b>x</b> **y** [z](javascript:alert(1))'
      const message: Message = {
        title: hostile,
        text: plain(hostile),
        items: [{ title: hostile, quote: hostile, url: 'javascript:alert(1)' }],
      }
      await chat.say(channel, message)
      const seen = (await sees(one, channel)).join()
      expect(seen).toContain('**y** [z](javascript:alert(1))')
    })

    playing('it knows its channels and its people', async ({ chat, channel, one }) => {
      expect((await chat.channels()).map(({ name }) => name)).toContain(channel)
      expect((await chat.people()).map(({ account }) => account)).toContainEqual(one)
    })
  })
}

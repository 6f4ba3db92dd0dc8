import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { moveMention } from '../src/delivery/mention-life.ts'
import { letterTo, notice } from '../src/delivery/promise.ts'
import { handedOver } from '../src/model/mention.ts'
import { Oops } from '../src/model/oops.ts'
import { type Account, accountKey, type ChatKind, may } from '../src/model/person.ts'
import type { Locale } from '../src/model/team.ts'
import { folded } from '../src/model/words.ts'
import { sayIn } from '../src/texts/texts.ts'
import { found } from './mention-of.ts'

/** Somebody who may have a mention; `key` is their id in the settings, or their account's. */
type Candidate = { key: string; id: string | null; name: string; locale: Locale; accounts: Account[] }

/** A menu of everybody else of the team who may answer. Throws Oops where that is nobody. */
export async function chooseWhom(asked: Asked & Pressed): Promise<Message> {
  const { say, about, person, team } = asked
  const all = (await candidates(asked)).filter(({ id }) => id !== person.id)
  if (all.length === 0) throw new Oops('mention.give-nobody', { team: team.title })
  return {
    title: say.plain('mention.give-title', { id: about }),
    selects: [
      {
        action: 'mention.to',
        label: say.plain('mention.give-choose'),
        about: `mention:${about}`,
        choices: all.slice(0, mostChoices).map(({ key, name }) => ({ value: key, label: name })),
      },
    ],
    about: `mention:${about}`,
    quiet: true,
  }
}

/** The mention is theirs whose name is given, or the beginning of it. Throws Oops. */
export async function giveTo(asked: Asked, id: number, name: string): Promise<Message> {
  const all = await candidates(asked)
  const wanted = folded(name.replace(/^@/, ''))
  const named = all.filter((one) => wanted !== '' && folded(one.name).startsWith(wanted))
  const one = named.find((one) => folded(one.name) === wanted) ?? (named.length === 1 ? named[0] : undefined)
  if (!one)
    throw new Oops('mention.no-one', { given: name, names: all.map((other) => other.name).join(', ') || '-' })
  return give(asked, id, one.key)
}

/**
 * The mention is theirs from now on, whoever had it. It is said below its alert, and to them in private: an alert that
 * changes rings nobody. Throws Oops.
 */
export async function give(asked: Asked, id: number, key: string): Promise<Message> {
  const { team, person, now, say } = asked
  const to = (await candidates(asked)).find((one) => one.key === key)
  if (!to) throw new Oops('bot.old-button')
  await asked.store.together(async (store) => {
    await store.turns.take()
    const mention = await found(asked, store, id)
    const whom = { id: to.id ?? (await personId(asked, to)), name: to.name }
    const state = handedOver(mention.state, whom, { by: person.name, id: person.id, at: now })
    await moveMention(store, team, mention, state, { by: person, now })
    if (whom.id === person.id) return
    await store.promises.step(team.name, id, { did: 'handed-over', who: to.name, at: now })
    const reader = { say: sayIn(team.locale), now, team }
    const text = reader.say('promise.handed', { from: person.name, name: to.name })
    await notice(store, { ...mention, state }, { key: `handed-${now}`, text, reader })
    await store.letters.add(letterTo(to, mention, { what: 'handed-over', by: person.name, now }))
  })
  const self = to.id === person.id
  return {
    text: self
      ? say('mention.gave-self', { id: String(id) })
      : say('mention.gave', { name: to.name, id: String(id) }),
    quiet: true,
  }
}

/** Staff of the settings, and everybody who was given a role in the chat. */
async function candidates({ team, store }: Asked): Promise<Candidate[]> {
  const known = team.people.filter(({ role }) => may(role, 'staff'))
  const keys = new Set(known.flatMap(({ accounts }) => accounts.map(accountKey)))
  const given = (await store.setUp.roles()).filter(
    (one) => one.team === team.name && may(one.role, 'staff') && !keys.has(one.who),
  )
  return [
    ...known.map(({ id, name, locale, accounts }) => ({ key: id, id, name, locale, accounts })),
    ...given.flatMap(({ who, name }) => {
      const account = accountIn(who)
      return account ? [{ key: who, id: null, name, locale: team.locale, accounts: [account] }] : []
    }),
  ]
}

/** An account by its key; null for a group. */
function accountIn(key: string): Account | null {
  const [, chat, workspace, user] = /^(local|slack|discord):([^/]+)\/(.+)$/.exec(key) ?? []
  if (chat === undefined || (chat === 'slack' && user!.startsWith('S'))) return null
  return { chat: chat as ChatKind, workspace: workspace!, user: user! }
}

/** Whoever was given a role in the chat is in the store once they did something; here at the latest. */
async function personId({ store, now }: Asked, { accounts, name, locale }: Candidate): Promise<string> {
  return `person-${await store.people.meet(accounts[0]!, name, locale, now)}`
}

/** As many as every chat shows in one menu. */
const mostChoices = 25

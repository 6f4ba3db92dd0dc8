import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Message, Select } from '../src/chat/message.ts'
import { moveMention } from '../src/delivery/mention-life.ts'
import { letterTo, notice } from '../src/delivery/promise.ts'
import { accountIn, type Staff, staffOf } from '../src/delivery/staff.ts'
import { handedOver } from '../src/model/mention.ts'
import { Oops } from '../src/model/oops.ts'
import { accountKey, kindOfChat, may } from '../src/model/person.ts'
import { chatOf } from '../src/model/team.ts'
import { folded } from '../src/model/words.ts'
import { sayIn } from '../src/texts/texts.ts'
import { found } from './mention-of.ts'

/** A menu of everybody else who may answer; of the whole chat where groups say who may. Throws Oops where that is nobody. */
export async function chooseWhom(asked: Asked & Pressed): Promise<Message> {
  const { say, about, person, team, store } = asked
  const staff = await staffOf(store, team)
  const all = staff.filter(({ id }) => id !== person.id)
  const menu = { action: 'mention.to', label: say.plain('mention.give-choose'), about: `mention:${about}` }
  const known: Select[] =
    all.length === 0
      ? []
      : [
          {
            ...menu,
            choices: all.slice(0, mostChoices).map(({ key, name }) => ({ value: key, label: name })),
          },
        ]
  const everybody: Select[] = hasGroups(asked, staff)
    ? [{ ...menu, label: say.plain('mention.give-others'), of: 'people' }]
    : []
  if (known.length + everybody.length === 0) throw new Oops('mention.give-nobody', { team: team.title })
  return {
    title: say.plain('mention.give-title', { id: about }),
    selects: [...known, ...everybody],
    about: `mention:${about}`,
    quiet: true,
  }
}

/** Whether some may answer of whom only their chat knows who they are. */
const hasGroups = ({ team, chat }: Asked, staff: Staff[]) => {
  const keys = new Set(staff.flatMap(({ accounts }) => accounts.map(accountKey)))
  return (team.groups ?? []).some(
    ({ group, role }) => may(role, 'staff') && !keys.has(group) && group.startsWith(`${kindOfChat(chat)}:`),
  )
}

/** The mention is theirs whose name is given, or the beginning of it. Throws Oops. */
export async function giveTo(asked: Asked, id: number, name: string): Promise<Message> {
  const all = await staffOf(asked.store, asked.team)
  const wanted = folded(name.replace(/^@/, ''))
  const named = all.filter((one) => wanted !== '' && folded(one.name).startsWith(wanted))
  const one = named.find((one) => folded(one.name) === wanted) ?? (named.length === 1 ? named[0] : undefined)
  if (!one)
    throw new Oops('mention.no-one', {
      given: name.slice(0, 60),
      names: all.map((other) => other.name).join(', ') || '-',
    })
  return give(asked, id, one.key)
}

/**
 * The mention is theirs from now on, whoever had it. It is said below its alert, and to them in private: an alert that
 * changes rings nobody. Throws Oops.
 */
export async function give(asked: Asked, id: number, key: string): Promise<Message> {
  const { team, person, now, say, store } = asked
  const to = (await staffOf(store, team)).find((one) => one.key === key) ?? (await byGroup(asked, key))
  const whom = { id: to.id ?? (await personId(asked, to)), name: to.name }
  const self = whom.id === person.id
  await store.together(async (store) => {
    await store.turns.take()
    const mention = await found(asked, store, id)
    const state = handedOver(mention.state, whom, { by: person.name, id: person.id, at: now })
    await moveMention(store, team, mention, state, { by: person, now })
    if (self) return
    await store.promises.step(team.name, id, { did: 'handed-over', who: to.name, at: now })
    const reader = { say: sayIn(team.locale), now, team }
    const text = reader.say('promise.handed', { from: person.name, name: to.name })
    await notice(store, { ...mention, state }, { key: `handed-${now}`, text, reader })
    await store.letters.add(letterTo(to, mention, { what: 'handed-over', by: person.name, now }))
  })
  const facts = { id: String(id), name: to.name }
  return { text: say(self ? 'mention.gave-self' : 'mention.gave', facts), quiet: true }
}

/** Somebody whom a group makes one of the team; their chat is asked what they are now. Throws Oops. */
async function byGroup({ team, chats, store }: Asked, key: string): Promise<Staff> {
  const account = accountIn(key)
  const chat = account && chats.get(chatOf(team, account.chat))
  if (!account || !chat) throw new Oops('bot.old-button')
  const standing = await chat.standing?.(account)
  const held = new Set(standing?.groups ?? [])
  const role = team.groups?.find(({ group, role }) => held.has(group) && may(role, 'staff'))?.role
  const name = (await chat.people()).find((one) => accountKey(one.account) === key)?.name ?? account.user
  const known = await store.people.known(account)
  if (!role) throw new Oops('mention.not-staff', { name })
  const id = known === undefined ? null : `person-${known}`
  return { key, id, name, role, locale: team.locale, accounts: [account] }
}

/** Whoever has a role and did nothing yet is met now. */
async function personId({ store, now }: Asked, { accounts, name, locale }: Staff): Promise<string> {
  return `person-${await store.people.meet(accounts[0]!, name, locale, now)}`
}

/** As many as every chat shows in one menu. */
const mostChoices = 25

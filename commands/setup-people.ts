import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Item, Message, Select } from '../src/chat/message.ts'
import { Oops } from '../src/model/oops.ts'
import { accountKey, type Role, roles } from '../src/model/person.ts'
import { code, marked, together } from '../src/texts/marked.ts'

/** Who may do what in the team, and a button for each role that can be given. */
export async function peoplePage(asked: Asked): Promise<Message> {
  const { team, say, store, now } = asked
  const set = (await store.setUp.roles()).filter((one) => one.team === team.name)
  const item = (name: string, role: Role, more: Omit<Item, 'title'>): Item => ({
    title: `${name} · ${say.plain(`role.${role}`)}`,
    ...more,
  })
  return {
    title: say.plain('setup.who-title', { team: team.title }),
    text: say('setup.who-intro'),
    items: [
      ...team.people.map(({ name, role, accounts }) => {
        const keys = accounts.map((one) => code(accountKey(one)))
        return item(name, role, { text: together(keys, ' ') })
      }),
      ...(team.groups ?? []).flatMap(({ group, role, at }) =>
        at ? [item(group, role, { text: marked`${at.file}:${at.line}` })] : [],
      ),
      ...set.map(({ who, name, role, by, at }) =>
        item(name, role, {
          text: say('setup.given-by', { by, time: say.time(at, now, team.timeZone) }),
          buttons: [{ action: 'setup.take', label: say.plain('setup.take'), value: who, style: 'danger' }],
        }),
      ),
    ],
    buttons: [
      ...given.map((role) => ({
        action: 'setup.role',
        label: say.plain('setup.give', { role: say.plain(`role.${role}`) }),
        value: role,
      })),
      { action: 'setup.look', label: say.plain('setup.back') },
    ],
    about: 'setup',
  }
}

/** Menus of the chat's people and groups, for one role. Throws Oops where the value names none. */
export async function rolePage(asked: Asked & Pressed): Promise<Message> {
  const { say, value, chats, chat } = asked
  const role = given.find((one) => one === value)
  if (!role) throw new Oops('bot.old-button')
  const menu = (of: 'people' | 'groups'): Select => ({
    action: 'setup.give',
    about: `setup:${role}`,
    label: say.plain(`setup.choose-${of}`),
    of,
    most: 10,
  })
  const groups =
    (await chats
      .get(chat)
      ?.groups?.()
      .catch(() => [])) ?? []
  return {
    title: say.plain('setup.give', { role: say.plain(`role.${role}`) }),
    text: say(`setup.role-${role}`),
    selects: [menu('people'), ...(groups.length > 0 ? [menu('groups')] : [])],
    buttons: [{ action: 'setup.people', label: say.plain('setup.back') }],
  }
}

/** Gives the role in `about` to those in the value: accounts and groups, divided by commas. Throws Oops. */
export async function giveRole(asked: Asked & Pressed): Promise<Message> {
  const { team, store, person, now, about, value } = asked
  const role = given.find((one) => one === about)
  const whom = value.split(',').filter((one) => one !== '')
  if (!role || whom.length === 0) throw new Oops('bot.old-button')
  const names = await namesIn(asked)
  await store.together(async (store) => {
    for (const who of whom)
      await store.setUp.putRole(team.name, { who, name: names.get(who) ?? who }, role, {
        by: person.name,
        at: now,
      })
  })
  return peoplePage(asked)
}

/** Takes back what was given in the chat; what stands in the settings is changed there. */
export async function takeRole(asked: Asked & Pressed): Promise<Message> {
  const { team, store, person, now, value } = asked
  await store.together((store) =>
    store.setUp.putRole(team.name, { who: value, name: value }, null, { by: person.name, at: now }),
  )
  return peoplePage(asked)
}

/** What the chat calls its people and its groups, by their keys. */
async function namesIn({ chats, chat }: Asked): Promise<Map<string, string>> {
  const here = chats.get(chat)
  // A role is given all the same where the chat does not say what it calls somebody.
  const [people, groups] = await Promise.all([
    here?.people().catch(() => []) ?? [],
    here?.groups?.().catch(() => []) ?? [],
  ])
  return new Map([
    ...people.map(({ account, name }) => [accountKey(account), name] as const),
    ...groups.map(({ group, name }) => [group, name] as const),
  ])
}

/** What can be given: everybody is a member. */
const given = roles.filter((role) => role !== 'member')

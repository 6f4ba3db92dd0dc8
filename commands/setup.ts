import { type Action, type Asked, command, type Pressed } from '../src/chat/command.ts'
import type { Field, Message, Select } from '../src/chat/message.ts'
import { text } from '../src/chat/options.ts'
import { Oops } from '../src/model/oops.ts'
import { kindOfChat } from '../src/model/person.ts'
import {
  channelFor,
  isChannelOf,
  type Place,
  placeKey,
  type SetPurpose,
  setPurposes,
  type Team,
} from '../src/model/team.ts'
import { type Marked, marked, plain, together } from '../src/texts/marked.ts'
import { sayIn } from '../src/texts/texts.ts'
import { giveRole, peoplePage, rolePage, takeRole } from './setup-people.ts'

const channel = (en: string, fr: string, purpose: SetPurpose) =>
  text({ en: [en], fr: [fr] }, `setup.${purpose}`, {})

export default command({
  name: 'setup',
  names: { fr: 'installation' },
  also: ['set-up', 'configuration', 'configurer', 'installer', 'install'],
  about: 'setup.about',
  for: 'admin',
  setUp: true,
  quiet: true,
  options: {
    alerts: channel('alerts', 'alertes', 'alerts'),
    watch: channel('watch', 'veille', 'watch'),
    community: channel('community', 'communauté', 'community'),
    approvals: channel('approvals', 'validations', 'approvals'),
  },

  async run(asked) {
    let given: Given = {}
    for (const purpose of setPurposes)
      if (asked.options[purpose] !== undefined)
        given = { ...given, ...(await give(asked, purpose, asked.options[purpose])) }
    return overview(asked, given)
  },

  on: {
    /** `about`: the purpose; the value: the channel's name. */
    channel: page(async (asked) => {
      const purpose = setPurposes.find((one) => one === asked.about)
      if (!purpose) throw new Oops('bot.old-button')
      return overview(asked, await give(asked, purpose, asked.value))
    }),
    look: page(overview),
    people: page(peoplePage),
    role: page(rolePage),
    give: page(giveRole),
    take: page(takeRole),
  },
})

/** One page of the set-up, in the place of the one before. */
function page(show: (asked: Asked & Pressed) => Promise<Message>): Action {
  return {
    for: 'admin',
    setUp: true,
    quiet: true,
    run: async (asked) => ({ ...(await show(asked)), instead: true }),
  }
}

/** Channels that were given just now: the team shows them from the next question on. */
type Given = Partial<Record<SetPurpose, Place>>

/** A channel gets its purpose; what stands in the way there is said by the overview. Throws Oops. */
async function give(asked: Asked, purpose: SetPurpose, given: string): Promise<Given> {
  const { team, teams, store, person, now, say, chat, chats } = asked
  const name = given.trim().replace(/^#/u, '')
  const at = team.channelsAt?.[purpose]
  if (at)
    throw new Oops('setup.in-file', {
      purpose: say.plain(`setup.${purpose}`),
      place: `${at.file}:${at.line}`,
    })
  if (team.sample && kindOfChat(chat) !== 'local') throw new Oops('setup.sample')
  const here = chats.get(chat)
  const known = (await here?.channels())?.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (!here || !known) throw new Oops('setup.no-channel', { channel: name })
  const place: Place = { chat, channel: known.name }
  const owner = teams.find((one) => one.name !== team.name && isChannelOf(one, place))
  if (owner) throw new Oops('setup.taken', { channel: place.channel, team: owner.title })
  await store.together(async (store) => {
    const taken = (await store.setUp.channels()).find(
      (one) => one.team !== team.name && placeKey(one.place) === placeKey(place),
    )
    if (taken) throw new Oops('setup.taken', { channel: place.channel, team: taken.team })
    await store.setUp.putChannel(team.name, purpose, place, { by: person.name, at: now })
  })
  return { [purpose]: place }
}

/** What is set up, what is missing, and how to mend it. */
async function overview(before: Asked, given: Given = {}): Promise<Message> {
  const team = { ...before.team, channels: { ...before.team.channels, ...given } }
  const asked = { ...before, team }
  const { say, chat, chats } = asked
  const [lines, lacks] = await Promise.all([
    Promise.all(setPurposes.map((one) => purposeField(asked, one))),
    lacksIn(asked),
  ])
  const fine = lacks.length === 0 && lines.every(({ trouble }) => !trouble)
  const open = setPurposes.filter((one) => !team.channelsAt?.[one])
  return {
    title: say.plain('setup.title', { team: team.title }),
    text: together([say('setup.intro'), ...(fine ? [say('setup.fine')] : lacks)]),
    fields: [...lines.map(({ field }) => field), peopleField(team, asked)],
    selects: chats.has(chat) ? open.map((one) => channelSelect(asked, one)) : [],
    buttons: [
      { action: 'setup.people', label: say.plain('setup.who') },
      { action: 'setup.look', label: say.plain('setup.look') },
    ],
    note: say(open.length > 0 ? 'setup.note' : 'setup.note-file'),
    about: 'setup',
  }
}

const channelSelect = ({ team, say, chat }: Asked, purpose: SetPurpose): Select => ({
  action: 'setup.channel',
  about: `setup:${purpose}`,
  label: say.plain('setup.choose', { purpose: say.plain(`setup.${purpose}`) }),
  of: 'channels',
  chosen: team.channels[purpose]?.chat === chat ? [team.channels[purpose].channel] : [],
})

/** The channel of a purpose, and what stands in the way there. */
async function purposeField(asked: Asked, purpose: SetPurpose): Promise<{ field: Field; trouble: boolean }> {
  const { team, say, chats } = asked
  const { chat, channel } = channelFor(team, purpose)
  const at = team.channelsAt?.[purpose]
  const adapter = chats.get(chat)
  const lack = await adapter?.enter(channel).catch(() => ({ key: 'setup.silent' as const }))
  const where = marked`#${channel} · ${say.plain(`deliveries.chat-${kindOfChat(chat)}`)}`
  const from = at ? marked` · ${at.file}:${at.line}` : plain('')
  const trouble = adapter
    ? lack && say(lack.key, 'values' in lack ? lack.values : {})
    : say('setup.unconnected', { chat: say.plain(`deliveries.chat-${kindOfChat(chat)}`) })
  const value = together([together([where, from], ''), trouble ? (`⚠️ ${trouble}` as Marked) : null])
  return { field: { name: say.plain(`setup.${purpose}`), value }, trouble: Boolean(trouble) }
}

const peopleField = (team: Team, { say }: Asked): Field => ({
  name: say.plain('setup.team'),
  value: say('setup.counts', { people: team.people.length, groups: team.groups?.length ?? 0 }),
})

/** What each chat of the team lacks, in words. */
async function lacksIn({ team, chats, say }: Asked): Promise<Marked[]> {
  const mine = [...chats.values()].filter(
    ({ name }) => setPurposes.some((one) => channelFor(team, one).chat === name) || isTheirs(team, name),
  )
  const silent = () => [{ key: 'setup.silent' as const, values: {} }]
  const deaf = (team.listens ?? []).map(async ({ chat, channel }) => {
    const words = sayIn(team.locale).plain('community.notice', { team: team.title })
    const lack = await chats.get(chat)?.announce?.(channel, words)
    return lack ? [lack] : []
  })
  const all = await Promise.all(
    [...mine.map((chat) => chat.lacks()), ...deaf].map((asked) => asked.catch(silent)),
  )
  return all.flat().map(({ key, values }) => `⚠️ ${say(key, values)}` as Marked)
}

const isTheirs = (team: Team, name: Place['chat']) => Object.values(team.chats ?? {}).includes(name)

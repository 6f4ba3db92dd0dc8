import { addApplication, addChannel, addGuild, addUser, everyone } from './adding.ts'
import { ids, tokens } from './known.ts'
import { bits, forum, type Permission } from './permissions.ts'
import type { Channel, Overwrite, World } from './world.ts'

export function seed(world: World, options: { acme: boolean }) {
  for (const [name, id] of Object.entries(ids.users)) addUser(world, id, name, name === 'robot')
  addUser(world, ids.bot, 'vigie', true)
  addUser(world, ids.acmeBot, 'acme-vigie', true)
  addApplication(world, ids.application, ids.bot, tokens.vigie, 'Vigie')
  addApplication(world, ids.acmeApplication, ids.acmeBot, tokens.acme, 'Vigie chez Acme')
  seedNimbus(world)
  seedAcme(world, options.acme)
}

function seedNimbus(world: World) {
  const { users, roles, channels, bot } = ids
  const guild = addGuild(world, ids.guild, 'Nimbus', users.noor, [
    { id: roles.equipe, name: 'Équipe', permissions: 0n, position: 1, bot: null },
    { id: roles.admin, name: 'Admin', permissions: bits('Administrator'), position: 3, bot: null },
    { id: roles.vigie, name: 'Vigie', permissions: everyone, position: 2, bot },
  ])
  const joined = world.now() - 200 * 24 * 3_600_000
  const members = {
    [users.mia]: [roles.equipe, roles.admin],
    [users.noor]: [roles.equipe],
    [users.theo]: [],
    [users.ravi]: [],
    [users.robot]: [],
    [bot]: [roles.vigie],
  }
  for (const [user, given] of Object.entries(members)) guild.members.set(user, { user, roles: given, joined })

  // The bot itself is denied, as administrators do it: what one role denies, another gives again.
  const without = (permission: Permission): Overwrite => ({
    id: bot,
    type: 1,
    allow: 0n,
    deny: bits(permission),
  })
  const hidden: Overwrite = { id: roles.everyone, type: 0, allow: 0n, deny: bits('ViewChannel') }
  const staff: Overwrite = { id: roles.equipe, type: 0, allow: bits('ViewChannel'), deny: 0n }
  const ours: Overwrite = { id: roles.vigie, type: 0, allow: bits('ViewChannel'), deny: 0n }
  const add = (name: keyof typeof channels, more: Partial<Channel> = {}) =>
    addChannel(world, { id: channels[name], guild: ids.guild, name, ...more })
  add('general')
  add('e-reputation', { overwrites: [hidden, staff, ours] })
  add('veille', { overwrites: [hidden, staff, ours], topic: 'Ce que l’on dit de Nimbus' })
  add('communaute')
  add('entraide', {
    type: forum,
    tags: [
      { id: '681384788765712451', name: 'lampe' },
      { id: '681384788765712452', name: 'résolu' },
    ],
  })
  add('secret', { overwrites: [hidden, staff] })
  add('annonces', { overwrites: [without('SendMessages')] })
  add('presse', { overwrites: [without('ReadMessageHistory')] })
  addChannel(world, {
    id: ids.thread,
    type: 11,
    guild: ids.guild,
    name: 'Lampe qui clignote',
    thread: {
      parent: channels.communaute,
      owner: users.theo,
      archived: false,
      locked: false,
      members: new Set([users.theo]),
      tags: [],
    },
  })
}

function seedAcme(world: World, shared: boolean) {
  const { users, acmeBot, bot, acme } = ids
  const guild = addGuild(world, acme, 'Acme', users.ravi, [])
  const joined = world.now() - 100 * 24 * 3_600_000
  for (const user of [users.mia, users.ravi, acmeBot, ...(shared ? [bot] : [])])
    guild.members.set(user, { user, roles: [], joined })
  addChannel(world, { id: ids.acmeVeille, guild: acme, name: 'veille' })
  addChannel(world, { id: '981384788765712442', guild: acme, name: 'communaute' })
}

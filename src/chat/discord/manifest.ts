import type { Locale } from '../../model/team.ts'
import { sayIn } from '../../texts/texts.ts'
import type { Command } from '../command.ts'
import { declared } from '../declared.ts'
import { allNeeded, needed } from './needed.ts'
import { registrationOf } from './registration.ts'

/**
 * What somebody who sets Vigie up in Discord wants to see: the address that invites it, what it asks for there and why,
 * and the commands that it will register. `token` is the bot's; it only tells whose bot it is, and is not shown.
 */
export function discordManifest(
  commands: Command[],
  { token, locale = 'en' }: { token?: string; locale?: Locale } = {},
) {
  const say = sayIn(locale)
  const application = (token && applicationIn(token)) || null
  return {
    invite: inviteOf(application ?? '<APPLICATION_ID>'),
    how: say.plain(application === null ? 'discord.invite-whose' : 'discord.invite-how'),
    permissions: allNeeded.map((name) => ({
      name: say.plain(`discord.permission-${name}`),
      why: say.plain(`discord.may-${name}`),
    })),
    intents: say.plain('discord.intents-how'),
    commands: registrationOf(declared(commands)),
  }
}

/** The address that invites the bot, with what it needs ticked. */
export function inviteOf(application: string): string {
  const permissions = allNeeded.reduce((all, name) => all | needed[name], 0n)
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${permissions}`
}

/** A bot's token begins with its application's id, in base64; null where it does not. */
function applicationIn(token: string): string | null {
  const id = Buffer.from(token.replace(/^Bot\s+/i, '').split('.')[0]!, 'base64').toString('latin1')
  return /^\d{17,20}$/.test(id) ? id : null
}

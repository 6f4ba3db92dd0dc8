import type { Team } from './team.ts'

/** The people and channels of Nimbus; in another workspace their ids end in its own: `U0MIAXACME`. */
export function seed(team: Team): void {
  const { of } = team
  team.addUser(of('U0MIA'), 'Mia', { admin: true })
  team.addUser(of('U0NOOR'), 'Noor', { locale: 'en-GB' })
  team.addUser(of('U0THEO'), 'Theo', { locale: 'en-US' })
  team.addUser(of('U0RAVI'), 'Ravi')
  team.addUser(of('U0GUEST'), 'Guest', { guest: true })
  team.addUser(of('U0OTHERBOT'), 'Otherbot', { bot: true })
  team.addUser(team.bot.user, 'Vigie', { bot: true })
  team.addUser('USLACKBOT', 'Slackbot')
  team.addGroup(of('S0STAFF'), 'staff', [of('U0MIA'), of('U0NOOR')])

  const people = ['U0MIA', 'U0NOOR', 'U0THEO', 'U0RAVI'].map(of)
  const withBot = [...people, team.bot.user]
  for (const name of ['e-reputation', 'veille']) team.addChannel(name, { members: withBot })
  team.addChannel('communaute', { members: [...withBot, of('U0GUEST')] })
  team.addChannel('presse', { members: people })
  team.addChannel('cercle', { members: people, private: true })
  team.addChannel('atelier', { members: withBot, private: true })
  team.addChannel('archives', { members: withBot, archived: true })
}

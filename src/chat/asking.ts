import { Oops } from '../model/oops.ts'
import { type Account, accountKey, type Person } from '../model/person.ts'
import { isChannelOf, type Team } from '../model/team.ts'
import { folded } from '../model/words.ts'
import type { Heard } from './chat.ts'
import { piecesOf } from './grammar.ts'

/** The team that is asked, who asks, and the line without its `team:`. */
export type Asking = { team: Team; person: Person; line: string }

/**
 * Which team is asked: the channel's; else the person's only one; else the one that `team:` names.
 * Who asks: the person of the settings with this account, else a member of the community.
 */
export function askingOf(teams: Team[], heard: Heard, stranger: (team: Team) => Person): Asking {
  const { named, line } =
    heard.kind === 'command' ? takeTeam(heard.text) : { named: heard.team ?? null, line: '' }
  const mine = teams.filter((team) => personIn(team, heard.account))
  const team = named === null ? teamHere(teams, mine, heard) : mine.find((team) => isCalled(team, named))
  if (!team && named !== null) throw new Oops('bot.unknown-team', { given: named })
  if (!team) throw new Oops('bot.no-team', { teams: mine.map(({ name }) => name).join(', ') || '-' })
  return { team, person: personIn(team, heard.account) ?? stranger(team), line }
}

const personIn = (team: Team, account: Account): Person | undefined =>
  team.people.find(({ accounts }) => accounts.some((one) => accountKey(one) === accountKey(account)))

function teamHere(teams: Team[], mine: Team[], heard: Heard): Team | undefined {
  const here = teams.find((team) => isChannelOf(team, heard))
  return here ?? (mine.length === 1 ? mine[0] : teams.length === 1 ? teams[0] : undefined)
}

const isCalled = (team: Team, name: string) =>
  [team.name, team.title].some((one) => folded(one) === folded(name))

function takeTeam(text: string): { named: string | null; line: string } {
  const piece = piecesOf(text).find(({ key }) => key !== null && ['team', 'equipe'].includes(folded(key)))
  if (!piece) return { named: null, line: text }
  // Blanks keep every other piece where it was, so that a mistake is shown in its place.
  const blanks = ' '.repeat(piece.to - piece.from)
  return { named: piece.raw, line: text.slice(0, piece.from) + blanks + text.slice(piece.to) }
}

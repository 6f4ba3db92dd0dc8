import { Oops } from '../model/oops.ts'
import {
  type Account,
  accountKey,
  type ChatName,
  kindOfChat,
  may,
  type Person,
  type Role,
} from '../model/person.ts'
import { chatOf, isChannelOf, placesOf, type Team } from '../model/team.ts'
import { folded } from '../model/words.ts'
import type { Happened, Heard } from './chat.ts'
import { piecesOf } from './grammar.ts'

/** The team that is asked, who asks, and the line without its `team:`. */
export type Asking = { team: Team; person: Person; line: string }

/**
 * Which team is asked: the channel's; else the person's only one; else the one that `team:` names.
 * Who asks: the person of the settings with this account, else a member of the community; either has the highest
 * role that their account and its groups were given. Who administers the workspace may name any team that speaks
 * there: somebody has to set it up first. So does a button that was pressed.
 */
export function askingOf(teams: Team[], heard: Heard, stranger: (team: Team) => Person): Asking {
  const { named, line } =
    heard.kind === 'command' ? takeTeam(heard.text) : { named: heard.team ?? null, line: '' }
  // A client approves in a workspace of their own: there the team is asked in that channel alone.
  const here = teams.filter((team) => speaksIn(team, heard.chat) || approvesIn(team, heard))
  const mine = teams.filter((team) => personIn(team, heard.account) || roleIn(team, heard))
  // A button stands on a message of ours: whoever sees it may press it, and is what they are in its team.
  const pressed = heard.kind === 'button' || heard.kind === 'reaction'
  const theirs = heard.administers || pressed ? [...new Set([...mine, ...here])] : mine
  const usual = teamHere(here, mine, heard)
  // Whoever would ask this team anyway may name it: a stranger's buttons do.
  const nameable = usual ? [usual, ...theirs] : theirs
  const team = named === null ? usual : nameable.find((team) => isCalled(team, named))
  if (!team && named !== null) throw new Oops('bot.unknown-team', { given: named })
  if (here.length === 0) throw new Oops('bot.nobody-here')
  if (!team) throw new Oops('bot.no-team', { teams: theirs.map(({ name }) => name).join(', ') || '-' })
  const person = personIn(team, heard.account) ?? stranger(team)
  return { team, person: { ...person, role: higher(person.role, roleIn(team, heard)) }, line }
}

const personIn = (team: Team, account: Account): Person | undefined =>
  team.people.find(({ accounts }) => accounts.some((one) => accountKey(one) === accountKey(account)))

/** The highest role that an account and its groups were given; null when they were given none. */
function roleIn({ groups = [] }: Team, by: Happened): Role | null {
  const held = new Set([accountKey(by.account), ...(by.groups ?? [])])
  return groups.reduce<Role | null>(
    (highest, { group, role }) => (held.has(group) ? higher(role, highest) : highest),
    null,
  )
}

const higher = (one: Role, other: Role | null): Role => (other && may(other, one) ? other : one)

/** A team with a workspace of its own is asked nothing in another. */
const speaksIn = (team: Team, chat: ChatName) =>
  chatOf(team, kindOfChat(chat)) === chat &&
  (!team.sample || kindOfChat(chat) === 'local' || isNamed(team, chat))

/** A sample team stays on our own page, but where its settings name a channel elsewhere. */
const approvesIn = ({ policy }: Team, { chat, channel }: Happened) =>
  policy?.approvalsAlso.some((place) => place.chat === chat && place.channel === channel) === true

const isNamed = (team: Team, chat: ChatName) => placesOf(team).some((place) => place.chat === chat)

function teamHere(here: Team[], mine: Team[], heard: Heard): Team | undefined {
  const ofChannel = here.find((team) => isChannelOf(team, heard))
  const ours = mine.filter((team) => here.includes(team))
  return ofChannel ?? (ours.length === 1 ? ours[0] : here.length === 1 ? here[0] : undefined)
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

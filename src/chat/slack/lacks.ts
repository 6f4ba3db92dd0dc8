import { Unavailable } from '../../model/oops.ts'
import type { ChatName } from '../../model/person.ts'
import { placesOf, purposes, type Team } from '../../model/team.ts'
import type { Lack } from '../chat.ts'
import type { Channels } from './channels.ts'
import type { Introduction } from './introduction.ts'
import { listened } from './overhearing.ts'
import { badToken, SlackNo, unavailable } from './refusal.ts'
import { listeningScopes, scopes } from './scopes.ts'
import type { WayIn } from './way-in.ts'

type Parts = { name: ChatName; teams: Team[]; introduction: Introduction; channels: Channels; wayIn: WayIn }

/** What is missing in the whole workspace, asked afresh: rights change when the app is installed again. */
export const newLacks =
  ({ name, teams, introduction, channels, wayIn }: Parts) =>
  async (): Promise<Lack[]> => {
    try {
      const { scopes: held } = await introduction.ask()
      const listening = listened(teams, name).length > 0
      const lost = await Promise.all(furtherChannels(teams, name).map((one) => lostChannel(channels, one)))
      return [...missing(held, listening), ...deaf(wayIn), ...lost.flat()]
    } catch (error) {
      const trouble = unavailable(error)
      if (badToken(trouble) && trouble instanceof SlackNo)
        return [{ key: 'slack.lack-token', values: { word: trouble.word } }]
      return [{ key: 'slack.lack-answer' }]
    }
  }

/** Slack says with every answer what the token may; where it says nothing, nobody knows. */
function missing(held: string[], listening: boolean): Lack[] {
  const needed = [...scopes, ...(listening ? listeningScopes : [])]
  const lacking = held.length === 0 ? [] : needed.filter((scope) => !held.includes(scope))
  const key = listening ? 'slack.lack-scopes-listening' : 'slack.lack-scopes'
  return lacking.length > 0 ? [{ key, values: { scopes: lacking.join(', ') } }] : []
}

function deaf(wayIn: WayIn): Lack[] {
  if (wayIn.heard() === 'none') return [{ key: 'slack.lack-way-in' }]
  if (wayIn.heard() === 'by door' || wayIn.connected()) return []
  const trouble = wayIn.socketTrouble()
  if (trouble instanceof SlackNo && badToken(trouble))
    return [{ key: 'slack.lack-app-token', values: { word: trouble.word } }]
  return [{ key: 'slack.lack-sockets' }]
}

/** Channels of routes: whoever enters those of the purposes, or listens, is told of them there. */
function furtherChannels(teams: Team[], name: ChatName): string[] {
  const all = teams.flatMap((team) => {
    const told = new Set(purposes.map((purpose) => team.channels[purpose].channel))
    return placesOf(team).filter(({ chat, channel }) => chat === name && !told.has(channel))
  })
  return [...new Set(all.map(({ channel }) => channel))]
}

/** A channel that has another name by now, or is there no more. */
async function lostChannel(channels: Channels, channel: string): Promise<Lack[]> {
  try {
    const { id, name } = await channels.get(channel)
    return name === channel || id === channel
      ? []
      : [{ key: 'slack.renamed', values: { channel, now: name } }]
  } catch (error) {
    // Where Slack only does not answer just now, nothing is known to be lost.
    const known = error instanceof Unavailable && error.key
    return known ? [{ key: error.key as Lack['key'], values: error.values }] : []
  }
}

import { accountKey, type ChatName } from '../../model/person.ts'
import { chatOf, placeKey, placesOf, type Team } from '../../model/team.ts'
import { type Say, sayIn } from '../../texts/texts.ts'
import type { Happened } from '../chat.ts'

/** The voice of a channel's team; else that of a team that speaks in the chat at all. */
export function voiceOf(teams: Team[], chat: ChatName, channel?: string): Say {
  const place = channel === undefined ? null : placeKey({ chat, channel })
  const here = teams.filter((team) => chatOf(team, 'discord') === chat && !team.sample)
  const team = here.find((team) => placesOf(team).some((one) => placeKey(one) === place)) ?? here[0]
  return sayIn((team ?? teams[0])?.locale ?? 'en')
}

/** The voice of whoever does something: as they are known, else as their Discord speaks. */
export function voiceFor(
  teams: Team[],
  { account, language, channel }: Happened,
  voiceIn: (channel: string) => Say,
): Say {
  const known = teams
    .flatMap(({ people }) => people)
    .find(({ accounts }) => accounts.some((one) => accountKey(one) === accountKey(account)))
  return known ? sayIn(known.locale) : language ? voiceOfLanguage(language) : voiceIn(channel)
}

export const voiceOfLanguage = (language: string) => sayIn(/^fr\b/i.test(language) ? 'fr' : 'en')

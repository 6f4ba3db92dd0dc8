import type { AppsManifestCreateArguments } from '@slack/web-api'
import { type Locale, locales } from '../../model/team.ts'
import { folded } from '../../model/words.ts'
import { sayIn } from '../../texts/texts.ts'
import type { Command } from '../command.ts'
import { shorten } from '../shorten.ts'
import { shownName, usageOf } from '../usage.ts'

type Features = NonNullable<AppsManifestCreateArguments['manifest']['features']>
export type SlashCommand = NonNullable<Features['slash_commands']>[number]

/** One for each first word of our commands, in each language; `/vigie …` takes those whose name is not to be had. */
export function slashCommands(commands: Command[]): SlashCommand[] {
  const typed = commands.filter(({ hidden }) => !hidden)
  const named = new Map<string, { locales: Set<Locale>; commands: Command[] }>()
  for (const command of typed)
    for (const locale of locales) {
      const word = slashWord(shownName(command, locale))
      const one = named.get(word) ?? { locales: new Set(), commands: [] }
      one.locales.add(locale)
      if (!one.commands.includes(command)) one.commands.push(command)
      named.set(word, one)
    }
  return [...named]
    .filter(([word]) => word !== 'vigie' && !reserved.has(word) && /^[a-z0-9_-]{1,31}$/.test(word))
    .map(([word, { locales: spoken, commands }]) => slashCommand(word, [...spoken], commands))
}

/** Its description and a hint how it goes on, in every language in which it is called so. */
function slashCommand(word: string, spoken: Locale[], commands: Command[]): SlashCommand {
  const [main, ...others] = [...commands].sort((a, b) => a.name.split(' ').length - b.name.split(' ').length)
  const about = new Set(spoken.map((locale) => sayIn(locale).plain(main!.about)))
  const hints = new Set(
    spoken.map((locale) =>
      [main!, ...others]
        .map((one) => usageOf(one, sayIn(locale)).split(' ').slice(1).join(' '))
        .filter((hint) => hint !== '')
        .join(' · '),
    ),
  )
  const hint = shorten([...hints].join(' | '), most.hint)
  return {
    command: `/${word}`,
    description: shorten([...about].join(' · '), most.commandDescription),
    ...(hint ? { usage_hint: hint } : {}),
  }
}

/** As Slack takes it: small letters without accents, which commands answer to as well. */
const slashWord = (name: string) => folded(name.split(' ')[0]!).replace(/\s+/g, '-')

/**
 * Names that are Slack's own (slack.com/help, "Slash commands in Slack"; /help and /status are refused in a manifest,
 * and one refused name refuses it all). Our commands of these names answer to their other names and to /vigie.
 */
export const reserved = new Set(
  `active apps archive away call canvas close collapse commands debug dm dnd expand feed feedback help huddle invite
  invite_people join keys kick kill leave list me members msg mute open part prefs pro read remind remove rename s search
  send shortcuts shrug star status todo topic unarchive who workflow`.split(/\s+/),
)

/** docs.slack.dev/reference/app-manifest */
const most = { commandDescription: 2000, hint: 1000 } as const

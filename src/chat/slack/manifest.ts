import type { AppsManifestCreateArguments } from '@slack/web-api'
import { Oops } from '../../model/oops.ts'
import { type Locale, locales } from '../../model/team.ts'
import { sayIn } from '../../texts/texts.ts'
import type { Command } from '../command.ts'
import { shorten } from '../shorten.ts'
import { type SlashCommand, slashCommands } from './manifest-commands.ts'
import { callbackOf } from './packing.ts'
import { listeningScopes, scopes } from './scopes.ts'

/**
 * `http` is where Slack calls Vigie (`https://vigie.example`); without it she calls Slack, by Socket Mode. `listen` is
 * for teams that listen to channels: only then is Vigie sent what people say there. `locale` is the language of names
 * that are too short for both.
 */
export type Wanted = {
  http?: string | undefined
  onlyVigie?: boolean | undefined
  listen?: boolean | undefined
  locale?: Locale
}

export type Manifest = AppsManifestCreateArguments['manifest']

/** What creates the app: its commands, shortcuts, events, and the rights it needs. Throws Oops where `http` is no https. */
export function slackManifest(
  commands: Command[],
  { http, onlyVigie = false, listen = false, locale = 'en' }: Wanted = {},
): Manifest {
  const url = http === undefined ? undefined : requestUrl(http)
  const request = url === undefined ? {} : { request_url: url }
  const slash = [vigieItself(), ...(onlyVigie ? [] : slashCommands(commands))].slice(0, most.commands)
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Vigie',
      description: shorten(both('slack.manifest-short', ' · '), most.description),
      long_description: shorten(both('slack.manifest-long', '\n\n'), most.longDescription),
      background_color: '#1f3a5f',
    },
    features: {
      // What is said to her alone is heard.
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'vigie', always_online: true },
      shortcuts: shortcuts(commands, locale),
      slash_commands: slash.map((one) => ({ ...one, should_escape: false, ...(url ? { url } : {}) })),
    },
    oauth_config: { scopes: { bot: [...scopes, ...(listen ? listeningScopes : [])] } },
    settings: {
      event_subscriptions: { ...request, bot_events: [...events, ...(listen ? listeningEvents : [])] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  }
}

/** What Vigie listens to. Names of people are asked for anew after some minutes: Slack tells too often that they changed. */
export const events = [
  // Her name, and what is said to her alone.
  'app_mention',
  'message.im',
  'reaction_added',
  'reaction_removed',
  // What channels are called, and whether she is in them.
  'channel_archive',
  'channel_created',
  'channel_deleted',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  // Who belongs to which group, and may therefore do what.
  'subteam_members_changed',
  'subteam_updated',
] as const

/** What people say in the channels that Vigie is in. */
export const listeningEvents = ['message.channels', 'message.groups'] as const

const vigieItself = (): SlashCommand => ({
  command: '/vigie',
  description: both('slack.manifest-vigie', ' · '),
  usage_hint: both('slack.manifest-vigie-hint', ' | '),
})

/** Right-clicks on a message: all see one name. */
function shortcuts(
  commands: Command[],
  locale: Locale,
): NonNullable<NonNullable<Manifest['features']>['shortcuts']> {
  const all = commands.flatMap(({ name, onMessage = {} }) =>
    Object.entries(onMessage).map(([verb, { label }]) => ({ action: `${name}.${verb}`, label })),
  )
  return all.slice(0, most.shortcuts).map(({ action, label }) => {
    const names = [...new Set(locales.map((locale) => sayIn(locale).plain(label)))]
    const together = names.join(' · ')
    return {
      type: 'message',
      name:
        together.length <= most.shortcutName
          ? together
          : shorten(sayIn(locale).plain(label), most.shortcutName),
      callback_id: callbackOf(action),
      description: shorten(together, most.shortcutDescription),
    }
  })
}

const both = (key: Parameters<ReturnType<typeof sayIn>['plain']>[0], between: string) =>
  locales.map((locale) => sayIn(locale).plain(key)).join(between)

function requestUrl(http: string): string {
  if (!/^https:/i.test(http) || !URL.canParse(http)) throw new Oops('slack.manifest-https')
  const url = new URL(http)
  return url.pathname === '/' ? new URL('/slack/events', url).href : url.href
}

/** docs.slack.dev/reference/app-manifest */
const most = {
  commands: 50,
  description: 140,
  longDescription: 4000,
  shortcuts: 10,
  shortcutName: 24,
  shortcutDescription: 150,
} as const

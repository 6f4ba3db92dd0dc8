import type { BrandAccount } from './brand-account.ts'
import type { Canned } from './canned.ts'
import type { DigestTime } from './digest.ts'
import type { BusinessHours } from './hours.ts'
import type { CrisisSettings } from './incident.ts'
import type { MailSettings } from './mail.ts'
import type { Sentiment } from './mood.ts'
import type { ChatKind, ChatName, Person, Role } from './person.ts'
import type { Policy } from './policy.ts'
import type { Instant } from './post.ts'
import type { PromiseRule } from './promise.ts'
import type { Identity } from './publication.ts'
import type { ReportPlan } from './report.ts'
import type { Route } from './route.ts'
import type { Rule } from './rule.ts'
import type { SearchAccount } from './search.ts'
import type { Topic } from './topic.ts'
import type { Webhook } from './webhook.ts'

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/** Where something stands in the settings, as people open it: `teams/nimbus/team.yaml`, line 12. */
export type SettingPlace = { file: string; line: number }

/** A channel of a chat, by name (without `#`). */
export type Place = { chat: ChatName; channel: string }

/** What a team uses a channel for: alerts about itself, watch over the rest, its community. */
export const purposes = ['alerts', 'watch', 'community'] as const
export type Purpose = (typeof purposes)[number]

/** Where replies are approved may be a channel of its own; else that is where alerts are told. */
export const setPurposes = [...purposes, 'approvals'] as const
export type SetPurpose = (typeof setPurposes)[number]
export type Channels = Record<Purpose, Place> & { approvals?: Place }

/** Hours in which only what is grave may ring: local times `HH:MM` in the team's time zone; may span midnight. */
export type QuietHours = { from: string; to: string }

/**
 * Where posts come from. `at` is its place in the settings; what was added in the chat has none, but `added` says by
 * whom. `every` is its own interval in ms, where it has one; while it is `paused`, it is not read for this team.
 */
export type SourceSetting = {
  name: string
  at?: SettingPlace
  added?: { by: string; at: Instant }
  folder?: string
  every?: number
  paused?: boolean
} & ({ kind: 'feed'; url: string } | { kind: 'samples'; file: string })

/** The role of whoever belongs to a group (Slack) or has a role (Discord): `slack:T012AB3CD/S061F7AUR`. */
export type GroupRole = { group: string; role: Role; at?: SettingPlace }

/** Who looks after one brand: one folder of `config/teams`. */
export type Team = {
  name: string
  /** How people call it: "Nimbus". */
  title: string
  /** A sample team plays with shipped posts and people to be; it can never publish. */
  sample: boolean
  locale: Locale
  timeZone: string
  quietHours: QuietHours | null
  channels: Channels
  /** Where the settings name a channel; the others may be set in the chat. */
  channelsAt?: Partial<Record<SetPurpose, SettingPlace>>
  /** The chats of its own workspaces and servers; Vigie's own where it has none. */
  chats?: Partial<Record<ChatKind, ChatName>>
  /** Its Discord server, where the bot is in several. */
  server?: string | null
  /** Which mentions go where, read in order. */
  routes: Route[]
  /** Channels of its community that it listens to. */
  listens?: Place[]
  digest: DigestTime
  people: Person[]
  groups?: GroupRole[]
  topics: Topic[]
  /** Topics that are watched no more, of which mentions are still kept. */
  pastTopics?: Pick<Topic, 'name'>[]
  sources: SourceSetting[]
  /** With what its searches ask places that want to know who asks. */
  searchAccounts?: SearchAccount[]
  /** Under so many percent of confidence a mood is called uncertain; `usualSureFrom` where it is not said. */
  sureFrom?: number
  /** What it says of its crises; `usualCrisis` where it says nothing. */
  crisis?: CrisisSettings
  /** What it wants to be alerted of, besides bursts. */
  rules?: Rule[]
  /** How it answers; `usualPolicy` where it has none. */
  policy?: Policy
  /** Replies that are ready to use. */
  canned?: Canned[]
  /** When it works; `usualHours`, day and night, where it does not say. */
  hours?: BusinessHours
  /** Within which time it answers what, read in order; nothing is promised where it says nothing. */
  promises?: PromiseRule[]
  /** From where its replies go out; without any, by hand. */
  identities?: Identity[]
  /** Who calls it, at addresses of its own on the public port. */
  webhooks?: Webhook[]
  /** Its accounts on platforms, of which followers and reactions are counted. */
  accounts?: BrandAccount[]
  /** What is reported, to whom and when. */
  reports?: ReportPlan[]
  /** From whom its mail comes, and through which server; null where it sends none. */
  mail?: MailSettings | null
  /** Retention, in days. */
  keep: { texts: number; counts: number; unmatched: number }
}

/** The channel of a purpose. */
export const channelFor = ({ channels }: Pick<Team, 'channels'>, purpose: SetPurpose): Place =>
  channels[purpose] ?? channels.alerts

/** Every channel of the team, once: those of its purposes, those that its routes name, and those that approve. */
export function placesOf({
  channels,
  routes,
  policy,
  rules,
  reports,
}: Pick<Team, 'channels' | 'routes' | 'policy' | 'rules' | 'reports'>): Place[] {
  const named = [
    ...routes.flatMap(({ to }) => (typeof to === 'string' ? [] : [to])),
    ...(policy?.approvalsAlso ?? []),
    ...(rules ?? []).flatMap(({ to }) => (typeof to === 'string' ? [] : [to])),
    ...(reports ?? []).flatMap(({ to }) => (to === null || typeof to === 'string' ? [] : [to])),
  ]
  return [
    ...new Map([...Object.values(channels), ...named].map((place) => [placeKey(place), place])).values(),
  ]
}

/** Whether the team wants to be told that a mood is uncertain. */
export const isUncertain = (
  { confidence }: Pick<Sentiment, 'confidence'>,
  { sureFrom = usualSureFrom }: Pick<Team, 'sureFrom'>,
) => confidence * 100 < sureFrom

/** Where a confidence is below this, the mood is wrong as often as right (docs/corpus.md). */
export const usualSureFrom = 50

export const placeKey = ({ chat, channel }: Place) => `${chat}:#${channel}`

/** A team's chat of a kind: its own workspace or server, or Vigie's. */
export const chatOf = ({ chats }: Pick<Team, 'chats'>, kind: ChatKind): ChatName => chats?.[kind] ?? kind

/** Whether this channel of a chat is one of the team's. */
export const isChannelOf = (team: Team, { chat, channel }: Place) =>
  placesOf(team).some((place) => place.chat === chat && place.channel === channel)

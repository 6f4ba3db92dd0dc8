import type { Act, Delivery, Kind, Ref, Request, Way } from './delivery.ts'
import type { File, Json, Message, View } from './nouns.ts'

/** A workspace, its people and their eyes. Users are named by id, channels by name or id. Nobody can do what they could not in Slack: it throws. */
export type Workspace = {
  id: string
  name: string
  url: string
  /** As in src/settings/secrets.ts; give null for the one that is not used. */
  tokens: { token: string; appToken: string; signingSecret: string }
  bot: { user: string; id: string; app: string; name: string }
  /** What the token may do: all at first. Take one away, and calls are refused with `missing_scope`. */
  scopes: Set<string>
  /** The events that are subscribed to (`message.channels`, `app_mention`); null for all. */
  events: Set<string> | null
  /** The commands that are registered, with the slash; null for all. */
  commands: Set<string> | null
  /** Do commands name people and channels by their ids (`should_escape` of the manifest)? Not at first. */
  escapes: boolean
  /** How things reach the app: by its sockets at first. */
  reachedBy(way: Way): void
  /** From now on the tokens are refused (`invalid_auth`, `token_revoked`, `account_inactive`), until null. */
  refuse(error: string | null): void

  /** `home` is the workspace of somebody who is a partner's. */
  addUser(
    id: string,
    name: string,
    more?: { admin?: boolean; guest?: boolean; locale?: string; home?: string },
  ): void
  addChannel(
    name: string,
    more?: {
      private?: boolean
      archived?: boolean
      members?: string[]
      topic?: string
      purpose?: string
      keptTopic?: boolean
    },
  ): string
  addGroup(id: string, handle: string, users: string[]): void
  /** Takes a user, or the bot, into a channel or out of it: `member_joined_channel`, `member_left_channel`. */
  move(user: string, channel: string, member: boolean): Promise<Act>
  renames(channel: string, name: string): Promise<Act>
  archives(channel: string): Promise<Act>
  /** Who is in a group from now on: `subteam_updated`. */
  regroups(group: string, users: string[]): Promise<Act>
  channelId(channel: string): string

  /** A slash command: `/vigie aide`. It comes back when it was acknowledged, or when the three seconds are over. */
  types(user: string, channel: string, line: string): Promise<Act>
  /** A message; with `@vigie` in it, it arrives as `app_mention` too. */
  says(user: string, channel: string, text: string, more?: { thread?: string }): Promise<Act & Ref>
  /** What somebody else's webhook says, with whatever blocks and metadata. */
  webhook(channel: string, said: Pick<Message, 'text' | 'blocks' | 'metadata'>): Promise<Act & Ref>
  /** A private message to the bot. */
  tells(user: string, text: string): Promise<Act & Ref>
  edits(user: string, message: Ref, text: string): Promise<Act>
  erases(user: string, message: Ref): Promise<Act>
  /** A name without colons: `white_check_mark`, `+1::skin-tone-3`; `on` false takes it back. */
  reacts(user: string, message: Ref, name: string, on?: boolean): Promise<Act>
  /** A button by its label or action id; of the open window where `message` is null. */
  presses(user: string, message: Ref | null, button: string): Promise<Act>
  /** A menu by its placeholder or action id; options by value or words, channels and users by id. */
  chooses(user: string, message: Ref | null, select: string, values: string[]): Promise<Act>
  /** Types into a menu that looks its options up (`external_select`); what it offers can be chosen afterwards. */
  looksFor(user: string, message: Ref | null, select: string, typed: string): Promise<Act>
  /** Sends the open window off: inputs by block id, action id or label. */
  submits(user: string, values: Record<string, string | string[]>): Promise<Act>
  closes(user: string): Promise<Act>
  /** A message shortcut by its callback id. */
  shortcut(user: string, message: Ref, callback: string): Promise<Act>
  opensHome(user: string): Promise<Act>
  /** The same once more, as Slack does with an event whose acknowledgement it did not hear. */
  redelivers(delivery: Delivery, attempt?: number): Promise<Act>
  /** A request as Slack would sign it, or with another secret or at another time: for doors. */
  signed(kind: Kind, payload: Json, more?: { secret?: string; at?: number }): Request

  /** What somebody sees in a channel, oldest first, as plain words: quiet messages that are for them too, threads apart. */
  sees(user: string, channel: string): string[]
  /** What stands below a message, as this user sees it. */
  threadOf(message: Ref, user?: string): string[]
  /** What the bot told somebody in private. */
  told(user: string): string[]
  /** All that stands in a channel as Slack keeps it: quiet messages and threads too. */
  messages(channel: string): Message[]
  message(ref: Ref): Message | undefined
  /** The window that is open before somebody; its `errors` are what the app said of its inputs. */
  modalOf(user: string): View | null
  homeOf(user: string): View | null
  files: File[]
}

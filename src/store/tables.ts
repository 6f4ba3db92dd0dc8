import type { Generated } from 'kysely'

/**
 * The tables, as rows. Instants are milliseconds since 1970 (UTC); booleans are 0 or 1; `team` is the name of
 * its settings folder. What a stranger wrote, and who they are (`authors`), stand apart from what is counted, each
 * with the moment it has to be forgotten.
 */
export type Tables = {
  feeds: FeedRow
  team_sources: TeamSourceRow
  posts: PostRow
  authors: { author_key: string; name: string; forget_at: number }
  blocked_authors: { author_key: string; at: number }
  mentions: MentionRow
  mention_topics: MentionTopicRow
  mention_steps: MentionStepRow
  mention_words: { rowid: number; words: string }
  additions: AdditionRow
  deliveries: DeliveryRow
  delivery_steps: DeliveryStepRow
  channels: ChannelRow
  leases: { name: string; held_by: string; held_until: number }
  /** What was heard and is to be done once: begun, and done. */
  once: { key: string; begun_at: number; done_at: number | null }
  /** What was set up in a chat, and by whom: a team's channels, the roles of accounts and groups. */
  set_channels: { team: string; purpose: string; chat: string; channel: string; by: string; at: number }
  set_roles: { team: string; who: string; name: string; role: string; by: string; at: number }
  set_steps: { id: Generated<number>; team: string; did: string; what: string; by: string; at: number }
  link_codes: LinkCodeRow
  /** What was said in a community's channel on a day, by mood; nobody's name. */
  channel_days: {
    team: string
    chat: string
    channel: string
    day: string
    said: number
    positive: number
    neutral: number
    negative: number
  }
  questions: QuestionRow
  /** What may be forgotten, as Keyv writes it. */
  memory: { key: string; value: string; until_at: number | null }
  newcomers: {
    team: string
    chat: string
    author_key: string
    name: string
    joined_at: number
    greeted_at: number | null
  }
  /** What is made once and is the same for all processes: the secret. */
  keepsakes: { name: string; value: string }
  digests: DigestRow
  digest_items: DigestItemRow
  feed_outages: FeedOutageRow
  story_outlets: StoryOutletRow
  /** How a story stood at some of its mentions (src/model/story.ts, as JSON). */
  story_tallies: { team: string; story: string; mention: number; tally: string; at: number }
  story_traces: { post_id: number; story: string; at: number; trace: Uint8Array }
  topics: TopicRow
  topic_steps: TopicStepRow
  people: { id: Generated<number>; name: string; locale: string; met_at: number }
  accounts: { chat: string; workspace: string; user: string; person_id: number }
  roles: { team: string; person_id: number; role: string; by: string; at: number }
  local_messages: LocalMessageRow
  local_reactions: { message_id: string; user: string; emoji: string; at: number }
}

/** A feed as it is fetched, whoever watches it. `url` of a team's samples is `samples:TEAM`. */
export type FeedRow = {
  id: Generated<number>
  url: string
  title: string | null
  etag: string | null
  last_modified: string | null
  body_hash: string | null
  next_at: number
  leased_until: number
  leased_by: string | null
  failures: number
  /** When it was last asked for, well or not. */
  tried_at: number | null
  failing_since: number | null
  failure: string | null
  first_read_at: number | null
  last_read_at: number | null
}

/** That a team watches a feed; `filed` and `about_us` count what the first fetch held, until it was told. */
export type TeamSourceRow = {
  team: string
  feed_id: number
  name: string
  filed: number | null
  about_us: number | null
  first_told_at: number | null
}

export type PostRow = {
  id: Generated<number>
  source: string
  item: string
  url: string | null
  /** What the address leads to, however it is written (`addressKey`). */
  address: string | null
  /** Null once forgotten. */
  title: string | null
  text: string | null
  outlet: string
  /** Folded, for searching. */
  outlet_words: string
  language: string | null
  published_at: number | null
  updated_at: number | null
  heard_at: number
  author_key: string | null
  reach: number | null
  /** One of src/model/network.ts; null where the address tells it. */
  network: string | null
  sample: number
  /** `mention`, or the step at which it was dropped: `no-match`. */
  fate: string
  forget_text_at: number
  forget_at: number
}

export type MentionRow = {
  id: Generated<number>
  team: string
  post_id: number
  story: string
  language: string | null
  label: string
  score: number
  confidence: number
  heard_at: number
  /** When it was published, else when it was heard: what series and lists go by. */
  said_at: number
}

export type MentionTopicRow = {
  mention_id: number
  team: string
  topic: string
  kind: string
  label: string
  score: number
  confidence: number
}

/** Who did what with a mention, when, and why; the last one is its state. */
export type MentionStepRow = {
  id: Generated<number>
  mention_id: number
  team: string
  is: string
  person: string
  at: number
  why: string | null
}

/** Who told Vigie of a mention by hand, and the topic they named. */
export type AdditionRow = {
  mention_id: number
  team: string
  how: string
  person: string
  channel: string
  topic: string | null
  at: number
}

/** What must be told: once, in one place, and kept up to date there (`wanted` beyond `told` asks for an edit). */
export type DeliveryRow = {
  id: string
  team: string
  rule: string
  about: string
  story: string | null
  chat: string
  channel: string
  payload: string
  state: string
  wanted: number
  told: number
  attempts: number
  due_at: number
  started_at: number | null
  told_channel: string | null
  told_id: string | null
  told_at: number | null
  reason: string | null
  created_at: number
  /** The route by which it was told; null where none is behind it, or before there were routes. */
  route: string | null
  /** The delivery in whose thread it goes. */
  thread_of: string | null
  /** The delivery that took over from it. */
  moved_to: string | null
  /** News tells what came after this mention. */
  since_mention: number | null
  /** The newest version that somebody's press asked for. */
  pressed: Generated<number>
  /** 1 while it is not told and an earlier try may have arrived: it is looked for before it is said again. */
  in_doubt: Generated<number>
  /**
   * 1 where it is being said, or was, although an earlier try may have arrived, and nobody could look: the message
   * says so. What a given-up alert may have told already is marked like this too when another one tells it.
   */
  may_repeat: Generated<number>
  /** The delivery (rule `summary`) that tells it with others after an outage: told and given up when that one is. */
  in_summary: string | null
  /** 1 while it waits for a moment of the clock, as the end of quiet hours; else `due_at` is no more than a short wait away. */
  held: Generated<number>
}

/** What somebody did with a given-up delivery: `retried`, `dismissed`; the last one counts. */
export type DeliveryStepRow = {
  id: Generated<number>
  delivery_id: string
  team: string
  did: string
  by: string
  at: number
}

/** A channel as its senders share it. Nobody has told anything there while it has no row. */
export type ChannelRow = {
  chat: string
  channel: string
  /** The process that is telling something there, while its lease lasts. */
  held_by: string | null
  held_until: number
  /** Nothing is told before: its pace, or a limit that the chat set. */
  rests_until: number
  /** How many tries failed one after the other. */
  failures: Generated<number>
}

/** A digest that was composed: for which moment, and when. */
export type DigestRow = {
  id: Generated<number>
  team: string
  chat: string
  channel: string
  due_at: number
  composed_at: number
}

/** A mention for a digest, with the mood that its route saw; it waits until a digest holds it. */
export type DigestItemRow = {
  mention_id: number
  team: string
  chat: string
  channel: string
  route: string
  story: string
  label: string
  score: number
  at: number
  digest_id: number | null
}

/** From when until when a feed could not be read, and why; it lasts while `until_at` is null. */
export type FeedOutageRow = {
  id: Generated<number>
  feed_id: number
  from_at: number
  until_at: number | null
  failure: string
}

/** A place that told a story which is kept up to date: what stood there first, the how many-th place it is, how often it told it. */
export type StoryOutletRow = {
  team: string
  story: string
  /** As it is compared. */
  outlet_key: string
  nth: number
  outlet: string
  url: string | null
  /** 0 where nobody knows. */
  reach: number
  heard_at: number
  times: number
}

/** A topic that was added in the chat. `version` grows with each change, so that nobody undoes another's unseen. */
export type TopicRow = {
  id: Generated<number>
  team: string
  name: string
  /** The name as it is compared: case and accents aside. */
  name_key: string
  kind: string
  /** As it was typed. */
  query: string
  version: number
  by: string
  at: number
}

/** What somebody did with a topic: `added`, `changed`, `removed`. Rows are only ever added. */
export type TopicStepRow = {
  id: Generated<number>
  team: string
  name_key: string
  did: string
  query: string
  by: string
  at: number
}

/** A question in a community's channel; who asked and what stand there until it is answered. */
export type QuestionRow = {
  id: Generated<number>
  team: string
  chat: string
  channel: string
  message: string
  author_key: string
  name: string | null
  text: string | null
  url: string | null
  asked_at: number
  answered_at: number | null
}

/** An account that asks to be joined with another, which is missing until somebody typed the code there. */
export type LinkCodeRow = {
  code_key: string
  chat: string
  workspace: string
  user: string
  name: string
  until_at: number
  /** Where the code was asked for: the answer of the other side is whispered there. */
  asked_chat: string
  asked_channel: string
  other_chat: string | null
  other_workspace: string | null
  other_user: string | null
  other_name: string | null
}

export type LocalMessageRow = {
  id: string
  channel: string
  thread: string | null
  by_user: string | null
  by_name: string
  only_for: string | null
  text: string | null
  payload: string | null
  delivery: string | null
  at: number
  edited_at: number | null
}

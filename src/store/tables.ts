import type { Generated } from 'kysely'

/**
 * The tables, as rows. Instants are milliseconds since 1970 (UTC); booleans are 0 or 1; `team` is the name of
 * its settings folder. What a stranger wrote, and who they are (`authors`), stand apart from what is counted, each
 * with the moment it has to be forgotten.
 */
export type Tables = {
  feeds: FeedRow
  team_sources: TeamSourceRow
  added_sources: AddedSourceRow
  source_steps: SourceStepRow
  /** Which searches found a post that is filed under their place. */
  post_finds: { feed_id: number; post_id: number }
  /** How much of a place's allowance was used up since a moment: `name` as `budgetKey` has it. */
  budgets: { name: string; per: string; from_at: number; used: number }
  posts: PostRow
  authors: { author_key: string; name: string; forget_at: number }
  blocked_authors: { author_key: string; at: number }
  mentions: MentionRow
  mention_topics: MentionTopicRow
  mention_steps: MentionStepRow
  /**
   * Mentions counted by the team's days and by mood: all of a topic (`what` is empty), or those of a `network` or a
   * `language` (`name`). src/store/rollup-rows.ts says what stands in `topic` besides topics.
   */
  mention_days: Record<'team' | 'topic' | 'what' | 'day' | 'label' | 'name', string> &
    Record<'mentions' | 'reach' | 'reached' | 'unsure' | 'engaged' | 'likes' | 'shares' | 'comments', number>
  /**
   * How often which outlet (JSON), how many mentions name an author, and who those are, as little as it takes to count
   * them once (src/store/author-sketch.ts).
   */
  voice_days: {
    team: string
    topic: string
    day: string
    outlets: string
    named: number
    authors: Uint8Array
  }
  /** How long they took to be heard, in steps (`stepOf`). */
  notice_days: { team: string; day: string; step: number; mentions: number }
  /** Up to which mention a team's are counted, by the calendar of which zone, and since when it hears any. */
  rolled: {
    team: string
    zone: string
    up_to: number
    /** Up to this one they are counted anew: days that are closed have them already. */
    anew_to: number
    since: number | null
  }
  /** Days to be counted again, since mentions of them changed so often. */
  stale_days: { team: string; day: string; changes: number }
  /** Days of which mentions were erased by their retention: what was counted of them is final. */
  closed_days: { team: string; day: string }
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
  /**
   * Messages that are kept up to date: the newest version, the one that was written last (and when), and the newest
   * one that may not wait.
   */
  living: {
    team: string
    about: string
    wanted: number
    shown: number
    soon: number
    shown_at: number
    ended_at: number | null
  }
  polls: PollRow
  poll_choices: { poll_id: number; nth: number; text: string; text_key: string }
  poll_suggestions: PollSuggestionRow
  poll_votes: PollVoteRow
  /** How often each ballot was cast (`1`, `1,3`: the numbers of choices, best first where they are ranked). */
  poll_ballots: { poll_id: number; ballot: string; count: number }
  poll_series: PollSeriesRow
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
  giveaways: GiveawayRow
  giveaway_entries: GiveawayEntryRow
  giveaway_winners: GiveawayWinnerRow
  giveaway_steps: GiveawayStepRow
  promises: PromiseRow
  promise_steps: PromiseStepRow
  /** Until when whoever has a mention wants no reminder of it. */
  snoozes: { mention_id: number; team: string; until: number }
  letters: LetterRow
  replies: ReplyRow
  reply_versions: ReplyVersionRow
  reply_approvals: ReplyApprovalRow
  reply_steps: ReplyStepRow
  trail: TrailRow
  publications: PublicationRow
  /** What watches a topic for bursts (src/analysis/bursts), as JSON, told of everything up to `at`. */
  watches: { team: string; topic: string; state: string; at: number }
  /** One row: the last mention that watches were told of, and the minute. */
  noticed: { id: number; mention: number; at: number }
  incidents: IncidentRow
  incident_steps: IncidentStepRow
  incident_tasks: IncidentTaskRow
  silences: SilenceRow
  /** How far a team's rules were told: the last mention, and the moment. */
  ruled: { team: string; mention: number; at: number }
  /** When rules rang, or did not, and why. Rows are only ever added. */
  rule_alerts: {
    id: Generated<number>
    team: string
    rule: string
    did: string
    incident_id: number | null
    at: number
  }
  rule_mentions: { incident_id: number; mention_id: number }
  /** What is said in a drill (src/model/drill.ts, as JSON), and until when it lasts; `told_at`: its times were told. */
  drills: {
    incident_id: number
    team: string
    script: string
    started_at: number
    ends_at: number
    told_at: number | null
  }
  goals: GoalRow
  reports: ReportRow
  report_versions: ReportVersionRow
  report_approvals: ReportApprovalRow
  /** Where a report was sent: a channel as `slack:#direction`, an address as `mail:ann@acme.example`. */
  report_sendings: { report_id: number; place: string; at: number; by: string | null }
  mails: MailRow
  digests: DigestRow
  digest_items: DigestItemRow
  feed_outages: FeedOutageRow
  /** Hosts that asked to be left alone for a while. */
  resting_hosts: { host: string; until_at: number }
  subscriptions: SubscriptionRow
  pushes: PushRow
  received: ReceivedRow
  /** What became of the requests of a webhook in an hour (`received`, `forged`…), and when last. */
  hook_counts: {
    team: string
    hook: string
    hour: number
    what: string
    count: number
    last_at: number
  }
  post_changes: PostChangeRow
  post_engagement: PostEngagementRow
  /** What a post said when it was heard, where it was edited since; gone as soon as its text is. */
  post_edits: { post_id: number; title: string | null; text: string | null }
  story_outlets: StoryOutletRow
  /** How a story stood at some of its mentions (src/model/story.ts, as JSON). */
  story_tallies: { team: string; story: string; mention: number; tally: string; at: number }
  story_traces: { post_id: number; story: string; at: number; trace: Uint8Array }
  topics: TopicRow
  topic_steps: TopicStepRow
  people: { id: Generated<number>; name: string; locale: string; met_at: number }
  accounts: { chat: string; workspace: string; user: string; person_id: number }
  roles: { team: string; person_id: number; role: string; by: string; at: number }
  /** What chats, platforms and files tell of a team's accounts, by day; `was` stood there before an import. */
  measure_values: {
    team: string
    measure: string
    day: string
    account: string
    value: number
    currency: string | null
    import_id: number | null
    was: number | null
    at: number
  }
  measure_imports: {
    id: Generated<number>
    team: string
    name: string
    hash: string
    by: string
    at: number
    done_at: number | null
  }
  /** What is counted once a day; `trouble` are the reasons (JSON) why it could not be, or not in full. */
  counted_accounts: {
    team: string
    kind: string
    account: string
    next_at: number
    held_by: string | null
    held_until: Generated<number>
    fails: Generated<number>
    counted_at: number | null
    trouble: string | null
  }
  /** Who spoke, came or left on a day, by key, for as long as it takes to count them once. */
  member_days: {
    team: string
    chat: string
    did: string
    day: string
    channel: string
    author_key: string
  }
  /** How many spoke in a week or a month that is over. */
  active_counts: { team: string; from_day: string; to_day: string; members: number }
  reading_tokens: ReadingTokenRow
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
  /** Its queue: whom it is asked of (`hostOf`); '' until somebody looked. */
  host: Generated<string>
  /** How often it publishes: so many posts since a moment. */
  paced_from: number | null
  paced_posts: number | null
  /** How long (ms) it asks in its own words to be left alone. */
  ttl: number | null
  /** Where it said that it moved for good, at how many readings in a row; and where it is asked since that is believed. */
  moved_to: string | null
  moved_times: Generated<number>
  now_at: string | null
  /** The feed that is read in its place: they became one address. */
  same_as: number | null
  /** Since when it counts as dead; one that is gone for good is due never. */
  dead_at: number | null
  /** Where it can be subscribed to (WebSub), and as what. */
  hub: string | null
  hub_topic: string | null
  /** The hub's word that it pushes until then; and how many readings in a row brought what it had not pushed. */
  pushed_until: Generated<number>
  unpushed: Generated<number>
  /** 1 where it was seen to give several of its posts one id: a part of it cannot be told from the rest. */
  reused_ids: Generated<number>
  /** What is to be said of the last reading (JSON, as a Reason): not all of it could be had. */
  note: string | null
}

/** That a team watches a feed; `filed` and `about_us` count what the first fetch held, until it was told. */
export type TeamSourceRow = {
  team: string
  feed_id: number
  name: string
  filed: number | null
  about_us: number | null
  /** When that was counted. */
  filed_at: number | null
  first_told_at: number | null
  /** When the team was told that it is dead, until it is told that it is back. */
  lost_told_at: number | null
  /** Its own interval in ms, where the team gave it one. */
  every: number | null
  /** Since when it is not read for this team. */
  paused_at: number | null
}

/** A source that was added in the chat, by whom; `name_key` and `url_key` are what names and addresses are compared by. */
export type AddedSourceRow = {
  id: Generated<number>
  team: string
  feed_id: number
  name: string
  name_key: string
  url: string
  url_key: string
  folder: string | null
  every: number | null
  paused_at: number | null
  paused_by: string | null
  /** 1 where the settings name the same feed since: they say how it is watched. */
  overruled: Generated<number>
  /** The topic that it searches for, where it is a search. */
  topic: string | null
  by: string
  at: number
}

/** What somebody did with a source: `added`, `changed`, `paused`, `resumed`, `removed`. Rows are only ever added. */
export type SourceStepRow = {
  id: Generated<number>
  team: string
  name_key: string
  did: string
  what: string
  by: string
  at: number
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
  /** When it was found to be gone at its place, or to say something else there. */
  deleted_at: Generated<number | null>
  edited_at: Generated<number | null>
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
  /** 1 where it was filed with the past, as by a first reading: it is no news. */
  past: Generated<number>
  /** 1 where it was edited since, and no topic finds it any more. */
  off_topic: Generated<number>
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
  /** Who has it, by their id in the team; null for what was done before that was kept. */
  person_id: Generated<string | null>
  given_by: Generated<string | null>
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
  /** Which version of what it is about the chat shows, where it says so, and since when. */
  shows: string | null
  shows_since: number | null
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

/** What a team aims at (`goal`) or wants to be alerted of (`alert`); `told` says how often it was. */
export type GoalRow = {
  id: Generated<number>
  team: string
  key: string
  kind: string
  measure: string
  topic: string | null
  side: string
  value: number
  currency: string | null
  per: string
  by: string
  at: number
  crossed_at: number | null
  rests_until: Generated<number>
  told: Generated<number>
}

/** A report of a plan for a period; `sheet` is what it says (src/reports/board/sheet.ts, as JSON), once it was sent. */
export type ReportRow = {
  id: Generated<number>
  team: string
  plan: string
  reader: string
  from_day: string
  to_day: string
  made_at: number
  asked_at: number | null
  held_at: number | null
  sheet: string | null
}

/** What is said of a period; nobody's name where Vigie drafted it. `account` is JSON. */
export type ReportVersionRow = {
  report_id: number
  nth: number
  text: string
  person: string | null
  name: string | null
  account: string | null
  at: number
}

/** Who let a version go out. */
export type ReportApprovalRow = {
  report_id: number
  nth: number
  person: string
  name: string
  account: string
  at: number
}

/** A report on its way to an address. `told` is the trouble that the team was last told of it. */
export type MailRow = {
  id: Generated<number>
  team: string
  report_id: number
  address: string
  message_id: string
  state: string
  attempts: Generated<number>
  may_repeat: Generated<number>
  made_at: number
  due_at: number
  held_by: string | null
  held_until: Generated<number>
  ended_at: number | null
  answer: string | null
  told: string | null
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

/**
 * That a hub is asked to push a feed: what we want of it (`subscribe`, `unsubscribe`), when we asked last, until when
 * it promised to, and when something is to be done next. `callback` is where it was asked to push to.
 */
export type SubscriptionRow = {
  id: Generated<number>
  feed_id: number
  hub: string
  topic: string
  callback: string
  wants: string
  asked_at: number | null
  lease_until: Generated<number>
  due_at: number
  failures: Generated<number>
  reason: string | null
  leased_until: Generated<number>
}

/** What a hub pushed, as it came, until it is heard (`done_at`); its hash stays for a while, so that it is heard once. */
export type PushRow = {
  id: Generated<number>
  feed_id: number
  body: Uint8Array | null
  charset: string | null
  body_hash: string
  at: number
  done_at: number | null
  leased_until: Generated<number>
}

/**
 * What a webhook was sent, as it came, until it is worked off (`done_at`); its key stays, so that the same is taken
 * once. What cannot be worked off (`failed_at`) is kept for a while.
 */
export type ReceivedRow = {
  id: Generated<number>
  team: string
  hook: string
  key: string
  body: Uint8Array | null
  size: number
  /** What its headers say that happened, and that it is made of. */
  event: string | null
  type: string | null
  at: number
  done_at: Generated<number | null>
  tries: Generated<number>
  failed_at: Generated<number | null>
  leased_until: Generated<number>
}

/** What happened to a post at its place: `edited` (the post as it is now, as JSON), `deleted`. */
/** What people did with a post so far, as its place last told (`at`), and when it is looked at again. */
export type PostEngagementRow = {
  post_id: number
  likes: number | null
  shares: number | null
  comments: number | null
  views: number | null
  /** Of who wrote it. */
  followers: number | null
  at: number
  /** How many likes, shares and comments came between the last two looks. */
  grew: Generated<number>
  /** A hash of what it said at the last look. */
  said: Generated<string | null>
  /** Since when its place knows nothing of it. */
  missing_at: Generated<number | null>
  next_at: number | null
  failures: Generated<number>
  leased_until: Generated<number>
}

export type PostChangeRow = {
  id: Generated<number>
  team: string
  source: string
  item: string
  did: string
  post: string | null
  at: number
  done_at: Generated<number | null>
  leased_until: Generated<number>
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

export type PollRow = {
  id: Generated<number>
  team: string
  question: string
  kind: string
  /** So many choices may be taken. */
  most: number
  anonymous: number
  /** Of an anonymous poll that runs: destroyed at its end. */
  salt: string | null
  /** When the results are shown: `always`, `voted`, `end`. */
  results: string
  suggestions: string
  quorum: number | null
  /** Who may vote, as JSON; everybody where it is empty. */
  who: string
  /** Where it stands, as JSON. */
  places: string
  state: string
  by: string
  made_at: number
  starts_at: number
  ends_at: number | null
  /** It ends with so many votes. */
  ends_votes: number | null
  ended_at: number | null
  ended_why: string | null
  ended_by: string | null
  /** When its end was told. */
  announced_at: number | null
  series_id: number | null
  /** Grows with everything that is done to it, one after the other. */
  version: number
}

/** What a member would like to choose: `waiting`, `accepted`, `refused`. */
export type PollSuggestionRow = {
  id: Generated<number>
  poll_id: number
  text: string
  text_key: string
  /** Who suggests it, as in the votes. */
  voter: string
  state: string
  decided_by: string | null
}

/** `voter` is an account's key; of an anonymous poll the hash of it, and neither name nor time. */
export type PollVoteRow = {
  poll_id: number
  voter: string
  ballot: string
  name: string | null
  at: number | null
}

/** A poll that comes again: what it is, its rhythm (both as JSON), and when it begins next. */
export type PollSeriesRow = {
  id: Generated<number>
  team: string
  poll: string
  rhythm: string
  next_at: number
  by: string
  made_at: number
  stopped_at: number | null
  stopped_by: string | null
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

/** A giveaway. Prizes, conditions, bonuses, places, chain and value are JSON of what src/model/giveaway.ts says. */
export type GiveawayRow = {
  id: Generated<number>
  team: string
  draw: string
  state: string
  prizes: string
  terms: string | null
  conditions: string
  bonuses: string
  places: string
  ends_at: number
  claim_for: number | null
  seed: string
  commitment: string
  chain: string | null
  entrants: Generated<number>
  weight: Generated<number>
  by: string
  started_at: number
  paused_at: number | null
  frozen_at: number | null
  late_by: Generated<number>
  entries_hash: string | null
  published_at: number | null
  round: number | null
  value: string | null
  /** While it is frozen: when the next step is tried, and how often that failed. */
  next_at: number | null
  tries: Generated<number>
  drawn_at: number | null
  closed_at: number | null
  forgotten_at: number | null
}

/** Somebody who takes part; who they are is gone (null) once that was erased. `kind` is that of their account's chat. */
export type GiveawayEntryRow = {
  giveaway_id: number
  receipt: string
  weight: number
  person: string | null
  chat: string | null
  kind: string | null
  workspace: string | null
  user: string | null
  name: string | null
  /** The language they are written to in. */
  locale: string | null
  account_since: number | null
  member_since: number | null
  at: number | null
}

/** A place of the order that won a prize. `written`: whether its private message went out (`trying`, `told`, `refused`). */
export type GiveawayWinnerRow = {
  giveaway_id: number
  place: number
  prize: number
  receipt: string
  at: number
  claim_until: number | null
  claimed_at: number | null
  lost_reason: string | null
  lost_note: string | null
  lost_by: string | null
  lost_at: number | null
  lost_nth: number | null
  written: string | null
}

/** What was done with a giveaway: `started`, `edited`, `paused`, `resumed`, `ended`, `cancelled`… Rows are only ever added. */
export type GiveawayStepRow = {
  id: Generated<number>
  giveaway_id: number
  did: string
  what: string | null
  by: string | null
  at: number
}

/** A crisis. Places and the windows that were seen are JSON of what src/model/incident.ts says. */
export type IncidentRow = {
  id: Generated<number>
  team: string
  cause: string
  topic: string | null
  title: string | null
  severity: string
  state: string
  drill: Generated<number>
  places: string
  seen: string
  from_at: number
  opened_at: number
  opened_by: string | null
  stood_at: number
  taken_at: number | null
  taken_by: string | null
  controlled_at: number | null
  over_at: number | null
  resumed_at: number | null
  resumed_by: string | null
  said_at: number
  reminded_at: number | null
  escalated: Generated<number>
}

/** What happened in it. Rows are only ever added. */
export type IncidentStepRow = {
  id: Generated<number>
  incident_id: number
  did: string
  what: string | null
  by: string | null
  at: number
}

export type IncidentTaskRow = {
  incident_id: number
  nth: number
  text: string
  owner: string | null
  done_by: string | null
  done_at: number | null
}

/** Alerts that are kept quiet for a while, and how many were (`muted`). */
export type SilenceRow = {
  id: Generated<number>
  team: string
  topic: string | null
  mood: string | null
  until_at: number
  reason: string
  by: string
  at: number
  ended_at: number | null
  ended_by: string | null
  muted: Generated<number>
}

/** An answer to a mention. `version` is its newest one; `publish_key` names that one to the network, at every try. */
export type ReplyRow = {
  id: Generated<number>
  team: string
  mention_id: number
  state: string
  version: number
  language: string | null
  needs: number
  role: string
  alone: Generated<number>
  identity: string | null
  publish_key: string | null
  goes_at: number | null
  /** When its newest version was written. */
  waits_from: number
  expires_at: number
  reminded_at: number | null
  published_id: string | null
  published_url: string | null
  published_at: number | null
  why: string | null
  made_at: number
  ended_at: number | null
}

/** `account` and `how` are JSON; `person` is null where Vigie drafted it. */
export type ReplyVersionRow = {
  reply_id: number
  nth: number
  text: string
  person: string | null
  name: string | null
  account: string | null
  how: string
  at: number
}

/** One that was taken back, or whose version is no longer the newest, is void. */
export type ReplyApprovalRow = {
  id: Generated<number>
  reply_id: number
  version: number
  person: string
  name: string
  account: string | null
  at: number
  void_at: number | null
}

/** What was done with a reply, at which place of the trail. Rows are only ever added. */
export type ReplyStepRow = {
  id: Generated<number>
  reply_id: number
  team: string
  did: string
  version: number
  what: string | null
  by: string | null
  at: number
  trail_seq: number
}

/** What was done, by whom (a pseudonym; null: Vigie): each row's hash covers the one before. The database refuses edits. */
export type TrailRow = {
  team: string
  seq: number
  at: number
  did: string
  about: string
  who: string | null
  detail: string
  prev: string
  hash: string
}

/** A try to publish a reply. Until `held_until` whoever began it, or looks for it, is at it. */
export type PublicationRow = {
  id: Generated<number>
  team: string
  reply_id: number
  publish_key: string
  identity: string
  kind: string | null
  began_at: number
  ended_at: number | null
  outcome: string | null
  answer: string | null
  post_id: string | null
  url: string | null
  held_by: string
  held_until: number
  look_at: number | null
  looks: Generated<number>
  settled_at: number | null
}

/** Within which time a mention is answered. `escalations` is JSON of what src/model/promise.ts says. */
export type PromiseRow = {
  mention_id: number
  team: string
  rule: string
  within: number
  silence: number | null
  started_at: number
  due_at: number
  remind_at: number | null
  silent_at: number | null
  escalations: string
  reminded: number
  late: number
  escalated: number
  stopped_at: number | null
  stop_why: string | null
  /** When something is to be done next; null once its clock stopped. */
  next_at: number | null
}

export type PromiseStepRow = {
  id: Generated<number>
  team: string
  mention_id: number
  did: string
  who: string | null
  at: number
}

export type LetterRow = {
  id: Generated<number>
  team: string
  mention_id: number
  accounts: string
  locale: string
  what: string
  by: string | null
  at: number
  written: Generated<string | null>
}

/** An address at which a team's figures may be read; one that was taken back opens nothing. */
export type ReadingTokenRow = {
  id: Generated<number>
  hash: string
  team: string
  name: string
  by: string
  at: number
  used_at: number | null
  revoked_at: number | null
  revoked_by: string | null
}

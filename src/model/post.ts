/** Milliseconds since 1970, UTC. */
export type Instant = number

/** One thing somebody wrote somewhere, as a source hands it over. Texts are plain; strangers wrote them. */
export type Post = {
  /** Who it is among the posts of its source: the same post has the same id tomorrow. */
  id: string
  url: string | null
  title: string
  text: string
  author: string | null
  publishedAt: Instant | null
  updatedAt: Instant | null
  /** What the source says of its language, if it does (a code such as `fr-FR`). */
  language?: string | null
  /** The outlet, where it is not the source itself (an aggregator, a sample). */
  outlet?: string | null
  /** How many people it may have reached, where the place tells. */
  reach?: number | null
  /** How many people follow who wrote it, where the place tells. */
  followers?: number | null
  /** What people did with it so far, where the place counts that; null for what it does not count. */
  engagement?: Engagement
  /** The network, where its source knows better than its address shows (one of src/model/network.ts). */
  network?: string | null
  /** The account that wrote it, where names change and accounts stay: `where` and `who` as `authorKey` takes them. */
  account?: { where: string; who: string }
}

export type Engagement = {
  likes?: number | null
  shares?: number | null
  comments?: number | null
  views?: number | null
}

/** What a title and a text say together: what is searched, matched and judged. */
export const wholeText = (post: { title: string; text: string }) =>
  post.text.startsWith(post.title) ? post.text : `${post.title}\n${post.text}`

/** This much of a text is kept, in UTF-16 units. */
export const longestKept = 20_000

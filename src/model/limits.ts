import type { Network } from './network.ts'
import type { ConnectorKind, Identity } from './publication.ts'

/** How long an answer may be, and how its length is counted there. */
export type Limit = { most: number; count(text: string): number }

/**
 * The limit of an answer on a network: that of the server it goes out from, else that of the page somebody copies it
 * to. Of Mastodon's 500 characters those of "@somebody " are kept: without it nobody is told that they were answered.
 */
export function limitOf(network: Network, identity: Pick<Identity, 'kind'> | null): Limit {
  if (identity && identity.kind !== 'webhook') return ofKind[identity.kind]
  return byHand[network] ?? usual
}

/** What people see as one sign is one: 👩‍🚒, é, 🇫🇷. */
export const graphemes = (text: string): number => [...segmenter.segment(text)].length

/** Each address is 23 characters long, whatever its length, and of `@who@where` only the name counts. */
export const mastodonLength = (text: string): number =>
  graphemes(text.replace(address, 'x'.repeat(23)).replace(remoteHandle, '$1'))

/** Posts on X: addresses are 23 long, and what is neither Latin nor its punctuation counts twice, an emoji too. */
export const xLength = (text: string): number =>
  [...segmenter.segment(text.normalize('NFC').replace(address, 'x'.repeat(23)))].reduce(
    (sum, { segment }) => sum + ([...segment].every(isLight) ? [...segment].length : 2),
    0,
  )

const isLight = (sign: string) => {
  const code = sign.codePointAt(0)!
  return light.some(([from, to]) => code >= from && code <= to)
}

// The ranges of weight 100 in the configuration of twitter-text 3.
const light: [number, number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
]

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const address = /https?:\/\/[^\s<>"]+/giu
const remoteHandle = /(@[\p{L}\p{N}_.-]+)@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu

const length = (text: string) => text.length
const usual: Limit = { most: 2_000, count: length }

/** A name on Mastodon has at most 30 characters; with the @ before and the blank behind it. */
const longestHandle = 32

const ofKind: Record<Exclude<ConnectorKind, 'webhook'>, Limit> = {
  mastodon: { most: 500 - longestHandle, count: mastodonLength },
  bluesky: { most: 300, count: graphemes },
  discourse: { most: 32_000, count: length },
}

const byHand: Partial<Record<Network, Limit>> = {
  mastodon: { most: 500, count: mastodonLength },
  bluesky: ofKind.bluesky,
  x: { most: 280, count: xLength },
  threads: { most: 500, count: length },
  tiktok: { most: 150, count: length },
  linkedin: { most: 1_250, count: length },
  instagram: { most: 2_200, count: length },
  facebook: { most: 8_000, count: length },
  youtube: { most: 10_000, count: length },
  reddit: { most: 10_000, count: length },
  lemmy: { most: 10_000, count: length },
  telegram: { most: 4_096, count: length },
  reviews: { most: 4_000, count: length },
  forum: ofKind.discourse,
}

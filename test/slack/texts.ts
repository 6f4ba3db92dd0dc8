import type { Host } from './host.ts'
import type { Json } from './nouns.ts'

/** As Slack keeps text: `&`, `<` and `>` as entities. */
export const escaped = (text: string) =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

/** What is read of it. */
export const unescaped = (text: string) =>
  text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&')

/** An ampersand that begins no entity becomes one. */
const whole = (text: string) => text.replace(/&(?!amp;|lt;|gt;)/gu, '&amp;')

/** Text of the app as Slack keeps it: what leads nowhere is escaped. */
export const keptMarkup = (text: string) =>
  whole(text).replace(/<(?![@#!]|[a-z][a-z0-9+.-]*:)[^>]*>?/giu, (odd) => escaped(unescaped(odd)))

const keptPlain = (text: string) => whole(text).replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

/** Blocks as Slack keeps them: each with its id, each element with its own, the texts escaped. */
export function keptBlocks(host: Host, blocks: Json[]): Json[] {
  return blocks.map((block) => ({
    ...keptTexts(host, block),
    block_id: block.block_id || host.id('b').slice(-5),
  }))
}

function keptTexts(host: Host, given: Json): Json {
  if (Array.isArray(given)) return given.map((one) => keptTexts(host, one))
  if (typeof given !== 'object' || given === null) return given
  const kept: Json = {}
  for (const [key, value] of Object.entries(given)) kept[key] = keptTexts(host, value)
  if (given.type === 'mrkdwn') kept.text = keptMarkup(given.text)
  if (given.type === 'plain_text') kept.text = keptPlain(given.text)
  if (acts(given.type) && !given.action_id) kept.action_id = host.id('a').slice(-5)
  return kept
}

const acts = (type: unknown) =>
  typeof type === 'string' && /button|select|overflow|picker|checkboxes|_input$/u.test(type)

const smileys: Record<string, string> = {
  '👍': '+1',
  '✅': 'white_check_mark',
  '😀': 'grinning',
  '😡': 'rage',
  '🔥': 'fire',
  '❤️': 'heart',
}

/** What somebody types, as it is kept: names become mentions, addresses links, some emoji their names. */
export function typed(
  text: string,
  known: {
    user(name: string): string | null
    channel(name: string): string | null
    group(name: string): string | null
  },
): { text: string; blocks: Json[] } {
  const runs: { kept: string; element: Json }[] = []
  const pattern = /@([\p{L}\d._-]+)|#([\p{L}\d_-]+)|(https?:\/\/[^\s<>]+)|(<@U\w+>)|([👍✅😀😡🔥]|❤️)/gu
  let from = 0
  const plain = (part: string) =>
    part && runs.push({ kept: escaped(part), element: { type: 'text', text: part } })
  for (const found of text.matchAll(pattern)) {
    const run = runOf(found, known)
    if (!run) continue
    plain(text.slice(from, found.index))
    runs.push(run)
    from = found.index + found[0].length
  }
  plain(text.slice(from))
  const elements = runs.map(({ element }) => element)
  const section = { type: 'rich_text_section', elements }
  return {
    text: runs.map(({ kept }) => kept).join(''),
    blocks: [{ type: 'rich_text', block_id: 'typed', elements: [section] }],
  }
}

function runOf(
  found: RegExpMatchArray,
  known: Parameters<typeof typed>[1],
): { kept: string; element: Json } | null {
  const [, name, channel, url, mention, smiley] = found
  if (name === 'channel' || name === 'here' || name === 'everyone')
    return { kept: `<!${name}>`, element: { type: 'broadcast', range: name } }
  const user = mention ? mention.slice(2, -1) : name && known.user(name)
  if (user) return { kept: `<@${user}>`, element: { type: 'user', user_id: user } }
  const group = name && known.group(name)
  if (group)
    return { kept: `<!subteam^${group}|@${name}>`, element: { type: 'usergroup', usergroup_id: group } }
  const id = channel && known.channel(channel)
  if (id) return { kept: `<#${id}|${channel}>`, element: { type: 'channel', channel_id: id } }
  if (url) return { kept: `<${escaped(url)}>`, element: { type: 'link', url } }
  if (smiley) return { kept: `:${smileys[smiley]}:`, element: { type: 'emoji', name: smileys[smiley] } }
  return null
}

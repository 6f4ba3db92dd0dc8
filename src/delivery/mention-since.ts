import type { Mention } from '../model/mention.ts'
import type { Engagement } from '../model/post.ts'
import { wholeText } from '../model/post.ts'
import { type Marked, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'
import type { Reader } from './mention.ts'

type Field = { name: string; value: Marked }

/** That a mention is gone at its place, or says something else there by now. */
export function becameFields(mention: Mention, { say, now, team }: Reader): Field[] {
  const { post, offTopic } = mention
  const seen = (at: number) => ({ time: say.at(at, now, team.timeZone) })
  if (post.deletedAt !== undefined)
    return [{ name: say.plain('mention.gone-field'), value: say('mention.gone-seen', seen(post.deletedAt)) }]
  if (!post.edited) return []
  const { at, was } = post.edited
  const text = post.text === null || was === null ? null : short(saysNow(post.title ?? '', post.text, was))
  return [
    {
      name: say.plain('mention.edited-field'),
      value: together([
        say('mention.edited', seen(at)),
        text === null ? null : say('mention.edited-says', { text }),
        offTopic ? say('mention.off-topic') : null,
      ]),
    },
  ]
}

/** What people did with it, where anybody did anything. */
export function reactionsField(mention: Mention, { say }: Pick<Reader, 'say'>): Field[] {
  const words = reactionWords(mention.post.engagement, say)
  return words ? [{ name: say.plain('mention.reactions'), value: words }] : []
}

/** `👍 12 likes · 🔁 4 shares`; null where nobody did anything, or nobody counts. */
function reactionWords(engagement: Engagement | null | undefined, say: Say): Marked | null {
  const counts = kinds.flatMap((kind) => {
    const count = engagement?.[kind] ?? 0
    return count > 0 ? [say(`mention.${kind}`, { count })] : []
  })
  return counts.length === 0 ? null : together(counts, ' · ')
}

/** In a list: a word that it is gone or edited; null for most. */
export function becameShort({ post }: Mention, { say }: Pick<Reader, 'say'>): Marked | null {
  if (post.deletedAt !== undefined) return say('mention.gone-short')
  return post.edited ? say('mention.edited-short') : null
}

/** A title that stayed as it was is not said again. */
const saysNow = (title: string, text: string, was: { title: string }) =>
  title === was.title ? text : wholeText({ title, text })

const short = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text)

const longest = 300
const kinds = ['likes', 'shares', 'comments', 'views'] as const

import { entriesIn, mappedFrom } from '../../model/mapping.ts'
import type { Webhook } from '../../model/webhook.ts'
import { plain, plainLine } from '../plain-text.ts'
import { type HookEvent, idOf, lineOf, posted, webOf } from './event.ts'
import { identityOf } from './identity.ts'
import { whatDid } from './posts.ts'

/** Reviews as a mapping finds them. Their stars stand before the title, where people and searches see them. */
export function readReviews(payload: unknown, hook: Pick<Webhook, 'mapping' | 'network'>): HookEvent[] {
  const { mapping } = hook
  if (!mapping) return []
  return entriesIn(payload, mapping).flatMap((entry): HookEvent[] => {
    const found = mappedFrom(payload, entry, mapping)
    const did = whatDid(found.event)
    const id = idOf(found.id)
    if (did === 'deleted') return id === null ? [] : [{ did, id }]
    const text = plain({ text: found.text, as: 'guess' })
    const stars = found.rating === null ? '' : starsOf(found.rating)
    const title = [stars, plainLine({ text: found.title, as: 'guess' })].filter((one) => one).join(' ')
    if (text === '' && title === '') return []
    const post = posted({
      id: id ?? identityOf([found.url, found.author, title, text]),
      url: webOf(found.url),
      title,
      text,
      author: lineOf(found.author),
      publishedAt: found.publishedAt,
      updatedAt: found.updatedAt,
      language: found.language,
      network: hook.network ?? 'reviews',
    })
    return [{ did, post }]
  })
}

/** Of five, whatever the best rating is: ★★☆☆☆. */
export const starsOf = (rating: number) => {
  const full = Math.round(rating * 5)
  return '★'.repeat(full) + '☆'.repeat(5 - full)
}

import type { Post } from '../../model/post.ts'
import { addressIn } from './address.ts'
import {
  asDocumented,
  at,
  each,
  flag,
  html,
  instant,
  json,
  list,
  maybeInstant,
  maybeNumber,
  maybeText,
  shortId,
  text,
} from './answer.ts'
import { problemOfLook } from './looking.ts'
import type { Look, Looked, PagedPlace } from './place.ts'

/** Posts and comments that a Lemmy server knows, by its search (API v3); the same one is known elsewhere, too. */
export const lemmy: PagedPlace = {
  ask: ({ search }, _, nth) => ({
    url: addressIn(search.base, '/api/v3/search', {
      q: search.params.q ?? '',
      type_: 'All',
      sort: 'New',
      listing_type: 'All',
      limit: full,
      page: nth,
    }),
  }),

  sign: async (_, { secrets }) => ({ authorization: `Bearer ${secrets.token}` }),

  read(body) {
    const posts = each(list(body, 'posts'), 'posts', (view) => postOf(view, 'post'), 'lemmy')
    const comments = each(list(body, 'comments'), 'comments', (view) => postOf(view, 'comment'), 'lemmy')
    // Each of the two lists goes as far back as it goes.
    const reaches = Math.max(
      ...(
        [
          ['posts', posts.found],
          ['comments', comments.found],
        ] as const
      )
        .filter(([name]) => list(body, name).length >= full)
        .map(([, found]) => Math.min(...found.map(({ publishedAt }) => publishedAt ?? 0))),
    )
    const found = [...posts.found, ...comments.found].sort(
      (a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0),
    )
    return { posts: found, odd: posts.odd ?? comments.odd, reaches, next: nextOf(body) }
  },
}

/** Where a page is full, there may be another. */
function nextOf(body: unknown): string | null {
  const most = Math.max(list(body, 'posts').length, list(body, 'comments').length)
  return most >= full ? 'more' : null
}

const full = 50

function postOf(view: unknown, kind: 'post' | 'comment'): Post | null {
  const address = text(view, `${kind}.ap_id`)
  if (flag(view, `${kind}.deleted`) || flag(view, `${kind}.removed`)) return null
  const name = text(view, 'creator.name')
  const home = URL.parse(maybeText(view, 'creator.actor_id') ?? '')?.host
  const community = maybeText(view, 'community.title') ?? maybeText(view, 'community.name')
  return {
    id: shortId(address),
    url: address,
    title: kind === 'post' ? text(view, 'post.name') : '',
    text: html(saidIn(view, kind)),
    author: maybeText(view, 'creator.display_name') || name,
    publishedAt: instant(view, `${kind}.published`),
    updatedAt: maybeInstant(view, `${kind}.updated`),
    outlet: community === null ? 'Lemmy' : `Lemmy ${community}`,
    network: 'lemmy',
    account: { where: 'lemmy', who: home ? `${name}@${home}` : name },
    engagement: countsOf(view),
  }
}

/** Markdown, read as it is: what stands in it as HTML is shown nowhere. */
const saidIn = (view: unknown, kind: 'post' | 'comment') =>
  kind === 'post' ? (maybeText(view, 'post.body') ?? '') : text(view, 'comment.content')

const countsOf = (view: unknown) => ({
  likes: maybeNumber(view, 'counts.score'),
  comments: maybeNumber(view, 'counts.comments') ?? maybeNumber(view, 'counts.child_count'),
})

/** Where each was written, one by one. */
export const lookAtLemmy: Look = async (door, { base }, ids) => {
  const all: Looked[] = []
  for (const id of ids) {
    const [, host, kind, number] = /^https?:\/\/([^/]+)\/(post|comment)\/(\d+)$/.exec(id) ?? []
    if (!host || (kind !== 'post' && kind !== 'comment')) continue
    const server = host === new URL(base).host ? base : `https://${host}`
    const answer = await door.get(addressIn(server, `/api/v3/${kind}`, { id: number! }))
    if (answer.status === 404) {
      all.push({ id, engagement: null, text: null, deleted: true })
      continue
    }
    // It says so with 400 as well: couldnt_find_post.
    if (
      answer.status === 400 &&
      /couldnt_find|not_found/i.test(Buffer.from(answer.body.slice(0, 300)).toString('utf8'))
    ) {
      all.push({ id, engagement: null, text: null, deleted: true })
      continue
    }
    if (answer.status !== 200) throw problemOfLook('lemmy', answer)
    const view = at(json('lemmy', answer.body), `${kind}_view`)
    all.push(
      asDocumented('lemmy', () => {
        const deleted = flag(view, `${kind}.deleted`) || flag(view, `${kind}.removed`)
        const said = deleted ? null : html(saidIn(view, kind))
        return { id, deleted, text: said, engagement: deleted ? null : countsOf(view) }
      }),
    )
  }
  return all
}

import type { Post } from '../../model/post.ts'
import { usualSite } from '../../model/search.ts'
import { day, hour } from '../../model/time.ts'
import { addressIn, outletOf } from './address.ts'
import {
  asDocumented,
  each,
  flag,
  html,
  json,
  line,
  list,
  maybeNumber,
  maybeText,
  number,
  seconds,
  text,
} from './answer.ts'
import { problemOfLook } from './looking.ts'
import type { Look, Looked, PagedPlace } from './place.ts'

/** Questions on a site of Stack Exchange (API 2.3). It may ask to be left alone for some seconds: `backoff`. */
export const stackExchange: PagedPlace = {
  ask({ search, account, now, since }, _, nth) {
    const { q = '', site = usualSite } = search.params
    return {
      url: addressIn(search.base, '/2.3/search/advanced', {
        q,
        site,
        order: 'desc',
        sort: 'creation',
        filter: 'withbody',
        pagesize: 100,
        page: nth,
        fromdate: Math.floor(((since ?? now - month) - hour) / 1000),
        key: account?.secrets.key ?? null,
      }),
    }
  },

  read(body, { search }) {
    const site = search.params.site ?? usualSite
    const { found, odd } = each(list(body, 'items'), 'items', (item) => postOf(item, site), 'stackexchange')
    return {
      posts: found,
      odd,
      next: flag(body, 'has_more') ? 'more' : null,
      wait: (maybeNumber(body, 'backoff') ?? 0) * 1000,
    }
  },

  // Who asks too often is told so with 400, and for how many seconds.
  said(words) {
    if (!/"error_name"\s*:\s*"throttle_violation"/.test(words)) return null
    const wait = /available in (\d{1,6}) second/.exec(words)?.[1]
    return { status: 429, ...(wait === undefined ? {} : { wait: Number(wait) }) }
  },
}

function postOf(item: unknown, site: string): Post {
  const author = maybeText(item, 'owner.display_name')
  const edited = maybeNumber(item, 'last_edit_date')
  const name = author === null ? null : line(author)
  return {
    id: `${number(item, 'question_id')}`,
    url: text(item, 'link'),
    title: line(text(item, 'title')),
    text: html(maybeText(item, 'body') ?? ''),
    author: name,
    publishedAt: seconds(item, 'creation_date'),
    updatedAt: edited === null ? null : edited * 1000,
    outlet: outletOf(text(item, 'link')),
    network: 'forum',
    ...(name ? { account: { where: `stackexchange ${site}`, who: name } } : {}),
    engagement: countsOf(item),
  }
}

const countsOf = (item: unknown) => ({
  likes: maybeNumber(item, 'score'),
  comments: maybeNumber(item, 'answer_count'),
  views: maybeNumber(item, 'view_count'),
})

/** A hundred questions with one request; `where.site` is the site they are of. One that is not given back is gone. */
export const lookAtStackExchange =
  (site: string): Look =>
  async (door, { base, account }, ids) => {
    const all: Looked[] = []
    for (let from = 0; from < ids.length; from += 100) {
      const asked = ids.slice(from, from + 100).filter((id) => /^\d+$/.test(id))
      if (asked.length === 0) continue
      const url = addressIn(base, `/2.3/questions/${asked.join(';')}`, {
        site,
        filter: 'withbody',
        pagesize: 100,
        key: account?.secrets.key ?? null,
      })
      const answer = await door.get(url)
      if (answer.status !== 200) throw problemOfLook('stackexchange', answer)
      // One that cannot be read is not gone: then nothing is said of any.
      const found = asDocumented('stackexchange', () =>
        list(json('stackexchange', answer.body), 'items').map(
          (item): Looked => ({
            id: `${number(item, 'question_id')}`,
            text: html(maybeText(item, 'body') ?? ''),
            engagement: countsOf(item),
            deleted: false,
          }),
        ),
      )
      const there = new Set(found.map(({ id }) => id))
      const gone = asked.filter((id) => !there.has(id))
      all.push(...found, ...gone.map((id) => ({ id, engagement: null, text: null, deleted: true })))
    }
    return all
  }

const month = 30 * day

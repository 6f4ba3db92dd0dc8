import { type Asked, command } from '../src/chat/command.ts'
import type { Item } from '../src/chat/message.ts'
import { cureOf, silenceOf } from '../src/delivery/source-words.ts'
import { day } from '../src/model/time.ts'
import { isSamples, type SourceHealth } from '../src/store/feeds.ts'
import type { Activity } from '../src/store/source-activity.ts'
import { type Marked, together } from '../src/texts/marked.ts'
import { reasonWords } from '../src/texts/texts.ts'

export default command({
  name: 'sources',
  about: 'sources.about',
  for: 'staff',
  quiet: true,
  options: {},

  async run(asked) {
    const { store, team, say, now } = asked
    const [all, activity] = await Promise.all([
      store.feeds.health(team.name),
      store.sourceActivity.of(team.name, now - 7 * day),
    ])
    // What cannot be heard comes first: of many sources only some fit.
    const failing = all.filter(({ failure }) => failure)
    const sources = [...failing, ...all.filter(({ failure }) => !failure)]
    const file = team.sources[0]?.at.file
    return {
      title: say.plain('sources.title', { count: sources.length }),
      text: failing.length > 0 ? say('sources.unheard', { count: failing.length }) : undefined,
      items: sources.map((source) => itemOf(source, activity.get(source.url), asked)),
      note: file ? say('sources.add', { file }) : undefined,
    }
  },
})

function itemOf(source: SourceHealth, activity: Activity | undefined, asked: Asked): Item {
  const { say, now, team } = asked
  const { name, url, failure, lastReadAt, nextAt } = source
  const time = (at: number) => say.at(at, now, team.timeZone)
  if (isSamples(url)) return { title: name, text: say('sources.samples') }
  const item = { title: name, url }
  if (failure !== null) return { ...item, text: failing(source, activity, asked) }
  if (lastReadAt === null)
    return { ...item, text: say('sources.waiting', { next: time(Math.max(nextAt, now)) }) }
  return {
    ...item,
    text: together([
      say('sources.fine', { time: time(lastReadAt), next: time(nextAt) }),
      brought(activity, asked),
      activity ? silenceOf(activity, { say, now }) : null,
    ]),
  }
}

/** Since when, why, what to do, and what it brought before. */
function failing(source: SourceHealth, activity: Activity | undefined, asked: Asked): Marked {
  const { say, now, team } = asked
  const { name, failure, failingSince, lastReadAt, nextAt } = source
  const time = (at: number) => say.at(at, now, team.timeZone)
  const at = team.sources.find((one) => one.name === name)?.at
  const place = at ? `${at.file}:${at.line}` : name
  const cure = cureOf(failure!, now - (failingSince ?? now))
  return together([
    say('sources.failing', {
      since: say.since(failingSince ?? now, now, team.timeZone),
      failure: reasonWords(failure!, say),
      next: time(nextAt),
    }),
    cure ? say(cure, { place }) : null,
    lastReadAt === null ? say('sources.never-read') : say('sources.last-read', { time: time(lastReadAt) }),
    brought(activity, asked),
  ])
}

function brought(activity: Activity | undefined, { say }: Asked): Marked | null {
  if (!activity || activity.posts === 0) return null
  const { posts, mentions } = activity
  return say('sources.posts', {
    count: posts,
    mentions: mentions > 0 ? say.plain('sources.mentions', { count: mentions }) : say.plain('sources.none'),
  })
}

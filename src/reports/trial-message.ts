import type { Button, Field, Item, Message } from '../chat/message.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day } from '../model/time.ts'
import { code, type Marked, marked, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'
import type { CaughtPost, Trial } from './trial.ts'
import type { Warning } from './warnings.ts'

type Reader = { say: Say; now: Instant; team: Team }

/** What a query would have caught, what to beware of, and what was not seen. `name`: the topic it is meant for. */
export function trialMessage(
  tried: { trial: Trial; warnings: Warning[]; text: string; name: string | null; buttons: Button[] },
  reader: Reader,
): Message {
  const { trial, warnings, text, name, buttons } = tried
  const { say } = reader
  const caught = trial.heard.caught + trial.older.caught
  return {
    title:
      name === null ? say.plain('watch.try-title', { count: caught }) : say.plain('watch.try-name', { name }),
    text: together([
      say('watch.tried', { query: { marked: code(short(text, longestQuery)) } }),
      ...counts(trial, reader),
      ...warnings.map((warning) => warningText(warning, say)),
    ]),
    items: trial.newest.map((one) => itemOf(one, reader)),
    fields: outletField(trial, say),
    note: together(unseen(trial, reader), ' '),
    buttons,
    quiet: true,
  }
}

function counts({ heard, older, change }: Trial, { say, now, team }: Reader): (Marked | null)[] {
  const sinceThen = (at: Instant) => say.since(at, now, team.timeZone)
  if (heard.since === null && older.since === null) return [say('watch.nothing-stored')]
  const period = (since: Instant) =>
    say.plain('watch.period', {
      count: Math.max(1, Math.ceil((now - since) / day)),
      since: sinceThen(since),
    })
  return [
    heard.since === null
      ? null
      : say('watch.caught', { count: heard.caught, all: heard.all, period: period(heard.since) }),
    older.since === null
      ? null
      : say('watch.older', { count: older.caught, all: older.all, since: sinceThen(older.since) }),
    change && say('watch.compared', change),
  ]
}

function warningText(warning: Warning, say: Say): Marked {
  if (warning.is === 'nothing') {
    const terms = warning.terms.map(({ text: term, count, meant }) => {
      if (count > 0) return say('watch.term', { term, count })
      if (meant) return say('watch.term-meant', { term, meant: meant.text, count: meant.count })
      return say('watch.term-nowhere', { term })
    })
    return say('watch.nothing', { count: terms.length, terms: { marked: together(terms, ', ') } })
  }
  if (warning.is === 'too-much') {
    const perDay = Math.round(warning.perDay)
    const share = say.plain('watch.share', { share: percent(warning.share) })
    return say('watch.too-much', {
      facts: perDay < 1 ? share : `${share}, ${say.plain('watch.per-day', { count: perDay })}`,
    })
  }
  const { word, instead } = warning
  if (instead)
    return say('watch.everyday-instead', {
      word,
      instead: { marked: code(instead.text) },
      count: instead.caught,
    })
  const example = `${word} AND ${say.plain('watch.everyday-example')}`
  return say('watch.everyday', { word, example: { marked: code(example) } })
}

function itemOf({ post, saidAt, found, excerpt }: CaughtPost, { say }: Reader): Item {
  const who = [post.author, post.outlet].filter((one) => one).join(' · ')
  const words = found.map((word) => `**${marked`${word}`}**` as Marked)
  return {
    title: post.title || who,
    url: post.url ?? undefined,
    quote: excerpt || undefined,
    text: together(
      [
        post.title ? marked`${who}` : null,
        words.length > 0 ? together(words, ', ') : say('watch.found-around'),
      ],
      ' · ',
    ),
    at: saidAt,
  }
}

function outletField({ outlets }: Trial, say: Say): Field[] {
  if (outlets.length === 0) return []
  const more = outlets.length - mostOutlets
  const shown = outlets
    .slice(0, mostOutlets)
    .map(({ outlet, count }) => marked`${outlet} ${say.number(count)}`)
  const rest = more > 0 ? [say('watch.more-outlets', { count: more })] : []
  return [{ name: say.plain('watch.outlets'), value: together([...shown, ...rest], ', ') }]
}

/** What was not seen is said, not hidden. */
function unseen({ unseen: { silent, failing, authors, cut }, heard, older }: Trial, { say, team }: Reader) {
  const more = silent.length - mostSilent
  const names = [
    ...silent.slice(0, mostSilent),
    ...(more > 0 ? [say.plain('watch.silent-more', { count: more })] : []),
  ]
  return [
    say('watch.kept-days', { count: team.keep.unmatched }),
    silent.length > 0 ? say('watch.silent', { sources: names.join(' · ') }) : null,
    failing > 0 ? say('mentions.blind', { count: failing }) : null,
    authors ? say('watch.no-authors') : null,
    cut ? say(`watch.cut-${cut}`, { count: heard.all + older.all }) : null,
  ]
}

const percent = (share: number) => (share < 0.01 ? Math.round(share * 1000) / 10 : Math.round(share * 100))

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

const longestQuery = 500
const mostOutlets = 8
const mostSilent = 5

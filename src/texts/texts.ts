import i18next from 'i18next'
import type { Reason, Values } from '../model/oops.ts'
import type { Why } from '../model/policy.ts'
import type { Instant } from '../model/post.ts'
import type { Locale } from '../model/team.ts'
import { localOf } from '../model/time.ts'
import adding from './adding.ts'
import answers from './answers.ts'
import bot from './bot.ts'
import community from './community.ts'
import crisis from './crisis.ts'
import crisisReport from './crisis-report.ts'
import curve from './curve.ts'
import deliveries from './deliveries.ts'
import digest from './digest.ts'
import discord from './discord.ts'
import discordTrouble from './discord-trouble.ts'
import drafting from './drafting.ts'
import draw from './draw.ts'
import drill from './drill.ts'
import exported from './export.ts'
import giveaway from './giveaway.ts'
import hooks from './hooks.ts'
import kpi from './kpi.ts'
import line from './line.ts'
import link from './link.ts'
import living from './living.ts'
import lostSources from './lost-sources.ts'
import { type Marked, plain } from './marked.ts'
import measures from './measures.ts'
import mentions from './mentions.ts'
import mentionsSince from './mentions-since.ts'
import outbox from './outbox.ts'
import outsideNumbers from './outside-numbers.ts'
import places from './places.ts'
import policy from './policy.ts'
import poll from './poll.ts'
import promises from './promises.ts'
import publish from './publish.ts'
import reply from './reply.ts'
import report from './report.ts'
import rules from './rules.ts'
import settings from './settings.ts'
import setup from './setup.ts'
import slack from './slack.ts'
import slackTrouble from './slack-trouble.ts'
import sourceAdding from './source-adding.ts'
import sources from './sources.ts'
import store from './store.ts'
import stories from './stories.ts'
import type { Text } from './text.ts'
import until from './until.ts'
import veille from './veille.ts'
import watch from './watch.ts'
import why from './why.ts'
import workspace from './workspace.ts'

const texts = {
  ...adding,
  ...answers,
  ...bot,
  ...community,
  ...crisis,
  ...crisisReport,
  ...curve,
  ...deliveries,
  ...digest,
  ...discord,
  ...discordTrouble,
  ...drafting,
  ...draw,
  ...drill,
  ...exported,
  ...giveaway,
  ...hooks,
  ...kpi,
  ...line,
  ...link,
  ...living,
  ...lostSources,
  ...measures,
  ...mentions,
  ...mentionsSince,
  ...outbox,
  ...outsideNumbers,
  ...places,
  ...policy,
  ...promises,
  ...poll,
  ...publish,
  ...reply,
  ...report,
  ...rules,
  ...settings,
  ...setup,
  ...slack,
  ...slackTrouble,
  ...sourceAdding,
  ...sources,
  ...store,
  ...stories,
  ...until,
  ...veille,
  ...watch,
  ...why,
  ...workspace,
}

/** The name of a text. A missing one is a type error; one that lacks a language too. */
export type Key = keyof typeof texts

export const isKey = (key: string): key is Key => Object.hasOwn(texts, key)

/**
 * Vigie's voice in one language: `say('mention.by', { name })` is Marked text in which the values are escaped
 * (a Marked value says so: `{ marked }`), `say.plain` the same for where no markup is read. `count` chooses the plural.
 */
export type Say = {
  (key: Key, values?: SaidValues): Marked
  plain(key: Key, values?: Values): string
  number(value: number): string
  /** A moment as people of this language and time zone write it; today and this year stay short. */
  time(at: Instant, now: Instant, timeZone: string): string
  /** The same within a sentence: « à 14:30 », « le 12 nov., 14:30 ». */
  at(at: Instant, now: Instant, timeZone: string): string
  since(at: Instant, now: Instant, timeZone: string): string
  locale: Locale
}

type SaidValues = Record<string, string | number | { marked: Marked }>

export function sayIn(locale: Locale): Say {
  return voices[locale]
}

const numbers = { en: new Intl.NumberFormat('en-GB'), fr: new Intl.NumberFormat('fr-FR') }

function newVoice(locale: Locale): Say {
  const voice = i18next.createInstance()
  void voice.init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    showSupportNotice: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    resources: { [locale]: { translation: resourcesOf(locale) } },
  } as Parameters<typeof voice.init>[0])
  const shown = (value: string | number) =>
    typeof value === 'number' ? numbers[locale].format(value) : value
  const render = (key: Key, values: Record<string, string>, count: number | undefined) =>
    voice.t(key, { ...values, ...(count === undefined ? {} : { count, n: numbers[locale].format(count) }) })
  const countOf = (values: SaidValues) => (typeof values.count === 'number' ? values.count : undefined)

  const say = (key: Key, values: SaidValues = {}) => {
    const escaped = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? value.marked : plain(shown(value)),
    ])
    return render(key, Object.fromEntries(escaped), countOf(values)) as Marked
  }
  const moment = (key: 'at' | 'since') => (at: Instant, now: Instant, timeZone: string) => {
    const said = lengthOf(at, now, timeZone) === 'today' ? 'time' : 'day'
    return render(`digest.${key}-${said}`, { time: timeIn(locale, at, now, timeZone) }, undefined)
  }
  return Object.assign(say, {
    plain: (key: Key, values: Values = {}) =>
      render(
        key,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)])),
        countOf(values),
      ),
    number: (value: number) => numbers[locale].format(value),
    time: (at: Instant, now: Instant, timeZone: string) => timeIn(locale, at, now, timeZone),
    at: moment('at'),
    since: moment('since'),
    locale,
  })
}

/** i18next's resources: plural forms become keys of their own (`filed_one`, `filed_other`). */
function resourcesOf(locale: Locale): Record<string, string> {
  const resources: Record<string, string> = {}
  for (const [key, text] of Object.entries(texts as Record<string, Text>)) {
    const said = text[locale]
    if (typeof said === 'string') resources[key] = said
    else for (const [form, words] of Object.entries(said)) resources[`${key}_${form}`] = words
    // French counts millions with a form of its own (« 1 000 000 de mentions »); ours reads well without it.
    if (typeof said === 'object' && locale === 'fr') resources[`${key}_many`] = said.other
  }
  return resources
}

/** Hours and minutes; the day too where it is not today, the year where it is not this one. */
function timeIn(locale: Locale, at: Instant, now: Instant, timeZone: string): string {
  const time = clock(locale, timeZone, lengthOf(at, now, timeZone)).format(at)
  // French writes « 1er oct. » where Intl gives « 1 oct. ».
  return locale === 'fr' ? time.replace(/^1(?=\s)/, '1er') : time
}

function lengthOf(at: Instant, now: Instant, timeZone: string) {
  const [then, today] = [localOf(at, timeZone), localOf(now, timeZone)]
  const sameYear = then.year === today.year
  const sameDay = sameYear && then.month === today.month && then.day === today.day
  return sameDay ? 'today' : sameYear ? 'this year' : 'long ago'
}

const lengths: Record<string, Intl.DateTimeFormatOptions> = {
  today: { hour: '2-digit', minute: '2-digit' },
  'this year': { hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'short' },
  'long ago': { hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'short', year: 'numeric' },
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clock(locale: Locale, timeZone: string, length: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${length}`
  const made =
    clocks.get(key) ??
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { timeZone, ...lengths[length] })
  clocks.set(key, made)
  return made
}

const voices: Record<Locale, Say> = { en: newVoice('en'), fr: newVoice('fr') }

/** An Oops, or a reason that was kept, in plain words. */
export const reasonWords = (reason: Reason, say: Say) =>
  'words' in reason ? reason.words : isKey(reason.key) ? say.plain(reason.key, reason.values) : reason.key

/** Why a rule of a policy is there or is broken, in words. */
export const whyWords = (why: Why, say: Say): string =>
  'key' in why ? reasonWords(why, say) : why[say.locale]

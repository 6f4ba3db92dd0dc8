import type { Asked, Figure, Measure, Part } from '../../model/measure.ts'
import { dayAfter, type Period, spanOf } from '../../model/period.ts'
import { kindOfChat } from '../../model/person.ts'
import { dayIn } from '../../model/time.ts'
import { keysKept } from '../../store/member-days.ts'
import { counted, type Facts, type Measured, unknown } from './measured.ts'
import { type Doubt, daysBegun, hidden, reason, sum } from './outside.ts'
import { gauge } from './platform-measures.ts'

const community = (
  key: string,
  more: Partial<Measure> & Pick<Measured, 'read'> & Partial<Pick<Measured, 'parts' | 'collected'>>,
): Measured => {
  const { read, parts, collected = listens, ...measure } = more
  return {
    measure: { key, family: 'community', unit: 'count', better: 'up', by: [], ...measure },
    read,
    ...(parts ? { parts } : {}),
    collected,
  }
}

const listens = async ({ team }: Facts) => (team.listens ?? []).length > 0

const messages = community('messages', {
  by: ['channel'],
  async read(facts, asked) {
    const heard = await listenedIn(facts, asked, 'messages')
    if ('known' in heard) return heard
    const rows = await facts.store.community.said(facts.team.name, asked.period, asked.channel)
    return counted(sum(rows.map(({ said }) => said)), {
      ...heard,
      sources: rows.map(({ place }) => `#${place.channel}`),
    })
  },
  async parts({ store, team }, { period }) {
    const rows = await store.community.said(team.name, period)
    return sharesOf(rows.map(({ place, said }) => ({ label: `#${place.channel}`, value: said })))
  },
})

const activeMembers = community('active-members', {
  by: ['channel'],
  async read(facts, asked) {
    const { store, team, now } = facts
    const heard = await listenedIn(facts, asked, 'messages')
    if ('known' in heard) return heard
    const sources = await channelsOf(facts, asked)
    const oldest = dayAfter(dayIn(now, team.timeZone), -keysKept)
    if (asked.period.from >= oldest)
      return counted(await store.memberDays.active(team.name, asked.period, asked.channel), {
        ...heard,
        sources,
      })
    // Who it was is forgotten by now; how many there were in a whole week or month is not.
    const kept = asked.channel === undefined ? await store.memberDays.counted(team.name, asked.period) : null
    return kept === null ? unknown('figure.active-too-old') : counted(kept, { ...heard, sources })
  },
  async parts({ store, team }, { period }) {
    const rows = await store.memberDays.activeByChannel(team.name, period)
    // Who wrote in two channels is one of both: no shares.
    return rows.map(({ place, count }) => ({ label: `#${place.channel}`, value: count }))
  },
})

const unanswered = community('unanswered-questions', {
  better: 'down',
  async read(facts, asked) {
    const { store, team, now } = facts
    const heard = await listenedIn(facts, asked, 'messages')
    if ('known' in heard) return heard
    const recent = dayAfter(dayIn(now, team.timeZone), -questionsKept)
    const { from, to } = asked.period
    let count = 0
    let doubt: Doubt = heard
    if (from < recent) {
      const before: Period = { from, to: to < recent ? to : dayAfter(recent, -1) }
      const kept = await store.measureValues.sums(team.name, 'unanswered-questions', before)
      if (kept.length === 0 && to < recent) return unknown('figure.questions-too-old')
      if (kept.length === 0)
        doubt = { sure: 'low', because: reason('figure.questions-too-old'), partly: true }
      count += sum(kept.map(({ value }) => value))
    }
    if (to >= recent) {
      const span = spanOf({ from: from < recent ? recent : from, to }, team.timeZone)
      count += (await store.community.asked(team.name, span)).unanswered
    }
    return counted(count, { ...doubt, sources: await channelsOf(facts, asked) })
  },
})

/** Joins and leaves: counted by chat and day, where the chat lets Vigie hear of them. */
const passing = (key: 'joins' | 'leaves', better: 'up' | 'down') =>
  community(key, {
    better,
    by: ['account'],
    async read(facts, { period, account }) {
      const { store, team } = facts
      if (!(await listens(facts))) return unknown('figure.no-community')
      const rows = await store.measureValues.sums(team.name, key, period, account)
      const chats = (await store.countedAccounts.of(team.name)).filter(
        (one) => one.kind === 'chat' && (account === undefined || one.account === account),
      )
      const trouble = chats.map(({ trouble }) => trouble[key] ?? trouble.all).find((one) => one !== undefined)
      if (rows.length === 0) return trouble ? hidden(trouble) : unknown('figure.not-listened')
      const days = Math.max(...rows.map((row) => row.days))
      const all = daysBegun(period, facts)
      const doubt: Doubt = trouble
        ? { sure: 'medium', because: trouble, ...(days < all ? { partly: true } : {}) }
        : days < all
          ? { sure: 'medium', because: reason('figure.listened-days', { days, all }), partly: true }
          : {}
      const sources = await store.measureValues.accounts(team.name, [key], period)
      return counted(sum(rows.map(({ value }) => value)), { ...doubt, sources: sources.map(chatNamed) })
    },
    async parts({ store, team }, { period }) {
      const rows = await store.measureValues.byAccount(team.name, key, period)
      return sharesOf(rows.map(({ account, value }) => ({ label: chatNamed(account), value })))
    },
  })

export const communityMeasures: Measured[] = [
  gauge('members', { family: 'community' }),
  activeMembers,
  messages,
  passing('joins', 'up'),
  passing('leaves', 'down'),
  unanswered,
]

/** Why nothing can be said, or how sure what was heard is: days on which Vigie did not listen are not quiet days. */
async function listenedIn(
  facts: Facts,
  { period, channel }: Asked,
  what: 'messages',
): Promise<Figure | Doubt> {
  const { store, team } = facts
  if (!(await listens(facts))) return unknown('figure.no-community')
  const { days, first } = await store.community.listenedDays(team.name, period, channel)
  const trouble = (await store.countedAccounts.of(team.name))
    .filter(({ kind }) => kind === 'chat')
    .map(({ trouble }) => trouble[what])
    .find((one) => one !== undefined)
  if (first === null) return trouble ? hidden(trouble) : unknown('figure.not-listened')
  const all = daysBegun(period, facts)
  if (trouble) return { sure: 'low', because: trouble, partly: true }
  if (days >= all) return {}
  const because = isGapless(first, days, period, facts)
    ? reason('figure.listened-since', { day: first })
    : reason('figure.listened-days', { days, all })
  return { sure: 'medium', because, partly: true }
}

/** Whether it listened on every day from the first one on. */
const isGapless = (first: string, days: number, period: Period, facts: Facts) =>
  days === daysBegun({ from: first, to: period.to }, facts)

const channelsOf = async ({ store, team }: Facts, { period, channel }: Asked) =>
  (await store.community.said(team.name, period, channel)).map(({ place }) => `#${place.channel}`)

function sharesOf(parts: Part[]): Part[] {
  const all = sum(parts.map(({ value }) => value))
  return all === 0 ? parts : parts.map((part) => ({ ...part, share: part.value / all }))
}

/** A chat as people call it: `Discord`. */
const chatNamed = (chat: string) => names[kindOfChat(chat as never)] ?? chat
const names: Record<string, string> = { discord: 'Discord', slack: 'Slack', local: 'Vigie' }

/** Questions are known for a month; those of the oldest day may be forgotten already. */
const questionsKept = 28

import type { Button, Field, Item, Message } from '../../chat/message.ts'
import { lastDays } from '../../model/period.ts'
import { type Marked, marked, together } from '../../texts/marked.ts'
import type { Key, Say } from '../../texts/texts.ts'
import { askedKey } from '../kpi/asked.ts'
import type { Facts } from '../kpi/measured.ts'
import { gapItem, ideaItem, themeItem, why } from './items.ts'
import type { Landscape, LandscapeAsked, LandscapePart } from './landscape.ts'
import { rivalFacts, rivalItem } from './rival-item.ts'
import { type Rival, sharesOf } from './rivals.ts'
import { percentWords, periodWords } from './words.ts'

type Reader = Facts & { say: Say }

/** Everything around the brand in short, with buttons to each part. */
export function overview(landscape: Landscape, reader: Reader): Message {
  const { say } = reader
  const { asked, rivals, rising, ideas, gaps } = landscape
  const short = (title: Key, lines: (Marked | null)[] | undefined): Field[] => {
    const said = together((lines ?? []).slice(0, 3))
    return said ? [{ name: say.plain(title), value: said }] : []
  }
  const period = periodWords(asked.period, say)
  return {
    title: asked.topic
      ? say.plain('landscape.title-topic', { topic: asked.topic, period })
      : say.plain('landscape.title', { period }),
    text: together([shares(rivals ?? [], say), noRival(reader)]) || undefined,
    items: (rivals ?? []).map((rival) => ({ title: rival.topic.name, text: rivalFacts(rival, say) })),
    fields: [
      ...short(
        'landscape.rising',
        rising?.themes.map(({ words, mentions }) => counted(words, mentions.length)),
      ),
      ...short(
        'landscape.ideas',
        ideas?.map(({ question, mentions }) => counted(question, mentions.length)),
      ),
      ...short(
        'landscape.gaps',
        gaps?.gaps.map(({ words, mentions }) => counted(words, mentions.length)),
      ),
    ],
    note: readNote(landscape, say),
    buttons: buttonsOf(asked, null, reader),
    quiet: true,
  }
}

/** One part whole. */
export function partMessage(part: LandscapePart, landscape: Landscape, reader: Reader): Message {
  const { say } = reader
  const { asked, rivals, rising, ideas, gaps } = landscape
  const items: Record<LandscapePart, () => Item[]> = {
    rivals: () => (rivals ?? []).map((rival) => rivalItem(rival, say)),
    rising: () => (rising?.themes ?? []).map((theme) => themeItem(theme, reader)),
    ideas: () => (ideas ?? []).map((idea) => ideaItem(idea, say)),
    gaps: () => (gaps?.gaps ?? []).map((gap) => gapItem(gap, gaps!, reader)),
  }
  return {
    title: say.plain(`landscape.title-${part}`, { period: periodWords(asked.period, say) }),
    text:
      together([asked.topic ? marked`**${asked.topic}**` : null, why(part, landscape, reader)]) || undefined,
    items: items[part](),
    note: together([part === 'rivals' ? null : say(`landscape.${part}-how`), readNote(landscape, say)], ' '),
    buttons: buttonsOf(asked, part, reader),
    quiet: true,
  }
}

const counted = (words: string, count: number) => marked`${words} (${count})`

const shares = (rivals: Rival[], say: Say): Marked | null => {
  const all = sharesOf(rivals)
  if (all.length === 0) return null
  const said = all.map(({ name, share }) => say('landscape.share', { name, share: percentWords(share, say) }))
  return say('landscape.shares', { shares: { marked: together(said, ' · ') } })
}

const noRival = ({ team, say }: Reader) =>
  team.topics.some(({ kind }) => kind === 'competitor') ? null : say('landscape.no-rival')

const readNote = ({ read: { count, cut } }: Landscape, say: Say) =>
  say(cut ? 'landscape.read-cut' : 'landscape.read-all', { count })

function buttonsOf(asked: LandscapeAsked, shown: LandscapePart | null, { say, now, team }: Reader): Button[] {
  const key = (more: LandscapeAsked) =>
    askedKey({
      ...{ measure: null, grain: null, by: null, beside: null },
      period: more.period,
      topics: more.topic ? [more.topic] : [],
    })
  const parts = ([null, 'rivals', 'rising', 'ideas', 'gaps'] as const)
    .filter((part) => part !== shown)
    .map((part): Button => {
      const action = part ?? 'overview'
      return { action: `sector-page.${action}`, label: say.plain(`landscape.${action}`), value: key(asked) }
    })
  const days = [7, 30, 90]
    .map((count) => ({ count, period: lastDays(count, now, team.timeZone) }))
    .filter(({ period }) => period.from !== asked.period.from || period.to !== asked.period.to)
    .map(
      ({ count, period }): Button => ({
        action: `sector-page.${shown ?? 'overview'}`,
        label: say.plain('landscape.days', { count }),
        value: key({ ...asked, period }),
      }),
    )
  return [...parts, ...days]
}

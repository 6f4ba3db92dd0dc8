import type { Button, Item } from '../../chat/message.ts'
import { type Marked, together } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import type { Facts } from '../kpi/measured.ts'
import type { Gap, Gaps } from './gaps.ts'
import type { Landscape, LandscapePart } from './landscape.ts'
import type { Idea } from './questions.ts'
import { fewStories, type Rising } from './rising.ts'
import type { Theme } from './themes.ts'
import { exampleLinks, mostCarried, percentWords, readButton } from './words.ts'

type Reader = Facts & { say: Say }

export function themeItem(theme: Rising, { say }: Reader): Item {
  const shares = { share: percentWords(theme.share, say), before: percentWords(theme.before, say) }
  return {
    title: theme.words,
    text: together([
      together(
        [
          say(theme.isClear ? 'landscape.clear' : 'landscape.weak'),
          say(theme.isNew ? 'landscape.is-new' : 'landscape.rise', shares),
          weight(theme, say),
          alsoLine(theme, say),
        ],
        ' · ',
      ),
      examples(theme, say),
    ]),
    buttons: [readButton(theme.mentions, say), ...watchButton(theme, say)],
  }
}

export function gapItem(gap: Gap, { ours }: Gaps, { say }: Reader): Item {
  const counts = {
    stories: say.plain('landscape.stories', { count: gap.stories }),
    ours: `${say.number(gap.ours)} / ${say.number(ours)}`,
  }
  const facts = [
    gap.topic === undefined ? null : say('landscape.gap-watched'),
    say('landscape.gap', counts),
    weight(gap, say),
    amongLine(gap, say),
  ]
  return {
    title: gap.words,
    text: together([together(facts, ' · '), examples(gap, say)]),
    buttons: [readButton(gap.mentions, say), ...(gap.topic === undefined ? watchButton(gap, say) : [])],
  }
}

export function ideaItem({ question, form, mentions, speakers, topics }: Idea, say: Say): Item {
  const asked = say('landscape.asked', {
    count: mentions.length,
    voices: say.plain('landscape.askers', { count: speakers }),
  })
  return {
    title: question,
    text: together([
      together([asked, say('landscape.asked-about', { topics: topics.slice(0, 3).join(', ') })], ' · '),
      say(`landscape.idea-${form}`),
    ]),
    buttons: [readButton(mentions, say)],
  }
}

/** What is said where there is nothing to show. */
export function why(part: LandscapePart, { rising, ideas, gaps }: Landscape, reader: Reader): Marked | null {
  const { say, team } = reader
  if (part === 'rising' && rising) {
    if (rising.because)
      return say(`landscape.rising-${rising.because}`, { least: fewStories, days: team.keep.texts })
    const stories = say.plain('landscape.stories', { count: rising.stories })
    return rising.themes.length === 0 ? say('landscape.rising-none', { stories }) : null
  }
  if (part === 'ideas' && ideas?.length === 0) return say('landscape.ideas-none')
  if (part === 'gaps' && gaps) {
    if (gaps.because) return say(`landscape.gaps-${gaps.because}`, { count: gaps.ours })
    return gaps.gaps.length === 0 ? say('landscape.gaps-none') : null
  }
  return null
}

const weight = ({ mentions, speakers }: Theme, say: Say) =>
  say('landscape.theme', {
    count: mentions.length,
    voices: say.plain('landscape.voices', { count: speakers }),
  })

const alsoLine = ({ also }: Theme, say: Say) =>
  also.length > 0 ? say('landscape.also', { words: also.join(', ') }) : null

/** The two topics that most of its mentions are about. */
function amongLine({ mentions }: Theme, say: Say): Marked {
  const counts = new Map<string, number>()
  for (const { name } of mentions.flatMap(({ topics }) => topics))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 2)
  return say('landscape.among', {
    topics: most.map(([name, count]) => `${name} (${say.number(count)})`).join(', '),
  })
}

const examples = ({ mentions }: Theme, say: Say) =>
  say('landscape.examples', { links: { marked: exampleLinks(mentions, 2) } })

/** Its words as a query, to be tried. */
const watchButton = ({ words }: Theme, say: Say): Button[] =>
  words.length <= mostCarried
    ? [{ action: 'sector-page.watch', label: say.plain('landscape.watch'), value: words }]
    : []

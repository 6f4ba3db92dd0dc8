import type { Item } from '../../chat/message.ts'
import { link, type Marked, together } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import { changeWords, figureWords } from '../kpi/words.ts'
import type { Rival } from './rivals.ts'
import { headLink, readButton } from './words.ts'

/** How much it is spoken of, and how that changed, in which mood, and how much of it is its own. */
export function rivalFacts({ topic, volume, mood, own }: Rival, say: Say): Marked {
  const { figure } = volume
  const count = figure.known ? figure.value : 0
  const change = changeWords(volume, say)
  return together(
    [
      say('landscape.volume', { count }),
      change ? say('landscape.changed', { change }) : null,
      count > 0 ? say('landscape.mood', { mood: figureWords(mood, { unit: 'score' }, say) }) : null,
      own && own.length > 0 ? say('landscape.own', { count: own.length, name: topic.name }) : null,
    ],
    ' · ',
  )
}

/** One of those that are compared, with what was told most of it and what it published. */
export function rivalItem(rival: Rival, say: Say): Item {
  const { topic, own, stories } = rival
  const name = topic.name
  const links = stories.map(({ first, count }) => {
    const one = headLink(first)
    return count > 1 ? say('landscape.told-times', { link: { marked: one }, times: count }) : one
  })
  const told =
    links.length > 0
      ? say('landscape.told-list', { links: { marked: together(links, ' · ') } })
      : say('landscape.nothing-told')
  const named = topic.kind === 'brand' || topic.kind === 'competitor'
  return {
    title: name,
    text: together([rivalFacts(rival, say), told, named ? ownLine(rival, say) : null]),
    buttons:
      stories.length > 0 ? [readButton([...stories.map(({ first }) => first), ...(own ?? [])], say)] : [],
  }
}

function ownLine({ topic: { name }, own }: Rival, say: Say): Marked {
  if (own === null) return say('landscape.own-unknown', { name })
  if (own.length === 0) return say('landscape.own-none', { name })
  const links = own
    .slice(0, 3)
    .map(({ title, text, url }) => link((title || text || url || '').slice(0, 80), url))
  return say('landscape.own-list', { name, links: { marked: together(links, ' · ') } })
}

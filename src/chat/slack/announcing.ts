import { folded } from '../../model/words.ts'
import type { Chat, Lack } from '../chat.ts'
import type { Channels } from './channels.ts'
import type { Slack } from './client.ts'
import type { Posting } from './posting.ts'
import { SlackNo } from './refusal.ts'
import { escaped } from './room.ts'
import { unescaped } from './spoken.ts'

/**
 * Tells the members of a channel, in its topic, that Vigie listens: by itself where it may; else somebody writes it
 * there, in whatever words name it, or in what the channel is for. Vigie hears nothing where it is not, so it enters
 * first. Throws Unavailable.
 */
export function newAnnouncing({ slack, channels, posting, enter }: Parts) {
  return async function announce(name: string, words: string): Promise<Lack | null> {
    const lack = await enter(name)
    if (lack && lack.key !== 'slack.renamed') return lack
    const room = await channels.get(name)
    // Topics change without a word to us.
    const { channel } = await slack.ask((client) => client.conversations.info({ channel: room.id }))
    const topic = channel?.topic?.value ?? ''
    const shown = folded(unescaped(`${topic}\n${channel?.purpose?.value ?? ''}`))
    if (shown.includes('vigie') || shown.includes(folded(words))) return null
    const byHand: Lack = { key: 'slack.announce', values: { channel: room.name, words } }
    const all = [topic, escaped(words.replace(/[\r\n]+/g, ' '))].filter((part) => part !== '').join(' · ')
    if (all.length > longestTopic) return byHand
    try {
      await posting.entering(room, () =>
        slack.ask((client) => client.conversations.setTopic({ channel: room.id, topic: all })),
      )
      channels.changed(room.id)
      return null
    } catch (error) {
      if (error instanceof SlackNo && (error.refused || mayNot.has(error.word))) return byHand
      throw error
    }
  }
}

type Parts = { slack: Slack; channels: Channels; posting: Posting; enter: Chat['enter'] }

/** What Slack says to who may not: the app lacks the right, or the workspace keeps topics for some. */
const mayNot = new Set(['missing_scope', 'no_permission', 'user_is_restricted', 'too_long'])

/** docs.slack.dev/reference/methods/conversations.setTopic */
const longestTopic = 250

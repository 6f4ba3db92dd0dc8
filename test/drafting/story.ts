import { fileURLToPath } from 'node:url'
import { draftsFor, type LanguageModel, type ToDraft } from '../../src/drafting/drafting.ts'
import type { ApprovedReply } from '../../src/model/reply.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { mentionOf } from '../model/mentions-made.ts'

const config = fileURLToPath(new URL('../../config', import.meta.url))
const { teams } = await readSettings(config, {})

/** The sample team, as it ships. */
export const nimbus = teams.find(({ name }) => name === 'nimbus')!

export const characters = (most: number) => ({ most, count: (text: string) => [...text].length })

type About = Pick<
  NonNullable<Parameters<typeof mentionOf>[1]>,
  'id' | 'post' | 'feels' | 'language' | 'topics'
>

/** What Nimbus would draft for a mention; Mia asks, in English, on a network that takes 500 characters. */
export const drafting = (text: string | null, more: Partial<ToDraft> & Partial<About> = {}) => {
  const { id = 17, post = {}, feels = 'negative', language = 'fr', topics, ...ask } = more
  return draftsFor({
    mention: mentionOf(text, { id, post, feels, language, ...(topics ? { topics } : {}) }),
    team: nimbus,
    approved: [],
    limits: characters(500),
    model: null,
    by: { name: 'Mia Petit' },
    say: sayIn('en'),
    ...ask,
  })
}

let replies = 100

/** A reply that was approved, to a mention of Nimbus that was negative and in French unless it is said otherwise. */
export const approvedTo = (
  text: string,
  reply: string,
  more: Partial<ApprovedReply['mention']> = {},
): ApprovedReply => ({
  reply: replies++,
  text: reply,
  mention: {
    title: null,
    text,
    topics: ['Nimbus'],
    mood: 'negative',
    language: 'fr',
    network: 'mastodon',
    ...more,
  },
  at: replies,
})

/** A model that writes this, and keeps what it was asked. */
export function modelThatWrites(
  text: string,
): LanguageModel & { asked: { rules: string; facts: string; matter: string }[] } {
  const asked: { rules: string; facts: string; matter: string }[] = []
  return {
    name: 'small-model',
    asked,
    write: async (ask) => {
      asked.push(ask)
      return text
    },
  }
}

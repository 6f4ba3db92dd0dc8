import type { Mention } from '../../src/model/mention.ts'
import type { Mood, Sentiment } from '../../src/model/mood.ts'

export const mood = (label: Mood): Sentiment => ({ label, score: 0, confidence: 1 })

/** A mention of Nimbus on Mastodon by Ravi, negative and in French unless it is said otherwise. */
export const mentionOf = (
  text: string | null,
  {
    post,
    feels = 'negative',
    ...more
  }: Partial<Omit<Mention, 'post'>> & { post?: Partial<Mention['post']>; feels?: Mood } = {},
): Mention => ({
  id: 17,
  team: 'nimbus',
  post: {
    url: 'https://social.example/17',
    title: null,
    text,
    author: 'Ravi',
    outlet: 'Mastodon',
    publishedAt: 0,
    network: 'mastodon',
    reach: null,
    sample: false,
    ...post,
  },
  topics: [{ name: 'Nimbus', kind: 'brand', mood: mood(feels) }],
  mood: mood(feels),
  language: 'fr',
  story: 's',
  heardAt: 0,
  state: { is: 'new' },
  ...more,
})

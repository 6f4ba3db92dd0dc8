import type { Instant } from '../model/post.ts'
import type { ApprovedReply } from '../model/reply.ts'
import { foldedWords } from '../model/words.ts'

/**
 * One that may serve again: how alike the mentions are (0 to 1), and the words they share, the most telling first.
 * `author` is whom it answered.
 */
export type Similar = {
  reply: number
  text: string
  author: string | null
  at: Instant
  alike: number
  words: string[]
}

/** As much of a mention as is compared. */
export type Compared = Pick<ApprovedReply['mention'], 'title' | 'text' | 'topics' | 'mood' | 'language'>

/**
 * The team's approved replies to mentions like this one, the most alike first. Mentions are compared by their words,
 * the rarer the more telling (tf-idf and the cosine: Salton and Buckley 1988), within one language; the same topic and
 * mood bring them nearer.
 */
export function similarReplies(mention: Compared, approved: ApprovedReply[]): Similar[] {
  const candidates = approved.filter(({ mention: other }) => other.language === mention.language)
  const texts = candidates.map(({ mention: other }) => counted(other))
  const own = counted(mention)
  const weigh = weights([...texts, own])
  const said = new Map(wordsIn(mention).map((word) => [stemOf(word), word]))
  const ours = lengthOf(own, weigh)
  return candidates
    .map(({ reply, text, at, mention: other }, nth): Similar => {
      const theirs = texts[nth]!
      const shared = [...own].flatMap(([word, times]) => {
        const also = theirs.get(word)
        return also ? [{ word, weight: times * also * weigh(word) ** 2 }] : []
      })
      const dot = shared.reduce((sum, { weight }) => sum + weight, 0)
      const cosine = dot === 0 ? 0 : dot / (ours * lengthOf(theirs, weigh))
      const topic = other.topics.some((name) => mention.topics.includes(name))
      const alike = cosine * (topic ? 1 : elsewhere) * (other.mood === mention.mood ? 1 : otherwise)
      const words = shared.sort((a, b) => b.weight - a.weight).map(({ word }) => said.get(word) ?? word)
      return { reply, text, author: other.author ?? null, at, alike, words: words.slice(0, 4) }
    })
    .filter(({ alike, words }) => alike >= enough && words.length >= leastWords)
    .sort((a, b) => b.alike - a.alike || b.at - a.at)
}

/** How often each word stands in a mention, as 1 + log: what is said ten times is not ten times as telling. */
function counted({ title, text, topics }: Compared): Map<string, number> {
  const counts = new Map<string, number>()
  const named = new Set(topics.flatMap(foldedWords))
  for (const word of wordsIn({ title, text }))
    if (word.length > 1 && !empty.has(word) && !named.has(word))
      counts.set(stemOf(word), (counts.get(stemOf(word)) ?? 0) + 1)
  return new Map([...counts].map(([word, count]) => [word, 1 + Math.log(count)]))
}

const wordsIn = ({ title, text }: Pick<Compared, 'title' | 'text'>) =>
  foldedWords(`${title ?? ''}\n${(text ?? '').slice(0, longest)}`)

/** Long words of one family begin alike: clignote, clignoter, clignotement. */
const stemOf = (word: string) => (word.length > 6 ? word.slice(0, 6) : word.replace(/[sx]$/u, ''))

/** What a word tells: less, the more of the mentions hold it; a word that all hold still tells a little. */
function weights(texts: Map<string, number>[]): (word: string) => number {
  const holds = new Map<string, number>()
  for (const text of texts) for (const word of text.keys()) holds.set(word, (holds.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + texts.length / (holds.get(word) ?? 1))
}

const lengthOf = (text: Map<string, number>, weigh: (word: string) => number) =>
  Math.sqrt([...text].reduce((sum, [word, times]) => sum + (times * weigh(word)) ** 2, 0))

/** So much of a mention is compared, in characters. */
const longest = 2_000
/** Below this, two mentions share little more than being about the same brand. */
const enough = 0.25
const leastWords = 2
/** What is left of the likeness where the topic, or the mood, is another. */
const elsewhere = 0.6
const otherwise = 0.5

/** Words that say nothing about what a text is about. */
const empty = new Set(
  (
    'le la les un une des du de et ou ni mais donc or car que qui quoi dont ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils elles me te se lui en ne pas plus moins tres trop bien est sont etait ete etre ai as avons avez ont avait avoir fait faire dans sur sous par pour sans avec chez vers depuis si au aux comme tout toute tous toutes rien aussi encore meme apres avant quand quel quelle ici cela ca qu an jour jours fois merci bonjour quelqu quelque personne jamais toujours encore deja moi toi lui eux non oui si un deux trois quatre passe mis ' +
    'the a an and or but not no nor of to in on at by for from with without as is are was were be been being am do does did have has had i you he she it we they me him her us them my your his its our their this that these those there here so very too just than then when what which who how all any some more most much many up out about into over after before again hello hi thanks thank else somebody something nobody nothing everybody only far old keep get got one two three'
  ).split(' '),
)

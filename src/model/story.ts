import type { Post } from './post.ts'
import { foldedWords } from './words.ts'

/**
 * What the same news has in common wherever it stands: the folded words of its title without the outlet that
 * aggregators hang on it ("… - Le Monde", "… | BBC"), else of the beginning of its text. Too few words say
 * nothing; then a post is a story of its own.
 */
export function storyOf(post: Pick<Post, 'id' | 'title' | 'text' | 'url'>): string {
  const title = foldedWords(post.title.replace(/\s[-–—|]\s[^-–—|]{2,40}$/u, ''))
  const words = title.length >= fewest ? title : foldedWords(post.text.slice(0, 400)).slice(0, 25)
  return words.length >= fewest ? words.join(' ').slice(0, longest) : (post.url ?? post.id).slice(0, longest)
}

const fewest = 5
const longest = 200

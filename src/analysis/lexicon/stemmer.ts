import { createRequire } from 'node:module'

/**
 * A stemmer of natural, by its own path: the whole package takes a second and 120 MB to load. Loaded when a
 * language is first met, since each brings some megabytes of its own.
 */
export function stemmer(name: 'porter_stemmer' | `porter_stemmer_${'es' | 'de' | 'it' | 'pt'}`) {
  const natural: { stem(word: string): string } = load(`natural/lib/natural/stemmers/${name}.js`)
  return (word: string) => natural.stem(word)
}

const load = createRequire(import.meta.url)

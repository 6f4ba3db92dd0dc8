import type { Language } from '../../model/mood.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { type Prepared, prepare } from './prepared.ts'
import { pt } from './pt.ts'
import { stemmer } from './stemmer.ts'

// French goes by prefixes written by hand: natural's French stemmer needs the accents that posts leave out.
const lexicons: Record<Language, () => Prepared> = {
  fr: () => prepare(fr),
  en: () => prepare(en, stemmer('porter_stemmer')),
  es: () => prepare(es, stemmer('porter_stemmer_es')),
  de: () => prepare(de, stemmer('porter_stemmer_de')),
  it: () => prepare(it, stemmer('porter_stemmer_it')),
  pt: () => prepare(pt, stemmer('porter_stemmer_pt')),
}

const ready = new Map<Language, Prepared>()

/** The lexicon of a language, prepared when it is first needed. */
export function lexiconOf(language: Language): Prepared {
  const known = ready.get(language) ?? lexicons[language]()
  ready.set(language, known)
  return known
}

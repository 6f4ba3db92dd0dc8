import type { LocalizationMap } from 'discord.js'
import { type Key, sayIn } from '../../texts/texts.ts'
import type { Both } from '../declared.ts'
import { shorten } from '../shorten.ts'
import { most } from './limits.ts'

/** A name as Discord takes it, in every language of ours. */
export const named = (name: string, names: Both) => ({ name, name_localizations: localized(names) })

/** The same of a description. */
export function described(about: Both) {
  const texts = short(about, most.commandText)
  return { description: texts.en, description_localizations: localized(texts) }
}

/** Whatever stands behind no language's name is English; that of the two Englishes too, lest another be taken for them. */
export const localized = ({ en, fr }: Both): LocalizationMap => ({ 'en-US': en, 'en-GB': en, fr })

export const short = ({ en, fr }: Both, length: number): Both => ({
  en: shorten(en, length),
  fr: shorten(fr, length),
})

export function said(key: Key): Both {
  return { en: sayIn('en').plain(key), fr: sayIn('fr').plain(key) }
}

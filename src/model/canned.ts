import type { Language } from './mood.ts'
import type { SettingPlace } from './team.ts'
import type { Template } from './template.ts'
import type { When } from './when.ts'

/** A reply that is ready to use (`replies.fr.yaml`), for mentions that fit; written in several ways, so that a brand does not repeat itself. */
export type Canned = {
  name: string
  language: Language
  when: When
  texts: { template: Template; when: When }[]
  at?: SettingPlace
}

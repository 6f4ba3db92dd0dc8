import type { Analysis } from '../model/mood.ts'
import { language } from './language.ts'
import { mood } from './mood.ts'

/** What Vigie understands of a text: its language and its mood. Remembers single words for speed, and the last text alone. */
export const newAnalysis = (): Analysis => ({ language, mood })

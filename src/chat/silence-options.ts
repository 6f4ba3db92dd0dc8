import type { Silence } from '../model/incident.ts'
import { Oops } from '../model/oops.ts'
import { folded } from '../model/words.ts'
import type { Key } from '../texts/texts.ts'
import type { Option, ReadBy } from './options.ts'

/** What a silence keeps quiet: alerts of what is bad, or of what is liked. */
export const causeMood = (names: Option<unknown>['names'], about: Key) => ({
  kind: 'choice' as const,
  names,
  about,
  read(raw: string): NonNullable<Silence['mood']> {
    const wanted = folded(raw)
    if (wanted !== '' && bad.some((word) => word.startsWith(wanted))) return 'bad'
    if (wanted !== '' && liked.some((word) => word.startsWith(wanted))) return 'liked'
    throw new Oops('option.silence-mood', { given: raw })
  },
  choices: ({ say }: ReadBy) =>
    (['bad', 'liked'] as const).map((mood) => ({ value: mood, label: say.plain(`crisis.silence-${mood}`) })),
})

const bad = ['bad', 'negative', 'negatif', 'negative', 'mauvais']
const liked = ['liked', 'positive', 'positif', 'good', 'bon']

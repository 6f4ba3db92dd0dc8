import { z } from 'zod'
import type { Canned } from '../model/canned.ts'
import type { Language } from '../model/mood.ts'
import { readTemplate } from '../model/template.ts'
import { anyMention } from '../model/when.ts'
import { readName } from './names.ts'
import type { Written } from './policy.ts'
import { nameKey } from './repeats.ts'
import { oneOrMore } from './route-shape.ts'
import { text } from './shape.ts'
import { ownWhenShape, whenOf, whenShape } from './when-shape.ts'

/** What a `replies.fr.yaml` may hold; `own` is a team's, which may name its topics. */
export function cannedShape(own: boolean) {
  const when = own ? ownWhenShape : whenShape
  const template = text(readTemplate)
  const variant = z.union([z.strictObject({ when, text: template }), template])
  return z
    .array(
      z.strictObject({
        name: text(readName),
        when: when.optional(),
        texts: oneOrMore(variant).optional(),
        use: z.boolean().optional(),
      }),
    )
    .min(1)
}

export type CannedSettings = z.output<ReturnType<typeof cannedShape>>

/** A team's replies in one language, its own before the shared ones; a shared one gives way to its namesake. */
export function cannedOf(
  language: Language,
  shared: Written<CannedSettings> | null,
  own: Written<CannedSettings> | null,
  { topics }: { topics: string[] },
): Canned[] {
  const named = new Set(own?.value.map(({ name }) => nameKey(name)))
  return [own, shared].flatMap((file) => {
    if (!file) return []
    return file.value.flatMap(({ name, when, texts, use }, at): Canned[] => {
      if (use === false || !texts || (file === shared && named.has(nameKey(name)))) return []
      return [
        {
          name,
          language,
          when: whenOf(when, topics),
          texts: texts.map((one) =>
            'paragraphs' in one
              ? { template: one, when: anyMention }
              : { template: one.text, when: whenOf(one.when, topics) },
          ),
          at: file.place([at]),
        },
      ]
    })
  })
}

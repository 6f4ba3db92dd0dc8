import { z } from 'zod'
import { languages } from '../model/mood.ts'
import { type ChatKind, roles } from '../model/person.ts'
import { severities } from '../model/policy.ts'
import { day, hour, minute } from '../model/time.ts'
import { readAddress } from './address.ts'
import { readChannelAnywhere } from './chats.ts'
import { readLength } from './length.ts'
import { readName } from './names.ts'
import { oneOrMore } from './route-shape.ts'
import { text, whole } from './shape.ts'
import { ownWhenShape, whenShape, wordsShape } from './when-shape.ts'
import { readWords } from './written.ts'

const written = text(readWords)

/** In both languages, or in one for both. */
const localeText = z
  .union([z.strictObject({ fr: written, en: written }), written])
  .transform((given) => (typeof given === 'string' ? { fr: given, en: given } : given))

const name = text(readName)
const names = oneOrMore(name)

const wordRule = z.strictObject({
  name,
  words: wordsShape(),
  languages: oneOrMore(z.enum(languages)).optional(),
  why: localeText,
  do: z.enum(severities).optional(),
})

/**
 * What a `policy.yaml` may hold. `chat` is where a channel of the team's is that names none; null is the policy that
 * teams share, which names no topic and no channel, since those belong to one team alone.
 */
export function policyShape(chat: ChatKind | null) {
  const when = chat ? ownWhenShape : whenShape
  const mentionRule = { name, when, why: localeText }
  const mentionRules = z.array(z.strictObject(mentionRule)).optional()
  return z.strictObject({
    tone: tone.optional(),
    facts: z
      .array(z.strictObject({ name, ...only(chat, { topics: names.optional() }), say: localeText }))
      .optional(),
    claims: z.enum([...severities, 'ignore']).optional(),
    links: z.array(text(readAddress)).min(1).optional(),
    contacts: z.array(name).min(1).optional(),
    avoid: z.array(wordRule).optional(),
    promises: z.array(wordRule).optional(),
    personal: z.enum(severities).optional(),
    private: mentionRules,
    // A role, or somebody of the team's people.
    escalate: z.array(z.strictObject({ ...mentionRule, to: name, hide: z.boolean().optional() })).optional(),
    approvals: z
      .strictObject({
        ...asked,
        ...only(chat, {
          also: z.array(text((given) => readChannelAnywhere(given, chat ?? 'local'))).optional(),
        }),
        rules: z
          .array(z.strictObject({ name, when: when.optional(), rules: names.optional(), ...asked }))
          .optional(),
      })
      .optional(),
    grace: text(readLength({ least: { ms: 0, said: 'none' }, most: { ms: hour, said: '1 h' } })).optional(),
    expires: text(
      readLength({ least: { ms: 5 * minute, said: '5 min' }, most: { ms: 30 * day, said: '30 d' } }),
    ).optional(),
    drafts: mentionRules,
    without: z.array(name).optional(),
  })
}

export type PolicySettings = z.output<ReturnType<typeof policyShape>>

/** Fields that only a team's own file may hold. */
const only = <Fields extends object>(chat: ChatKind | null, fields: Fields) =>
  chat ? fields : ({} as Fields)

/** By how many, of which role, and whether the author may. */
const asked = {
  number: whole(1, 9).optional(),
  by: z.enum(roles).optional(),
  alone: z.boolean().optional(),
}

const tone = z.strictObject({
  address: z.enum(['vous', 'tu', 'any']).optional(),
  exclamations: whole(0, 100).optional(),
  emojis: whole(0, 100).optional(),
  capitals: z.boolean().optional(),
  words: localeText.optional(),
  do: z.enum(severities).optional(),
})

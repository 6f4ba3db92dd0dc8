import { type Mention, mainTopic } from '../model/mention.ts'
import { usualPolicy } from '../model/policy.ts'
import type { Locale, Team } from '../model/team.ts'
import type { TemplateValues } from '../model/template.ts'
import { folded, visible } from '../model/words.ts'

/** What a template may name, for one mention: null where there is nothing that an answer could repeat. */
export function valuesFor(
  mention: Pick<Mention, 'post' | 'topics'>,
  team: Pick<Team, 'title' | 'policy'>,
  { by, language }: { by: { name: string } | null; language: Locale },
): TemplateValues {
  const policy = team.policy ?? usualPolicy
  const { author, outlet } = mention.post
  return {
    author: nameOf(author),
    brand: team.title,
    topic: mainTopic(mention)?.name ?? null,
    link: policy.links?.[0] ?? null,
    contact: policy.contacts[0] ?? null,
    answerer: by ? nameOf(by.name.split(/\s/u)[0] ?? null) : null,
    outlet:
      outlet.length <= longestName && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’&()-]*$/u.test(outlet)
        ? outlet
        : null,
    ...Object.fromEntries(policy.facts.map(({ name, say }) => [`fact:${name}`, say[language]])),
  }
}

/**
 * How an answer may address somebody: the name as they write it, a handle without its sign and server. Null for what
 * is no name: markup, calls to everybody, an editorial office, a number.
 */
export function nameOf(author: string | null): string | null {
  const written = visible(author ?? '').trim()
  // A handle on Bluesky is a domain, of which the first label is the name.
  const name = (/^@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+$/u.test(written) ? written.split('.')[0]! : written)
    .replace(/^(\p{L}+)\s*<[^>]*>$/u, '$1')
    .replace(/^@|^u\/|^r\//u, '')
    .replace(/@[\w.-]+$/u, '')
    .trim()
  if (name.length < 2 || name.length > longestName) return null
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'’-]*$/u.test(name) || !/\p{L}{2}/u.test(name)) return null
  return nobody.has(folded(name)) ? null : name
}

/** Names of nobody, and those that call everybody. */
const nobody = new Set(
  [
    'la rédaction|rédaction|staff|editorial|newsroom|business desk|news desk|desk|admin|administrateur|moderator|modérateur',
    'anonyme|anonymous|unknown|inconnu|user|utilisateur|guest|invité|client|customer|null|undefined|none|test',
    'everyone|here|channel|all|tous|everybody|afp|reuters|ap',
  ]
    .join('|')
    .split('|')
    .map(folded),
)
const longestName = 40

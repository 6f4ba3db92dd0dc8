import { visible } from './words.ts'

/** What in a text belongs to somebody and must not stand in public. `text` as it was written. */
export type Personal = { kind: PersonalKind; text: string }

export const personalKinds = ['email', 'iban', 'insurance', 'card', 'phone', 'order', 'home'] as const
export type PersonalKind = (typeof personalKinds)[number]

/**
 * E-mail and postal addresses, telephone, account, card, social security and order numbers in a text; not those in
 * `allowed` (the brand's own: addresses, numbers, or whole domains). A person's name is not found: nobody can tell it
 * from the brand's.
 */
export function personalIn(text: string, allowed: string[] = []): Personal[] {
  const own = allowed.map(bare)
  const domains = allowed.filter((one) => /^[\w-]+(?:\.[\w-]+)+$/.test(one)).map((one) => one.toLowerCase())
  const isOwn = (found: string) =>
    own.includes(bare(found)) || domains.some((domain) => found.toLowerCase().endsWith(`@${domain}`))
  let left = visible(text).normalize('NFKC').replace(links, ' ')
  return personalKinds.flatMap((kind) => {
    const found: Personal[] = []
    // What is one thing is not another as well: the digits of an account are no telephone number.
    left = left.replace(shapes[kind].shape, (whole, ...groups) => {
      const said = String(typeof groups[0] === 'string' ? groups[0] : whole).trim()
      if (!shapes[kind].is(said)) return whole
      if (!isOwn(said)) found.push({ kind, text: said })
      return ' · '
    })
    return found
  })
}

const links = /\bhttps?:\/\/\S+/gi
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '')
const digits = (text: string) => text.replace(/\D/g, '')

// Each repeats over a bounded number of characters, so that a long draft costs no more than its length.
const shapes: Record<PersonalKind, { shape: RegExp; is(text: string): boolean }> = {
  email: {
    shape:
      /(?<![@\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63} ?(?:@|\((?:at|arobase)\)|\[(?:at|arobase)\]) ?(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}/giu,
    is: () => true,
  },
  iban: { shape: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/gi, is: isIban },
  card: { shape: /\b\d(?:[ .-]?\d){12,18}\b/g, is: isCard },
  // Thirteen digits and a key of two (INSEE: 97 less the rest of the number by 97); Corsica's letters count as 19, 18.
  insurance: {
    shape: /\b[1-478] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}\b/gi,
    is: isInsurance,
  },
  phone: {
    shape:
      /(?<![\p{L}\d.,/-])(?:\+|00)\d{1,3}(?:[ .()/-]{0,3}\d){7,13}(?!\d)|(?<![\p{L}\d.,/-])0\d(?:[ ./-]?\d{2}){4}(?!\d)|(?<![\d.,/-])\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)|(?<![\p{L}\d.,/-])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}(?!\d)/gu,
    is: (text) => digits(text).length >= 9 && digits(text).length <= 16,
  },
  order: {
    shape:
      /\b(?:commandes?|dossiers?|factures?|colis|suivi|clients?|tickets?|contrats?|abonnements?|orders?|invoices?|parcels?|tracking|cases?|customers?|references?|réf(?:érences?)?|ref)\b[ .]{0,2}(?:(?:est|is)(?: le| the)? )?(?:n ?[°º]|n[o0]\.?|no\.|nr\.?|num(?:é|e)ros?|number|id|nos?)? ?[:#]? {0,2}((?=[A-Z-]{0,6}\d)[A-Z0-9](?:[A-Z0-9-]{3,28})[A-Z0-9])(?![\p{L}\p{N}])/giu,
    is: (text) => digits(text).length >= 4,
  },
  home: {
    shape:
      /\b\d{1,4} ?(?:bis|ter|quater)?,? (?:rue|avenue|av\.|boulevard|bd|allée|chemin|impasse|place|quai|route|square|cours) (?:[\p{L}'’.-]{1,30} ?){1,6},? \d{5}\b/giu,
    is: () => true,
  },
}

/** ISO 13616: the first four characters behind the others, letters as 10 to 35, divided by 97 leave 1. */
function isIban(text: string): boolean {
  const all = text.replace(/ /g, '').toUpperCase()
  if (all.length < 15 || all.length > 34) return false
  let rest = 0
  for (const char of all.slice(4) + all.slice(0, 4))
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** The check of card numbers (Luhn, ISO/IEC 7812-1). */
function isCard(text: string): boolean {
  const all = [...digits(text)].reverse().map(Number)
  const sum = all.reduce(
    (sum, digit, at) => sum + (at % 2 === 0 ? digit : ((digit * 2) % 10) + (digit > 4 ? 1 : 0)),
    0,
  )
  return all.length >= 13 && sum % 10 === 0
}

function isInsurance(text: string): boolean {
  const all = text.replace(/ /g, '').toUpperCase().replace('2A', '19').replace('2B', '18')
  return /^\d{15}$/.test(all) && 97n - (BigInt(all.slice(0, 13)) % 97n) === BigInt(all.slice(13))
}

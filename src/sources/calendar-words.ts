/**
 * The month of this name, 1 to 12: French and English, whole or cut short, and the languages next door. The first
 * letters decide, accents aside, so that `Sept.`, « févr. » and `décembre` all count.
 */
export function monthOf(name: string): number | null {
  const known = found.get(name)
  if (known !== undefined) return known
  const month = lookedUp(name)
  // Feeds repeat a few names; a stranger can make up others without end.
  if (found.size < 500) found.set(name, month)
  return month
}

const found = new Map<string, number | null>()

function lookedUp(name: string): number | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  for (const [month, beginnings] of months.entries()) if (beginnings.test(plain)) return month + 1
  return null
}

const months = [
  /^(?:jan(?!e)|janeiro|ene|gen(?!$)|genn)/u,
  /^(?:feb|fev)/u,
  /^(?:mar(?!d|t[ei]|tes)|maer|mrz)/u,
  /^(?:apr|avr|abr)/u,
  /^(?:mai|may|mag|mei$)/u,
  /^(?:jun|juin|giu)/u,
  /^(?:jul|juil|lug)/u,
  /^(?:aug|aou|ago)/u,
  /^(?:sep|set)/u,
  /^(?:oct|okt|ott|out)/u,
  /^nov/u,
  /^(?:dec|dez|dic)/u,
]

/** How far a zone is ahead of UTC, in minutes: `+0200`, `-5`, `GMT`, `CEST`. Null for what is no zone. */
export function zoneOf(name: string): number | null {
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(name)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return offset[1] === '-' ? -minutes : minutes
  }
  const zone = name.toUpperCase()
  return Object.hasOwn(zones, zone) ? zones[zone]! * 60 : null
}

// Hours. Where a name is used twice, what news feeds mean by it: RFC 822's American zones, British summer time,
// India's time. Its military letters are left out but Z: RFC 1123 says that they were never used rightly.
const zones: Record<string, number> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  MET: 1,
  MEZ: 1,
  CEST: 2,
  MEST: 2,
  MESZ: 2,
  HAEC: 2,
  EET: 2,
  SAST: 2,
  EEST: 3,
  MSK: 3,
  IST: 5.5,
  WIB: 7,
  SGT: 8,
  HKT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  AEST: 10,
  ACDT: 10.5,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  NDT: -2.5,
  NST: -3.5,
  ADT: -3,
  AST: -4,
  EDT: -4,
  HAE: -4,
  EST: -5,
  HNE: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
  AKDT: -8,
  AKST: -9,
  HST: -10,
}

/** What parts a number's decimals from the rest. */
export type DecimalMark = ',' | '.'

/**
 * A number as people and tools write it: `1 234,56 €`, `$1,234.56`, `1.234,56`. `mark` is the decimal mark of the file,
 * null where it shows none: then `1,234` is a thousand and some, `0,5` a half. `nothing` for cells that say none;
 * null for what is no number.
 */
export function numberIn(given: string, mark: DecimalMark | null): number | 'nothing' | null {
  const text = given
    .replace(/\b(?:EUR|USD|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|CZK|BRL|MAD|TND|XOF|XAF)\b|[€$£]/g, '')
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
  if (/^(?:[-–—]+|n\/?[ad]|null|none|nan)?$/i.test(text)) return 'nothing'
  const [, sign = '', digits = ''] = /^([-+]?)(\d[\d.,]*|[.,]\d+)$/.exec(text) ?? []
  if (digits === '') return null
  const plain = plainly(digits, mark ?? markIn(digits))
  return plain === null ? null : Number(`${sign}${plain}`)
}

/** Without what groups thousands, with a point before the decimals; null where they are grouped otherwise. */
function plainly(digits: string, mark: DecimalMark): string | null {
  const [whole = '', decimals, ...more] = digits.split(mark)
  const grouped = mark === ',' ? '.' : ','
  if (more.length > 0 || decimals?.includes(grouped)) return null
  if (whole.includes(grouped) && !inThrees[grouped].test(whole)) return null
  return `${whole.replaceAll(grouped, '') || '0'}${decimals ? `.${decimals}` : ''}`
}

const inThrees = { ',': /^\d{1,3}(?:,\d{3})+$/, '.': /^\d{1,3}(?:\.\d{3})+$/ }

/** Of one number alone: what comes last parts the decimals, and three digits behind a single mark are thousands. */
function markIn(digits: string): DecimalMark {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  const mark = digits[last] === ',' ? ',' : '.'
  const other = mark === ',' ? '.' : ','
  const isGrouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits) && !digits.includes(other)
  return isGrouped ? other : mark
}

/** What a cell shows of its file's decimal mark: one or two decimals, or both marks, tell; three digits do not. */
export function decimalMarkOf(given: string): DecimalMark | null {
  const digits = given.replace(/[^\d.,]/g, '')
  if (/\.\d{3}(?:\.\d{3})*,\d+$/.test(digits) || /^\d+,\d{1,2}$/.test(digits)) return ','
  if (/,\d{3}(?:,\d{3})*\.\d+$/.test(digits) || /^\d+\.\d{1,2}$/.test(digits)) return '.'
  return null
}

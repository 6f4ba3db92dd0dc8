import type { Locale } from '../model/team.ts'

/**
 * A table as CSV (RFC 4180, with the mark that tells Excel it is UTF-8). What strangers wrote never becomes a formula:
 * a cell that would begin one begins with an apostrophe. `fr`: as French spreadsheets open it without asking, with
 * semicolons, and commas in numbers.
 */
export function csvOf(rows: (string | number)[][], locale: Locale = 'en'): string {
  const divider = locale === 'fr' ? ';' : ','
  return `\ufeff${rows.map((row) => `${row.map((cell) => cellOf(cell, locale)).join(divider)}\r\n`).join('')}`
}

function cellOf(value: string | number, locale: Locale): string {
  if (typeof value === 'number') return locale === 'fr' ? String(value).replace('.', ',') : String(value)
  const text = value.replaceAll('\0', '')
  const harmless = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u.test(text)
    ? `'${text}`
    : text
  return /[",;\t\r\n]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}

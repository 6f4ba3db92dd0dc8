/**
 * A table as CSV (RFC 4180, with the mark that tells Excel it is UTF-8). What strangers wrote never becomes a formula:
 * a cell that would begin one begins with an apostrophe.
 */
export const csvOf = (rows: (string | number)[][]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = value.replaceAll('\0', '')
  const harmless = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u.test(text)
    ? `'${text}`
    : text
  return /[",;\t\r\n]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}

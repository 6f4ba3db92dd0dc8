/** A figure of a text, as it stands there, and its value without how it was written: `1 200,50 €` is `1200.5`. */
export type Figure = { value: string; text: string }

/**
 * The figures in a text by which somebody could hold a brand to its word: sums, terms, percentages, numbers of more
 * than one digit. Figures in words (« dix ans ») are not seen.
 */
export function figuresIn(text: string): Figure[] {
  return [...text.replace(addresses, ' ').matchAll(figure)].flatMap(({ 1: digits, 2: unit, 0: whole }) => {
    const value = amountOf(digits!)
    if (unit === undefined && value.length < 2) return []
    return [{ value, text: whole.trim() }]
  })
}

/** The addresses in a text and the hosts they lead to. */
export function linksIn(text: string): { host: string; text: string }[] {
  return [...text.matchAll(link)].flatMap(({ 0: found }) => {
    const said = found.replace(/[.,;:!?»”)\]]+$/u, '')
    const url = URL.parse(/^https?:/iu.test(said) ? said : `https://${said}`)
    return url ? [{ host: url.hostname.replace(/^www\./u, ''), text: said }] : []
  })
}

const link =
  /\bhttps?:\/\/[^\s<>"«»“”]{1,2000}|(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:(?:com|fr|net|org|eu|be|ch|ca|uk|io|co|me|ly|gg|app|dev|info|biz|xyz|online|site|top|link|click|live|de|es|it|nl|pt|us|ru|shop|store|example)(?:\/[^\s<>"«»“”]{0,2000})?|\p{L}{2,24}\/[^\s<>"«»“”]{1,2000})(?![\p{L}\p{N}@-])/giu
const addresses = /\bhttps?:\/\/\S+|[\p{L}\p{N}._%+-]{1,64}@\S+|[@#][\p{L}\p{N}_.-]+/giu
const figure =
  /(?<![\p{L}\p{N}_])(\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,4})?)(?:[ \u00a0\u202f]{0,2}(€|\$|£|%|(?:euros?|dollars?|pounds?|eur|usd|gbp|h|heures?|hours?|min|minutes?|jours?|days?|ans?|years?|mois|months?|semaines?|weeks?|ouvrés?)\b))?/giu

/** Without the marks that part thousands; a comma or a full stop before one or two last digits is the decimal mark. */
function amountOf(digits: string): string {
  const plain = digits.replace(/[ \u00a0\u202f]/gu, '')
  const [whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(plain)!.slice(1)
  const kept = decimals.replace(/0+$/u, '')
  return whole.replace(/[.,]/gu, '').replace(/^0+(?=\d)/u, '') + (kept === '' ? '' : `.${kept}`)
}

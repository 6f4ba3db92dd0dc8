import { folded } from '../../model/words.ts'
import { columnFinder } from './named.ts'

/** What a column of a file of numbers may hold; those that are measures go by the measure's key. */
export type MeasureField = keyof typeof names

/** Which columns hold what, the best first; `currency` is what their names say. */
export type MeasureColumns = {
  of: Record<MeasureField, number[]>
  names: string[]
  currencies: (string | null)[]
  ignored: string[]
}

/** How newsletter and advertising tools name their columns, folded, in French and English: Brevo, Mailchimp, Mailjet, Sarbacane, Meta, Google and LinkedIn Ads. */
const names = {
  date: 'date|jour|day|date d envoi|date envoi|date de l envoi|send date|sent date|date sent|sent at|send time|envoye le|reporting starts|debut des rapports|debut du rapport|debut de la periode|date de debut|start date|debut|start date in utc',
  until:
    'reporting ends|fin des rapports|fin du rapport|fin de la periode|date de fin|end date|fin|end date in utc',
  account:
    'campaign|campagne|campaign name|nom de la campagne|nom de campagne|newsletter|email name|nom de l email|title|titre|name|nom|subject|sujet|objet|account|compte|nom du compte|account name|page|page name|nom de la page|profil|profile',
  currency: 'currency|devise|currency code|code de la devise|code devise|monnaie',
  sent: 'sent|envoyes|envoye|envois|emails sent|emails envoyes|e mails envoyes|e mails sent|total sent|total recipients|recipients|destinataires|nb envoyes|nombre d envois|nombre d emails envoyes|nombre d e mails envoyes|sends',
  delivered:
    'delivered|delivres|delivre|distribues|aboutis|remis|livres|successful deliveries|deliveries|emails delivered|emails delivres|e mails delivres',
  opens:
    'unique opens|ouvertures uniques|ouvreurs uniques|ouvreurs|unique openers|openers|opens unique|unique opened|opens|ouvertures|opened|ouverts|ouvert|total opens',
  clicks:
    'unique clicks|clics uniques|cliqueurs uniques|cliqueurs|unique clickers|clickers|clicks unique|link clicks|clics sur un lien|clics sur le lien|clics sur des liens|clicks|clics|clicked|cliques|total clicks|clicks all|clics tous',
  spend:
    'spend|spent|amount spent|depenses|depense|montant depense|cost|costs|cout|couts|total spent|total depense|budget depense|ad spend',
  impressions: 'impressions|impr|affichages',
  conversions:
    'conversions|results|resultats|purchases|achats|sales|ventes|leads|prospects|inscriptions|objectifs atteints',
  revenue:
    'revenue|revenues|recettes|recette|revenus|chiffre d affaires|ca|conv value|conversion value|conversions value|total conversion value|valeur de conv|valeur de conversion|valeur des conversions|purchase value|purchases conversion value|valeur de conversion des achats|valeur des achats|gain|gains',
  'account-reach': 'reach|portee|couverture|comptes touches|personnes touchees|unique impressions',
  followers: 'followers|abonnes|subscribers|fans|total followers|nombre d abonnes|followers total',
  members: 'members|membres|nombre de membres',
  likes: 'likes|j aime|mentions j aime|reactions|favoris',
  shares: 'shares|partages|reposts|republications|retweets',
  comments: 'comments|commentaires|replies|reponses',
  views: 'views|vues|video views|vues de video|vues de la video|plays|lectures',
} as const

/** Fields that are no measures. */
const others = new Set<MeasureField>(['date', 'until', 'account', 'currency'])

export const measureFields = (Object.keys(names) as MeasureField[]).filter((field) => !others.has(field))

/** Money; the others are counts. */
export const moneyFields = new Set<MeasureField>(['spend', 'revenue'])

const find = columnFinder(names, (cell) => nameOf(cell))

/** The columns that a line of names announces; null where it names no number. */
export function measureColumnsOf(cells: string[]): MeasureColumns | null {
  const { of, known } = find(cells)
  if (!measureFields.some((field) => of[field].length > 0)) return null
  return {
    of,
    names: cells.map((cell) => cell.trim()),
    currencies: cells.map((cell) => currencyIn(/\(([^)]*)\)\s*$/.exec(cell)?.[1] ?? '')),
    ignored: cells.filter((cell, at) => cell.trim() !== '' && !known[at]),
  }
}

/** « Amount spent (EUR) » is an amount spent. */
const nameOf = (cell: string) => {
  const [whole = ''] = [cell.trim()]
  const bare = whole.replace(/\s*\(([^)]*)\)\s*$/, (all, inner) => (currencyIn(inner) ? '' : all))
  return folded(bare)
}

/** A currency by its code or its sign. */
export function currencyIn(text: string): string | null {
  const code =
    /(?:^|[^A-Za-z])(EUR|USD|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|CZK|BRL|MAD|TND|XOF|XAF)(?:$|[^A-Za-z])/.exec(
      text,
    )
  return code?.[1] ?? signs[/[€$£]/.exec(text)?.[0] ?? ''] ?? null
}
const signs: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP' }

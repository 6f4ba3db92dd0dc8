import { folded } from '../../model/words.ts'
import { columnFinder } from './named.ts'

/** What a column may hold, and which columns hold it, the best first. */
export type Columns = { of: Record<Field, number[]>; width: number; ignored: string[] }

export type Field = keyof typeof names

/** How tools name their columns, folded: Mention, Brandwatch, Talkwalker, Meltwater, in French and English. */
const names = {
  url: 'url|link|lien|adresse|address|permalink|page url|mention url|post url|article url|url de l article|lien de la mention|original url|resource url|uri',
  title: 'title|titre|headline|page title|titre de l article|sujet du message|subject|objet',
  text: 'full text|texte complet|text|texte|content|contenu|message|body|post|comment|commentaire|avis|review|mention|snippet|extrait|content snippet|opening text|hit sentence|description|resume|summary|citation',
  author:
    'author|auteur|auteure|autrice|author name|nom de l auteur|extra author attributes name|influencer|full name|username|user name|screen name|nom d utilisateur|author handle|pseudo|par|by',
  outlet:
    'outlet|media|media outlet|source|source name|nom de la source|nom du media|site|site name|publication|support|domain|domaine|domain url|host url|website',
  date: 'published at|published|publie le|publiee le|date|date de publication|publication date|published date|date publiee|date time|date et heure|date utc|created at|cree le|posted at|timestamp|dit le|said at',
  time: 'time|heure|hour',
  language: 'language|langue|lang|language code',
  reach:
    'reach|portee|audience|reach new|estimated reach|portee estimee|cumulative reach|portee cumulee|potential reach|impressions|viewership|visites',
  network:
    'network|reseau|reseau social|source type|type de source|platform|plateforme|page type|content source|content source name|media type|type de media|channel|canal',
} as const

/** Judged by other measures than ours. */
const theirs = /^(?:sentiment|tonalite|tone|ton|polarite|humeur|mood)(?: |$)/

const find = columnFinder(names, folded)

/** The columns that a line of names announces; null where it names too little to be one. */
export function columnsOf(cells: string[]): Columns | null {
  const { of } = find(cells)
  const told = Object.values(of).filter(({ length }) => length > 0).length
  if (told < 2 || of.title.length + of.text.length === 0) return null
  return { of, width: cells.length, ignored: cells.filter((cell) => theirs.test(folded(cell))) }
}

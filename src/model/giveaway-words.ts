import { visible } from './words.ts'

/**
 * Words by which a giveaway would become a lottery (a stake), or break the rules of a network (sharing, tagging), in
 * French and English. Gives what was found, or null. Words can be put otherwise: what is not found may still be there.
 */
export const stakeIn = (text: string): string | null =>
  firstOf([...stakes, ...prices], without(flat(text), free))
/** The same in what can be won: a price there is what the prize is worth. */
export const stakeInPrize = (text: string): string | null => firstOf(stakes, without(flat(text), free))
export const sharingIn = (text: string): string | null => firstOf(sharing, flat(text))
export const taggingIn = (text: string): string | null => firstOf(tagging, flat(text))

/** Words without case and accents, one blank between them; signs of money stay. */
const flat = (text: string) =>
  visible(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}€$£]+/gu, ' ')
    .trim()

const firstOf = (patterns: RegExp[], text: string): string | null => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return found[0].trim()
  }
  return null
}

/** What says that nothing has to be paid must not be taken for the contrary. */
const without = (text: string, patterns: RegExp[]) =>
  patterns.reduce((left, pattern) => left.replace(pattern, ' . '), text)

const money =
  '(?:[€$£] ?\\d+(?: \\d+)?|\\d+(?: \\d+)? ?(?:€|\\$|£|eur|euros?|dollars?|usd|gbp|pounds?|credits?|jetons?|coins?))'
const enter =
  '(?:to (?:enter|participate|take part|join|play)|pour (?:participer|jouer|s inscrire|entrer|tenter))'
const ticket = '(?:tickets?|billets?|places?|numeros?|cases?|parts?)'

const free = [
  /\b(?:no|without(?: any)?) (?:purchase|payment|entry fee|fee|stake)s?(?: (?:is |are )?(?:necessary|required|needed))?\b/g,
  /\b(?:sans|aucune?|pas d|ni) (?:obligation d achat|achat|paiement|frais|mise|participation financiere)\b/g,
  /\b(?:gratuit|free)e?s?\b(?: (?:of charge|entry|entrance|participation|tickets?|to (?:enter|participate|take part|join|play)|pour (?:participer|jouer|tous|toutes)|de participer))?/g,
]

const stakes = [
  new RegExp(`\\b(?:pay|buy|payez|achetez|versez)\\b(?: [^ .]+){0,5} ${enter}`),
  // One may well be asked to send a photo, or to give an opinion.
  new RegExp(`\\b(?:donate|send|envoyez|donnez)\\b(?: [^ .]+){0,3} ${money}(?: [^ .]+){0,5} ${enter}`),
  new RegExp(`\\b(?:donate|(?:make|with) a donation|faites un don|avec un don) ${enter}`),
  new RegExp(`${money}(?: [^ .]+){0,3} ${enter}`),
  new RegExp(`\\b(?:participation|inscription|mise)s? (?:a |de |at |of )?${money}`),
  /\b(?:entry|entrance|registration|participation) fees?\b/,
  /\bbuy in\b/,
  /\b(?:pay|paid|paying) (?:entry|entries|to win|participation)\b/,
  /\bpaid (?:tickets?|draw)\b/,
  /\bfrais (?:d inscription|de participation|d entree|de dossier)\b/,
  /\b(?:participation|inscription|entree|tombola|billets?|tickets?) payante?s?\b/,
  /\bmise (?:de|minimale|minimum|obligatoire)\b/,
  /\b(?:avec )?obligation d achat\b/,
  /\bpurchase (?:is )?(?:necessary|required)\b/,
  /\b(?:depot|deposit|avance|caution)(?: [^ .]+){0,4} (?:rembourses?|remboursee?s?|refunded|refundable)\b/,
]

/** What a ticket or an entry costs. */
const prices = [
  new RegExp(`${money} (?:per|by|a|each|par|la|le) (?:entry|${ticket}|participation|chance|person|personne)`),
  new RegExp(`\\b(?:${ticket}|entry|entries|entrees?)s?(?: a| at| for| for only)? ${money}`),
  new RegExp(`\\b(?:achetez|achete|acheter|buy|purchase)(?: [^ .]+){0,4} (?:${ticket})\\b`),
]

const sharing = [
  /\b(?:share|repost|retweet|rt|reblog|boost)\b(?: [^ ]+){0,6} (?:to (?:enter|win|participate|take part|join)|to get (?:an? )?entr)/,
  /\b(?:to enter|to win|to participate)\b(?: [^ ]+){0,8} (?:share|repost|retweet|rt)\b/,
  /\b(?:partag(?:e|ez|er)|repost(?:e|ez|er)|retweet(?:e|ez|er)|rt)\b(?: [^ ]+){0,8} pour (?:participer|gagner|tenter|jouer)/,
  /\bpour (?:participer|gagner|jouer|tenter)\b(?: [^ ]+){0,8} (?:partag|repost|retweet|rt\b)/,
  /\bshare (?:this|the|our) (?:post|page|message|story)\b/,
  /\b(?:partag(?:e|ez|er)|repost(?:e|ez|er)) (?:ce|cette|notre|la|le) (?:post|page|publication|message|story|annonce)\b/,
  /\brt\b(?: [^ ]+){0,3} (?:follow|suivez|suivre)\b/,
]

const tagging = [
  /\btag (?:a|an|one|two|three|four|five|\d+|your|some) (?:of your )?(?:friend|friends|mate|mates|people|person)\b/,
  /\bmention (?:a|one|two|three|\d+|your) (?:of your )?friends?\b/,
  /\b(?:tag(?:ue|uez|uer)|identifi(?:e|ez|er)|mentionn(?:e|ez|er)|invit(?:e|ez|er))(?: (?:un|une|deux|trois|quatre|cinq|\d+|vos|tes|des))(?: de vos| de tes)? (?:ami|amie|amis|amies|proche|proches|pote|potes|personnes?|copains?|copines?)\b/,
]

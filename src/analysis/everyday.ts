import { foldedWords } from '../model/words.ts'
import { en } from './languages/en.ts'
import { fr } from './languages/fr.ts'

let everyday: Set<string> | undefined

/** Whether a folded word is also everyday French or English: as the name of a brand it needs words beside it. */
export function isEveryday(word: string): boolean {
  everyday ??= new Set(
    [fr.words, fr.text, en.words, en.text, ...namesToo].flatMap((words) => foldedWords(words)),
  )
  return everyday.has(word)
}

/** Words that people say all day and that are the names of brands as well, and their plurals. */
const namesToo = [
  // Numbers, the press, banks, energy and transport of France.
  `orange oranges free bouygues sosh red action actions total match matchs monde croix figaro liberation humanite
   capital gala elle marianne challenges express point marche echos parisien equipe poste postes banque populaire
   mutuelle april alma lydia alan matmut generali casino casinos aviva lion pacte engie ilek volt safran atos relais
   colis fleche bleue`,
  // Shops, food and things of the house in France.
  `carrefour carrefours boulanger boulangers but champion geant printemps nature decouvertes habitat maison maisons
   fly comptoir cultura point gibert brice jules andre celio morgan promod pimkie caroll cache jacadi tape oeil
   petit bateau galerie galeries vache vaches rustique president babybel bonne maman panzani saint saints lustucru
   marie charal fleury caprice dieux elephant carte noire grand mere taillefine volvic danone activia perle lait
   soleil mousline tresor princesse courtepaille paul buffalo quick paille flunch leader aldi picard`,
  // Names that English says every day.
  `apple apples shell shells target targets gap gaps amazon meta oracle oracles windows office teams word excel edge
   chrome galaxy pixel pixels signal signals slack discord zoom notion notions stripe stripes square squares block
   snap threads medium box monday bolt lime bird birds uber lyft fox sky three next boots iceland orange corona
   monster innocent kind bounty mars twix dove axe lynx always tide bold sprite crush pilot pilots cross fossil
   guess diesel coach virgin delta united southwest spirit frontier jaguar puma mini smart polo golf canon sharp
   subway caterpillar ford chase discover prime progressive allstate liberty standard nationwide wise root hippo
   lemonade oscar visa general electric dell intel nest ring rings echo echoes alexa siri kindle fire switch steam
   epic twitch element elements world worlds stage stages peak vans converse reebok champion champions columbia
   patagonia supreme superdry jack jones cos arket mango mangos zara guess replay benetton gant lacoste ted baker
   cloud clouds light lights`,
]

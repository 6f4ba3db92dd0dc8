import { foldedWords } from '../model/words.ts'
import { de } from './languages/de.ts'
import { en } from './languages/en.ts'
import { es } from './languages/es.ts'
import { fr } from './languages/fr.ts'
import { it } from './languages/it.ts'
import { pt } from './languages/pt.ts'

let filler: Set<string> | undefined

/** Whether a folded word says nothing of what a text is about: everyday words, the calendar, what the press and feeds always say. */
export function isFiller(word: string): boolean {
  filler ??= new Set(
    [...[fr, en, de, es, it, pt].map(({ words }) => words), ...always].flatMap((words) => foldedWords(words)),
  )
  return filler.has(word)
}

const always = [
  // The calendar.
  `lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre
   octobre novembre decembre semaine semaines mois annee annees siecle printemps ete automne hiver matinee weekend
   monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
   october november december jan feb mar apr jun jul aug sep sept oct nov dec week weeks month months year years
   quarter season spring summer autumn fall winter tonight morning evening minute minutes seconde secondes second
   seconds hour hours`,
  // What the press says all day.
  `selon annonce annoncer annoncent annonces indique explique affirme estime precise rappelle souligne publie publies
   publication propose proposent proposer permet permettent permettre devient deviennent devrait devraient pourrait
   pourraient doit doivent ete suite lire lisez voici voila decouvrez decouvrir article articles photo photos video
   videos image images source sources crediit credit credits redaction journaliste euros euro dollars dollar million
   millions milliard milliards mille cent pourcent environ presque pres ainsi notamment afin lors tandis alors contre
   parmi selon malgre ensuite enfin toutefois cependant pourtant egalement desormais actuellement recemment nombreux
   nombreuses different differents differentes tel telle tels telles meme memes aucun aucune
   says said according announces announced announce reports reported report launches launched launch new newly
   read reading continue continued click subscribe newsletter share shared follow comment comments post posts posted
   appeared apparu premier first editor editors staff writer via http https www com html href amp nbsp quot
   percent billion billions thousand hundred several however although though while within without among across
   including included include according latest update updates updated using used uses use via per etc`,
  // What people say around what they mean.
  `bonjour bonsoir salut coucou hello hey merci thanks thank svp stp please please svp lol mdr ptdr wow haha avis
   question questions reponse reponses truc trucs machin genre super cool nul vraiment tellement carrement franchement
   clairement simplement juste seulement plutot surtout peut etre quelqu quelque chose choses idee idees besoin envie
   probleme problemes moment moments facon facons point points part parts cas fin debut suis suivant suivante
   someone anyone everyone something anything thing things stuff kind really actually basically literally honestly
   maybe probably already always never ever again today yesterday tomorrow got getting going went gone make makes made
   making take takes taken taking come comes came coming look looks looking looked want wants wanted need needs needed
   try tries tried trying way ways lot lots bit people person guys folks
   achete acheter achat acheté achats vends vendu commande commander recu recois recevoir marche fonctionne
   bought buy buys buying sell sells sold order ordered works working worked`,
]

import { texts } from './text.ts'

export default texts({
  'why.about': {
    en: 'Why you did or did not get something',
    fr: 'Pourquoi vous avez reçu quelque chose, ou pas',
  },
  'why.what': { en: 'A mention’s number or an address', fr: 'Le numéro d’une mention ou une adresse' },
  'why.title': { en: 'Why mention {id}', fr: 'Pourquoi la mention {id}' },
  'why.source': { en: 'Heard from', fr: 'D’où elle vient' },
  'why.heard': {
    en: '{source}, published {published}, heard {heard}',
    fr: '{source}, publiée {published}, entendue {heard}',
  },
  'why.no-date': { en: 'at an unknown time', fr: 'à une date inconnue' },
  'why.matched': { en: 'What matched', fr: 'Ce qui correspond' },
  'why.topic': { en: '{topic} found {hits}', fr: 'Le sujet {topic} a trouvé {hits}' },
  'why.topic-changed': {
    en: '{topic} found it then; its query has changed since, or the text is no longer kept',
    fr: 'Le sujet {topic} l’avait trouvée ; sa requête a changé depuis, ou le texte n’est plus conservé',
  },
  'why.topic-around': {
    en: '{topic} found it by its author, its site or its language',
    fr: 'Le sujet {topic} l’a trouvée par son auteur, son site ou sa langue',
  },
  'why.mood': { en: 'Mood', fr: 'Tonalité' },
  'why.mood-of': {
    en: '{what}: {mood} (score {score} of -1 to 1, confidence {confidence} %)',
    fr: '{what} : {mood} (score {score} entre -1 et 1, confiance {confidence} %)',
  },
  'why.because': { en: ': ', fr: ' : ' },
  'why.pasted': { en: 'added by {by} in #{channel} {at}', fr: 'ajoutée par {by} dans #{channel} {at}' },
  'why.reported': {
    en: 'reported by {by} from #{channel} {at}',
    fr: 'signalée à Vigie par {by} depuis #{channel} {at}',
  },
  'why.named': { en: '{by} said that it is about {topic}', fr: '{by} a dit qu’elle concerne {topic}' },
  'why.story': { en: 'Story', fr: 'Actualité' },
  'why.outlets': {
    en: { one: 'told here alone so far', other: 'the same news in {n} places' },
    fr: { one: 'racontée ici seulement, pour l’instant', other: 'la même actualité à {n} endroits' },
  },
  'why.whole': { en: 'the whole text', fr: 'le texte entier' },
  'why.told': { en: 'Told', fr: 'Signalée' },
  'why.told-at': { en: 'in #{channel} {time}', fr: 'dans #{channel} {time}' },
  'why.told-waiting': {
    en: 'not yet in #{channel}: due {time}',
    fr: 'pas encore dans #{channel} : prévue {time}',
  },
  'why.told-given-up': {
    en: 'could not be told in #{channel}: {reason}',
    fr: 'n’a pas pu être signalée dans #{channel} : {reason}',
  },
  'why.told-unconfirmed': {
    en: 'perhaps told in #{channel}: no answer ever came',
    fr: 'peut-être signalée dans #{channel} : aucune réponse n’est jamais venue',
  },
  'why.told-set-aside': {
    en: 'no longer due in #{channel}: it was ignored before it was told',
    fr: 'n’est plus attendue dans #{channel} : elle a été ignorée avant d’être signalée',
  },
  'why.told-story': {
    en: 'with mention {id}, which tells the same story',
    fr: 'avec la mention {id}, qui raconte la même actualité',
  },
  'why.by-route': { en: 'by the route “{route}”', fr: 'par la route « {route} »' },
  'why.digest': {
    en: 'in #{channel}, with the digest of {time}',
    fr: 'dans #{channel}, avec le digest de {time}',
  },
  'why.digest-day': {
    en: 'in #{channel}, with the digest of {time}',
    fr: 'dans #{channel}, avec le digest du {time}',
  },
  'why.digest-waiting': {
    en: 'waits for the digest of {time} in #{channel}',
    fr: 'attend le digest de {time} dans #{channel}',
  },
  'why.digest-waiting-day': {
    en: 'waits for the digest of {time} in #{channel}',
    fr: 'attend le digest du {time} dans #{channel}',
  },
  'why.told-no-route': {
    en: 'nowhere: it fits none of your routes ({routes})',
    fr: 'nulle part : elle ne correspond à aucune de vos routes ({routes})',
  },
  'why.told-nowhere': {
    en: 'nowhere: it was there at the first look at its source, which is filed without a sound',
    fr: 'nulle part : elle était là à la première lecture de sa source, classée sans bruit',
  },
  'why.told-imported': {
    en: 'nowhere: it was imported from the history, which is filed without a sound',
    fr: 'nulle part : elle a été importée de l’historique, classée sans bruit',
  },
  'why.unmatched-title': { en: 'Heard, but not about you', fr: 'Entendue, mais pas à votre sujet' },
  'why.unmatched': {
    en: 'It was heard from {source} {heard}, and none of your topics found it: {topics}. Such posts are kept for {count} days.',
    fr: 'Entendue chez {source} {heard}, elle n’a été trouvée par aucun de vos sujets : {topics}. Ces publications sont gardées {count} jours.',
  },
  'why.unheard-title': { en: 'Never heard', fr: 'Jamais entendue' },
  'why.unheard': {
    en: 'This address was in none of your sources, or longer than {count} days ago. `/sources` says where I listen, and which sources cannot be read.',
    fr: 'Cette adresse n’était dans aucune de vos sources, ou il y a plus de {count} jours. `/sources` dit où j’écoute, et quelles sources sont illisibles.',
  },
  'why.neither': {
    en: '“{given}” is neither a mention’s number nor an address. Try `/why 17` or `/why https://…`.',
    fr: '« {given} » n’est ni un numéro de mention ni une adresse. Essayez `/pourquoi 17` ou `/pourquoi https://…`.',
  },
})

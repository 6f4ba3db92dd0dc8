import { texts } from './text.ts'

/** What is said of searches: in lists, in settings, when a place does not answer. Values come from outside. */
export default texts({
  'place.unknown': {
    en: '“{given}” is no search; look at `searches:` in the settings',
    fr: '« {given} » n’est pas une recherche ; voyez `searches:` dans les réglages',
  },
  'place.account-gone': {
    en: 'The account for this search on {place} is no longer in the settings: put it back under `searches:`, or remove the search',
    fr: 'Le compte de cette recherche sur {place} n’est plus dans les réglages : remettez-le sous `searches:`, ou retirez la recherche',
  },
  'place.budget-spent': {
    en: '{place} was asked as often as it allows: again in {seconds} s',
    fr: '{place} a été interrogé autant qu’il le permet : prochain essai dans {seconds} s',
  },
  'place.budget-spent-minutes': {
    en: '{place} was asked as often as it allows: again in {minutes} min',
    fr: '{place} a été interrogé autant qu’il le permet : prochain essai dans {minutes} min',
  },
  'place.budget-spent-hours': {
    en: '{place} was asked as often as it allows: again in {hours} h',
    fr: '{place} a été interrogé autant qu’il le permet : prochain essai dans {hours} h',
  },
  'place.changed-field': {
    en: '{place} answers otherwise than its documents say: “{field}” is missing or is something else. Nothing is lost by it so far; a newer Vigie may know the new shape',
    fr: '{place} ne répond plus comme le dit sa documentation : « {field} » manque ou a changé de nature. Rien n’est perdu pour l’instant ; une version plus récente de Vigie connaît peut-être ce nouveau format',
  },
  'place.not-json': {
    en: '{place} gave no JSON: its answer begins with “{start}”',
    fr: '{place} n’a pas donné de JSON : sa réponse commence par « {start} »',
  },
  'place.cut-short': {
    en: 'the answer of {place} ends in the middle: it was cut short on the way',
    fr: 'la réponse de {place} s’arrête au milieu : elle a été coupée en route',
  },
  'place.no-feed': {
    en: '{place} gave a web page or nothing, where its results should be',
    fr: '{place} a donné une page web, ou rien, à la place de ses résultats',
  },
  'place.status-401': {
    en: '{place} does not accept our sign-in ({status}): make a new token or app password there, put it in .env, and name it under `searches:`',
    fr: '{place} refuse notre connexion ({status}) : créez-y un nouveau jeton ou mot de passe d’application, mettez-le dans .env et nommez-le sous `searches:`',
  },
  'place.status-403': {
    en: '{place} does not let us in ({status}): without a token it may ask for one, with one it may lack a right',
    fr: '{place} ne nous laisse pas entrer ({status}) : sans jeton, il en veut peut-être un ; avec un jeton, il manque peut-être un droit',
  },
  'place.status-404': {
    en: '{place} has nothing at this address ({status}): check the server, the channel or the feed that the search names',
    fr: '{place} n’a rien à cette adresse ({status}) : vérifiez le serveur, la chaîne ou le flux que nomme la recherche',
  },
  'place.status-other': {
    en: '{place} does not answer this search ({status})',
    fr: '{place} ne répond pas à cette recherche ({status})',
  },
  'place.refused': {
    en: '{place} refuses this search ({status}): “{said}”',
    fr: '{place} refuse cette recherche ({status}) : « {said} »',
  },
  'place.refused-access': {
    en: '{place} does not let us in ({status}): “{said}”',
    fr: '{place} ne nous laisse pas entrer ({status}) : « {said} »',
  },
  'place.note-odd': {
    en: {
      one: '{place} gave {n} item that could not be read: “{field}” is not what its documents say',
      other: '{place} gave {n} items that could not be read: “{field}” is not what its documents say',
    },
    fr: {
      one: '{place} a donné {n} publication illisible : « {field} » n’est pas ce que dit sa documentation',
      other:
        '{place} a donné {n} publications illisibles : « {field} » n’est pas ce que dit sa documentation',
    },
  },
  'place.note-cut': {
    en: '{place} had more than {count} posts at once, and the oldest were left there; a narrower topic would bring all of them',
    fr: '{place} avait plus de {count} publications d’un coup, et les plus anciennes y sont restées ; un sujet plus précis les apporterait toutes',
  },
  'place.note-partly': {
    en: {
      one: '{place} gave {n} post and then wanted to be left alone; the rest follows at the next reading',
      other: '{place} gave {n} posts and then wanted to be left alone; the rest follows at the next reading',
    },
    fr: {
      one: '{place} a donné {n} publication, puis a voulu une pause ; la suite viendra à la prochaine lecture',
      other:
        '{place} a donné {n} publications, puis a voulu une pause ; la suite viendra à la prochaine lecture',
    },
  },
  'search.nothing': {
    en: '{place} cannot be asked for anything of “{topic}” (what it cannot look for: {lost}); give the topic a word, a phrase or a hashtag, or leave it out of this search with “topics:”',
    fr: '{place} ne peut rien chercher de « {topic} » (ce qu’il ne sait pas chercher : {lost}) ; ajoutez au sujet un mot, une expression ou un hashtag, ou écartez-le de cette recherche avec « topics: »',
  },
  'search.many': {
    en: '“{topic}” would take {count} searches on {place}, and {most} are the most; split the topic, or leave it out of this search with “topics:”',
    fr: '« {topic} » demanderait {count} recherches sur {place}, et {most} sont le maximum ; divisez le sujet, ou écartez-le de cette recherche avec « topics: »',
  },
  'settings.search-needs': {
    en: 'a search on {place} needs “{setting}:” as well, such as “{setting}: {example}”',
    fr: 'une recherche sur {place} a aussi besoin de « {setting}: », par exemple « {setting}: {example} »',
  },
  'settings.search-useless': {
    en: 'a search on {place} has no use for “{setting}”; it takes: {known}',
    fr: '« {setting} » ne sert à rien dans une recherche sur {place} ; elle prend : {known}',
  },
  'settings.search-topic': {
    en: 'there is no topic called “{given}”; the topics are: {known}',
    fr: 'il n’y a pas de sujet « {given} » ; les sujets sont : {known}',
  },
  'settings.search-word': {
    en: '“{given}” will not do here; it should look like “{example}”',
    fr: '« {given} » ne convient pas ici ; il faudrait quelque chose comme « {example} »',
  },
  'settings.search-lost': {
    en: 'of “{topic}”, {place} cannot look for: {lost}. What only these would find there stays unheard; everything else is searched',
    fr: 'dans « {topic} », {place} ne sait pas chercher : {lost}. Ce que seuls ces termes y trouveraient vous échappera ; tout le reste est cherché',
  },
  'line.online-place': {
    en: '{name}: {place} answered {status}: {raw}',
    fr: '{name} : {place} a répondu {status} : {raw}',
  },
  'line.online-place-read': {
    en: {
      one: '{name}: {n} post, the newest from {newest}; mentions among them: {caught}',
      other: '{name}: {n} posts, the newest from {newest}; mentions among them: {caught}',
    },
    fr: {
      one: '{name} : {n} publication, la plus récente du {newest} ; mentions possibles : {caught}',
      other: '{name} : {n} publications, la plus récente du {newest} ; mentions possibles : {caught}',
    },
  },
  'sources.place': {
    en: 'Where to search: hackernews, reddit, mastodon…',
    fr: 'Où chercher : hackernews, reddit, mastodon…',
  },
  'sources.place-topic': {
    en: 'The topic to search for',
    fr: 'Le sujet à rechercher',
  },
  'sources.place-server': {
    en: 'The server, for Mastodon, Lemmy, Discourse',
    fr: 'Le serveur, pour Mastodon, Lemmy, Discourse',
  },
  'sources.address-or-place': {
    en: 'Give an address, or a place and a topic: `/sources add place:hackernews topic:…`',
    fr: 'Donnez une adresse, ou un lieu et un sujet : `/sources ajouter lieu:hackernews sujet:…`',
  },
  'sources.place-unknown': {
    en: '“{given}” is no place that I can search. Places: {places}',
    fr: '« {given} » n’est pas un lieu où je sais chercher. Lieux : {places}',
  },
  'sources.place-by-file': {
    en: '{place} is not searched for topics: the channel, the alert or the business to read is named under `searches:` in team.yaml. docs/searches.md shows how',
    fr: '{place} ne se cherche pas par sujet : la chaîne, l’alerte ou l’établissement à lire s’indique sous `searches:` dans team.yaml. docs/searches.fr.md montre comment',
  },
  'sources.place-closed': {
    en: '{given} lets nobody search. What is said to you there can be pushed to me: docs/webhooks.md shows how. Places that I can search: {places}',
    fr: '{given} ne laisse personne chercher. Ce qu’on vous y dit peut m’être transmis : docs/webhooks.fr.md montre comment. Lieux où je sais chercher : {places}',
  },
  'sources.place-near': {
    en: '“{given}” is no place that I can search; did you mean `place:{near}`?',
    fr: '« {given} » n’est pas un lieu où je sais chercher ; vouliez-vous dire `lieu:{near}` ?',
  },
  'sources.place-no-server': {
    en: '{place} is a single place: leave `server:` out',
    fr: '{place} est un lieu unique : laissez `serveur:` de côté',
  },
  'sources.place-topic-missing': {
    en: 'Which topic should {place} be searched for? `topic:` one of {topics}',
    fr: 'Quel sujet chercher sur {place} ? `sujet:` parmi {topics}',
  },
  'sources.place-server-missing': {
    en: '{place} stands on many servers. Say which: `server:{example}`',
    fr: '{place} se trouve sur de nombreux serveurs. Dites lequel : `serveur:{example}`',
  },
  'sources.place-settings': {
    en: '{place} wants to know who asks: its account belongs under `searches:` in team.yaml, never in the chat. docs/searches.md shows how',
    fr: '{place} veut savoir qui demande : son compte se met sous `searches:` dans team.yaml, jamais dans la messagerie. docs/searches.fr.md montre comment',
  },
  'sources.search-asked': {
    en: 'It asks {place} for: {asked}',
    fr: 'On demande à {place} : {asked}',
  },
  'sources.search-more': {
    en: {
      one: 'And {n} more search, to cover the whole topic; all are kept together.',
      other: 'And {n} more searches, to cover the whole topic; all are kept together.',
    },
    fr: {
      one: 'Et {n} autre recherche pour couvrir tout le sujet ; elles sont gardées ensemble.',
      other: 'Et {n} autres recherches pour couvrir tout le sujet ; elles sont gardées ensemble.',
    },
  },
  'sources.search-lost': {
    en: 'It cannot look for: {lost}',
    fr: 'Il ne sait pas chercher : {lost}',
  },
  'sources.search-note': {
    en: 'What it finds now is filed without a sound; only what is new rings.',
    fr: 'Ce qu’elle trouve déjà sera classé sans bruit ; seul ce qui est nouveau sonnera.',
  },
  'sources.budgets': {
    en: 'Allowances',
    fr: 'Quotas',
  },
  'sources.budget-left': {
    en: '{place}: {left} of {most} left per {per}',
    fr: '{place} : il en reste {left} sur {most} par {per}',
  },
  'sources.budget-next': {
    en: '{place}: {most} per {per}, used up; again in {wait}',
    fr: '{place} : {most} par {per}, épuisé ; à nouveau dans {wait}',
  },
  'sources.per-minute': {
    en: 'minute',
    fr: 'minute',
  },
  'sources.per-5-minutes': {
    en: '5 minutes',
    fr: '5 minutes',
  },
  'sources.per-hour': {
    en: 'hour',
    fr: 'heure',
  },
  'sources.per-day': {
    en: 'day',
    fr: 'jour',
  },
  'sources.per-month': {
    en: 'month',
    fr: 'mois',
  },
  'sources.wait-seconds': {
    en: '{n} s',
    fr: '{n} s',
  },
  'sources.search': {
    en: 'Search on {place}: {asked}',
    fr: 'Recherche sur {place} : {asked}',
  },
  'sources.searches-left': {
    en: {
      one: '{n} search is not in it: other readers cannot ask it. It stays here.',
      other: '{n} searches are not in it: other readers cannot ask them. They stay here.',
    },
    fr: {
      one: '{n} recherche n’y est pas : les autres lecteurs ne sauraient pas la faire. Elle reste ici.',
      other:
        '{n} recherches n’y sont pas : les autres lecteurs ne sauraient pas les faire. Elles restent ici.',
    },
  },
  'sources.note': {
    en: '⚠️ At the last reading: {note}.',
    fr: '⚠️ À la dernière lecture : {note}.',
  },
  'sources.cure-account': {
    en: 'Make a new token at the place, put it in .env and start Vigie again ({place}).',
    fr: 'Créez un nouveau jeton chez ce service, mettez-le dans .env et redémarrez Vigie ({place}).',
  },
})

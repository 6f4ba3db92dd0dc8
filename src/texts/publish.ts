import { texts } from './text.ts'

/** What is said of replies that go out to networks, and of those that do not. */
export default texts({
  'publish.sample': {
    en: 'This team only rehearses: nothing goes out in its name.',
    fr: 'Cette équipe ne fait que répéter : rien ne part en son nom.',
  },
  'publish.nobody': {
    en: 'The identity “{name}” is no longer in the settings. Put it back under identities:, or publish it by hand.',
    fr: 'L’identité « {name} » n’est plus dans les réglages. Remettez-la sous identities:, ou publiez vous-même.',
  },
  'publish.gone': {
    en: '{host} no longer has the post that is answered, or {name} may not see it.',
    fr: '{host} n’a plus le message auquel vous répondez, ou {name} n’a pas le droit de le voir.',
  },
  'publish.closed-post': {
    en: 'The author of this post has chosen who may answer it, and {name} is not among them.',
    fr: 'L’auteur de ce message a choisi qui peut y répondre, et {name} n’en fait pas partie.',
  },
  'publish.blocked': {
    en: 'The author of this post and {name} do not see each other: one has blocked the other.',
    fr: 'L’auteur de ce message et {name} ne se voient pas : l’un a bloqué l’autre.',
  },
  'publish.status-401': {
    en: '{host} does not accept the sign-in of {name}. Make a new one there and put it in .env.',
    fr: '{host} refuse les identifiants de {name}. Créez-en de nouveaux sur ce serveur et reportez-les dans .env.',
  },
  'publish.status-403': {
    en: '{host} does not let {name} do that: a right is missing, or the account is restricted. {words}',
    fr: '{host} ne le permet pas à {name} : il manque un droit, ou le compte est limité. {words}',
  },
  'publish.status-404': {
    en: '{host} does not find what is answered: it was deleted, moved or made private.',
    fr: '{host} ne trouve pas le message auquel vous répondez : il a été supprimé, déplacé ou rendu privé.',
  },
  'publish.status-410': {
    en: '{host} says that what was asked for is gone for good.',
    fr: '{host} indique que ce qui est demandé a disparu pour de bon.',
  },
  'publish.refused': {
    en: '{host} refused it (status {status}).',
    fr: '{host} a refusé la réponse (statut {status}).',
  },
  'publish.refused-said': {
    en: '{host} refused it: {words}',
    fr: '{host} a refusé la réponse : {words}',
  },
  'publish.too-many': {
    en: '{host} asks to wait: too much was sent.',
    fr: '{host} demande d’attendre : trop d’envois.',
  },
  'publish.busy': {
    en: '{host} cannot take it right now.',
    fr: '{host} ne peut rien prendre pour l’instant.',
  },
  'publish.failed': {
    en: '{host} fell over while it was at it (status {status}): the reply may be there all the same.',
    fr: '{host} a eu une panne en chemin (statut {status}) : la réponse est peut-être publiée malgré tout.',
  },
  'publish.unreadable': {
    en: '{host} answered what cannot be read: the reply may be there all the same.',
    fr: '{host} a répondu quelque chose d’illisible : la réponse est peut-être publiée malgré tout.',
  },
  'publish.no-answer': {
    en: 'No answer came: the reply may be there all the same.',
    fr: 'Aucune réponse n’est venue : la réponse est peut-être publiée malgré tout.',
  },
  'publish.nonsense': {
    en: '{host} answers what cannot be read.',
    fr: '{host} répond quelque chose d’illisible.',
  },
  'publish.silent': {
    en: 'No answer came.',
    fr: 'Aucune réponse n’est venue.',
  },
  'publish.closed': {
    en: '{host} is out of reach.',
    fr: '{host} est injoignable.',
  },
  'publish.held': {
    en: '{host} keeps it for a moderator to read first.',
    fr: '{host} garde la réponse jusqu’à ce qu’un modérateur l’ait lue.',
  },
  'publish.not-there': {
    en: 'It is not there; {name} tries again.',
    fr: 'La réponse n’y est pas ; {name} réessaie.',
  },
  'publish.unsure': {
    en: 'Nobody can tell whether it went out. Look at the post, then say here.',
    fr: 'Impossible de savoir si la réponse est partie. Allez voir sous le message, puis dites-le ici.',
  },
  'publish.often': {
    en: { one: 'Tried once: {why}', other: 'Tried {n} times, the last time: {why}' },
    fr: { one: 'Un essai : {why}', other: '{n} essais, le dernier : {why}' },
  },
  'publish.somebody-else': {
    en: 'The key of {name} belongs to {handle} on {host}: write that as handle:, or take the key of the other.',
    fr: 'La clé de {name} est celle de {handle} sur {host} : indiquez ce nom sous handle:, ou prenez l’autre clé.',
  },
  'publish.online-fine': {
    en: '{name}: {host} knows it, it can publish',
    fr: '{name} : {host} la connaît, elle peut publier',
  },
  'publish.online-wrong': {
    en: '{name}: it cannot publish: {reason}',
    fr: '{name} : elle ne peut pas publier : {reason}',
  },
  'publish.webhook-secret': {
    en: 'The secret of {name} is none of a webhook: it begins with whsec_, with base64 behind it.',
    fr: 'Le secret de {name} n’est pas celui d’un webhook : il commence par whsec_, suivi de base64.',
  },
})

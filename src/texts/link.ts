import { texts } from './text.ts'

export default texts({
  'link.about': {
    en: 'Your Slack and Discord accounts as one person',
    fr: 'Vos comptes Slack et Discord en une seule personne',
  },
  'link.code': { en: 'the code that the other chat gave you', fr: 'le code reçu dans l’autre messagerie' },
  'link.title': { en: 'One person, several accounts', fr: 'Une personne, plusieurs comptes' },
  'link.how': {
    en: 'Type this in the other chat within {minutes} minutes: `/link {code}`. It asks you there, then here, whether both are you.',
    fr: 'Tapez ceci dans l’autre messagerie d’ici {minutes} minutes : `/relier {code}`. On vous demandera là-bas, puis ici, si les deux comptes sont bien les vôtres.',
  },
  'link.note': {
    en: 'What you may do in one chat, you may then do in the other. You can undo it at any time with `/link`.',
    fr: 'Ce que vous pouvez faire dans une messagerie, vous le pourrez dans l’autre. Vous pouvez y revenir à tout moment avec `/relier`.',
  },
  'link.joined': { en: 'joined with this account', fr: 'relié à ce compte' },
  'link.part': { en: 'Separate', fr: 'Séparer' },
  'link.parted': {
    en: 'Your account on {chat} stands for itself again.',
    fr: 'Votre compte {chat} est de nouveau indépendant.',
  },
  'link.is-it-you': {
    en: '{name} on {chat} asked for this code. Is that you?',
    fr: '{name}, sur {chat}, a demandé ce code. Est-ce bien vous ?',
  },
  'link.yes': { en: 'Yes, that is me', fr: 'Oui, c’est moi' },
  'link.no': { en: 'No', fr: 'Non' },
  'link.asked': {
    en: 'Almost there: Vigie has just asked {name} on {chat} to confirm.',
    fr: 'Presque fini : Vigie vient de demander confirmation à {name} sur {chat}.',
  },
  'link.asked-there': {
    en: 'Vigie could not write to {name} on {chat}. Type `/link` there again for a new code.',
    fr: 'Vigie n’a pas pu écrire à {name} sur {chat}. Retapez-y `/relier` pour obtenir un nouveau code.',
  },
  'link.confirm': {
    en: '{name} on {chat} typed your code and says that both accounts are theirs. Is that you?',
    fr: '{name}, sur {chat}, a saisi votre code et dit que les deux comptes lui appartiennent. Est-ce bien vous ?',
  },
  'link.done': {
    en: 'Done: {name} on {chat} and this account are one person for Vigie.',
    fr: 'C’est fait : pour Vigie, {name} sur {chat} et ce compte sont une seule personne.',
  },
  'link.refused': { en: 'Nothing was joined.', fr: 'Rien n’a été relié.' },
  'link.gone': {
    en: 'This code is over or was never given. Type `/link` in the other chat for a new one.',
    fr: 'Ce code a expiré ou n’a jamais été donné. Tapez `/relier` dans l’autre messagerie pour en avoir un nouveau.',
  },
  'link.used': {
    en: 'This code was already used. Type `/link` in the other chat for a new one.',
    fr: 'Ce code a déjà servi. Tapez `/relier` dans l’autre messagerie pour en avoir un nouveau.',
  },
  'link.same': {
    en: 'This is the account that asked for the code. Type it in the other chat.',
    fr: 'C’est ce compte-ci qui a demandé le code. Saisissez-le dans l’autre messagerie.',
  },
})

import { texts } from './text.ts'

/** The page that shows a draw and checks it (src/reports/proof); it takes along both languages. */
export default texts({
  'proof.name': {
    en: 'Proof of a draw',
    fr: 'Preuve d’un tirage au sort',
  },
  'proof.other-language': {
    en: 'Français',
    fr: 'English',
  },
  'proof.by': {
    en: 'A draw by {organiser}',
    fr: 'Un tirage de {organiser}',
  },
  'proof.no-script': {
    en: 'This page checks the draw in your browser and needs JavaScript for it. Without, give its proof.json to “vigie verify”.',
    fr: 'Cette page vérifie le tirage dans votre navigateur, et a besoin de JavaScript pour cela. Sans lui, donnez son proof.json à « vigie verify ».',
  },
  'proof.checking': {
    en: 'Checking in your browser…',
    fr: 'Vérification dans votre navigateur…',
  },
  'proof.verdict-holds': {
    en: 'This draw holds',
    fr: 'Ce tirage est exact',
  },
  'proof.verdict-doubt': {
    en: 'The result is right, but it takes trust',
    fr: 'Le résultat est exact, mais il faut faire confiance',
  },
  'proof.verdict-holds-not': {
    en: 'This draw does not hold',
    fr: 'Ce tirage n’est pas exact',
  },
  'proof.verdict-how': {
    en: 'Your browser has just worked it out anew from the {entries}, and found the same result.',
    fr: 'Votre navigateur vient de le refaire à partir des {entries}, et trouve le même résultat.',
  },
  'proof.entries': {
    en: { one: '{n} entry', other: '{n} entries' },
    fr: { one: '{n} participation', other: '{n} participations' },
  },
  'proof.chances': {
    en: { one: '{n} chance', other: '{n} chances' },
    fr: { one: '{n} chance', other: '{n} chances' },
  },
  'proof.winners': {
    en: 'Winners',
    fr: 'Gagnants',
  },
  'proof.winners-none': {
    en: 'Nobody took part, so nobody won.',
    fr: 'Personne n’a participé : personne n’a gagné.',
  },
  'proof.winners-missing': {
    en: {
      one: '{n} prize found no winner: there were not enough entries.',
      other: '{n} prizes found no winner: there were not enough entries.',
    },
    fr: {
      one: '{n} lot n’a pas trouvé preneur : les participations étaient trop peu nombreuses.',
      other: '{n} lots n’ont pas trouvé preneur : les participations étaient trop peu nombreuses.',
    },
  },
  'proof.prize': {
    en: 'Prize',
    fr: 'Lot',
  },
  'proof.receipt': {
    en: 'Receipt',
    fr: 'Reçu',
  },
  'proof.place': {
    en: 'Place',
    fr: 'Rang',
  },
  'proof.rerolls': {
    en: 'Prizes that went on to the next place',
    fr: 'Lots passés au rang suivant',
  },
  'proof.reroll-ineligible': {
    en: 'no longer met the conditions',
    fr: 'ne remplissait plus les conditions',
  },
  'proof.reroll-unclaimed': {
    en: 'did not claim the prize in time',
    fr: 'n’a pas réclamé son lot à temps',
  },
  'proof.reroll-staff': {
    en: 'decided by the organiser',
    fr: 'décision de l’organisateur',
  },
  'proof.find': {
    en: 'Find your receipt',
    fr: 'Retrouvez votre reçu',
  },
  'proof.find-hint': {
    en: 'Vigie gave it to you when you entered. Its first letters are enough.',
    fr: 'Vigie vous l’a donné quand vous avez participé. Ses premières lettres suffisent.',
  },
  'proof.find-label': {
    en: 'Your receipt',
    fr: 'Votre reçu',
  },
  'proof.find-won': {
    en: 'This receipt won: {prize}.',
    fr: 'Ce reçu a gagné : {prize}.',
  },
  'proof.find-in': {
    en: 'This receipt took part with {chances} out of {all} ({odds}), and was drawn at place {place}.',
    fr: 'Ce reçu a participé avec {chances} sur {all} ({odds}), et a été tiré au rang {place}.',
  },
  'proof.find-many': {
    en: {
      one: '{n} receipt begins like this: type more of it.',
      other: '{n} receipts begin like this: type more of it.',
    },
    fr: {
      one: '{n} reçu commence ainsi : tapez la suite.',
      other: '{n} reçus commencent ainsi : tapez la suite.',
    },
  },
  'proof.find-not': {
    en: 'No entry has this receipt. If you had not left before the end, ask the organiser why, and show them your receipt.',
    fr: 'Aucune participation n’a ce reçu. Si vous ne vous étiez pas retiré avant la fin, demandez pourquoi à l’organisateur, reçu à l’appui.',
  },
  'proof.find-short': {
    en: 'Type at least four of its letters.',
    fr: 'Tapez au moins quatre de ses lettres.',
  },
  'proof.steps': {
    en: 'What was checked',
    fr: 'Ce qui a été vérifié',
  },
  'proof.step-fine': {
    en: 'holds',
    fr: 'exact',
  },
  'proof.step-doubt': {
    en: 'takes trust',
    fr: 'demande confiance',
  },
  'proof.step-wrong': {
    en: 'does not hold',
    fr: 'inexact',
  },
  'proof.step-seal': {
    en: 'A secret was sealed before anybody entered',
    fr: 'Un secret a été scellé avant toute participation',
  },
  'proof.step-seal-how': {
    en: 'The seal is the SHA-256 of the secret, which was revealed after the draw. Had another secret been used, the seal would be another.',
    fr: 'Le sceau est le SHA-256 du secret, révélé après le tirage. Avec un autre secret, le sceau serait différent.',
  },
  'proof.step-entries': {
    en: 'The entries were closed and their fingerprint published',
    fr: 'Les participations ont été closes, et leur empreinte publiée',
  },
  'proof.step-entries-how': {
    en: 'Whoever adds, removes or changes an entry changes the fingerprint.',
    fr: 'Qui ajoute, retire ou modifie une participation change l’empreinte.',
  },
  'proof.step-value': {
    en: 'A random value came afterwards',
    fr: 'Une valeur aléatoire est venue ensuite',
  },
  'proof.step-value-how': {
    en: 'drand is run by many organisations together and gives a value every {period} seconds. Its round {round} had been announced, and came on {at}.',
    fr: 'drand, tenu en commun par de nombreuses organisations, donne une valeur toutes les {period} secondes. Son tour {round} avait été annoncé ; il est venu le {at}.',
  },
  'proof.step-value-other': {
    en: 'A source that is not the public one of drand gives a value every {period} seconds. Its round {round} had been announced, and came on {at}. Whoever runs it could have chosen the value.',
    fr: 'Une source, qui n’est pas celle, publique, de drand, donne une valeur toutes les {period} secondes. Son tour {round} avait été annoncé ; il est venu le {at}. Qui la tient a pu choisir la valeur.',
  },
  'proof.step-value-signed': {
    en: 'Your browser checked its signature, which only this source can make.',
    fr: 'Votre navigateur en a vérifié la signature, que seule cette source peut faire.',
  },
  'proof.step-value-where': {
    en: 'The same value can be read there:',
    fr: 'La même valeur se lit là-bas :',
  },
  'proof.step-value-none': {
    en: 'No public random value decided',
    fr: 'Aucune valeur aléatoire publique n’a décidé',
  },
  'proof.step-draw': {
    en: 'The winners follow from these alone',
    fr: 'Les gagnants ne découlent que de cela',
  },
  'proof.step-draw-how': {
    en: 'Secret, entries and random value give one order of all receipts, and only one. The prizes go to its first places; a prize that is not taken goes to the next.',
    fr: 'Le secret, les participations et la valeur aléatoire donnent un ordre de tous les reçus, et un seul. Les lots vont aux premiers rangs ; un lot qui n’est pas pris passe au suivant.',
  },
  'proof.secret': {
    en: 'Secret',
    fr: 'Secret',
  },
  'proof.seal': {
    en: 'Seal',
    fr: 'Sceau',
  },
  'proof.hash': {
    en: 'Fingerprint of the entries',
    fr: 'Empreinte des participations',
  },
  'proof.randomness': {
    en: 'Random value',
    fr: 'Valeur aléatoire',
  },
  'proof.fingerprint': {
    en: 'Fingerprint of this proof',
    fr: 'Empreinte de cette preuve',
  },
  'proof.compare': {
    en: 'Compare with the chat',
    fr: 'Comparez avec le canal',
  },
  'proof.compare-how': {
    en: 'A proof holds only if these were really published at these times, before the random value came. Vigie posted them together when entries closed, in a message that it never edits: one that is marked as edited proves nothing. Chats show when a message was posted.',
    fr: 'Une preuve ne vaut que si tout ceci a réellement été publié à ces heures, avant la valeur aléatoire. Vigie l’a posté d’un bloc à la clôture, dans un message qu’elle ne modifie jamais : marqué comme modifié, il ne prouve rien. Les messageries indiquent l’heure de chaque message.',
  },
  'proof.where': {
    en: 'the message on {host}',
    fr: 'le message sur {host}',
  },
  'proof.posted': {
    en: 'posted on {at}, by that chat’s clock',
    fr: 'posté le {at}, selon l’horloge de cette messagerie',
  },
  'proof.published': {
    en: 'Published on {at}',
    fr: 'Publié le {at}',
  },
  'proof.came': {
    en: 'its value came on {at}',
    fr: 'sa valeur est venue le {at}',
  },
  'proof.round': {
    en: 'Round of drand',
    fr: 'Tour de drand',
  },
  'proof.know': {
    en: 'What no proof can show',
    fr: 'Ce qu’aucune preuve ne montre',
  },
  'proof.know-how': {
    en: 'That each receipt belongs to a real person: only its owner knows a receipt. If yours is missing, or somebody else’s name stands beside it, say so. Nor can a page answer for itself: whoever doubts this one gives its proof.json to a checker of their own.',
    fr: 'Que chaque reçu est celui d’une vraie personne : seul son propriétaire connaît un reçu. Si le vôtre manque, ou si un autre nom l’accompagne, dites-le. Une page ne peut pas non plus répondre d’elle-même : en cas de doute, donnez son proof.json à un vérificateur à vous.',
  },
  'proof.how': {
    en: 'How the draw works',
    fr: 'Comment le tirage fonctionne',
  },
  'proof.how-1': {
    en: 'Sort the entries by receipt and write each as a line “receipt weight”. The SHA-256 of that text is the fingerprint of the entries, E.',
    fr: 'Triez les participations par reçu et écrivez chacune sur une ligne « reçu poids ». Le SHA-256 de ce texte est l’empreinte des participations, E.',
  },
  'proof.how-2': {
    en: 'The key K is the HMAC-SHA256, with the secret’s 32 bytes as key, of the text “vigie-draw-1 E R”, where R is the random value (or the word none).',
    fr: 'La clé K est le HMAC-SHA256, avec les 32 octets du secret pour clé, du texte « vigie-draw-1 E R », où R est la valeur aléatoire (ou le mot none).',
  },
  'proof.how-3': {
    en: 'For each place p = 1, 2, 3… let T be the weights of those who remain, added up. Take the first six bytes of the HMAC-SHA256, with K, of the text “p a”, for a = 0, 1, 2…, until that number is below 2⁴⁸ − (2⁴⁸ mod T). Its remainder by T is the ticket.',
    fr: 'Pour chaque rang p = 1, 2, 3…, soit T la somme des poids restants. Prenez les six premiers octets du HMAC-SHA256, avec K, du texte « p a », pour a = 0, 1, 2…, jusqu’à un nombre inférieur à 2⁴⁸ − (2⁴⁸ mod T). Son reste par T est le billet.',
  },
  'proof.how-4': {
    en: 'Those who remain own the tickets in the order of their receipts, as many as their weight. The owner of the ticket has place p, and leaves.',
    fr: 'Ceux qui restent possèdent les billets dans l’ordre de leurs reçus, autant que leur poids. Le propriétaire du billet a le rang p, et sort.',
  },
  'proof.save': {
    en: 'Save proof.json',
    fr: 'Enregistrer proof.json',
  },
  'proof.save-how': {
    en: 'for “vigie verify”, or a checker of your own',
    fr: 'pour « vigie verify », ou votre propre vérificateur',
  },
  'proof.offline': {
    en: 'This page is complete: it asks nothing of anybody, and works without a network.',
    fr: 'Cette page est complète : elle n’interroge personne, et fonctionne sans réseau.',
  },
})

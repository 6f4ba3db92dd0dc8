import { texts } from './text.ts'

/** What the policy says of a draft. */
export default texts({
  // Why a draft breaks a rule.
  'policy.personal-email': {
    fr: 'cette adresse e-mail n’est pas celle de la marque : une donnée personnelle ne se publie pas',
    en: 'this e-mail address is not the brand’s: personal data is not published',
  },
  'policy.personal-phone': {
    fr: 'ce numéro de téléphone n’est pas celui de la marque : une donnée personnelle ne se publie pas',
    en: 'this telephone number is not the brand’s: personal data is not published',
  },
  'policy.personal-iban': {
    fr: 'des coordonnées bancaires ne se publient pas',
    en: 'bank details are not published',
  },
  'policy.personal-card': {
    fr: 'un numéro de carte ne se publie pas',
    en: 'a card number is not published',
  },
  'policy.personal-insurance': {
    fr: 'un numéro de sécurité sociale ne se publie pas',
    en: 'a social security number is not published',
  },
  'policy.personal-order': {
    fr: 'un numéro de commande ou de dossier permet de retrouver quelqu’un : gardez-le pour un message privé',
    en: 'an order or case number leads to somebody: keep it for a private message',
  },
  'policy.personal-home': {
    fr: 'une adresse postale ne se publie pas',
    en: 'a postal address is not published',
  },
  'policy.figures': {
    fr: 'ni la base de faits ni la mention ne donnent ce chiffre : vérifiez-le',
    en: 'neither the facts nor the mention give this figure: check it',
  },
  'policy.links': {
    fr: 'la charte ne cite pas ce site : vérifiez le lien',
    en: 'the policy does not name this site: check the link',
  },
  'policy.no-offer': {
    fr: 'la suite se règle en privé : proposez-le dans la réponse',
    en: 'the rest belongs in private: offer that in the answer',
  },
  'policy.tone-vous': {
    fr: 'la marque vouvoie',
    en: 'the brand says “vous”',
  },
  'policy.tone-tu': {
    fr: 'la marque tutoie',
    en: 'the brand says “tu”',
  },
  'policy.tone-exclamations': {
    fr: { one: '{n} point d’exclamation, {most} au plus', other: '{n} points d’exclamation, {most} au plus' },
    en: { one: '{n} exclamation mark, {most} at most', other: '{n} exclamation marks, {most} at most' },
  },
  'policy.tone-emojis': {
    fr: { one: '{n} émoji, {most} au plus', other: '{n} émojis, {most} au plus' },
    en: { one: '{n} emoji, {most} at most', other: '{n} emojis, {most} at most' },
  },
  'policy.tone-capitals': {
    fr: 'des mots en capitales se lisent comme des cris',
    en: 'words in capitals read as shouting',
  },
  // The rules that Vigie brings; a team's own go by the name that stands in its file.
  'policy.rule-tone': { fr: 'ton', en: 'tone' },
  'policy.rule-figures': { fr: 'chiffres', en: 'figures' },
  'policy.rule-links': { fr: 'liens', en: 'links' },
  'policy.rule-personal-data': { fr: 'données personnelles', en: 'personal data' },
  // What a draft keeps to.
  'policy.follows-tone': {
    fr: 'le ton',
    en: 'the tone',
  },
  'policy.follows-facts': {
    fr: 'des chiffres vérifiés',
    en: 'figures that are vouched for',
  },
  'policy.follows-links': {
    fr: 'des liens connus',
    en: 'known links',
  },
  'policy.follows-avoid': {
    fr: 'aucun mot à éviter',
    en: 'no word to avoid',
  },
  'policy.follows-promises': {
    fr: 'aucune promesse interdite',
    en: 'no promise nobody may make',
  },
  'policy.follows-personal': {
    fr: 'aucune donnée personnelle',
    en: 'no personal data',
  },
  'policy.follows-private': {
    fr: 'la suite proposée en privé',
    en: 'the rest offered in private',
  },
  // A verdict in lines.
  'policy.follows': {
    fr: 'Respecte la charte : {what}.',
    en: 'Keeps to the policy: {what}.',
  },
  'policy.warns': {
    fr: 'À revoir ({rule}) : {why}',
    en: 'To look at ({rule}): {why}',
  },
  'policy.refuses': {
    fr: 'Contraire à la charte ({rule}) : {why}',
    en: 'Against the policy ({rule}): {why}',
  },
  'policy.private': {
    fr: 'À poursuivre en privé : {why}',
    en: 'To go on in private: {why}',
  },
  'policy.escalate': {
    fr: 'À faire savoir ({to}) : {why}',
    en: 'Must be known ({to}): {why}',
  },
  'policy.hide': {
    fr: 'La charte permet de masquer ce commentaire (jamais de le supprimer) : {why}',
    en: 'The policy allows hiding this comment (never deleting it): {why}',
  },
  'policy.too-long': {
    fr: 'Trop long : {length} caractères, {most} au plus sur ce réseau.',
    en: 'Too long: {length} characters, this network takes {most}.',
  },
})

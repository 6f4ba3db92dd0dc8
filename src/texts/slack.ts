import { texts } from './text.ts'

/** What only Slack says. */
export default texts({
  'slack.mood-negative': { en: 'Negative sentiment', fr: 'Tonalité négative' },
  'slack.mood-neutral': { en: 'Neutral sentiment', fr: 'Tonalité neutre' },
  'slack.mood-positive': { en: 'Positive sentiment', fr: 'Tonalité positive' },
  'slack.more': {
    en: { one: '… and {n} more', other: '… and {n} more' },
    fr: { one: '… et {n} autre', other: '… et {n} autres' },
  },
  'slack.choose': { en: 'Choose…', fr: 'Choisir…' },
  'slack.submit': { en: 'Send', fr: 'Envoyer' },
  'slack.cancel': { en: 'Cancel', fr: 'Annuler' },

  'slack.manifest-short': {
    en: 'Hears what is said of you, and tells your team',
    fr: 'Écoute ce qui se dit de vous et prévient votre équipe',
  },
  'slack.manifest-long': {
    en: 'Vigie keeps watch for community managers: it listens to the press, blogs and networks, tells the mood of each mention in your channels, raises the alarm when it turns bad, and answers commands in French and English. What it hears stays on your own server.',
    fr: 'Vigie veille pour les community managers : elle écoute la presse, les blogs et les réseaux, donne la tonalité de chaque mention dans vos canaux, donne l’alerte quand ça tourne mal et répond aux commandes en français comme en anglais. Ce qu’elle entend reste sur votre propre serveur.',
  },
  'slack.manifest-vigie': {
    en: 'Every command of Vigie: /vigie help',
    fr: 'Toutes les commandes de Vigie : /vigie aide',
  },
  'slack.manifest-vigie-hint': { en: 'help · mentions · …', fr: 'aide · mentions · …' },
  'slack.manifest-https': {
    en: '--http takes the public address of Vigie, such as https://vigie.example: Slack calls nothing but https.',
    fr: '--http attend l’adresse publique de Vigie, par exemple https://vigie.example : Slack n’appelle rien d’autre que du https.',
  },
})

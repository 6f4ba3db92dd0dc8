import { texts } from './text.ts'

export default texts({
  'rules.about': {
    en: 'The rules that raise an alert, and how often they rang',
    fr: 'Les règles qui donnent l’alerte, et combien de fois elles ont sonné',
  },
  'rules.title': {
    en: { one: '{n} rule', other: '{n} rules' },
    fr: { one: '{n} règle', other: '{n} règles' },
  },
  'rules.none': {
    en: 'This team has no rules yet. They stand in `rules.yaml` beside its `team.yaml`; `/rules try words:"recall OR fire" since:30d` shows what one would have raised.',
    fr: 'Cette équipe n’a pas encore de règle. Elles s’écrivent dans `rules.yaml`, à côté de `team.yaml` ; `/règles essayer mots:"rappel OU incendie" depuis:30j` montre ce que l’une aurait donné.',
  },
  'rules.note': {
    en: '`/rules try NAME since:30d` shows what a rule would have raised.',
    fr: '`/règles essayer NOM depuis:30j` montre ce qu’une règle aurait donné.',
  },
  'rules.rang': {
    en: { one: 'rang {n} time in 30 days', other: 'rang {n} times in 30 days' },
    fr: { one: 'a sonné {n} fois en 30 jours', other: 'a sonné {n} fois en 30 jours' },
  },
  'rules.quiet': {
    en: { one: '{n} kept quiet', other: '{n} kept quiet' },
    fr: { one: '{n} alerte retenue', other: '{n} alertes retenues' },
  },
  'rules.last': { en: 'last {time}', fr: 'la dernière fois {time}' },
  'rules.try': { en: 'Try it on 30 days', fr: 'Essayer sur 30 jours' },
  'rules.says-words': { en: 'it says {words}', fr: 'on y lit {words}' },
  'rules.says-reach': {
    en: 'read by {reach} people or more',
    fr: 'audience d’au moins {reach} personnes',
  },
  'rules.says-share': {
    en: 'more than {percent}% negative in {length}, of {count} mentions or more',
    fr: 'plus de {percent} % de négatif en {length}, sur {count} mentions ou plus',
  },
  'rules.says-late': {
    en: 'a promised answer is late by {length}',
    fr: 'une réponse promise a {length} de retard',
  },
  'rules.says-late-once': { en: 'a promised answer is late', fr: 'une réponse promise est en retard' },
  'rules.says-topics': { en: 'topics: {topics}', fr: 'sujets : {topics}' },
  'rules.says-moods': { en: 'mood: {moods}', fr: 'tonalité : {moods}' },
  'rules.says-severity': {
    en: '{severity}, in {channel}, at most {count} a day, then {length} of rest',
    fr: '{severity}, dans {channel}, {count} par jour au plus, puis {length} de repos',
  },
  'rules.try-about': {
    en: 'What a rule would have raised, of the settings or typed here',
    fr: 'Ce qu’une règle aurait donné, qu’elle soit dans les réglages ou écrite ici',
  },
  'rules.try-name': { en: 'The name of a rule', fr: 'Le nom d’une règle' },
  'rules.try-words': {
    en: 'Words, as in a query: "recall OR fire"',
    fr: 'Des mots, comme dans une requête : "rappel OU incendie"',
  },
  'rules.try-reach': { en: 'The smallest audience, in people', fr: 'L’audience minimale, en personnes' },
  'rules.try-negative': {
    en: 'The share of negative over two hours, in percent',
    fr: 'La part de négatif sur deux heures, en pour cent',
  },
  'rules.try-topic': { en: 'Only this topic', fr: 'Seulement ce sujet' },
  'rules.try-since': { en: 'Since when; 30 days where it is not said', fr: 'Depuis quand ; 30 jours sinon' },
  'rules.try-what': {
    en: 'Which rule? Name one ({names}), or type one: `/rules try words:"recall OR fire"`.',
    fr: 'Quelle règle ? Nommez-en une ({names}) ou écrivez-la : `/règles essayer mots:"rappel OU incendie"`.',
  },
  'rules.no-such': {
    en: 'There is no rule “{given}”. There are: {names}.',
    fr: 'Il n’y a pas de règle « {given} ». Il y a : {names}.',
  },
  'rules.nothing-named': { en: 'none', fr: 'aucune' },
  'rules.percent': { en: 'A share is a number from 1 to 99.', fr: 'Une part est un nombre de 1 à 99.' },
  'rules.typed': { en: 'Your rule', fr: 'Votre règle' },
  'rules.would': {
    en: {
      one: 'would have alerted {n} time {since}',
      other: 'would have alerted {n} times {since}',
    },
    fr: {
      one: 'aurait donné {n} alerte {since}',
      other: 'aurait donné {n} alertes {since}',
    },
  },
  'rules.would-title': { en: '{name}: {would}', fr: '{name} : {would}' },
  'rules.looked': {
    en: { one: '{n} mention was looked at.', other: '{n} mentions were looked at.' },
    fr: { one: '{n} mention examinée.', other: '{n} mentions examinées.' },
  },
  'rules.fitted': {
    en: { one: '{n} fits.', other: '{n} fit.' },
    fr: { one: '{n} correspond.', other: '{n} correspondent.' },
  },
  'rules.capped': {
    en: {
      one: '{n} more would have gone over the most a day.',
      other: '{n} more would have gone over the most a day.',
    },
    fr: {
      one: '{n} autre aurait dépassé le maximum par jour.',
      other: '{n} autres auraient dépassé le maximum par jour.',
    },
  },
  'rules.often': {
    en: 'That is more than one a day: people stop reading such alerts. Ask for more, or let it rest longer.',
    fr: 'C’est plus d’une par jour : on finit par ne plus lire de telles alertes. Demandez davantage, ou laissez un repos plus long.',
  },
  'rules.seldom': {
    en: 'It would never have rung. Is it too narrow, or was it simply a calm time?',
    fr: 'Elle n’aurait jamais sonné. Trop étroite, ou simplement une période calme ?',
  },
  'rules.cut': {
    en: 'There is more than could be looked at: only what was heard until {time}.',
    fr: 'Il y a plus que ce qui a pu être examiné : seulement ce qui a été lu jusqu’à {time}.',
  },
  'rules.kept': {
    en: 'Texts are kept for {count} days: what is older cannot be searched for words.',
    fr: 'Les textes sont gardés {count} jours : au-delà, on n’y cherche plus de mots.',
  },
  'rules.more': {
    en: { one: 'and {n} more', other: 'and {n} more' },
    fr: { one: 'et {n} autre', other: 'et {n} autres' },
  },
  'rules.why-words': { en: '{words}', fr: '{words}' },
  'rules.why-reach': { en: '{outlet}, {reach} people', fr: '{outlet}, {reach} personnes' },
  'rules.why-share': { en: '{percent}% negative of {count}', fr: '{percent} % de négatif sur {count}' },
  'rules.why-late': { en: 'mention {mention}', fr: 'mention {mention}' },
  'rules.why-title': { en: '{name} ({why})', fr: '{name} ({why})' },
  'rules.fits': {
    en: { one: '{n} mention', other: '{n} mentions' },
    fr: { one: '{n} mention', other: '{n} mentions' },
  },
  'rules.again': { en: '{title}: it goes on', fr: '{title} : cela continue' },
  // What may be wrong in a rules.yaml.
  'rules.asks-nothing': {
    en: 'rule “{given}” would fit every mention; give it `words`, `reach`, `negative` or `late`',
    fr: 'la règle « {given} » prendrait toutes les mentions ; donnez-lui `words`, `reach`, `negative` ou `late`',
  },
  'rules.needs-negative': {
    en: '“{setting}” belongs to a share of negative mentions; add `negative: 70` to rule “{given}”, or take it out',
    fr: '« {setting} » va avec une part de mentions négatives ; ajoutez `negative: 70` à la règle « {given} », ou retirez-le',
  },
  'rules.share-moods': {
    en: 'rule “{given}” counts what is negative among all: take “{setting}” out',
    fr: 'la règle « {given} » compte le négatif parmi toutes les mentions : retirez « {setting} »',
  },
  'rules.late-alone': {
    en: 'rule “{given}” waits for late answers; “{setting}” needs a rule of its own',
    fr: 'la règle « {given} » guette les réponses en retard ; « {setting} » demande une règle à part',
  },
})

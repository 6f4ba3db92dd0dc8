import { texts } from './text.ts'

export default texts({
  'crisis-report.about': {
    en: 'What happened in a crisis, how long each step took, and what to change',
    fr: 'Ce qui s’est passé, le temps de chaque étape, et ce qu’il faut changer',
  },
  'crisis-report.which': { en: 'The number of the crisis', fr: 'Le numéro de la crise' },
  'crisis-report.none-yet': {
    en: 'There was no crisis yet, so there is nothing to report. `/crisis drill` plays one.',
    fr: 'Il n’y a pas encore eu de crise, donc pas de bilan. `/crise exercice` en joue une.',
  },
  'crisis-report.title': { en: 'Report · {title}', fr: 'Bilan · {title}' },
  'crisis-report.title-so-far': { en: 'So far · {title}', fr: 'Point d’étape · {title}' },
  'crisis-report.lasted': { en: '{span}, {length}', fr: '{span}, soit {length}' },
  'crisis-report.drill': {
    en: 'This was a drill: what is quoted here was made up, and nothing went out.',
    fr: 'C’était un exercice : les propos cités sont inventés et rien n’a été publié.',
  },
  'crisis-report.noticed': { en: 'Noticed by Vigie {time}.', fr: 'Repéré par Vigie {time}.' },
  'crisis-report.opened': { en: 'Declared by {name} {time}.', fr: 'Déclaré par {name} {time}.' },
  'crisis-report.counts': {
    en: { one: '{n} mention, {percent}% negative', other: '{n} mentions, {percent}% negative' },
    fr: { one: '{n} mention, {percent} % négative', other: '{n} mentions, dont {percent} % négatives' },
  },
  'crisis-report.authors': {
    en: { one: 'by {n} author', other: 'by {n} different authors' },
    fr: { one: 'par {n} auteur', other: 'par {n} auteurs différents' },
  },
  'crisis-report.outlets': {
    en: { one: 'in {n} place', other: 'in {n} places' },
    fr: { one: 'à un seul endroit', other: 'à {n} endroits' },
  },
  'crisis-report.peak': {
    en: 'At its highest: {count} in {length}, from {time} on.',
    fr: 'Au plus haut : {count} en {length}, à partir de {time}.',
  },
  'crisis-report.peak-usual': {
    en: 'At its highest: {count} in {length}, from {time} on; {usual} are usual.',
    fr: 'Au plus haut : {count} en {length}, à partir de {time}, contre {usual} d’habitude.',
  },
  'crisis-report.first': { en: 'First signal: {outlet} {time}.', fr: 'Premier signal : {outlet}, {time}.' },
  'crisis-report.nothing-heard': {
    en: 'Vigie heard nothing of it in its sources.',
    fr: 'Vigie n’en a rien lu dans ses sources.',
  },
  'crisis-report.what': { en: 'What happened', fr: 'Ce qui s’est passé' },
  'crisis-report.times': { en: 'How long it took', fr: 'Les délais' },
  'crisis-report.time-notice': { en: 'First signal to alert', fr: 'Du premier signal à l’alerte' },
  'crisis-report.time-take': { en: 'Alert to somebody having it', fr: 'De l’alerte à la prise en charge' },
  'crisis-report.time-note': { en: 'Alert to first note', fr: 'De l’alerte à la première note' },
  'crisis-report.time-answer': { en: 'Alert to first answer', fr: 'De l’alerte à la première réponse' },
  'crisis-report.time-control': { en: 'Alert to under control', fr: 'De l’alerte à la mise sous contrôle' },
  'crisis-report.time-over': { en: 'Alert to the end', fr: 'De l’alerte à la fin' },
  'crisis-report.not-done': { en: 'not done', fr: 'pas fait' },
  'crisis-report.not-yet': { en: 'not yet', fr: 'pas encore' },
  'crisis-report.at-once': { en: 'less than a minute', fr: 'moins d’une minute' },
  'crisis-report.hours': { en: '{hours} h {minutes} min', fr: '{hours} h {minutes} min' },
  'crisis-report.days': { en: '{days} d {hours} h', fr: '{days} j {hours} h' },
  'crisis-report.curve': { en: 'The curve', fr: 'La courbe' },
  'crisis-report.timeline': { en: 'Decisions and notes', fr: 'Décisions et notes' },
  'crisis-report.timeline-all': { en: 'Timeline', fr: 'Chronologie' },
  'crisis-report.timeline-cut': {
    en: { one: 'The {n} step before is left out.', other: 'The {n} steps before are left out.' },
    fr: { one: 'L’étape d’avant est omise.', other: 'Les {n} étapes d’avant sont omises.' },
  },
  'crisis-report.answers': { en: 'What was answered, and where', fr: 'Ce qui a été répondu, et où' },
  'crisis-report.answered': {
    en: { one: '{n} mention was answered.', other: '{n} mentions were answered.' },
    fr: { one: '{n} mention a reçu une réponse.', other: '{n} mentions ont reçu une réponse.' },
  },
  'crisis-report.no-answer': { en: 'No mention was answered.', fr: 'Aucune mention n’a reçu de réponse.' },
  'crisis-report.answers-cut': {
    en: { one: 'and {n} more', other: 'and {n} more' },
    fr: { one: 'et {n} autre', other: 'et {n} autres' },
  },
  'crisis-report.where': { en: 'Where, and by whom', fr: 'Où, et par qui' },
  'crisis-report.stories': { en: 'What drove it', fr: 'Ce qui l’a alimentée' },
  'crisis-report.plan': { en: 'Action plan', fr: 'Plan d’action' },
  'crisis-report.done': { en: '{name}, {time}', fr: '{name}, {time}' },
  'crisis-report.place': { en: 'Outlet', fr: 'Média ou site' },
  'crisis-report.mentions': { en: 'Mentions', fr: 'Mentions' },
  'crisis-report.author': { en: 'Author', fr: 'Auteur' },
  'crisis-report.reach': { en: 'Audience', fr: 'Audience' },
  'crisis-report.words': { en: 'Words that came up: {words}', fr: 'Mots qui revenaient : {words}' },
  'crisis-report.story': { en: 'Story', fr: 'Sujet' },
  'crisis-report.when': { en: 'When', fr: 'Quand' },
  'crisis-report.who': { en: 'Who', fr: 'Qui' },
  'crisis-report.said': { en: 'Answer', fr: 'Réponse' },
  'crisis-report.task': { en: 'Task', fr: 'Action' },
  'crisis-report.no-text': { en: 'marked as answered', fr: 'marquée comme répondue' },
  'crisis-report.blind': { en: 'What Vigie did not see', fr: 'Ce que Vigie n’a pas vu' },
  'crisis-report.blind-none': {
    en: 'All sources could be read.',
    fr: 'Toutes les sources étaient lisibles.',
  },
  'crisis-report.blind-over': { en: '{name}, {from} to {to}', fr: '{name}, {from} – {to}' },
  'crisis-report.blind-still': { en: '{name}, {since}, until now', fr: '{name}, {since}, encore maintenant' },
  'crisis-report.change': { en: 'What to change', fr: 'Ce qu’il faut changer' },
  'crisis-report.lesson-noticed-late': {
    en: 'The alert came {length} after the first signal. A higher sensitivity, or a rule on the words of that day, would bring it earlier.',
    fr: 'L’alerte est venue {length} après le premier signal. Une sensibilité plus vive, ou une règle sur les mots de ce jour-là, l’avancerait.',
  },
  'crisis-report.lesson-taken-late': {
    en: 'Nobody had it for {length}. Name who is called first, and who next (`rota` in the settings).',
    fr: 'Personne ne s’en est occupé pendant {length}. Désignez qui est appelé d’abord, puis ensuite (`rota` dans les réglages).',
  },
  'crisis-report.lesson-never-taken': {
    en: 'Nobody took it. Name who is called first, and who next (`rota` in the settings).',
    fr: 'Personne ne l’a prise en charge. Désignez qui est appelé d’abord, puis ensuite (`rota` dans les réglages).',
  },
  'crisis-report.lesson-answered-late': {
    en: 'The first answer came after {length}; two hours are expected. A holding statement that is ready, and approved, saves that time.',
    fr: 'La première réponse est venue au bout de {length} ; on l’attend sous deux heures. Un message d’attente prêt et validé fait gagner ce temps.',
  },
  'crisis-report.lesson-never-answered': {
    en: 'No mention was answered. If somebody answered elsewhere, mark it on the mention; if silence was decided, note it in the timeline.',
    fr: 'Aucune mention n’a reçu de réponse. Si l’on a répondu ailleurs, marquez-le sur la mention ; si le silence était un choix, notez-le dans la chronologie.',
  },
  'crisis-report.lesson-silence': {
    en: 'For {length} the team read nothing new. A short word every half-hour is enough, even “nothing new”.',
    fr: 'Pendant {length}, l’équipe n’a rien lu de nouveau. Un mot toutes les demi-heures suffit, même « rien de neuf ».',
  },
  'crisis-report.lesson-called': {
    en: { one: 'Somebody had to be called.', other: '{n} people had to be called, one after the other.' },
    fr: {
      one: 'Il a fallu appeler quelqu’un.',
      other: 'Il a fallu appeler {n} personnes, l’une après l’autre.',
    },
  },
  'crisis-report.lesson-reopened': {
    en: { one: 'It was ended too early once.', other: 'It was ended too early {n} times.' },
    fr: { one: 'Elle a été close trop tôt une fois.', other: 'Elle a été close trop tôt {n} fois.' },
  },
  'crisis-report.lesson-tasks': {
    en: {
      one: 'A task of the plan was left undone: {what}. Do it now, or take it out of the plan.',
      other: '{n} tasks of the plan were left undone: {what}. Do them now, or take them out of the plan.',
    },
    fr: {
      one: 'Une action du plan reste à faire : {what}. Faites-la, ou retirez-la du plan.',
      other: '{n} actions du plan restent à faire : {what}. Faites-les, ou retirez-les du plan.',
    },
  },
  'crisis-report.lesson-no-notes': {
    en: 'No decision was noted. Whoever takes over at night knows only what is written.',
    fr: 'Aucune décision n’a été notée. Qui prend la suite la nuit ne sait que ce qui est écrit.',
  },
  'crisis-report.lesson-blind': {
    en: 'Sources that could not be read meanwhile: {what}. There may have been more than Vigie saw.',
    fr: 'Sources illisibles pendant ce temps : {what}. Il y en a peut-être eu davantage que ce que Vigie a vu.',
  },
  'crisis-report.lesson-nothing': {
    en: 'By these numbers, nothing stands out. What did the team find hard?',
    fr: 'D’après ces chiffres, rien à signaler. Qu’est-ce que l’équipe a trouvé difficile ?',
  },
  'crisis-report.how': {
    en: 'How it is counted: mentions by when Vigie heard them; the first signal is the first of them, negative where the alert was about that; answers are mentions marked as answered and replies that were published.',
    fr: 'Mode de calcul : les mentions comptent à l’heure où Vigie les a lues ; le premier signal est la première d’entre elles, négative si l’alerte portait sur le négatif ; les réponses sont les mentions marquées comme répondues et les réponses publiées.',
  },
  'crisis-report.made': {
    en: 'Made by Vigie for {team}, {time}.',
    fr: 'Établi par Vigie pour {team}, {time}.',
  },
  'crisis-report.file': { en: 'report-crisis', fr: 'bilan-crise' },
  'crisis-report.file-says': {
    en: 'The whole report, to be read in a browser or printed',
    fr: 'Le bilan complet, à lire dans un navigateur ou à imprimer',
  },
})

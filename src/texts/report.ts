import { texts } from './text.ts'

/** Reports: what they say of a period, on paper and in the chat, and how they are edited, approved and sent. */
export default texts({
  // Their title and their period.
  'report.title-board': { en: '{team}: report to the board', fr: '{team} : rapport à la direction' },
  'report.title-team': { en: '{team}: the team’s report', fr: '{team} : rapport de l’équipe' },
  'report.so-far': { en: 'so far, until {date}', fr: 'à date, jusqu’au {date}' },
  'report.days': { en: '{from} to {to}', fr: 'du {from} au {to}' },
  'report.in-month': { en: 'In {month}', fr: 'En {month}' },
  'report.in-days': { en: 'From {from} to {to}', fr: 'Du {from} au {to}' },
  'report.in-day': { en: 'On {day}', fr: 'Le {day}' },
  'report.against-month': { en: 'on {month}', fr: 'par rapport à {month}' },
  'report.against-days': {
    en: { one: 'on the day before', other: 'on the {n} days before' },
    fr: { one: 'par rapport à la veille', other: 'par rapport aux {n} jours précédents' },
  },
  'report.page': { en: 'Page {page} of {pages}', fr: 'Page {page} sur {pages}' },
  'report.made': { en: 'Made by Vigie on {date}', fr: 'Établi par Vigie le {date}' },
  'report.sample': {
    en: 'With sample posts, shipped with Vigie: these numbers are made up.',
    fr: 'Avec des publications d’exemple, livrées avec Vigie : ces chiffres sont fictifs.',
  },

  // What happened.
  'report.volume': {
    en: {
      one: '{n} mention of {team}, {change} {against}.',
      other: '{n} mentions of {team}, {change} {against}.',
    },
    fr: {
      one: '{n} mention de {team}, {change} {against}.',
      other: '{n} mentions de {team}, {change} {against}.',
    },
  },
  'report.volume-alone': {
    en: { one: '{n} mention of {team}.', other: '{n} mentions of {team}.' },
    fr: { one: '{n} mention de {team}.', other: '{n} mentions de {team}.' },
  },
  'report.volume-none': {
    en: 'No mention of {team} was heard.',
    fr: 'Aucune mention de {team} n’a été relevée.',
  },
  'report.story': {
    en: {
      one: 'Told most: “{title}” ({outlet}), {n} mention, {outlets}.',
      other: 'Told most: “{title}” ({outlet}), {n} mentions, {outlets}.',
    },
    fr: {
      one: 'L’actualité la plus reprise : « {title} » ({outlet}), {n} mention, {outlets}.',
      other: 'L’actualité la plus reprise : « {title} » ({outlet}), {n} mentions, {outlets}.',
    },
  },
  'report.outlets': {
    en: { one: 'one place', other: '{n} places' },
    fr: { one: 'un seul média ou site', other: '{n} médias ou sites' },
  },
  'report.incident-over': {
    en: {
      one: 'Crisis: {title}, over since {until}, {n} mention.',
      other: 'Crisis: {title}, over since {until}, {n} mentions.',
    },
    fr: {
      one: 'Crise : {title}, terminée depuis le {until}, {n} mention.',
      other: 'Crise : {title}, terminée depuis le {until}, {n} mentions.',
    },
  },
  'report.incident-open': {
    en: {
      one: 'Crisis: {title}, still open, {n} mention.',
      other: 'Crisis: {title}, still open, {n} mentions.',
    },
    fr: {
      one: 'Crise : {title}, toujours en cours, {n} mention.',
      other: 'Crise : {title}, toujours en cours, {n} mentions.',
    },
  },
  'report.liked': {
    en: { one: 'A success: {title}, {n} mention.', other: 'A success: {title}, {n} mentions.' },
    fr: { one: 'Un succès : {title}, {n} mention.', other: 'Un succès : {title}, {n} mentions.' },
  },
  'report.promises-line': {
    en: {
      one: '{kept} of {n} promised answer came in time.',
      other: '{kept} of {n} promised answers came in time.',
    },
    fr: {
      one: '{kept} réponse attendue sur {n} donnée dans les délais.',
      other: '{kept} réponses attendues sur {n} données dans les délais.',
    },
  },
  'report.unanswered-line': {
    en: {
      one: '{n} negative mention is without an answer.',
      other: '{n} negative mentions are without an answer.',
    },
    fr: {
      one: '{n} mention négative reste sans réponse.',
      other: '{n} mentions négatives restent sans réponse.',
    },
  },
  'report.quiet': { en: 'Nothing out of the ordinary.', fr: 'Rien de particulier à signaler.' },

  // Numbers.
  'report.numbers': { en: 'All the numbers', fr: 'Tous les chiffres' },
  'report.number': { en: 'Number', fr: 'Indicateur' },
  'report.now': { en: 'This period', fr: 'Période' },
  'report.was': { en: 'Before', fr: 'Avant' },
  'report.change': { en: 'Change', fr: 'Évolution' },
  'report.few': { en: 'too few to say', fr: 'trop peu pour conclure' },
  'report.before': { en: '{value} before', fr: '{value} auparavant' },
  'report.moves': { en: 'What moved, and why', fr: 'Ce qui a bougé, et pourquoi' },
  'report.move': { en: '{name}: {value} ({change})', fr: '{name} : {value} ({change})' },
  'report.because-story': {
    en: 'Mostly one story: “{title}” ({outlet}), {share} of the difference.',
    fr: 'Surtout une actualité : « {title} » ({outlet}), {share} de l’écart.',
  },
  'report.because-gone': {
    en: 'Mostly a story that is over: “{title}” ({outlet}), {share} of the difference.',
    fr: 'Surtout une actualité retombée depuis : « {title} » ({outlet}), {share} de l’écart.',
  },
  'report.because-incident': {
    en: 'Mostly a crisis: {title}, {share} of the difference.',
    fr: 'Surtout une crise : {title}, {share} de l’écart.',
  },
  'report.share-least': { en: 'at least {value}', fr: 'au moins {value}' },
  'report.because-many': { en: 'No single cause.', fr: 'Pas de cause unique.' },
  'report.no-moves': {
    en: 'No number moved by more than usual.',
    fr: 'Aucun chiffre n’a bougé plus que d’ordinaire.',
  },
  'report.no-before': {
    en: 'There is nothing to compare with yet: the period before was not watched, or too little was heard.',
    fr: 'Rien à comparer pour l’instant : la période précédente n’était pas suivie, ou trop peu a été relevé.',
  },
  'report.trend-day': { en: 'Mentions by day', fr: 'Mentions par jour' },
  'report.trend-week': { en: 'Mentions by week', fr: 'Mentions par semaine' },
  'report.trend-month': { en: 'Mentions by month', fr: 'Mentions par mois' },
  'report.negative': { en: 'negative', fr: 'négatives' },
  'report.others': { en: 'neutral or positive', fr: 'neutres ou positives' },
  'report.not-watched': { en: '? not watched yet', fr: '? pas encore suivi' },
  'report.mood': { en: 'Mood', fr: 'Tonalité' },
  'report.mood-line': {
    en: 'Positive: {positive} · neutral: {neutral} · negative: {negative} · net sentiment: {net}',
    fr: 'Positives : {positive} · neutres : {neutral} · négatives : {negative} · tonalité nette : {net}',
  },
  'report.mood-unknown': {
    en: 'Mood: unknown, because {because}.',
    fr: 'Tonalité : inconnue, car {because}.',
  },
  'report.stories': { en: 'The stories told most', fr: 'Les actualités les plus reprises' },
  'report.head-story': { en: 'Story', fr: 'Actualité' },
  'report.head-first': { en: 'First told by', fr: 'Premier média' },
  'report.head-mentions': { en: 'Mentions', fr: 'Mentions' },
  'report.head-negative': { en: 'Negative', fr: 'Négatives' },
  'report.head-outlets': { en: 'Places', fr: 'Médias' },
  'report.no-title': { en: '(text erased, as the settings say)', fr: '(texte effacé, selon les réglages)' },

  // Competitors.
  'report.rivals': { en: 'Competitors', fr: 'Concurrents' },
  'report.rivals-chart': {
    en: 'Mentions, same sources and days',
    fr: 'Mentions, mêmes sources et mêmes jours',
  },
  'report.voice': { en: 'Share of voice: {value}', fr: 'Part de voix : {value}' },
  'report.rival-said': {
    en: '{name}: {mentions} ({change}). Told most: “{title}” ({outlet}).',
    fr: '{name} : {mentions} ({change}). Le plus repris : « {title} » ({outlet}).',
  },
  'report.rival-line': { en: '{name}: {mentions} ({change}).', fr: '{name} : {mentions} ({change}).' },
  'report.rival-alone': { en: '{name}: {mentions}.', fr: '{name} : {mentions}.' },
  'report.mentions': {
    en: { one: '{n} mention', other: '{n} mentions' },
    fr: { one: '{n} mention', other: '{n} mentions' },
  },

  // The work.
  'report.answered': { en: 'What was answered', fr: 'Nos réponses' },
  'report.replies': {
    en: { one: '{n} answer went out.', other: '{n} answers went out.' },
    fr: { one: '{n} réponse publiée.', other: '{n} réponses publiées.' },
  },
  'report.replies-none': { en: 'No answer went out.', fr: 'Aucune réponse publiée.' },
  'report.by-hand': {
    en: { one: '{n} mention was marked as answered.', other: '{n} mentions were marked as answered.' },
    fr: { one: '{n} mention marquée comme traitée.', other: '{n} mentions marquées comme traitées.' },
  },
  'report.ignored': {
    en: { one: '{n} mention was set aside.', other: '{n} mentions were set aside.' },
    fr: { one: '{n} mention écartée.', other: '{n} mentions écartées.' },
  },
  'report.measure-line': { en: '{name}: {value}', fr: '{name} : {value}' },
  'report.promises': { en: 'Promises', fr: 'Délais de réponse' },
  'report.head-promise': { en: 'Promise', fr: 'Engagement' },
  'report.head-made': { en: 'Made', fr: 'Attendues' },
  'report.head-kept': { en: 'In time', fr: 'À temps' },
  'report.head-missed': { en: 'Missed', fr: 'Hors délai' },
  'report.head-when': { en: 'When', fr: 'Quand' },
  'report.head-who': { en: 'Who', fr: 'Qui' },
  'report.head-to': { en: 'Answer to', fr: 'En réponse à' },
  'report.last-replies': { en: 'The last answers', fr: 'Les dernières réponses' },
  'report.unanswered': { en: 'Negative, without an answer', fr: 'Négatives, sans réponse' },
  'report.unanswered-more': {
    en: { one: 'and {n} more: `/inbox`', other: 'and {n} more: `/inbox`' },
    fr: { one: 'et {n} autre : `/boîte`', other: 'et {n} autres : `/boîte`' },
  },

  // What was not seen.
  'report.blind': { en: 'What these numbers do not hold', fr: 'Ce que ces chiffres ne disent pas' },
  'report.blind-source': {
    en: '{name} could not be read for {length}: {reason}',
    fr: '{name}, illisible pendant {length} : {reason}',
  },
  'report.blind-still': {
    en: '{name} could not be read for {length}, and still cannot: {reason}',
    fr: '{name}, illisible pendant {length} et toujours muette : {reason}',
  },
  'report.blind-board': {
    en: {
      one: '{n} of {watched} sources could not be read for {length}: {names}.',
      other: '{n} of {watched} sources could not be read for a time, up to {length}: {names}.',
    },
    fr: {
      one: '{n} source sur {watched} est restée illisible pendant {length} : {names}.',
      other: '{n} sources sur {watched} sont restées illisibles un temps, jusqu’à {length} : {names}.',
    },
  },
  'report.blind-untold': {
    en: {
      one: '{n} message could not be told to the team.',
      other: '{n} messages could not be told to the team.',
    },
    fr: {
      one: '{n} message n’a pas pu être transmis à l’équipe.',
      other: '{n} messages n’ont pas pu être transmis à l’équipe.',
    },
  },
  'report.blind-unknown': {
    en: '{name}: unknown, because {because}.',
    fr: '{name} : inconnu, car {because}.',
  },
  'report.blind-none': {
    en: { one: 'The one source was read all the time.', other: 'All {n} sources were read all the time.' },
    fr: {
      one: 'La seule source a été lue sans interruption.',
      other: 'Les {n} sources ont été lues sans interruption.',
    },
  },
  'report.blind-no-source': { en: 'No source is watched.', fr: 'Aucune source n’est suivie.' },

  // What to do.
  'report.todo': { en: 'Three things to do', fr: 'Trois choses à faire' },
  'report.todo-fewer': { en: 'To do', fr: 'À faire' },
  'report.todo-none': { en: 'Nothing asks for action.', fr: 'Rien n’appelle d’action particulière.' },
  'report.do-answer': {
    en: {
      one: 'Answer the negative mention that waits',
      other: 'Answer the {n} negative mentions that wait',
    },
    fr: {
      one: 'Répondre à la mention négative en attente',
      other: 'Répondre aux {n} mentions négatives en attente',
    },
  },
  'report.why-answer': {
    en: 'The oldest is of {date}; the most seen: “{title}” ({outlet}).',
    fr: 'La plus ancienne date du {date} ; la plus vue : « {title} » ({outlet}).',
  },
  'report.do-promise': {
    en: 'Keep the promise “{rule}”, or promise less',
    fr: 'Tenir l’engagement « {rule} », ou en promettre un autre',
  },
  'report.why-promise': {
    en: { one: 'Missed {missed} times out of {n}.', other: 'Missed {missed} times out of {n}.' },
    fr: { one: 'Manqué {missed} fois sur {n}.', other: 'Manqué {missed} fois sur {n}.' },
  },
  'report.do-rival': { en: 'Look at what is said of {name}', fr: 'Regarder ce qui se dit de {name}' },
  'report.why-rival': {
    en: '{mentions} against {before} before; told most: “{title}” ({outlet}).',
    fr: '{mentions} contre {before} auparavant ; le plus repris : « {title} » ({outlet}).',
  },
  'report.why-rival-alone': {
    en: '{mentions} against {before} before.',
    fr: '{mentions} contre {before} auparavant.',
  },
  'report.do-source': {
    en: 'Mend the source {name}, or replace it',
    fr: 'Rétablir la source {name}, ou la remplacer',
  },
  'report.why-source': {
    en: 'Unreadable for {length}, {share} of the time.',
    fr: 'Illisible pendant {length}, soit {share} du temps.',
  },
  'report.do-incident': { en: 'Close the crisis: {title}', fr: 'Clore la crise : {title}' },
  'report.why-incident': { en: 'Open since {since}.', fr: 'Ouverte depuis le {since}.' },
  'report.do-mood': { en: 'Find out what spoils the mood', fr: 'Comprendre ce qui dégrade la tonalité' },
  'report.why-mood': { en: 'Net sentiment fell: {change}.', fr: 'La tonalité nette recule : {change}.' },
  'report.do-competitors': {
    en: 'Name your competitors, so that a share of voice can be counted',
    fr: 'Nommer vos concurrents, pour mesurer la part de voix',
  },
  'report.why-competitors': {
    en: 'No topic is a competitor: `/watch add`.',
    fr: 'Aucun sujet n’est un concurrent : `/veille ajouter`.',
  },

  // The comment.
  'report.comment': { en: 'Comment', fr: 'Commentaire' },
  'report.comment-by': { en: 'Comment by {name}', fr: 'Commentaire de {name}' },
  'report.comment-drafted': {
    en: 'Drafted by Vigie from the numbers.',
    fr: 'Rédigé par Vigie à partir des chiffres.',
  },
  'report.comment-early': {
    en: 'Written on {date}, before the period was over.',
    fr: 'Rédigé le {date}, avant la fin de la période.',
  },
  'report.draft-volume': {
    en: {
      one: '{when} {team} was mentioned once ({change} {against}).',
      other: '{when} {team} was mentioned {n} times ({change} {against}).',
    },
    fr: {
      one: '{when}, {team} a fait l’objet d’une seule mention ({change} {against}).',
      other: '{when}, {team} a fait l’objet de {n} mentions ({change} {against}).',
    },
  },
  'report.draft-volume-alone': {
    en: { one: '{when} {team} was mentioned once.', other: '{when} {team} was mentioned {n} times.' },
    fr: {
      one: '{when}, {team} a fait l’objet d’une seule mention.',
      other: '{when}, {team} a fait l’objet de {n} mentions.',
    },
  },
  'report.draft-volume-none': {
    en: '{when} nothing was said of {team} in the sources that Vigie reads.',
    fr: '{when}, rien n’a été dit de {team} dans les sources que lit Vigie.',
  },
  'report.draft-mood': {
    en: 'Net sentiment stands at {net} ({change}).',
    fr: 'La tonalité nette s’établit à {net} ({change}).',
  },
  'report.draft-mood-alone': {
    en: 'Net sentiment stands at {net}.',
    fr: 'La tonalité nette s’établit à {net}.',
  },
  'report.draft-story': {
    en: 'Most of this comes from one story, “{title}” ({outlet}).',
    fr: 'L’essentiel tient à une actualité, « {title} » ({outlet}).',
  },
  'report.draft-gone': {
    en: 'The difference is mostly a story that is over, “{title}” ({outlet}).',
    fr: 'L’écart tient surtout à une actualité retombée depuis, « {title} » ({outlet}).',
  },
  'report.draft-incident': {
    en: 'Most of this comes from a crisis: {title}.',
    fr: 'L’essentiel tient à une crise : {title}.',
  },
  'report.draft-told': {
    en: 'The story told most was “{title}” ({outlet}).',
    fr: 'L’actualité la plus reprise a été « {title} » ({outlet}).',
  },
  'report.draft-work': {
    en: {
      one: 'The team dealt with {n} mention; {kept} of {made} promised answers came in time.',
      other: 'The team dealt with {n} mentions; {kept} of {made} promised answers came in time.',
    },
    fr: {
      one: 'L’équipe a traité {n} mention ; {kept} réponses attendues sur {made} ont été données dans les délais.',
      other:
        'L’équipe a traité {n} mentions ; {kept} réponses attendues sur {made} ont été données dans les délais.',
    },
  },
  'report.draft-work-alone': {
    en: { one: 'The team dealt with {n} mention.', other: 'The team dealt with {n} mentions.' },
    fr: { one: 'L’équipe a traité {n} mention.', other: 'L’équipe a traité {n} mentions.' },
  },
  'report.draft-voice': {
    en: 'Among those compared, its share of voice is {value}.',
    fr: 'Sa part de voix face aux concurrents suivis est de {value}.',
  },
  'report.draft-first': { en: 'First thing to do: {what}.', fr: 'Première chose à faire : {what}.' },

  // Definitions.
  'report.definitions': { en: 'How this is counted', fr: 'Comment ces chiffres sont établis' },

  // Files.
  'report.file': { en: 'report', fr: 'rapport' },
  'report.file-page': {
    en: 'The whole report as a page: dark or light, and it prints well',
    fr: 'Le rapport complet en page web : claire ou sombre, prête à imprimer',
  },
  'report.file-pdf': { en: 'The whole report as a PDF', fr: 'Le rapport complet en PDF' },
  'report.file-csv': {
    en: 'The numbers as a table, with how they are counted',
    fr: 'Les chiffres en tableau, avec leur mode de calcul',
  },
  'report.csv-name': { en: 'measure', fr: 'indicateur' },
  'report.csv-from': { en: 'from', fr: 'du' },
  'report.csv-to': { en: 'to', fr: 'au' },
  'report.csv-value': { en: 'value', fr: 'valeur' },
  'report.csv-unit': { en: 'unit', fr: 'unité' },
  'report.csv-before': { en: 'before', fr: 'avant' },
  'report.csv-change': { en: 'change', fr: 'évolution' },
  'report.csv-observations': { en: 'observations', fr: 'observations' },
  'report.csv-sure': { en: 'confidence', fr: 'fiabilité' },
  'report.csv-because': { en: 'remark', fr: 'remarque' },
  'report.csv-formula': { en: 'formula', fr: 'formule' },
  'report.unit-count': { en: 'count', fr: 'nombre' },
  'report.unit-percent': { en: 'share (0 to 1)', fr: 'part (0 à 1)' },
  'report.unit-score': { en: 'points', fr: 'points' },
  'report.unit-duration': { en: 'seconds', fr: 'secondes' },
  'report.unit-money': { en: 'money', fr: 'montant' },
  'report.sure-high': { en: 'high', fr: 'élevée' },
  'report.sure-medium': { en: 'medium', fr: 'moyenne' },
  'report.sure-low': { en: 'low', fr: 'faible' },

  // The command.
  'report.about': {
    en: 'A report on a period: look at it, comment on it, send it to the board or the team',
    fr: 'Un rapport sur une période : le relire, le commenter, l’envoyer à la direction ou à l’équipe',
  },
  'report.about-period': {
    en: 'Which period: last-month, last-week, 2026-10, 2026-11-01..2026-11-15…',
    fr: 'Quelle période : mois-dernier, semaine-dernière, 2026-10, 2026-11-01..2026-11-15…',
  },
  'report.about-reader': { en: 'For whom: board, team', fr: 'Pour qui : direction, équipe' },
  'report.reader-board': { en: 'board', fr: 'direction' },
  'report.reader-team': { en: 'team', fr: 'équipe' },
  'report.reader-unknown': {
    en: '“{given}” reads no reports; take “board” or “team”',
    fr: '« {given} » ne lit pas de rapport ; choisissez « direction » ou « équipe »',
  },
  'report.backwards': {
    en: 'This period ends ({to}) before it begins ({from}); turn the two days round.',
    fr: 'Cette période finit ({to}) avant de commencer ({from}) ; inversez les deux jours.',
  },
  'report.future': {
    en: 'This period begins on {from}: nothing of it has happened yet.',
    fr: 'Cette période commence le {from} : rien ne s’y est encore passé.',
  },
  'report.too-long': {
    en: 'A report covers at most {most} days; take a shorter period.',
    fr: 'Un rapport couvre au plus {most} jours ; choisissez une période plus courte.',
  },
  'report.preview': {
    en: 'Only you see this. It goes to: {places}.',
    fr: 'Aperçu visible de vous seulement. Destinataires : {places}.',
  },
  'report.goes-out': { en: 'It goes out {time}.', fr: 'Envoi prévu {time}.' },
  'report.places-none': { en: 'nobody yet', fr: 'personne pour l’instant' },
  'report.sent-already-to': { en: 'Sent already: {places}.', fr: 'Déjà envoyé : {places}.' },
  'report.waits-approval': {
    en: 'An approver has to approve the comment (version {nth}) before it goes out.',
    fr: 'Le commentaire (version {nth}) doit être validé avant l’envoi.',
  },
  'report.approved-by': {
    en: 'Comment approved by {name}, {time}.',
    fr: 'Commentaire validé par {name}, {time}.',
  },
  'report.edit': { en: 'Edit the comment', fr: 'Modifier le commentaire' },
  'report.approve': { en: 'Approve the comment', fr: 'Valider le commentaire' },
  'report.send': { en: 'Send now', fr: 'Envoyer maintenant' },
  'report.past': { en: 'Past reports', fr: 'Rapports passés' },
  'report.mail-again': { en: 'Mail again', fr: 'Renvoyer l’e-mail' },
  'report.edit-title': { en: 'Comment on the period', fr: 'Commentaire de la période' },
  'report.edit-text': { en: 'What the reader should know', fr: 'Ce que le lecteur doit retenir' },
  'report.edit-hint': {
    en: 'Plain text, {most} characters at most. It stands above the numbers.',
    fr: 'Texte simple, {most} caractères au plus. Il figure au-dessus des chiffres.',
  },
  'report.keep': { en: 'Keep', fr: 'Enregistrer' },
  'report.did-edit': {
    en: 'Kept as version {nth}. It will stand in the report.',
    fr: 'Enregistré : version {nth}. Elle figurera dans le rapport.',
  },
  'report.did-edit-approve': {
    en: 'Kept as version {nth}. Somebody else has to approve it.',
    fr: 'Enregistré : version {nth}. Une autre personne doit la valider.',
  },
  'report.did-approve': { en: 'Version {nth} is approved.', fr: 'Version {nth} validée.' },
  'report.did-approve-before': {
    en: 'This version was approved already.',
    fr: 'Cette version était déjà validée.',
  },
  'report.did-take-back': { en: 'Your approval is taken back.', fr: 'Votre validation est retirée.' },
  'report.did-send': { en: 'On its way to: {places}.', fr: 'En route vers : {places}.' },
  'report.did-mail-again': {
    en: { one: '{n} mail goes out once more.', other: '{n} mails go out once more.' },
    fr: { one: '{n} e-mail repart.', other: '{n} e-mails repartent.' },
  },
  'report.nothing-again': { en: 'No mail waits for that.', fr: 'Aucun e-mail n’est à renvoyer.' },
  'report.your-text': {
    en: 'Your text, so that it is not lost:',
    fr: 'Votre texte, pour ne pas le perdre :',
  },
  'report.none': { en: 'There is no report {id}.', fr: 'Il n’y a pas de rapport {id}.' },
  'report.sent-already': {
    en: 'This report was sent already; its comment stands.',
    fr: 'Ce rapport est déjà parti : son commentaire ne change plus.',
  },
  'report.sent-everywhere': {
    en: 'It was sent already to {places}. A report goes to each place once.',
    fr: 'Il est déjà parti vers {places}. Un rapport n’est envoyé qu’une fois à chaque destinataire.',
  },
  'report.approver-needed': {
    en: 'An approver has to do that.',
    fr: 'Cette validation revient à une personne habilitée à valider.',
  },
  'report.own': {
    en: 'Somebody else has to approve a comment that you wrote.',
    fr: 'Une autre personne doit valider un commentaire que vous avez écrit.',
  },
  'report.changed-since': {
    en: 'The comment was changed by {name} since; look at it again.',
    fr: 'Le commentaire a été modifié par {name} entre-temps ; relisez-le.',
  },
  'report.needs-approval': {
    en: 'The settings ask for an approval of the comment first: version {nth} waits for it.',
    fr: 'Les réglages demandent d’abord une validation du commentaire : la version {nth} l’attend.',
  },
  'report.empty-comment': { en: 'Write at least a word.', fr: 'Écrivez au moins un mot.' },
  'report.long-comment': {
    en: 'This is {length} characters long; {most} is the most.',
    fr: 'Ce texte fait {length} caractères ; le maximum est de {most}.',
  },
  'report.nowhere': {
    en: 'Nobody is named to send it to; say so in the settings (reports:), or use it from here.',
    fr: 'Aucun destinataire n’est défini ; indiquez-le dans les réglages (reports:), ou utilisez les fichiers ci-dessus.',
  },
  'report.past-title': { en: 'Reports that were sent', fr: 'Rapports envoyés' },
  'report.past-none': { en: 'None was sent yet.', fr: 'Aucun n’a encore été envoyé.' },
  'report.past-line': { en: '{reader}, sent {time} to {places}', fr: '{reader}, envoyé {time} à {places}' },
  'report.show': { en: 'Show', fr: 'Revoir' },

  // What is asked of the team before a report goes out.
  'report.ask-title': { en: 'Your comment on {period}', fr: 'Votre commentaire sur {period}' },
  'report.ask-title-sent': { en: 'Comment on {period}', fr: 'Commentaire sur {period}' },
  'report.ask': {
    en: 'The report “{plan}” goes out {time}, with what stands here. The numbers of the last days come with it.',
    fr: 'Le rapport « {plan} » part {time}, avec le texte ci-dessous. Les chiffres des derniers jours y seront.',
  },
  'report.ask-approve': {
    en: 'It also needs an approval: ✅ on this message, by somebody who did not write it.',
    fr: 'Il doit aussi être validé : ✅ sur ce message, par une personne qui ne l’a pas écrit.',
  },
  'report.ask-version': { en: 'Version {nth} by {name}', fr: 'Version {nth}, de {name}' },
  'report.ask-drafted': { en: 'Version {nth}, drafted by Vigie', fr: 'Version {nth}, rédigée par Vigie' },
  'report.ask-sent': { en: 'Sent {time}.', fr: 'Envoyé {time}.' },
  'report.ask-state': { en: 'State', fr: 'État' },
  'report.ask-waits': { en: 'waits for an approval', fr: 'en attente de validation' },
  'report.ask-approved': { en: 'approved by {name}', fr: 'validé par {name}' },
  'report.ask-free': { en: 'goes out as it stands', fr: 'partira en l’état' },
  'report.held': {
    en: 'The report “{plan}” ({period}) should have gone out {time}. It waits: nobody has approved version {nth} of its comment. ✅ here, and it goes.',
    fr: 'Le rapport « {plan} » ({period}) devait partir {time}. Il attend : la version {nth} du commentaire n’est pas validée. ✅ ici, et il part.',
  },
  'report.late': { en: 'Told late: it was due {due}.', fr: 'Avec du retard : il était prévu {due}.' },
  'report.mailed-to': {
    en: { one: 'by mail to {n} address', other: 'by mail to {n} addresses' },
    fr: { one: 'par e-mail à {n} adresse', other: 'par e-mail à {n} adresses' },
  },
  'report.more-lines': {
    en: { one: 'and {n} more', other: 'and {n} more' },
    fr: { one: 'et {n} autre', other: 'et {n} autres' },
  },
  'report.all-inside': {
    en: 'The whole is in the page and in the PDF.',
    fr: 'Le tout est dans la page et dans le PDF.',
  },

  // Mail.
  'mail.subject': { en: '{title}, {period}', fr: '{title}, {period}' },
  'mail.may-repeat': {
    en: 'This may have reached you before: the first time nobody confirmed it.',
    fr: 'Ce message vous est peut-être déjà parvenu : le premier envoi n’a pas été confirmé.',
  },
  'mail.attached': { en: 'The report is attached as a PDF.', fr: 'Le rapport est joint en PDF.' },
  'mail.failed-title': {
    en: 'A report could not be mailed',
    fr: 'Un rapport n’a pas pu être envoyé par e-mail',
  },
  'mail.waiting-title': {
    en: 'A report waits: the mail server refuses it for now',
    fr: 'Un rapport attend : le serveur de messagerie le refuse pour l’instant',
  },
  'mail.unsure-title': {
    en: 'Nobody knows whether a report was mailed',
    fr: 'Un rapport est peut-être parti par e-mail',
  },
  'mail.failed': { en: 'To {address}, {period}: {why}', fr: 'À {address}, {period} : {why}' },
  'mail.unsure': {
    en: 'To {address}, {period}: the server had all of it and never answered. Ask whether it arrived before you send it again.',
    fr: 'À {address}, {period} : le serveur a tout reçu et n’a jamais répondu. Vérifiez auprès du destinataire avant de renvoyer.',
  },
  'mail.goes-on': { en: 'I try again until {time}.', fr: 'Je réessaie jusqu’au {time}.' },
  'mail.no-server': {
    en: 'no mail server is set: name one under mail: in team.yaml, or in SMTP_URL',
    fr: 'aucun serveur de messagerie n’est défini : indiquez-le sous mail: dans team.yaml, ou dans SMTP_URL',
  },
  'mail.not-drawn': {
    en: 'its PDF could not be drawn; the log says why',
    fr: 'son PDF n’a pas pu être mis en page ; le journal dit pourquoi',
  },
  'mail.forgotten': {
    en: 'its text is erased, as the settings say',
    fr: 'son texte a été effacé, selon les réglages',
  },
  'mail.unreachable': {
    en: '{host} does not answer ({code}): check host and port, and the firewall',
    fr: '{host} ne répond pas ({code}) : vérifiez l’adresse, le port et le pare-feu',
  },
  'mail.hangs': {
    en: '{host} took too long to answer: check host and port; port 465 needs “secure: true”',
    fr: '{host} met trop de temps à répondre : vérifiez l’adresse et le port ; le port 465 demande « secure: true »',
  },
  'mail.no-tls': {
    en: '{host} offers no encryption (STARTTLS); for a server within your house say “secure: false”',
    fr: '{host} ne propose pas de chiffrement (STARTTLS) ; pour un serveur de votre réseau, indiquez « secure: false »',
  },
  'mail.tls-failed': {
    en: 'the encrypted connection to {host} failed ({code}): check its certificate, its name and the port',
    fr: 'la connexion chiffrée à {host} a échoué ({code}) : vérifiez son certificat, son nom et le port',
  },
  'mail.auth': {
    en: '{host} refuses the user or the password ({code}); check “user” and “password”: some providers want a password of their own for programs',
    fr: '{host} refuse l’identifiant ou le mot de passe ({code}) ; vérifiez « user » et « password » : certains fournisseurs exigent un mot de passe d’application',
  },
  'mail.refused': {
    en: '{host} refuses it for good ({code} {answer}); check the address and who it comes from',
    fr: '{host} le refuse définitivement ({code} {answer}) ; vérifiez l’adresse et l’expéditeur',
  },
  'mail.later': {
    en: '{host} asks to come back later ({code} {answer})',
    fr: '{host} demande de revenir plus tard ({code} {answer})',
  },
  'mail.gave-up': {
    en: 'a day of tries did not help: {why}',
    fr: 'une journée d’essais n’y a rien fait : {why}',
  },
  'mail.online-fine': {
    en: '{team}: the mail server {host} answers and lets us in',
    fr: '{team} : le serveur de messagerie {host} répond et nous accepte',
  },
  'mail.online-wrong': { en: '{team}: {why}', fr: '{team} : {why}' },

  // Settings.
  'settings.mail-address': {
    fr: '« {given} » n’est pas une adresse e-mail ; écrivez-en une seule, par exemple direction@nimbus.example',
    en: '“{given}” is no mail address; write one, such as board@nimbus.example',
  },
  'settings.mail-host': {
    fr: '« {given} » n’est pas un nom de serveur ; écrivez par exemple smtp.nimbus.example, sans port',
    en: '“{given}” is no server’s name; write it like smtp.nimbus.example, without a port',
  },
  'settings.mail-half': {
    fr: 'un mot de passe sans identifiant ; ajoutez « user »',
    en: 'a password without a user; add “user”',
  },
  'settings.mail-no-host': {
    fr: '« {setting} » n’a de sens qu’avec un serveur ; ajoutez « host », ou retirez cette ligne si SMTP_URL le nomme',
    en: '“{setting}” only goes with a server; add “host”, or remove this line where SMTP_URL names it',
  },
  'settings.mail-plain': {
    fr: 'le mot de passe voyagerait en clair jusqu’à « {given} » ; retirez « secure: false » (ou « tls=never »)',
    en: 'the password would travel in the open to “{given}”; remove “secure: false” (or “tls=never”)',
  },
  'settings.env-smtp': {
    fr: '{setting} n’est pas l’adresse d’un serveur de messagerie ; écrivez smtps://identifiant:motdepasse@smtp.nimbus.example:465, les signes particuliers encodés (%40 pour @)',
    en: '{setting} is no mail server’s address; write smtps://user:password@smtp.nimbus.example:465, with special characters encoded (%40 for @)',
  },
  'settings.report-on': {
    fr: '« {given} » ne va pas avec « every: {every} » ; pour month un jour de 1 à 28, pour week un jour comme monday, pour day rien',
    en: '“{given}” does not go with “every: {every}”; for month a day from 1 to 28, for week one such as monday, for day none',
  },
  'settings.report-nowhere': {
    fr: 'le rapport « {given} » n’est envoyé à personne ; ajoutez « to » (un canal) ou « mail » (des adresses)',
    en: 'the report “{given}” is sent to nobody; add “to” (a channel) or “mail” (addresses)',
  },
  'settings.report-no-server': {
    fr: 'ces adresses demandent un serveur de messagerie ; nommez-le sous « mail: » ou dans SMTP_URL',
    en: 'these addresses need a mail server; name it under “mail:” or in SMTP_URL',
  },
  'settings.report-no-sender': {
    fr: 'ces adresses demandent un expéditeur ; ajoutez « mail: { from: … } », ou SMTP_FROM',
    en: 'these addresses need a sender; add “mail: { from: … }”, or SMTP_FROM',
  },
})

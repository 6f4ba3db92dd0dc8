import { texts } from './text.ts'

/** Polls: how they are asked for, what stands in a channel, what only a voter reads. */
export default texts({
  'poll.about': { en: 'Ask your community a question', fr: 'Poser une question à votre communauté' },
  'poll.question': { en: 'your question', fr: 'votre question' },
  'poll.choices': { en: 'the choices', fr: 'les choix' },
  'poll.choices-hint': { en: 'One a line, 2 to 25 of them', fr: 'Un par ligne, de 2 à 25' },
  'poll.type': { en: 'one choice, several, or a ranking', fr: 'un choix, plusieurs, ou un classement' },
  'poll.max': { en: 'how many choices one may take', fr: 'combien de choix on peut prendre' },
  'poll.anonymous': { en: 'anonymous?', fr: 'anonyme ?' },
  'poll.until': { en: 'until when', fr: 'jusqu’à quand' },
  'poll.until-hint': {
    en: 'tomorrow 18:00, in 3 days, friday… Empty: you end it yourself',
    fr: 'demain 18h, dans 3 jours, vendredi… Vide : vous le terminez vous-même',
  },
  'poll.results': {
    en: 'when the results are shown: always, voted, end',
    fr: 'quand les résultats se voient : toujours, vote, fin',
  },
  'poll.suggestions': {
    en: 'may members suggest choices: no, approved, open',
    fr: 'les membres proposent-ils des choix : non, validées, libres',
  },
  'poll.quorum': {
    en: 'the votes it takes for the result to count',
    fr: 'le nombre de votes pour que le résultat compte',
  },
  'poll.votes': { en: 'ends with so many votes', fr: 'se termine à tant de votes' },
  'poll.who': {
    en: 'who may vote: a role of the team, or @group',
    fr: 'qui peut voter : un rôle de l’équipe, ou @groupe',
  },
  'poll.in': {
    en: 'in which channels: #general, discord:#news',
    fr: 'dans quels canaux : #general, discord:#annonces',
  },
  'poll.start': { en: 'when it begins: monday 9am', fr: 'quand il commence : lundi 9h' },
  'poll.every': {
    en: 'how often it comes again: day, week, month',
    fr: 'à quel rythme il revient : jour, semaine, mois',
  },
  'poll.ask': { en: 'Ask', fr: 'Poser la question' },
  'poll.form-question': { en: 'Your question', fr: 'Votre question' },
  'poll.form-choices': { en: 'The choices', fr: 'Les choix' },
  'poll.form-type': { en: 'How people vote', fr: 'Comment on vote' },
  'poll.form-anonymous': { en: 'Anonymous', fr: 'Anonyme' },
  'poll.form-until': { en: 'Until when', fr: 'Jusqu’à quand' },

  'poll.kind-single': { en: 'One choice', fr: 'Un seul choix' },
  'poll.kind-several': { en: 'Several choices', fr: 'Plusieurs choix' },
  'poll.kind-ranked': { en: 'A ranking', fr: 'Un classement' },
  'poll.results-always': { en: 'At once', fr: 'Tout de suite' },
  'poll.results-voted': { en: 'Once one has voted', fr: 'Une fois qu’on a voté' },
  'poll.results-end': { en: 'At the end', fr: 'À la fin' },
  'poll.suggestions-no': { en: 'No', fr: 'Non' },
  'poll.suggestions-approved': { en: 'Yes, when staff agrees', fr: 'Oui, si l’équipe valide' },
  'poll.suggestions-open': { en: 'Yes, at once', fr: 'Oui, tout de suite' },
  'poll.every-day': { en: 'every day', fr: 'tous les jours' },
  'poll.every-week': { en: 'every week', fr: 'toutes les semaines' },
  'poll.every-month': { en: 'every month', fr: 'tous les mois' },

  'poll.no-question': {
    en: 'The question is missing. Write it between quotes: `/poll "Which logo?" blue | green`.',
    fr: 'Il manque la question. Écrivez-la entre guillemets : `/sondage "Quel logo ?" bleu | vert`.',
  },
  'poll.question-long': {
    en: 'The question has {length} characters, {most} is the most. Shorten it.',
    fr: 'La question compte {length} caractères, le maximum est {most}. Raccourcissez-la.',
  },
  'poll.few-choices': {
    en: 'A poll takes at least two choices. Divide them with bars: blue | green.',
    fr: 'Il faut au moins deux choix. Séparez-les par des barres : bleu | vert.',
  },
  'poll.many-choices': {
    en: '{count} choices are too many: {most} is the most. Leave some out, or ask in two polls.',
    fr: '{count} choix, c’est trop : le maximum est {most}. Retirez-en, ou posez la question en deux sondages.',
  },
  'poll.empty-choice': {
    en: 'One of the choices is empty. Remove it, or write it out.',
    fr: 'Un des choix est vide. Retirez-le ou complétez-le.',
  },
  'poll.choice-long': {
    en: '“{choice}” is too long: a choice takes at most {most} characters.',
    fr: '« {choice} » est trop long : un choix compte au plus {most} caractères.',
  },
  'poll.twice': {
    en: '“{choice}” is there twice. Keep one.',
    fr: '« {choice} » figure deux fois. Gardez-en un.',
  },
  'poll.most': {
    en: 'One may take 1 to 25 choices, not {given}.',
    fr: 'On peut prendre de 1 à 25 choix, pas {given}.',
  },
  'poll.most-single': {
    en: 'A poll of one choice takes `max:1`. Add `type:several`, or leave `max:` out.',
    fr: 'Un sondage à choix unique n’accepte que `max:1`. Ajoutez `type:plusieurs`, ou retirez `max:`.',
  },
  'poll.zero': {
    en: 'A number of votes begins at 1. Leave `quorum:` or `votes:` out if you need none.',
    fr: 'Un nombre de votes commence à 1. Retirez `quorum:` ou `votes:` si vous n’en avez pas besoin.',
  },
  'poll.many-votes': {
    en: 'So many votes will never come: {most} is the most for `quorum:` and `votes:`.',
    fr: 'Autant de votes n’arriveront jamais : le maximum est {most} pour `quorum:` et `votes:`.',
  },
  'poll.quorum-first': {
    en: 'It would end with {votes} votes and never reach a quorum of {quorum}. Give a smaller `quorum:`, or more `votes:`.',
    fr: 'Il se terminerait à {votes} votes, sans jamais atteindre un quorum de {quorum}. Baissez `quorum:` ou augmentez `votes:`.',
  },
  'poll.ends-first': {
    en: 'It would end before it begins. Give a later `until:`, or an earlier `start:`.',
    fr: "Il se terminerait avant de commencer. Donnez un `jusqu'à:` plus tardif, ou un `début:` plus proche.",
  },
  'poll.overlap': {
    en: 'It would still run when the next one begins. Let it end sooner, or come again less often.',
    fr: 'Il serait encore en cours au début du suivant. Faites-le finir plus tôt, ou revenir moins souvent.',
  },
  'poll.many-places': {
    en: 'A poll stands in at most {most} channels.',
    fr: 'Un sondage paraît dans {most} canaux au plus.',
  },
  'poll.no-chat': {
    en: 'There is no chat “{given}”. Write slack:#channel or discord:#channel.',
    fr: 'Il n’y a pas de messagerie « {given} ». Écrivez slack:#canal ou discord:#canal.',
  },
  'poll.not-connected': {
    en: '{chat} is not connected for this team, so nothing can be said there. Choose another channel.',
    fr: '{chat} n’est pas connecté pour cette équipe, on ne peut donc rien y publier. Choisissez un autre canal.',
  },
  'poll.no-channel': {
    en: 'There is no channel #{channel} there that Vigie can see. Check its name, or invite Vigie to it.',
    fr: 'Vigie n’y voit aucun canal #{channel}. Vérifiez son nom, ou invitez-y Vigie.',
  },
  'poll.cannot-speak': {
    en: 'Nothing was started, since Vigie cannot speak in #{channel}: {why}',
    fr: 'Rien n’a été lancé, car Vigie ne peut pas écrire dans #{channel} : {why}',
  },
  'poll.no-role': {
    en: 'There is no role or group “{given}”. These are known: {known}.',
    fr: 'Il n’y a ni rôle ni groupe « {given} ». Voici ceux qui existent : {known}.',
  },

  'poll.made': { en: 'Poll {id} is on its way to {channels}.', fr: 'Le sondage {id} part dans {channels}.' },
  'poll.planned': {
    en: 'Noted: it begins {time} in {channels}.',
    fr: 'C’est noté : il commence {time} dans {channels}.',
  },
  'poll.will-end': { en: 'It ends {time}.', fr: 'Il se termine {time}.' },
  'poll.no-end': { en: 'It runs until you end it.', fr: 'Il dure jusqu’à ce que vous le terminiez.' },
  'poll.comes-again': {
    en: 'It comes again {every}: next {time}.',
    fr: 'Il revient {every} : la prochaine fois {time}.',
  },
  'poll.gives-away': {
    en: 'With few voters, results that are shown before the end can give people away: `results:end` hides them.',
    fr: 'Avec peu de votants, des résultats visibles avant la fin peuvent trahir les votes : `résultats:fin` les cache.',
  },
  'poll.manage': {
    en: '`/polls` shows all of them, ends them and gives the results as a table.',
    fr: '`/sondages` les montre tous, les termine et en donne les résultats en tableau.',
  },
  'poll.end-now': { en: 'End now', fr: 'Terminer' },
  'poll.cancel': { en: 'Delete the poll…', fr: 'Supprimer le sondage…' },
  'poll.cancel-what': {
    en: 'This deletes the poll for good, and the votes with it ({votes}). `/polls close` ends it and keeps the result.',
    fr: 'Le sondage sera supprimé définitivement, et ses votes avec lui ({votes}). `/sondages clore` le termine en gardant le résultat.',
  },
  'poll.erase': {
    en: { one: 'Delete with {n} vote', other: 'Delete with {n} votes' },
    fr: { one: 'Supprimer avec {n} vote', other: 'Supprimer avec {n} votes' },
  },
  'poll.strike': { en: 'Take out a suggestion', fr: 'Retirer une proposition' },
  'poll.keep': { en: 'Keep the poll', fr: 'Garder le sondage' },
  'poll.cancelled-tables': {
    en: 'This poll was deleted, and all votes with it: there is no table to give.',
    fr: 'Ce sondage a été supprimé avec tous ses votes : il n’y a pas de tableau à fournir.',
  },
  'poll.stop': { en: 'Stop repeating', fr: 'Ne plus répéter' },
  'poll.csv': { en: 'Table (CSV)', fr: 'Tableau (CSV)' },

  'poll.is-single': { en: 'one choice', fr: 'un seul choix' },
  'poll.is-several': { en: 'several choices', fr: 'plusieurs choix' },
  'poll.is-ranked': { en: 'a ranking', fr: 'classement' },
  'poll.up-to': {
    en: { one: 'up to {n} choice', other: 'up to {n} choices' },
    fr: { one: '{n} choix au plus', other: '{n} choix au plus' },
  },
  'poll.voters': {
    en: { one: '{n} vote', other: '{n} votes' },
    fr: { one: '{n} vote', other: '{n} votes' },
  },
  'poll.first-places': { en: 'bars show first places', fr: 'les barres comptent les premières places' },
  'poll.quorum-of': {
    en: { one: 'counts from {n} vote on', other: 'counts from {n} votes on' },
    fr: { one: 'compte à partir de {n} vote', other: 'compte à partir de {n} votes' },
  },
  'poll.only': { en: 'votes are for: {names}', fr: 'vote réservé à : {names}' },
  'poll.hidden-voted': { en: 'results once you have voted', fr: 'résultats une fois que vous avez voté' },
  'poll.hidden-end': { en: 'results at the end', fr: 'résultats à la fin' },
  'poll.ends': { en: 'ends {time}', fr: 'se termine {time}' },
  'poll.ends-votes': {
    en: { one: 'ends with {n} vote', other: 'ends with {n} votes' },
    fr: { one: 'se termine à {n} vote', other: 'se termine à {n} votes' },
  },
  'poll.ended': { en: 'ended {time}', fr: 'terminé {time}' },
  'poll.is-anonymous': {
    en: 'Anonymous: nobody here, staff included, can see who chose what. Until the end, only whoever runs Vigie’s server could find out; then nobody can.',
    fr: 'Anonyme : personne ici, pas même l’équipe, ne voit qui a choisi quoi. Jusqu’à la fin, seul l’administrateur du serveur de Vigie pourrait le retrouver ; ensuite, plus personne.',
  },
  'poll.is-open': {
    en: 'Not anonymous: the team can see who chose what.',
    fr: 'Non anonyme : l’équipe peut voir qui a choisi quoi.',
  },
  'poll.salt-gone': {
    en: 'The link between people and votes has been destroyed.',
    fr: 'Le lien entre les personnes et les votes a été détruit.',
  },
  'poll.choose': { en: 'Choose', fr: 'Choisissez' },
  'poll.choose-several': { en: 'Choose one or several', fr: 'Choisissez-en un ou plusieurs' },
  'poll.rank': { en: 'Rank the choices', fr: 'Classer les choix' },
  'poll.mine': { en: 'My vote', fr: 'Mon vote' },
  'poll.suggest': { en: 'Suggest a choice', fr: 'Proposer un choix' },
  'poll.bar': {
    en: { one: '{share} · {n} vote', other: '{share} · {n} votes' },
    fr: { one: '{share} · {n} vote', other: '{share} · {n} votes' },
  },
  'poll.share': { en: '{percent}%', fr: '{percent} %' },

  'poll.over': { en: 'The result: {question}', fr: 'Le résultat : {question}' },
  'poll.won': {
    en: {
      one: '**{names}** wins with {n} vote ({share}).',
      other: '**{names}** wins with {n} votes ({share}).',
    },
    fr: {
      one: '**{names}** l’emporte avec {n} vote ({share}).',
      other: '**{names}** l’emporte avec {n} votes ({share}).',
    },
  },
  'poll.won-rounds': {
    en: {
      one: '**{names}** wins after {rounds} with {n} vote ({share} of those that still count).',
      other: '**{names}** wins after {rounds} with {n} votes ({share} of those that still count).',
    },
    fr: {
      one: '**{names}** l’emporte après {rounds}, avec {n} vote ({share} de ceux qui comptent encore).',
      other: '**{names}** l’emporte après {rounds}, avec {n} votes ({share} de ceux qui comptent encore).',
    },
  },
  'poll.level': {
    en: { one: 'Level, with {n} vote each: **{names}**.', other: 'Level, with {n} votes each: **{names}**.' },
    fr: {
      one: 'Égalité, à {n} vote chacun : **{names}**.',
      other: 'Égalité, à {n} votes chacun : **{names}**.',
    },
  },
  'poll.nobody': { en: 'Nobody has voted.', fr: 'Personne n’a voté.' },
  'poll.ahead': {
    en: {
      one: 'Ahead: **{names}**, with {n} vote ({share}).',
      other: 'Ahead: **{names}**, with {n} votes ({share}).',
    },
    fr: {
      one: 'En tête : **{names}**, avec {n} vote ({share}).',
      other: 'En tête : **{names}**, avec {n} votes ({share}).',
    },
  },
  'poll.ahead-level': {
    en: { one: 'Ahead, with {n} vote each: **{names}**.', other: 'Ahead, with {n} votes each: **{names}**.' },
    fr: {
      one: 'En tête à égalité, {n} vote chacun : **{names}**.',
      other: 'En tête à égalité, {n} votes chacun : **{names}**.',
    },
  },
  'poll.no-quorum': {
    en: {
      one: 'This result does not count: the quorum of {quorum} was not reached with {n} vote.',
      other: 'This result does not count: the quorum of {quorum} was not reached with {n} votes.',
    },
    fr: {
      one: 'Le quorum n’est pas atteint : {n} vote ne suffit pas, il en fallait {quorum} pour que le résultat compte.',
      other:
        'Le quorum n’est pas atteint : {n} votes ne suffisent pas, il en fallait {quorum} pour que le résultat compte.',
    },
  },
  'poll.late': {
    en: 'It should have ended {time}: Vigie was off then, and ended it late.',
    fr: 'Il aurait dû se terminer {time} : Vigie était alors arrêtée, et l’a clos en retard.',
  },
  'poll.late-somehow': {
    en: 'It should have ended {time}, and was closed late.',
    fr: 'Il aurait dû se terminer {time} ; il a été clos en retard.',
  },
  'poll.missed': {
    en: 'This poll was to begin {time}. Vigie was off until after its end, so it was never asked. Plan it again if you still need it.',
    fr: 'Ce sondage devait commencer {time}. Vigie est restée arrêtée jusqu’après sa fin : il n’a donc jamais été publié. Programmez-le à nouveau s’il est encore utile.',
  },
  'poll.was-cancelled': {
    en: 'Cancelled by {name}: no vote was kept.',
    fr: 'Annulé par {name} : aucun vote n’a été conservé.',
  },
  'poll.round': { en: 'Round {nth}', fr: 'Tour {nth}' },
  'poll.rounds': {
    en: { one: '{n} round', other: '{n} rounds' },
    fr: { one: '{n} tour', other: '{n} tours' },
  },
  'poll.out': {
    en: { one: '{names} goes out', other: '{names} go out' },
    fr: { one: '{names} est éliminé', other: '{names} sont éliminés' },
  },
  'poll.level-last': {
    en: 'level in every round: {names}; the one listed last goes',
    fr: 'à égalité à tous les tours : {names} ; le dernier de la liste sort',
  },
  'poll.exhausted': {
    en: { one: '{n} ballot no longer counts', other: '{n} ballots no longer count' },
    fr: { one: '{n} bulletin ne compte plus', other: '{n} bulletins ne comptent plus' },
  },

  'poll.your-vote': { en: 'Your vote: **{names}**', fr: 'Votre vote : **{names}**' },
  'poll.your-ranking': {
    en: 'Your ranking, kept as you go:\n{ranking}',
    fr: 'Votre classement, enregistré au fur et à mesure :\n{ranking}',
  },
  'poll.not-voted': { en: 'You have not voted yet.', fr: 'Vous n’avez pas encore voté.' },
  'poll.over-secret': {
    en: 'This poll is over. If you voted, your vote was counted; what linked it to you has been destroyed, so nobody can show it to you any more.',
    fr: 'Ce sondage est terminé. Si vous avez voté, votre vote a été compté ; le lien entre vous et ce vote a été détruit, il ne peut donc plus vous être montré.',
  },
  'poll.over-not-voted': {
    en: 'This poll is over: you did not vote, or too long ago for it to be shown.',
    fr: 'Ce sondage est terminé : vous n’avez pas voté, ou il y a trop longtemps pour que ce soit encore affiché.',
  },
  'poll.rank-first': {
    en: 'Choose your favourite, then the next one, as far as you like. Each step is kept.',
    fr: 'Choisissez votre préféré, puis le suivant, et ainsi de suite, aussi loin que vous voulez. Chaque étape est enregistrée.',
  },
  'poll.rank-more': { en: 'Go on as far as you like.', fr: 'Continuez aussi loin que vous voulez.' },
  'poll.place': { en: 'Place {nth}', fr: 'Place {nth}' },
  'poll.undo': { en: 'Undo the last', fr: 'Retirer le dernier' },
  'poll.back': { en: 'Take my vote back', fr: 'Retirer mon vote' },
  'poll.change': { en: 'Change my choices', fr: 'Changer mes choix' },
  'poll.closed': {
    en: 'This poll is over: votes can no longer be changed.',
    fr: 'Ce sondage est terminé : les votes ne peuvent plus changer.',
  },
  'poll.not-yet': {
    en: 'This poll has not begun yet. `/polls` says when it will.',
    fr: 'Ce sondage n’a pas encore commencé. `/sondages` dit quand il commence.',
  },
  'poll.gone': {
    en: 'This poll no longer exists. `/polls` shows those there are.',
    fr: 'Ce sondage n’existe plus. `/sondages` montre ceux qui existent.',
  },
  'poll.gone-choice': {
    en: 'This choice is no longer there. Choose again from the newest message.',
    fr: 'Ce choix n’existe plus. Choisissez à nouveau depuis le dernier message.',
  },
  'poll.none-chosen': {
    en: 'Nothing is chosen. Choose at least one.',
    fr: 'Vous n’avez rien choisi. Choisissez au moins une réponse.',
  },
  'poll.too-many': {
    en: 'You chose {count}: {most} is the most. Take some away.',
    fr: 'Vous en avez choisi {count} : le maximum est {most}. Retirez-en.',
  },
  'poll.not-for-you': { en: 'Voting here is for: {names}.', fr: 'Ce vote est réservé à : {names}.' },
  'poll.role-gone': {
    en: 'Voting here is for: {names}, and no such role exists any more. Tell the team.',
    fr: 'Ce vote est réservé à : {names}. Or ce rôle n’existe plus : prévenez l’équipe.',
  },

  'poll.suggest-title': { en: 'Suggest a choice', fr: 'Proposer un choix' },
  'poll.suggestion': { en: 'your choice', fr: 'votre choix' },
  'poll.suggested': {
    en: 'It stands in the poll. You can vote for it now.',
    fr: 'C’est ajouté au sondage. Vous pouvez voter pour.',
  },
  'poll.suggested-waits': {
    en: 'Thank you. It appears once the team has agreed.',
    fr: 'Merci. Votre choix apparaîtra dès que l’équipe l’aura validé.',
  },
  'poll.no-suggestions': {
    en: 'This poll takes no suggestions.',
    fr: 'Ce sondage n’accepte pas de propositions.',
  },
  'poll.many-suggestions': {
    en: 'You have already suggested {most} choices: that is the most.',
    fr: 'Vous avez déjà proposé {most} choix : c’est le maximum.',
  },
  'poll.full': {
    en: 'The poll is full: {most} choices is the most.',
    fr: 'Le sondage est complet : {most} choix au maximum.',
  },
  'poll.there-already': {
    en: '“{choice}” is there already, or was suggested before.',
    fr: '« {choice} » y figure déjà, ou a déjà été proposé.',
  },
  'poll.suggestion-for': {
    en: 'A suggestion for the poll “{question}”',
    fr: 'Une proposition pour le sondage « {question} »',
  },
  'poll.by-name': { en: 'Suggested by {name}.', fr: 'Proposé par {name}.' },
  'poll.by-member': {
    en: 'Suggested by a member; the poll is anonymous.',
    fr: 'Proposé par un membre ; le sondage est anonyme.',
  },
  'poll.accept': { en: 'Add it', fr: 'Ajouter' },
  'poll.refuse': { en: 'Leave it out', fr: 'Écarter' },
  'poll.accepted': { en: 'Added by {name}.', fr: 'Ajouté par {name}.' },
  'poll.refused': { en: 'Left out by {name}.', fr: 'Écarté par {name}.' },
  'poll.decided': { en: 'This was decided before.', fr: 'C’est déjà tranché.' },

  'poll.list': { en: 'Polls', fr: 'Sondages' },
  'poll.list-about': {
    en: 'Your polls: running, planned, over',
    fr: 'Vos sondages : en cours, prévus, terminés',
  },
  'poll.which': {
    en: 'the number of a poll, as `/polls` shows it',
    fr: 'le numéro d’un sondage, comme `/sondages` le montre',
  },
  'poll.none-yet': {
    en: 'No poll yet. Ask the first one: `/poll "Which logo?" blue | green`.',
    fr: 'Pas encore de sondage. Posez la première question : `/sondage "Quel logo ?" bleu | vert`.',
  },
  'poll.more-polls': {
    en: 'Older ones are shown by their number: `/polls 3`.',
    fr: 'Les plus anciens s’affichent par leur numéro : `/sondages 3`.',
  },
  'poll.number': { en: 'no. {id}', fr: 'n° {id}' },
  'poll.state-scheduled': { en: 'begins {time}', fr: 'commence {time}' },
  'poll.state-running': { en: 'running, ends {time}', fr: 'en cours, se termine {time}' },
  'poll.state-open': { en: 'running', fr: 'en cours' },
  'poll.state-ended': { en: 'ended {time}', fr: 'terminé {time}' },
  'poll.state-cancelled': { en: 'cancelled {time}', fr: 'annulé {time}' },
  'poll.close-about': { en: 'End a poll now', fr: 'Terminer un sondage maintenant' },
  'poll.export-about': {
    en: 'The results of a poll as a table',
    fr: 'Les résultats d’un sondage en tableau',
  },
  'poll.stopped-before': {
    en: 'This poll had already been stopped.',
    fr: 'Ce sondage avait déjà été arrêté.',
  },
  'poll.still-hidden': {
    en: 'The results stay hidden, from the team too, until the poll ends.',
    fr: 'Les résultats restent cachés, même à l’équipe, jusqu’à la fin du sondage.',
  },
  'poll.tables': { en: 'The results, and who chose what.', fr: 'Les résultats, et qui a choisi quoi.' },
  'poll.tables-anonymous': {
    en: 'The results. Who chose what is nowhere to be found: the poll is anonymous.',
    fr: 'Les résultats. Qui a choisi quoi n’est écrit nulle part : le sondage est anonyme.',
  },
  'poll.table': { en: '{name}: {question}', fr: '{name} : {question}' },
  'poll.file': { en: 'poll', fr: 'sondage' },
  'poll.file-rounds': { en: 'rounds', fr: 'tours' },
  'poll.file-votes': { en: 'votes', fr: 'votes' },
  'poll.column-letter': { en: 'letter', fr: 'lettre' },
  'poll.column-choice': { en: 'choice', fr: 'choix' },
  'poll.column-votes': { en: 'votes', fr: 'votes' },
  'poll.column-share': { en: 'share', fr: 'part' },
  'poll.column-round': { en: 'round', fr: 'tour' },
  'poll.column-exhausted': { en: 'no longer counting', fr: 'ne comptent plus' },
  'poll.column-name': { en: 'name', fr: 'nom' },
  'poll.column-account': { en: 'account', fr: 'compte' },
  'poll.column-at': { en: 'time (UTC)', fr: 'heure (UTC)' },
  'poll.chart-bar': {
    en: { one: '{share} · {n} vote', other: '{share} · {n} votes' },
    fr: { one: '{share} · {n} vote', other: '{share} · {n} votes' },
  },
  'poll.chart-ranked': {
    en: '{voters}; each choice in the last round it stood in',
    fr: '{voters} ; chaque choix au dernier tour où il figurait',
  },

  'option.yes': { en: 'Yes', fr: 'Oui' },
  'option.no': { en: 'No', fr: 'Non' },
  'option.yes-or-no': {
    en: 'Yes or no? “{given}” is neither.',
    fr: 'Oui ou non ? « {given} » n’est ni l’un ni l’autre.',
  },
  'option.one-of': {
    en: '“{given}” is none of these: {choices}.',
    fr: '« {given} » ne fait pas partie de : {choices}.',
  },
})

import { texts } from './text.ts'

/** Who has what, by when, and what waits. */
export default texts({
  'promise.field': { en: 'Response time', fr: 'Délai de réponse' },
  'promise.until': { en: 'answer promised {time} at the latest', fr: 'réponse promise {time} au plus tard' },
  'promise.late': {
    en: '**late**: an answer was promised {time}',
    fr: '**en retard** : une réponse était promise {time}',
  },
  'promise.kept': { en: 'kept (promised {time})', fr: 'tenu (réponse promise {time})' },
  'promise.broken': {
    en: 'missed by {late} of opening time',
    fr: 'dépassé de {late}, en heures d’ouverture',
  },
  'promise.minutes': { en: '{minutes} min', fr: '{minutes} min' },
  'promise.hours': { en: '{hours} h', fr: '{hours} h' },
  'promise.hours-minutes': { en: '{hours} h {minutes}', fr: '{hours} h {minutes}' },

  'promise.remind-held': {
    en: '**{name}**, an answer was promised {time}: {left} left.',
    fr: '**{name}**, une réponse a été promise {time} : il reste {left}.',
  },
  'promise.remind-free': {
    en: 'An answer was promised {time}: {left} left, and nobody has it yet.',
    fr: 'Une réponse a été promise {time} : il reste {left}, et personne ne s’en occupe encore.',
  },
  'promise.late-held': {
    en: '**{name}**, the answer that was promised {time} is late.',
    fr: '**{name}**, la réponse promise {time} est en retard.',
  },
  'promise.late-free': {
    en: 'The answer that was promised {time} is late, and nobody has it.',
    fr: 'La réponse promise {time} est en retard, et personne ne s’en occupe.',
  },
  'promise.escalated': {
    en: 'Late by {late} of opening time. Now told as well: **{names}**.',
    fr: 'En retard de {late}, en heures d’ouverture. Au courant désormais : **{names}**.',
  },
  'promise.given-back': {
    en: 'Nothing was heard of {name} for {length} of opening time: who takes it?',
    fr: 'Plus de nouvelles de {name} depuis {length} d’ouverture : qui s’en occupe ?',
  },
  'promise.awake': {
    en: '**{name}**, you wanted to come back to this now.',
    fr: '**{name}**, vous vouliez y revenir maintenant.',
  },
  'promise.handed': {
    en: '{from} gives this to **{name}**.',
    fr: '{from} confie cette mention à **{name}**.',
  },
  'promise.of-other': {
    en: 'about mention {id} of this story',
    fr: 'il s’agit de la mention {id} de ce sujet',
  },
  'promise.crowd': {
    en: { one: '{n} mention needs somebody now.', other: '{n} mentions need somebody now.' },
    fr: {
      one: '{n} mention a besoin de quelqu’un maintenant.',
      other: '{n} mentions ont besoin de quelqu’un maintenant.',
    },
  },
  'promise.crowd-late': {
    en: { one: '{n} of them is late.', other: '{n} of them are late.' },
    fr: { one: '{n} d’entre elles est en retard.', other: '{n} d’entre elles sont en retard.' },
  },

  'promise.letter-handed-over': { en: '{by} gives you this mention.', fr: '{by} vous confie cette mention.' },
  'promise.letter-remind': {
    en: 'You have this mention, and its answer is due soon.',
    fr: 'Vous avez cette mention en charge, et sa réponse est attendue bientôt.',
  },
  'promise.letter-late': {
    en: 'You have this mention, and its answer is late.',
    fr: 'Vous avez cette mention en charge, et sa réponse est en retard.',
  },
  'promise.letter-escalate': {
    en: 'Nobody has answered this mention in time.',
    fr: 'Personne n’a répondu à temps à cette mention.',
  },
  'promise.letter-give-back': {
    en: 'You have not been heard of: this mention is on the pile again.',
    fr: 'Sans nouvelles de vous, cette mention est revenue dans la pile.',
  },
  'promise.letter-awake': {
    en: 'You wanted to come back to this mention now.',
    fr: 'Vous vouliez revenir maintenant à cette mention.',
  },
  'promise.letters': {
    en: { one: '{n} mention waits for you', other: '{n} mentions wait for you' },
    fr: { one: '{n} mention vous attend', other: '{n} mentions vous attendent' },
  },

  'mention.give': { en: 'Hand over…', fr: 'Confier à…' },
  'mention.give-title': { en: 'Who takes mention {id}?', fr: 'À qui confier la mention {id} ?' },
  'mention.give-choose': { en: 'Choose somebody of the team', fr: 'Choisissez quelqu’un de l’équipe' },
  'mention.give-others': { en: 'Somebody else of the chat', fr: 'Quelqu’un d’autre de la messagerie' },
  'mention.not-staff': {
    en: '{name} is not of the team, and may not answer. Give them a role with `/setup`.',
    fr: '{name} n’est pas de l’équipe et ne peut pas répondre. Donnez-lui un rôle avec `/installation`.',
  },
  'mention.give-nobody': {
    en: 'Nobody of {team} but you may answer. Give somebody a role with `/setup`.',
    fr: 'Personne d’autre que vous ne peut répondre pour {team}. Donnez un rôle à quelqu’un avec `/installation`.',
  },
  'mention.gave': {
    en: 'Done: {name} has mention {id} and is told so.',
    fr: 'C’est fait : {name} s’occupe de la mention {id}, et en est averti.',
  },
  'mention.gave-self': {
    en: 'You have mention {id} now.',
    fr: 'Vous vous occupez maintenant de la mention {id}.',
  },
  'mention.one-thing': {
    en: 'Hand it over, or come back to it later: one of the two. Nothing was done.',
    fr: 'La confier, ou y revenir plus tard : l’un des deux. Rien n’a été fait.',
  },
  'mention.has-it': { en: '{name} already has it.', fr: '{name} s’en occupe déjà.' },
  'mention.no-one': {
    en: 'Nobody of the team who may answer is called “{given}”. There are: {names}.',
    fr: 'Dans l’équipe, personne qui puisse répondre ne s’appelle « {given} ». Il y a : {names}.',
  },
  'mention.to': { en: 'Who shall have it: a name of the team', fr: 'À qui la confier : un nom de l’équipe' },
  'mention.later': { en: 'Later…', fr: 'Plus tard…' },
  'mention.later-option': {
    en: 'When you want to be reminded: in 2h, tomorrow 9am',
    fr: 'Quand vous le rappeler : dans 2h, demain 9h',
  },
  'mention.later-title': { en: 'Come back to it later', fr: 'Y revenir plus tard' },
  'mention.later-when': { en: 'When?', fr: 'Quand ?' },
  'mention.later-hint': { en: 'in 2h, tomorrow 9am, monday…', fr: 'dans 2h, demain 9h, lundi…' },
  'mention.later-far': {
    en: '“{given}” is more than a month ahead. Give a nearer moment, or ignore the mention.',
    fr: '« {given} » est dans plus d’un mois. Donnez un moment plus proche, ou ignorez la mention.',
  },
  'mention.snoozed': { en: 'reminder {time}', fr: 'rappel {time}' },
  'mention.later-done': {
    en: 'I remind you {time}. You have the mention meanwhile.',
    fr: 'Je vous le rappelle {time}. D’ici là, la mention reste à votre nom.',
  },
  'mention.later-promise': {
    en: 'The promise stands: an answer is due {time}.',
    fr: 'La promesse, elle, ne bouge pas : une réponse est attendue {time}.',
  },
  'mention.took': { en: 'You have it.', fr: 'Vous vous en occupez.' },
  'mention.state-handed': {
    en: 'Given to {name} by {from} {time}',
    fr: 'Confiée à {name} par {from} {time}',
  },

  'inbox.about': {
    en: 'What waits for an answer, the oldest promise first',
    fr: 'Ce qui attend une réponse, la promesse la plus ancienne d’abord',
  },
  'inbox.which': { en: 'mine, unassigned, late or all', fr: 'miennes, libres, retard ou toutes' },
  'inbox.all': { en: 'All', fr: 'Toutes' },
  'inbox.mine': { en: 'Mine', fr: 'Les miennes' },
  'inbox.unassigned': { en: 'Nobody’s', fr: 'Libres' },
  'inbox.late': { en: 'Late', fr: 'En retard' },
  'inbox.title': {
    en: { one: '{n} mention waits for an answer', other: '{n} mentions wait for an answer' },
    fr: { one: '{n} mention attend une réponse', other: '{n} mentions attendent une réponse' },
  },
  'inbox.title-mine': {
    en: { one: '{n} of yours waits for an answer', other: '{n} of yours wait for an answer' },
    fr: { one: '{n} des vôtres attend une réponse', other: '{n} des vôtres attendent une réponse' },
  },
  'inbox.title-unassigned': {
    en: { one: '{n} mention that nobody has', other: '{n} mentions that nobody has' },
    fr: { one: '{n} mention dont personne ne s’occupe', other: '{n} mentions dont personne ne s’occupe' },
  },
  'inbox.title-late': {
    en: { one: '{n} answer is late', other: '{n} answers are late' },
    fr: { one: '{n} réponse est en retard', other: '{n} réponses sont en retard' },
  },
  'inbox.counts-late': {
    en: { one: '**{n}** late', other: '**{n}** late' },
    fr: { one: '**{n}** en retard', other: '**{n}** en retard' },
  },
  'inbox.counts-free': {
    en: { one: '**{n}** that nobody has', other: '**{n}** that nobody has' },
    fr: { one: '**{n}** sans personne', other: '**{n}** sans personne' },
  },
  'inbox.empty': { en: 'Nothing waits', fr: 'Rien n’attend' },
  'inbox.empty-all': {
    en: 'Everybody has their answer. I promise one where `promises:` of {file} says so.',
    fr: 'Tout le monde a sa réponse. J’en promets une là où `promises:` de {file} le dit.',
  },
  'inbox.empty-mine': { en: 'You have nothing to answer.', fr: 'Vous n’avez rien à traiter.' },
  'inbox.empty-unassigned': {
    en: 'Everything is in somebody’s hands.',
    fr: 'Tout est entre les mains de quelqu’un.',
  },
  'inbox.empty-late': { en: 'No answer is late.', fr: 'Aucune réponse n’est en retard.' },
  'inbox.no-promises': {
    en: 'This team promises no answers: name some under `promises:` in {file}.',
    fr: 'Cette équipe ne promet aucune réponse : nommez-en sous `promises:` dans {file}.',
  },
  'inbox.unread-which': {
    en: '“{given}” is none of them: write mine, unassigned, late or all.',
    fr: '« {given} » n’en fait pas partie : écrivez miennes, libres, retard ou toutes.',
  },
  'inbox.held': { en: '{name} has it', fr: '{name} s’en occupe' },
  'inbox.yours': { en: 'you have it', fr: 'vous vous en occupez' },
  'inbox.free': { en: 'nobody has it', fr: 'personne ne s’en occupe' },
  'inbox.until': { en: 'answer promised {time}', fr: 'réponse promise {time}' },
  'inbox.late-by': {
    en: '**late by {late}** (promised {time})',
    fr: '**en retard de {late}** (promise {time})',
  },
  'inbox.no-promise': { en: 'nothing promised', fr: 'sans délai promis' },
  'inbox.take': { en: 'I take it', fr: 'Je m’en occupe' },
  'inbox.open': { en: 'Open', fr: 'Ouvrir' },
  'inbox.look': { en: 'Open the inbox', fr: 'Ouvrir la boîte' },
  'inbox.first': { en: 'First page', fr: 'Première page' },
  'inbox.next': { en: 'Next', fr: 'Suite' },
  'inbox.note': { en: 'Times count in opening hours.', fr: 'Les délais se comptent en heures d’ouverture.' },

  'why.promise': { en: 'Promise', fr: 'Promesse' },
  'why.promise-rule': {
    en: 'rule “{rule}”: within {length} of opening time, that is {time}',
    fr: 'règle « {rule} » : en {length} d’ouverture, soit {time}',
  },
  'why.promise-reminded': { en: 'reminder {time}', fr: 'rappel {time}' },
  'why.promise-late': { en: 'said to be late {time}', fr: 'retard signalé {time}' },
  'why.promise-escalated': { en: '{time} {who} were told', fr: '{time}, prévenus : {who}' },
  'why.promise-given-back': {
    en: 'taken from {who} {time}, for want of news',
    fr: 'retirée à {who} {time}, faute de nouvelles',
  },
  'why.promise-snoozed': { en: 'set aside by {who} {time}', fr: 'mise de côté par {who} {time}' },
  'why.promise-handed-over': { en: 'given to {who} {time}', fr: 'confiée à {who} {time}' },
})

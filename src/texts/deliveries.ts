import { texts } from './text.ts'

export default texts({
  'deliveries.about': {
    en: 'What waits to be told, what was told, and what could not be',
    fr: 'Ce qui attend d’être signalé, ce qui l’a été, et ce qui n’a pas pu l’être',
  },
  'deliveries.channel': { en: 'Only this channel', fr: 'Ce canal seulement' },
  'deliveries.state': {
    en: 'waiting, told, given up or possible repeats',
    fr: 'en attente, signalé, abandonné ou doublons possibles',
  },
  'deliveries.since': {
    en: 'From when on: 24h, 3d, yesterday, 2026-11-01',
    fr: 'Depuis quand : 24h, 3j, hier, 01/11/2026',
  },
  'deliveries.no-state': {
    en: '“{given}” is no state. Choose waiting, told, given-up or repeats.',
    fr: '« {given} » n’est pas un état. Choisissez attente, signalé, abandonné ou doublons.',
  },
  'deliveries.no-channel': {
    en: 'This team tells nothing in #{given}. Its channels: {channels}.',
    fr: 'Cette équipe ne signale rien dans #{given}. Ses canaux : {channels}.',
  },
  'deliveries.choice-waiting': { en: 'waiting', fr: 'en attente' },
  'deliveries.choice-told': { en: 'told', fr: 'signalé' },
  'deliveries.choice-given-up': { en: 'given up', fr: 'abandonné' },
  'deliveries.choice-repeat': { en: 'possible repeats', fr: 'doublons possibles' },

  'deliveries.title': { en: 'What I tell you', fr: 'Ce que je vous signale' },
  'deliveries.waiting': {
    en: '**{n}** waiting',
    fr: '**{n}** en attente',
  },
  'deliveries.told': {
    en: '**{n}** told',
    fr: { one: '**{n}** message envoyé', other: '**{n}** messages envoyés' },
  },
  'deliveries.given-up': {
    en: '**{n}** given up',
    fr: { one: '**{n}** abandonné', other: '**{n}** abandonnés' },
  },
  'deliveries.repeat': {
    en: { one: '**{n}** possible repeat', other: '**{n}** possible repeats' },
    fr: { one: '**{n}** doublon possible', other: '**{n}** doublons possibles' },
  },
  'deliveries.none': { en: 'Nothing to show', fr: 'Rien à montrer' },
  'deliveries.none-why': {
    en: 'Nothing fits here. What I hear of you is told in your channels as it comes; `/sources` says where I listen.',
    fr: 'Rien ne correspond. Ce que j’entends à votre sujet est signalé dans vos canaux au fil de l’eau ; `/sources` dit où j’écoute.',
  },
  'deliveries.only-channel': { en: 'in #{channel}', fr: 'dans #{channel}' },
  'deliveries.only-since': { en: 'since {time}', fr: 'depuis : {time}' },

  'deliveries.queue': {
    en: { one: '{n} waiting since {since}: {why}', other: '{n} waiting, the oldest since {since}: {why}' },
    fr: {
      one: '{n} en attente depuis {since} : {why}',
      other: '{n} en attente, le plus ancien depuis {since} : {why}',
    },
  },
  'deliveries.waits': {
    en: '⏳ For #{channel}, since {since}: {why}',
    fr: '⏳ Pour #{channel}, depuis {since} : {why}',
  },
  'deliveries.why-sending': { en: 'it is being told right now', fr: 'l’envoi est en cours' },
  'deliveries.why-behind': {
    en: 'it goes into the thread of a message that waits too',
    fr: 'il va dans le fil d’un message qui attend lui aussi',
  },
  'deliveries.why-quiet': { en: 'quiet hours, until {time}', fr: 'heures calmes, jusqu’à {time}' },
  'deliveries.why-limited': {
    en: 'the channel takes nothing more for now; next at {time}',
    fr: 'le canal n’accepte plus rien pour l’instant ; prochain envoi à {time}',
  },
  'deliveries.why-interrupted': {
    en: 'I was stopped while telling it; I look whether it arrived before I say it again',
    fr: 'j’ai été interrompue pendant l’envoi ; je regarde s’il est arrivé avant de le redire',
  },
  'deliveries.why-unreachable': {
    en: '{reason}; next try at {time}',
    fr: '{reason} ; prochain essai à {time}',
  },
  'deliveries.why-trouble': {
    en: {
      one: '{reason}; tried once, next try at {time}',
      other: '{reason}; tried {n} times, next try at {time}',
    },
    fr: {
      one: '{reason} ; un essai jusqu’ici, le prochain à {time}',
      other: '{reason} ; {n} essais jusqu’ici, le prochain à {time}',
    },
  },
  'deliveries.why-turn': { en: 'its turn comes', fr: 'c’est bientôt son tour' },
  'deliveries.was-told': { en: '✅ In #{channel}, {time}', fr: '✅ Dans #{channel}, {time}' },
  'deliveries.outdated': {
    en: 'a change to it still waits: {why}',
    fr: 'une modification attend encore : {why}',
  },
  'deliveries.may-repeat': {
    en: '🔁 may stand there twice: an answer was lost, and I could not look',
    fr: '🔁 y figure peut-être deux fois : une réponse s’est perdue, et je n’ai pas pu vérifier',
  },
  'deliveries.was-given-up': {
    en: '⛔ Not told in #{channel}: {reason}',
    fr: '⛔ Pas signalé dans #{channel} : {reason}',
  },
  'deliveries.perhaps': {
    en: 'an earlier try may have arrived',
    fr: 'un essai précédent est peut-être arrivé',
  },
  'deliveries.unconfirmed': {
    en: '❔ Perhaps in #{channel}: I said it, no answer ever came, and I cannot look there. See for yourself before you try again',
    fr: '❔ Peut-être dans #{channel} : je l’ai envoyé sans jamais recevoir de réponse, et je ne peux pas vérifier. Regardez-y avant de réessayer',
  },
  'deliveries.change-given-up': {
    en: '⛔ Told in #{channel} {time}, but could not be brought up to date: {reason}',
    fr: '⛔ Envoyé dans #{channel} {time}, mais n’a pas pu être mis à jour : {reason}',
  },
  'deliveries.dismissed-by': { en: 'dismissed by {by}, {time}', fr: 'écarté par {by}, {time}' },
  'deliveries.reason-thread': {
    en: 'the message in whose thread it belongs was not told',
    fr: 'le message dans le fil duquel il va n’a pas été envoyé',
  },
  'deliveries.reason-unconnected': { en: '{chat} is not connected', fr: '{chat} n’est pas connecté' },
  'deliveries.reason-chat': { en: '{chat} says “{words}”', fr: '{chat} répond « {words} »' },
  'deliveries.reason-none': { en: 'nobody said why', fr: 'personne n’a dit pourquoi' },
  'deliveries.chat-local': { en: 'the workspace', fr: 'l’espace local' },
  'deliveries.chat-slack': { en: 'Slack', fr: 'Slack' },
  'deliveries.chat-discord': { en: 'Discord', fr: 'Discord' },

  'deliveries.retry': { en: 'Try again', fr: 'Réessayer' },
  'deliveries.dismiss': { en: 'Dismiss', fr: 'Écarter' },
  'deliveries.retried': {
    en: 'I am trying again. `/deliveries` says how it went.',
    fr: 'Je réessaie. `/envois` dit ce que cela donne.',
  },
  'deliveries.told-since': {
    en: 'Another message has told this story in the same channel since: I dismissed this one instead of ringing twice.',
    fr: 'Un autre message a signalé cette actualité dans le même canal entre-temps : j’ai écarté celui-ci plutôt que de sonner deux fois.',
  },
  'deliveries.dismissed': {
    en: 'Dismissed: it is no longer shown here. `/deliveries state:given-up` still lists it.',
    fr: 'Écarté : il n’est plus montré ici. `/envois état:abandonné` le liste encore.',
  },
  'deliveries.not-given-up': {
    en: 'This one is no longer given up: somebody was faster, or it is too old to be kept. `/deliveries` shows how things stand.',
    fr: 'Celui-ci n’est plus abandonné : quelqu’un a été plus rapide, ou il est trop ancien pour être encore gardé. `/envois` montre où on en est.',
  },
  'deliveries.page': { en: '{from} to {to} of {all}', fr: '{from} à {to} sur {all}' },
  'deliveries.next': { en: 'More', fr: 'Suite' },
  'deliveries.previous': { en: 'Back', fr: 'Retour' },
  'deliveries.forgotten-list': {
    en: 'This list is a day old and I no longer remember it. Ask again with `/deliveries`.',
    fr: 'Cette liste a plus d’un jour, je ne m’en souviens plus. Redemandez-la avec `/envois`.',
  },
})

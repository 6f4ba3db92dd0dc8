import { texts } from './text.ts'

/** What only Discord says. */
export default texts({
  'discord.open': { en: 'Open', fr: 'Ouvrir' },
  'discord.reference': { en: 'Ref. {reference}', fr: 'Réf. {reference}' },
  'discord.one-of': { en: 'One of: {choices}', fr: 'Au choix : {choices}' },
  'discord.show': { en: 'show', fr: 'voir' },
  'discord.vigie': {
    en: 'Any command as one line of text: /vigie help',
    fr: 'N’importe quelle commande en une ligne : /vigie aide',
  },
  'discord.line': { en: 'line', fr: 'ligne' },
  'discord.line-about': { en: 'The command and what goes with it', fr: 'La commande et ce qui la précise' },
  'discord.invite-how': {
    en: 'Open the address of “invite” with an account that may manage the server, and choose that server.',
    fr: 'Ouvrez l’adresse de « invite » avec un compte qui peut gérer le serveur, puis choisissez ce serveur.',
  },
  'discord.invite-whose': {
    en: 'In the address of “invite”, put in place of <APPLICATION_ID> the one of your application (https://discord.com/developers/applications, General Information), or set DISCORD_TOKEN and ask again. Then open it with an account that may manage the server, and choose that server.',
    fr: 'Dans l’adresse de « invite », remplacez <APPLICATION_ID> par celui de votre application (https://discord.com/developers/applications, General Information), ou renseignez DISCORD_TOKEN et redemandez. Ouvrez-la ensuite avec un compte qui peut gérer le serveur, puis choisissez ce serveur.',
  },
  'discord.intents-how': {
    en: 'None to switch on. Only where a team listens to its community: “Message Content Intent” and “Server Members Intent” (Bot, Privileged Gateway Intents).',
    fr: 'Aucun à activer. Seulement si une équipe écoute sa communauté : « Message Content Intent » et « Server Members Intent » (Bot, Privileged Gateway Intents).',
  },
  'discord.may-ViewChannel': { en: 'to see the channels it speaks in', fr: 'voir les salons où elle parle' },
  'discord.may-SendMessages': { en: 'to tell alerts and digests', fr: 'envoyer alertes et synthèses' },
  'discord.may-CreatePublicThreads': {
    en: 'to open a thread below an alert, and posts in forums',
    fr: 'ouvrir un fil sous une alerte, et des publications dans les forums',
  },
  'discord.may-SendMessagesInThreads': {
    en: 'to tell there what follows of a story',
    fr: 'y raconter la suite d’une histoire',
  },
  'discord.may-EmbedLinks': {
    en: 'to show messages as cards: without it they would be empty',
    fr: 'afficher les messages en cartes : sans cela, ils seraient vides',
  },
  'discord.may-AttachFiles': { en: 'to send charts and tables', fr: 'envoyer graphiques et tableaux' },
  'discord.may-ReadMessageHistory': {
    en: 'to find what it said before, so that nothing is said twice after a failure',
    fr: 'retrouver ce qu’elle a déjà dit, pour ne rien répéter après une panne',
  },
  'discord.may-AddReactions': {
    en: 'to offer reactions that take up an alert with one tap',
    fr: 'proposer des réactions qui prennent une alerte en charge d’un geste',
  },
})

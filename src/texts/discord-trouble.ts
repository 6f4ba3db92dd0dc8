import { texts } from './text.ts'

/** What stands between Vigie and Discord, each with its cure. */
export default texts({
  'discord.no-channel': {
    en: 'There is no channel #{channel} in the server. If it has a new name, set it again with `/setup`.',
    fr: 'Il n’y a pas de salon #{channel} sur le serveur. S’il a changé de nom, réglez-le à nouveau avec `/installation`.',
  },
  'discord.no-such-channel': {
    en: 'This channel was deleted, or Vigie may not see it. Choose another one with `/setup`.',
    fr: 'Ce salon a été supprimé, ou Vigie ne peut pas le voir. Choisissez-en un autre avec `/installation`.',
  },
  'discord.no-such-message': {
    en: 'This message is no longer in Discord.',
    fr: 'Ce message n’existe plus dans Discord.',
  },
  'discord.no-such-server': {
    en: 'Vigie is no longer in this Discord server. Invite it again: `vigie manifest discord` prints the address.',
    fr: 'Vigie n’est plus sur ce serveur Discord. Invitez-la à nouveau : `vigie manifest discord` en donne l’adresse.',
  },
  'discord.no-access': {
    en: 'Discord does not show Vigie this channel. Open it to Vigie in the channel’s settings, under Permissions.',
    fr: 'Discord ne montre pas ce salon à Vigie. Ouvrez-le-lui dans les paramètres du salon, onglet Permissions.',
  },
  'discord.no-permission': {
    en: 'Discord does not let Vigie do this here: a permission is missing. `/setup` names it.',
    fr: 'Discord ne laisse pas Vigie faire cela ici : il lui manque une permission. `/installation` la nomme.',
  },
  'discord.closed': {
    en: 'This person takes no private messages from members of the server.',
    fr: 'Cette personne n’accepte pas les messages privés des membres du serveur.',
  },
  'discord.locked': {
    en: 'This thread is closed. Open it again in Discord for Vigie to go on there.',
    fr: 'Ce fil est fermé. Rouvrez-le dans Discord pour que Vigie y continue.',
  },
  'discord.many-threads': {
    en: 'The server has as many open threads as Discord allows. Close some old ones.',
    fr: 'Le serveur a autant de fils ouverts que Discord le permet. Fermez-en quelques anciens.',
  },
  'discord.moderated': {
    en: 'The server’s AutoMod blocks this message. Exempt Vigie’s role in the server’s settings, under Safety Setup, AutoMod.',
    fr: 'L’AutoMod du serveur bloque ce message. Exemptez-en le rôle de Vigie dans les paramètres du serveur, sous Configuration de la sécurité, AutoMod.',
  },
  'discord.too-big': {
    en: 'This is more than Discord takes in one message.',
    fr: 'C’est plus que ce que Discord accepte dans un message.',
  },
  'discord.refused': {
    en: 'Discord refuses this. The mistake is ours: the log says more.',
    fr: 'Discord refuse cela. L’erreur est de notre côté : le journal en dit plus.',
  },
  'discord.down': {
    en: 'Discord does not answer right now. Vigie keeps trying; if that lasts, look at the network and at discordstatus.com.',
    fr: 'Discord ne répond pas pour l’instant. Vigie continue d’essayer ; si cela dure, vérifiez le réseau et discordstatus.com.',
  },

  'discord.token-refused': {
    en: 'Discord refuses the token. Make a new one at https://discord.com/developers/applications (Bot, “Reset Token”), put it in the settings, and restart Vigie. What waits is told then.',
    fr: 'Discord refuse le jeton. Créez-en un sur https://discord.com/developers/applications (Bot, « Reset Token »), mettez-le dans la configuration, puis redémarrez Vigie. Ce qui attend partira alors.',
  },
  'discord.resting': {
    en: 'Discord refused so many requests that Vigie rests for some minutes, before it is shut out. The log says which; often a permission is missing.',
    fr: 'Discord a refusé tant de requêtes que Vigie se repose quelques minutes, avant d’être bannie. Le journal dit lesquelles ; souvent, il manque une permission.',
  },
  'discord.no-server': {
    en: 'Vigie is not in your Discord server. Invite it: `vigie manifest discord` prints the address. To move to another server, name it in the settings of the team (`discord: server:`).',
    fr: 'Vigie n’est pas sur votre serveur Discord. Invitez-la : `vigie manifest discord` en donne l’adresse. Pour changer de serveur, indiquez-le dans la configuration de l’équipe (`discord: server:`).',
  },
  'discord.several-servers': {
    en: 'Vigie is in several Discord servers and does not know which one is meant: name it in the settings of the team (`discord: server:`).',
    fr: 'Vigie est sur plusieurs serveurs Discord et ne sait pas duquel il s’agit : indiquez-le dans la configuration de l’équipe (`discord: server:`).',
  },
  'discord.intent-messages': {
    en: 'Discord does not let Vigie read what members write, so it is deaf to the community’s questions. Switch on “Message Content Intent” at https://discord.com/developers/applications (Bot, Privileged Gateway Intents); Vigie notices by itself.',
    fr: 'Discord ne laisse pas Vigie lire ce que les membres écrivent : elle n’entend pas les questions de la communauté. Activez « Message Content Intent » sur https://discord.com/developers/applications (Bot, Privileged Gateway Intents) ; Vigie s’en apercevra d’elle-même.',
  },
  'discord.intent-members': {
    en: 'Discord does not tell Vigie who the members are, so it knows no newcomers and only the people it met. Switch on “Server Members Intent” at https://discord.com/developers/applications (Bot, Privileged Gateway Intents); Vigie notices by itself.',
    fr: 'Discord ne dit pas à Vigie qui sont les membres : elle ne voit pas les nouveaux et ne connaît que les gens qu’elle a rencontrés. Activez « Server Members Intent » sur https://discord.com/developers/applications (Bot, Privileged Gateway Intents) ; Vigie s’en apercevra d’elle-même.',
  },
  'discord.gateway-down': {
    en: 'The live connection to Discord is interrupted, so Vigie hears nothing there. It keeps trying.',
    fr: 'La connexion avec Discord est interrompue : Vigie n’y entend rien. Elle continue d’essayer.',
  },
  'discord.commands-refused': {
    en: 'Discord does not take Vigie’s commands. Invite it again with the address that `vigie manifest discord` prints; the log says more.',
    fr: 'Discord n’accepte pas les commandes de Vigie. Invitez-la à nouveau avec l’adresse que donne `vigie manifest discord` ; le journal en dit plus.',
  },
  'discord.lacks-here': {
    en: 'In #{channel} Vigie lacks: {permissions}. Allow it in the channel’s settings, under Permissions, for the role of Vigie.',
    fr: 'Dans #{channel}, il manque à Vigie : {permissions}. Autorisez-le dans les paramètres du salon, onglet Permissions, pour le rôle de Vigie.',
  },
  'discord.lacks-everywhere': {
    en: 'In the server Vigie lacks: {permissions}. Allow it in the server’s settings, under Roles, or invite it again with the address that `vigie manifest discord` prints.',
    fr: 'Sur le serveur, il manque à Vigie : {permissions}. Autorisez-le dans les paramètres du serveur, sous Rôles, ou invitez-la à nouveau avec l’adresse que donne `vigie manifest discord`.',
  },

  'discord.no-team': {
    en: 'No team of Vigie speaks in this server yet. Whoever runs Vigie gives a team its number in the settings (`discord: server: "{server}"`) and restarts; then `/setup` does the rest here.',
    fr: 'Aucune équipe de Vigie ne parle encore sur ce serveur. La personne qui exploite Vigie donne son numéro à une équipe dans la configuration (`discord: server: "{server}"`) et redémarre ; `/installation` fait ensuite le reste ici.',
  },
  'discord.private': {
    en: 'Vigie no longer knows which server this is about. Ask again there.',
    fr: 'Vigie ne sait plus de quel serveur il s’agit. Redemandez-le là-bas.',
  },
  'discord.form-gone': {
    en: 'This form waited too long, and what it was about is forgotten. Begin again with the command or the button.',
    fr: 'Ce formulaire a attendu trop longtemps, et ce dont il parlait est oublié. Recommencez avec la commande ou le bouton.',
  },
  'discord.done': { en: 'Done.', fr: 'C’est fait.' },
  'discord.open-dms': {
    en: '{who}, I have an answer for you alone, but your private messages are closed. Allow them for this server (Privacy Settings), then react again.',
    fr: '{who}, j’ai une réponse qui ne regarde que vous, mais vos messages privés sont fermés. Autorisez-les pour ce serveur (Paramètres de confidentialité), puis réagissez à nouveau.',
  },
  'discord.thread': { en: 'What follows', fr: 'La suite' },

  // Named as Discord names them in its own settings.
  'discord.permission-ViewChannel': { en: 'View Channel', fr: 'Voir le salon' },
  'discord.permission-SendMessages': { en: 'Send Messages', fr: 'Envoyer des messages' },
  'discord.permission-SendMessagesInThreads': {
    en: 'Send Messages in Threads',
    fr: 'Envoyer des messages dans les fils',
  },
  'discord.permission-CreatePublicThreads': { en: 'Create Public Threads', fr: 'Créer des fils publics' },
  'discord.permission-EmbedLinks': { en: 'Embed Links', fr: 'Intégrer des liens' },
  'discord.permission-AttachFiles': { en: 'Attach Files', fr: 'Joindre des fichiers' },
  'discord.permission-ReadMessageHistory': { en: 'Read Message History', fr: 'Voir les anciens messages' },
  'discord.permission-AddReactions': { en: 'Add Reactions', fr: 'Ajouter des réactions' },
  'discord.announce': {
    en: 'The topic of #{channel} does not tell its members that Vigie listens, and Vigie may not change it. Put this in the topic: “{words}”',
    fr: 'Le sujet de #{channel} ne dit pas aux membres que Vigie écoute, et Vigie ne peut pas le modifier. Mettez-y : « {words} »',
  },
})

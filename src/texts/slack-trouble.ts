import { texts } from './text.ts'

/** What stands between Vigie and Slack, each with its cure. */
export default texts({
  'slack.no-channel': {
    en: 'Slack shows Vigie no channel #{channel}. If it is private, type “/invite @{bot}” there; if it has a new name, set it again with `/setup`.',
    fr: 'Slack ne montre à Vigie aucun canal #{channel}. S’il est privé, tapez-y « /invite @{bot} » ; s’il a changé de nom, réglez-le à nouveau avec `/installation`.',
  },
  'slack.channel-gone': {
    en: 'Slack no longer shows Vigie the channel #{channel}: it was deleted, or made private. What was meant for it waits. If it is private, type “/invite @{bot}” there; else choose another channel with `/setup`.',
    fr: 'Slack ne montre plus à Vigie le canal #{channel} : il a été supprimé, ou rendu privé. Ce qui lui était destiné attend. S’il est privé, tapez-y « /invite @{bot} » ; sinon, choisissez un autre canal avec `/installation`.',
  },
  'slack.renamed': {
    en: '#{channel} is now called #{now} in Slack. Vigie still writes there, for a month at least: set the channel again under its new name, with `/setup` or in the settings.',
    fr: '#{channel} s’appelle désormais #{now} dans Slack. Vigie continue d’y écrire, pendant un mois au moins : réglez le canal à nouveau sous son nouveau nom, avec `/installation` ou dans la configuration.',
  },
  'slack.announce': {
    en: 'The topic of #{channel} does not tell its members that Vigie listens, and Vigie may not change it. Put this in the topic: “{words}”',
    fr: 'Le sujet de #{channel} ne dit pas aux membres que Vigie écoute, et Vigie ne peut pas le modifier. Mettez-y : « {words} »',
  },
  'slack.archived': {
    en: '#{channel} is archived in Slack. Take it out of the archive, or choose another channel with `/setup`.',
    fr: '#{channel} est archivé dans Slack. Désarchivez-le, ou choisissez un autre canal avec `/installation`.',
  },
  'slack.invite': {
    en: 'Vigie is not in #{channel} and may not join it by itself. Type “/invite @{bot}” there.',
    fr: 'Vigie n’est pas dans #{channel} et ne peut pas y entrer d’elle-même. Tapez-y « /invite @{bot} ».',
  },
  'slack.may-not-post': {
    en: 'Slack does not let Vigie write in #{channel}. An admin of the workspace can allow it in the channel’s settings.',
    fr: 'Slack ne laisse pas Vigie écrire dans #{channel}. Un admin de l’espace de travail peut l’autoriser dans les paramètres du canal.',
  },
  'slack.message-gone': {
    en: 'This message is no longer in Slack.',
    fr: 'Ce message n’existe plus dans Slack.',
  },
  'slack.message-fixed': {
    en: 'Slack no longer lets this message be changed.',
    fr: 'Slack ne permet plus de modifier ce message.',
  },
  'slack.no-person': {
    en: 'Slack has no such person any more.',
    fr: 'Cette personne n’existe plus dans Slack.',
  },
  'slack.refused': {
    en: 'Slack refuses this message ({word}). The mistake is ours: the log says more.',
    fr: 'Slack refuse ce message ({word}). L’erreur est de notre côté : le journal en dit plus.',
  },

  'slack.lack-token': {
    en: 'Slack refuses the bot token ({word}). Copy the “Bot User OAuth Token” of the app (xoxb-…, under “OAuth & Permissions”) into the settings, and restart Vigie.',
    fr: 'Slack refuse le jeton du bot ({word}). Copiez le « Bot User OAuth Token » de l’application (xoxb-…, sous « OAuth & Permissions ») dans la configuration, puis redémarrez Vigie.',
  },
  'slack.lack-app-token': {
    en: 'Slack refuses the app token ({word}), so Vigie hears nothing. Make one with the scope connections:write (xapp-…, under “Basic Information”), switch Socket Mode on, and restart Vigie.',
    fr: 'Slack refuse le jeton de l’application ({word}) : Vigie n’entend rien. Créez-en un avec l’autorisation connections:write (xapp-…, sous « Basic Information »), activez le Socket Mode, puis redémarrez Vigie.',
  },
  'slack.lack-answer': {
    en: 'Slack does not answer right now. Vigie keeps trying; if that lasts, look at the network and at status.slack.com.',
    fr: 'Slack ne répond pas pour l’instant. Vigie continue d’essayer ; si cela dure, vérifiez le réseau et status.slack.com.',
  },
  'slack.lack-sockets': {
    en: 'The live connection to Slack is interrupted, so Vigie hears nothing. It keeps trying.',
    fr: 'La connexion avec Slack est interrompue : Vigie n’entend rien. Elle continue d’essayer.',
  },
  'slack.lack-way-in': {
    en: 'Vigie can speak in Slack but hears nothing: set the app token (Socket Mode) or the signing secret (HTTP).',
    fr: 'Vigie peut parler dans Slack mais n’entend rien : renseignez le jeton de l’application (Socket Mode) ou le secret de signature (HTTP).',
  },
  'slack.lack-scopes': {
    en: 'Vigie lacks rights in Slack: {scopes}. Paste the manifest of `vigie manifest slack` into the app once more, and install it again.',
    fr: 'Il manque à Vigie des autorisations dans Slack : {scopes}. Collez à nouveau dans l’application le manifeste que donne `vigie manifest slack`, puis réinstallez-la.',
  },
  'slack.lack-scopes-listening': {
    en: 'Vigie lacks rights in Slack to listen where the settings say so: {scopes}. Paste the manifest of `vigie manifest slack --listen` into the app once more, and install it again.',
    fr: 'Il manque à Vigie des autorisations dans Slack pour écouter là où la configuration le demande : {scopes}. Collez à nouveau dans l’application le manifeste que donne `vigie manifest slack --listen`, puis réinstallez-la.',
  },
})

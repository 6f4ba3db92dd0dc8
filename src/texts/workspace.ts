import { texts } from './text.ts'

/** What the local workspace says. Those under `page.` are sent to the page, which fills them in itself. */
export default texts({
  'public.port-taken': {
    en: 'The public port {port} is taken by another program. Set VIGIE_PUBLIC_PORT to a free one, or stop that program.',
    fr: 'Le port public {port} est déjà pris par un autre programme. Choisissez-en un libre avec VIGIE_PUBLIC_PORT, ou arrêtez ce programme.',
  },
  'workspace.team': { en: 'Team', fr: 'Équipe' },
  'workspace.port-taken': {
    en: 'Port {port} is taken by another program (perhaps Vigie is already running): stop it, or choose another port with PORT={other}.',
    fr: 'Le port {port} est pris par un autre programme (Vigie tourne peut-être déjà) : arrêtez-le, ou choisissez un autre port avec PORT={other}.',
  },
  'workspace.port-refused': {
    en: 'This machine does not let Vigie listen on port {port}: choose one above 1023, such as PORT=3000.',
    fr: 'Cette machine ne laisse pas Vigie écouter sur le port {port} : choisissez-en un au-dessus de 1023, par exemple PORT=3000.',
  },
  'workspace.wrong-host': {
    en: 'The workspace answers only on this machine, under its own address: open {address} here.',
    fr: 'L’espace local ne répond que sur cette machine, à sa propre adresse : ouvrez {address} ici même.',
  },
  'workspace.wrong-origin': {
    en: 'Another page asked for this, and the workspace answers only its own: type {address} in the address bar.',
    fr: 'C’est une autre page qui demande, et l’espace local ne répond qu’à la sienne : tapez {address} dans la barre d’adresse.',
  },
  'workspace.json-only': {
    en: 'This takes JSON only: send it with “Content-Type: application/json”.',
    fr: 'Seul du JSON est accepté ici : envoyez-le avec « Content-Type: application/json ».',
  },
  'workspace.broken-json': {
    en: 'This is not JSON that can be read: check its quotes, commas and brackets.',
    fr: 'Ce JSON est illisible : vérifiez les guillemets, les virgules et les accolades.',
  },
  'workspace.too-big': {
    en: 'This is too long: 64 kB is the most the workspace takes at once. Shorten it and send it again.',
    fr: 'C’est trop long : l’espace local accepte 64 ko au plus à la fois. Raccourcissez, puis renvoyez.',
  },
  'workspace.bad-field': {
    en: '“{field}” is missing, too long, or not of the right kind.',
    fr: '« {field} » manque, est trop long ou n’est pas du bon type.',
  },
  'workspace.bad-request': {
    en: 'This request cannot be understood: check its address and what it sends.',
    fr: 'Cette requête est incompréhensible : vérifiez son adresse et ce qu’elle envoie.',
  },
  'workspace.no-page': {
    en: 'There is nothing here: the workspace is at {address}.',
    fr: 'Il n’y a rien ici : l’espace local est à l’adresse {address}.',
  },
  'workspace.no-person': {
    en: 'Nobody here is called “{user}”: choose one of the people shown on the page.',
    fr: 'Personne ici ne s’appelle « {user} » : choisissez une des personnes affichées sur la page.',
  },
  'workspace.no-channel': {
    en: 'There is no channel “{channel}” here, or you may not see it: choose one of those on the left.',
    fr: 'Il n’y a pas de canal « {channel} » ici, ou vous ne pouvez pas le voir : choisissez-en un à gauche.',
  },
  'workspace.crowded': {
    en: 'Too many pages are open on the workspace: close a few, then reload this one.',
    fr: 'Trop de pages de l’espace local sont ouvertes : fermez-en quelques-unes, puis rechargez celle-ci.',
  },
  'workspace.busy': {
    en: 'Something that Vigie needs does not answer at the moment: try again in a minute.',
    fr: 'Quelque chose dont Vigie a besoin ne répond pas pour l’instant : réessayez dans une minute.',
  },
  'workspace.broken': {
    en: 'Vigie made a mistake, and it is in the log. Try again; if it comes back, please report it.',
    fr: 'Vigie a commis une erreur, notée dans le journal. Réessayez ; si elle revient, signalez-la.',
  },

  'local.negative': { en: 'Negative', fr: 'Négative' },
  'local.neutral': { en: 'Neutral', fr: 'Neutre' },
  'local.positive': { en: 'Positive', fr: 'Positive' },
  'local.more': {
    en: { one: '… and {n} more', other: '… and {n} more' },
    fr: { one: '… et {n} autre', other: '… et {n} autres' },
  },

  'page.skip': { en: 'Skip to the message box', fr: 'Aller au champ de message' },
  'page.workspace': { en: 'Local workspace', fr: 'Espace local' },
  'page.local': {
    en: 'This page answers only on this machine.',
    fr: 'Cette page ne répond que sur cette machine.',
  },
  'page.channels': { en: 'Channels', fr: 'Canaux' },
  'page.menu': { en: 'Channels and people', fr: 'Canaux et personnes' },
  'page.close': { en: 'Close', fr: 'Fermer' },
  'page.you-are': { en: 'You are', fr: 'Vous êtes' },
  'page.be': { en: 'Be {name}', fr: 'Être {name}' },
  'page.role.member': { en: 'community member', fr: 'membre de la communauté' },
  'page.role.staff': { en: 'team', fr: 'équipe' },
  'page.role.approver': { en: 'team, approves replies', fr: 'équipe, valide les réponses' },
  'page.role.admin': { en: 'admin', fr: 'admin' },
  'page.unread': {
    en: { one: '{n} unread message', other: '{n} unread messages' },
    fr: { one: '{n} message non lu', other: '{n} messages non lus' },
  },
  'page.messages': { en: 'Messages in #{channel}', fr: 'Messages de #{channel}' },
  'page.earlier': { en: 'Show earlier messages', fr: 'Afficher les messages précédents' },
  'page.newer': { en: 'New messages below', fr: 'Nouveaux messages plus bas' },
  'page.new': { en: 'New', fr: 'Nouveau' },
  'page.today': { en: 'Today', fr: 'Aujourd’hui' },
  'page.yesterday': { en: 'Yesterday', fr: 'Hier' },
  'page.edited': { en: 'edited', fr: 'modifié' },
  'page.edited-at': { en: 'Edited {time}', fr: 'Modifié : {time}' },
  'page.quiet': { en: 'Only you see this', fr: 'Visible uniquement par vous' },
  'page.mood': { en: 'Sentiment: {mood}', fr: 'Tonalité : {mood}' },
  'page.reactions': { en: 'Reactions', fr: 'Réactions' },
  'page.take-these': { en: 'Choose', fr: 'Choisir' },
  'page.react': {
    en: { one: 'React with {emoji}, {n} so far', other: 'React with {emoji}, {n} so far' },
    fr: { one: 'Réagir avec {emoji}, {n} pour l’instant', other: 'Réagir avec {emoji}, {n} pour l’instant' },
  },
  'page.add-reaction': { en: 'React with {emoji}', fr: 'Réagir avec {emoji}' },
  'page.more': { en: 'More actions', fr: 'Autres actions' },
  'page.actions': { en: 'React or answer', fr: 'Réagir ou répondre' },
  'page.reply': { en: 'Answer in a thread', fr: 'Répondre dans un fil' },
  'page.replies': {
    en: { one: '{n} answer', other: '{n} answers' },
    fr: { one: '{n} réponse', other: '{n} réponses' },
  },
  'page.thread': { en: 'Thread', fr: 'Fil' },
  'page.thread-messages': { en: 'Messages of the thread', fr: 'Messages du fil' },
  'page.box': {
    en: 'Message #{channel}, or / for a command',
    fr: 'Écrire dans #{channel}, ou / pour une commande',
  },
  'page.thread-box': { en: 'Answer in the thread', fr: 'Répondre dans le fil' },
  'page.send': { en: 'Send', fr: 'Envoyer' },
  'page.keys': {
    en: 'Enter sends, Shift + Enter starts a new line, ↑ brings back what you wrote.',
    fr: 'Entrée envoie, Maj + Entrée va à la ligne, ↑ rappelle ce que vous avez écrit.',
  },
  'page.commands': { en: 'Commands', fr: 'Commandes' },
  'page.optional': { en: 'optional', fr: 'facultatif' },
  'page.choose': { en: 'Choose…', fr: 'Choisir…' },
  'page.submit': { en: 'Send', fr: 'Envoyer' },
  'page.cancel': { en: 'Cancel', fr: 'Annuler' },
  'page.gone': {
    en: 'Vigie cannot be reached. This page reconnects by itself once it runs again.',
    fr: 'Vigie ne répond plus. Cette page se reconnectera d’elle-même dès son retour.',
  },
  'page.undone': {
    en: 'Nothing was done: Vigie does not answer. Try again once it is back.',
    fr: 'Rien n’a été fait : Vigie ne répond pas. Réessayez dès son retour.',
  },
  'page.welcome': { en: 'Welcome to #{channel}', fr: 'Bienvenue dans #{channel}' },
  'page.welcome-what': {
    en: 'Vigie keeps watch over what is said of your brand, tells your team with the mood of each mention, and answers commands. This page works like Slack or Discord, and needs no account: what arrives shows up here by itself.',
    fr: 'Vigie veille sur ce qui se dit de votre marque, prévient votre équipe avec la tonalité de chaque mention et répond aux commandes. Cette page fonctionne comme Slack ou Discord, sans compte : ce qui arrive s’y affiche tout seul.',
  },
  'page.welcome-try': { en: 'To begin with:', fr: 'Pour commencer :' },
  'page.try-help': { en: 'what Vigie can do', fr: 'ce que Vigie sait faire' },
  'page.try-mentions': { en: 'what was heard lately', fr: 'ce qui s’est dit récemment' },
  'page.try-sources': { en: 'where Vigie listens', fr: 'où Vigie écoute' },
  'page.unreadable': {
    en: 'The workspace’s answer cannot be read. Reload the page.',
    fr: 'La réponse de l’espace local est illisible. Rechargez la page.',
  },
  'page.no-channels': {
    en: 'No channel is open to this person: be somebody else, or give the team its channels in team.yaml.',
    fr: 'Aucun canal n’est ouvert à cette personne : prenez la place de quelqu’un d’autre, ou donnez ses canaux à l’équipe dans team.yaml.',
  },
})

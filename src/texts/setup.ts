import { texts } from './text.ts'

export default texts({
  'setup.about': {
    en: 'Where Vigie speaks, who is in the team, and what is missing',
    fr: 'Où Vigie parle, qui fait partie de l’équipe, et ce qu’il manque',
  },
  'setup.alerts': { en: 'Alerts', fr: 'Alertes' },
  'setup.watch': { en: 'Watch', fr: 'Veille' },
  'setup.community': { en: 'Community', fr: 'Communauté' },
  'setup.approvals': { en: 'Approvals', fr: 'Validations' },
  'setup.title': { en: 'Setting up Vigie for {team}', fr: 'Installation de Vigie pour {team}' },
  'setup.intro': {
    en: 'Alerts ring where the team acts; the watch is read with the coffee; the community is where your customers are.',
    fr: 'Les alertes sonnent là où l’équipe agit, la veille se lit avec le café, et la communauté, c’est là où sont vos clients.',
  },
  'setup.fine': { en: '✅ Nothing is missing.', fr: '✅ Il ne manque rien.' },
  'setup.choose': { en: '{purpose}: choose a channel', fr: '{purpose} : choisissez un canal' },
  'setup.team': { en: 'Team', fr: 'Équipe' },
  'setup.counts': {
    en: 'people: {people} · groups: {groups}',
    fr: 'personnes : {people} · groupes : {groups}',
  },
  'setup.who': { en: 'Who is who', fr: 'Qui fait quoi' },
  'setup.look': { en: 'Check again', fr: 'Vérifier à nouveau' },
  'setup.back': { en: 'Back', fr: 'Retour' },
  'setup.note': {
    en: 'By hand: `/setup alerts:#e-reputation watch:#watch community:#community`',
    fr: 'À la main : `/installation alertes:#e-reputation veille:#veille communauté:#communaute`',
  },
  'setup.note-file': {
    en: 'The channels stand in the settings file; they are changed there.',
    fr: 'Les canaux figurent dans le fichier de configuration ; c’est là qu’on les modifie.',
  },
  'setup.in-file': {
    en: '“{purpose}” stands in the settings ({place}) and is changed there. Remove that line, restart Vigie, and it can be set here.',
    fr: '« {purpose} » figure dans la configuration ({place}) et se modifie là-bas. Supprimez cette ligne, redémarrez Vigie, et vous pourrez le régler ici.',
  },
  'setup.sample': {
    en: 'This is the sample team, which stays on Vigie’s own page. Copy its folder for your own brand first (“Watch your own brand” in the README).',
    fr: 'Ceci est l’équipe d’exemple, qui reste sur la page de Vigie. Copiez d’abord son dossier pour votre propre marque (« Surveiller votre marque » dans le README).',
  },
  'setup.no-channel': {
    en: 'Vigie sees no channel #{channel} here. Is it private? Then invite Vigie there first, and try again.',
    fr: 'Vigie ne voit pas de canal #{channel} ici. Est-il privé ? Invitez d’abord Vigie dans ce canal, puis réessayez.',
  },
  'setup.taken': {
    en: '#{channel} belongs to the team {team}: a channel has one team, which is asked there.',
    fr: '#{channel} appartient à l’équipe {team} : un canal n’a qu’une équipe, celle à qui l’on y pose ses questions.',
  },
  'setup.unconnected': {
    en: '{chat} is not connected: its token is missing or does not work; see .env.example.',
    fr: '{chat} n’est pas connecté : son jeton manque ou ne fonctionne pas ; voyez .env.example.',
  },
  'setup.silent': {
    en: 'The chat does not answer right now. Check again in a minute.',
    fr: 'La messagerie ne répond pas pour l’instant. Vérifiez à nouveau dans une minute.',
  },
  'setup.who-title': { en: 'Who is who at {team}', fr: 'Qui fait quoi chez {team}' },
  'setup.who-intro': {
    en: 'Staff read and take mentions, approvers let replies go out, admins set Vigie up. Everybody else is a member of the community.',
    fr: 'L’équipe lit et prend en charge les mentions, les valideurs laissent partir les réponses, les admins règlent Vigie. Tous les autres sont des membres de la communauté.',
  },
  'setup.given-by': { en: 'given by {by}, {time}', fr: 'donné par {by}, {time}' },
  'setup.give': { en: 'Give the role “{role}”', fr: 'Donner le rôle « {role} »' },
  'setup.take': { en: 'Take back', fr: 'Retirer' },
  'setup.choose-people': { en: 'Choose people', fr: 'Choisissez des personnes' },
  'setup.choose-groups': { en: 'Choose groups', fr: 'Choisissez des groupes' },
  'setup.role-staff': {
    en: 'Staff read the alerts, take mentions and draft replies.',
    fr: 'L’équipe lit les alertes, prend en charge les mentions et rédige les réponses.',
  },
  'setup.role-approver': {
    en: 'Approvers do what staff do, and let replies and posts go out: never their own.',
    fr: 'Les valideurs font tout ce que fait l’équipe et laissent partir réponses et publications, jamais les leurs.',
  },
  'setup.role-admin': {
    en: 'Admins do all that, and change topics, channels and roles.',
    fr: 'Les admins font tout cela, et modifient les sujets, les canaux et les rôles.',
  },
})

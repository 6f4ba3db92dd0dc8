import { texts } from './text.ts'

export default texts({
  'mood.negative': { en: 'negative', fr: 'négative' },
  'mood.neutral': { en: 'neutral', fr: 'neutre' },
  'mood.positive': { en: 'positive', fr: 'positive' },
  'mood.uncertain': { en: '{mood}, uncertain', fr: '{mood}, incertaine' },

  'role.member': { en: 'member', fr: 'membre' },
  'role.staff': { en: 'staff', fr: 'équipe' },
  'role.approver': { en: 'approver', fr: 'valideur' },
  'role.admin': { en: 'admin', fr: 'admin' },

  'channel.alerts': { en: 'What is said of {team}', fr: 'Ce qu’on dit de {team}' },
  'channel.watch': { en: 'Competitors, sector, themes', fr: 'Concurrents, secteur, thèmes' },
  'channel.route': {
    en: 'What the routes of {team} send here',
    fr: 'Ce que les routes de {team} envoient ici',
  },
  'channel.community': { en: 'The community of {team}', fr: 'La communauté de {team}' },

  'bot.operator': { en: 'Operator', fr: 'Opérateur' },
  'bot.bug': {
    en: 'That went wrong on our side, and nothing was changed. It is in the log as {id}.',
    fr: 'Quelque chose a mal tourné de notre côté, rien n’a été modifié. C’est noté dans le journal sous {id}.',
  },
  'bot.busy': {
    en: 'Something that Vigie needs does not answer right now. Please try again in a minute.',
    fr: 'Un service dont Vigie a besoin ne répond pas pour l’instant. Réessayez dans une minute.',
  },
  'bot.too-fast': {
    en: 'That is a lot at once. Take a breath and try again in a few seconds.',
    fr: 'Ça fait beaucoup d’un coup. Soufflez un peu et réessayez dans quelques secondes.',
  },
  'bot.not-yours': {
    en: 'This takes the role “{role}” or a higher one. If you need it, ask {admins}. `/help` shows what you can do.',
    fr: 'C’est réservé au rôle « {role} » et aux rôles au-dessus. Si vous en avez besoin, demandez à {admins}. `/aide` montre ce que vous pouvez faire.',
  },
  'bot.no-team': {
    en: 'This channel belongs to no team. Ask in a team’s channel, or add `team:` with one of: {teams}.',
    fr: 'Ce canal n’appartient à aucune équipe. Posez la question dans le canal d’une équipe, ou ajoutez `équipe:` avec l’une de celles-ci : {teams}.',
  },
  'bot.nobody-here': {
    en: 'No team of Vigie speaks here yet. Copy the folder config/teams/nimbus for your own brand, restart Vigie, then type `/setup` here.',
    fr: 'Aucune équipe de Vigie ne parle encore ici. Copiez le dossier config/teams/nimbus pour votre propre marque, redémarrez Vigie, puis tapez ici `/installation`.',
  },
  'bot.unknown-team': {
    en: 'There is no team “{given}” for you.',
    fr: 'Il n’y a pas d’équipe « {given} » pour vous.',
  },
  'bot.unknown-command': {
    en: 'There is no command `/{given}`. `/help` lists them all.',
    fr: 'La commande `/{given}` n’existe pas. `/aide` montre toutes celles qui existent.',
  },
  'bot.unknown-command-near': {
    en: 'There is no command `/{given}`. Did you mean `/{meant}`?',
    fr: 'La commande `/{given}` n’existe pas. Vouliez-vous dire `/{meant}` ?',
  },
  'whole.read': { en: 'Read it all', fr: 'Tout lire' },
  'whole.on': { en: 'Next', fr: 'Suite' },
  'whole.back': { en: 'Back', fr: 'Précédent' },
  'whole.forgotten': {
    en: 'The whole of it is no longer kept. Ask again with the command.',
    fr: 'Le texte entier n’est plus conservé. Relancez la commande.',
  },
  'bot.old-button': {
    en: 'This button no longer does anything. Ask again with the command to get a fresh one.',
    fr: 'Ce bouton ne fait plus rien. Relancez la commande pour en obtenir un nouveau.',
  },
  'bot.no-message': {
    en: 'This message is gone, or is not for you.',
    fr: 'Ce message n’existe plus, ou ne vous est pas destiné.',
  },
  'bot.not-in-form': {
    en: '“{field}” is missing.',
    fr: 'Il manque « {field} ».',
  },
  'bot.form-by-button': {
    en: 'This needs a word from you: press the button.',
    fr: 'J’ai besoin d’un mot de votre part : appuyez sur le bouton.',
  },

  'option.unknown': {
    en: '`{key}:` is not known here. This command takes {keys}',
    fr: '`{key}:` n’existe pas ici. Cette commande accepte {keys}',
  },
  'option.unknown-near': {
    en: '`{key}:` is not known here. Did you mean `{meant}:`?',
    fr: '`{key}:` n’existe pas ici. Vouliez-vous dire `{meant}:` ?',
  },
  'option.twice': {
    en: '`{key}:` is there twice. Keep one.',
    fr: '`{key}:` figure deux fois. Gardez-en une.',
  },
  'option.left-over': {
    en: '“{given}” is left over: `{key}:` has its value already. Put quotes around a value of several words, or around the whole text if it holds colons.',
    fr: '« {given} » est de trop : `{key}:` a déjà sa valeur. Mettez entre guillemets une valeur de plusieurs mots, ou tout le texte s’il contient des deux-points.',
  },
  'option.empty': {
    en: 'Nothing stands behind `{key}:`. Write the value right after the colon, between quotes if it holds blanks.',
    fr: 'Il n’y a rien après `{key}:`. Écrivez la valeur juste après les deux-points, entre guillemets si elle contient des espaces.',
  },
  'option.quote': {
    en: 'This quotation is never closed. Add the missing quote.',
    fr: 'Ces guillemets ne sont jamais fermés. Ajoutez celui qui manque.',
  },
  'option.loose': {
    en: 'This command takes no loose words such as “{given}”. It takes {keys}',
    fr: 'Cette commande ne prend pas de mots libres comme « {given} ». Elle accepte {keys}',
  },
  'option.number': {
    en: '“{given}” is not a number. Write it in digits: 17.',
    fr: '« {given} » n’est pas un nombre. Écrivez-le en chiffres : 17.',
  },
  'option.since': {
    en: '“{given}” is no moment I understand. Try 24h, 3d, yesterday or 2026-11-01.',
    fr: 'Je ne comprends pas le moment « {given} ». Essayez 24h, 3j, hier ou 01/11/2026.',
  },
  'option.since-future': {
    en: '“{given}” has not happened yet. Try 24h, yesterday or an earlier date.',
    fr: '« {given} » n’est pas encore arrivé. Essayez 24h, hier ou une date plus ancienne.',
  },
  'option.topic': {
    en: '“{given}” is not one of your topics: {topics}.',
    fr: '« {given} » ne fait pas partie de vos sujets : {topics}.',
  },
  'option.mood': {
    en: '“{given}” is no mood. Choose negative, neutral or positive.',
    fr: '« {given} » n’est pas une tonalité. Choisissez négatif, neutre ou positif.',
  },

  'help.about': { en: 'What Vigie can do for you', fr: 'Ce que Vigie peut faire pour vous' },
  'help.title': { en: 'What I can do for you', fr: 'Ce que je peux faire pour vous' },
  'help.intro-member': {
    en: 'I am Vigie, the lookout of {team}. Here is what you can ask me:',
    fr: 'Je suis Vigie, la vigie de {team}. Voici ce que vous pouvez me demander :',
  },
  'help.intro-staff': {
    en: 'I keep watch for {team}: I listen to {sources}, look for {topics}, and tell you here. You are {role}; you can ask me:',
    fr: 'Je veille pour {team} : j’écoute {sources}, je cherche {topics}, et je vous préviens ici. Votre rôle : {role}. Vous pouvez me demander :',
  },
  'help.sources': {
    en: { one: '{n} source', other: '{n} sources' },
    fr: { one: '{n} source', other: '{n} sources' },
  },
  'help.topics': {
    en: { one: '{n} topic', other: '{n} topics' },
    fr: { one: '{n} sujet', other: '{n} sujets' },
  },
  'help.note': {
    en: 'Every command also answers to `/vigie` (`/vigie mentions`). `/help mentions` explains that one. Keys (`since:`, `topic:`…) work in French and English.',
    fr: 'Chaque commande s’écrit aussi après `/vigie` (`/vigie mentions`). `/aide mentions` explique celle-là en détail. Les clés (`depuis:`, `sujet:`…) s’écrivent en français ou en anglais.',
  },
  'help.command': { en: 'The command to explain', fr: 'La commande à expliquer' },
  'help.required': { en: 'required', fr: 'obligatoire' },
  'help.loose': { en: 'no key needed', fr: 'sans clé' },
})

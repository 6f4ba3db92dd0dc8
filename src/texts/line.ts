import { texts } from './text.ts'

/** What the command line says. */
export default texts({
  'scan.no-file': {
    en: 'this file cannot be opened ({reason}): check its name, and that you may read it.',
    fr: 'ce fichier ne s’ouvre pas ({reason}) : vérifiez son nom, et que vous avez le droit de le lire.',
  },
  'scan.no-post': {
    en: 'Line {line} is no post: write one JSON object a line, with "title", "text", "url".',
    fr: 'La ligne {line} n’est pas une publication : écrivez un objet JSON par ligne, avec "title", "text", "url".',
  },
  'line.team-count': {
    en: { one: '{n} team', other: '{n} teams' },
    fr: { one: '{n} équipe', other: '{n} équipes' },
  },
  'line.check-fine': {
    en: 'All settings are fine: {teams}, {topics}, {sources}.',
    fr: 'Tous les réglages sont bons : {teams}, {topics}, {sources}.',
  },
  'line.check-problems': {
    en: {
      one: '{n} problem in the settings, to be put right before Vigie starts.',
      other: '{n} problems in the settings, to be put right before Vigie starts.',
    },
    fr: {
      one: '{n} problème dans les réglages, à corriger avant le démarrage.',
      other: '{n} problèmes dans les réglages, à corriger avant le démarrage.',
    },
  },
  'line.started': {
    en: 'Vigie keeps watch. Open {address} in a browser; Ctrl-C stops.',
    fr: 'Vigie veille. Ouvrez {address} dans un navigateur ; Ctrl-C arrête.',
  },
  'line.unconnected': {
    en: '{what}: what is meant for this channel waits, since {kind} is not connected; its token is missing (see .env.example).',
    fr: '{what} : ce qui est destiné à ce canal attend, car {kind} n’est pas connecté ; il manque son jeton (voir .env.example).',
  },
  'line.no-channels': {
    en: '{chat} is connected, but no team has a channel there yet: type /setup (or /vigie setup) there, or name the channels in team.yaml.',
    fr: '{chat} est connecté, mais aucune équipe n’y a encore de canal : tapez-y /installation (ou /vigie installation), ou nommez les canaux dans team.yaml.',
  },
  'line.no-door': {
    en: 'Slack without SLACK_APP_TOKEN calls Vigie by HTTP: set VIGIE_PUBLIC_PORT and VIGIE_PUBLIC_URL, or use Socket Mode. Until then Vigie speaks there, and hears nothing.',
    fr: 'Sans SLACK_APP_TOKEN, Slack appelle Vigie par HTTP : définissez VIGIE_PUBLIC_PORT et VIGIE_PUBLIC_URL, ou passez par Socket Mode. D’ici là, Vigie y parle mais n’entend rien.',
  },
  'line.database-unreachable': {
    en: 'The database at {server} cannot be used: {reason}. Check DATABASE_URL, and that the server runs; nothing was started.',
    fr: 'La base de données sur {server} est inutilisable : {reason}. Vérifiez DATABASE_URL, et que le serveur tourne ; rien n’a démarré.',
  },
  'line.second-process': {
    en: 'Vigie already runs with the folder {folder}: open its page in your browser, or stop it first. To run a second one, give it a folder of its own (VIGIE_DATA), or let both share a PostgreSQL server (DATABASE_URL).',
    fr: 'Vigie tourne déjà avec le dossier {folder} : ouvrez sa page dans votre navigateur, ou arrêtez-la d’abord. Pour en lancer une seconde, donnez-lui son propre dossier (VIGIE_DATA), ou faites-leur partager un serveur PostgreSQL (DATABASE_URL).',
  },
  'line.stopping': { en: 'Stopping…', fr: 'Arrêt en cours…' },
  'line.not-json': {
    en: 'Line {line} is no JSON object with a "text".',
    fr: 'La ligne {line} n’est pas un objet JSON avec un "text".',
  },
  'detect.no-file': {
    en: '{file}: this file cannot be read ({reason}): check its name, and that you may read it.',
    fr: '{file} : ce fichier est illisible ({reason}) : vérifiez son nom, et que vous avez le droit de le lire.',
  },
  'detect.no-columns': {
    en: 'The first line names no columns "timestamp" and "value": write CSV such as\ntimestamp,value\n2026-03-24 09:00:00,12',
    fr: 'La première ligne ne nomme pas les colonnes "timestamp" et "value" : écrivez du CSV tel que\ntimestamp,value\n2026-03-24 09:00:00,12',
  },
  'detect.no-time': {
    en: 'Line {line} is left out: its timestamp is none; write 2026-03-24 09:00:00 or 2026-03-24T09:00:00Z.',
    fr: 'La ligne {line} est écartée : son horodatage n’en est pas un ; écrivez 2026-03-24 09:00:00 ou 2026-03-24T09:00:00Z.',
  },
  'detect.no-value': {
    en: 'Line {line} is left out: its value is no count; write a number from 0 to {most}, such as 12.',
    fr: 'La ligne {line} est écartée : sa valeur n’est pas un nombre de mentions ; écrivez un nombre de 0 à {most}, par exemple 12.',
  },
  'detect.more': {
    en: { one: '{n} more line was left out.', other: '{n} more lines were left out.' },
    fr: { one: '{n} autre ligne a été écartée.', other: '{n} autres lignes ont été écartées.' },
  },
  'detect.goes-back': {
    en: 'From line {line} on, the time goes back: each such row is taken for the one after the row before. Sort the file if that is not meant.',
    fr: 'À partir de la ligne {line}, l’heure recule : chaque ligne de ce genre est prise pour la suite de la précédente. Triez le fichier si ce n’est pas voulu.',
  },
  'detect.no-sensitivity': {
    en: '“{asked}” is no sensitivity: write calm, normal or sharp, or a number from 0.5 (sharp) to 10 (calm).',
    fr: '« {asked} » n’est pas une sensibilité : écrivez calme, normal ou vif, ou un nombre de 0,5 (vif) à 10 (calme).',
  },
  'line.online-fine': {
    en: {
      one: '{name}: {n} post, the newest from {newest}',
      other: '{name}: {n} posts, the newest from {newest}',
    },
    fr: {
      one: '{name} : {n} publication, la plus récente du {newest}',
      other: '{name} : {n} publications, la plus récente du {newest}',
    },
  },
  'line.online-other': {
    en: {
      one: '{name}: rss-parser reads {n} post, the newest from {newest}',
      other: '{name}: rss-parser reads {n} posts, the newest from {newest}',
    },
    fr: {
      one: '{name} : rss-parser lit {n} publication, la plus récente du {newest}',
      other: '{name} : rss-parser lit {n} publications, la plus récente du {newest}',
    },
  },
  'line.online-unread': { en: '{name}: cannot be read: {reason}', fr: '{name} : illisible : {reason}' },
  'line.online-differs': {
    en: '{name}: our reader and rss-parser differ: {difference}',
    fr: '{name} : notre lecteur et rss-parser diffèrent : {difference}',
  },
})

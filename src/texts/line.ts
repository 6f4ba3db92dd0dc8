import { texts } from './text.ts'

/** What the command line says. */
export default texts({
  'scan.no-file': {
    en: '{file} cannot be opened ({reason}): check its name, or whether you may read it.',
    fr: '{file} ne s’ouvre pas ({reason}) : vérifiez son nom, ou si vous avez le droit de le lire.',
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
      one: '{n} problem in the settings; nothing was started.',
      other: '{n} problems in the settings; nothing was started.',
    },
    fr: {
      one: '{n} problème dans les réglages ; rien n’a démarré.',
      other: '{n} problèmes dans les réglages ; rien n’a démarré.',
    },
  },
  'line.started': {
    en: 'Vigie keeps watch. Open {address} in a browser; Ctrl-C stops.',
    fr: 'Vigie veille. Ouvrez {address} dans un navigateur ; Ctrl-C arrête.',
  },
  'line.later': {
    en: '{what} is set, but this version does not use it yet: {meanwhile}',
    fr: '{what} est défini, mais cette version ne s’en sert pas encore : {meanwhile}',
  },
  'line.meanwhile-chat': {
    en: 'what is meant for that chat waits, and the local workspace shows the rest.',
    fr: 'ce qui est destiné à ce chat attend, et l’espace local montre le reste.',
  },
  'line.meanwhile-door': { en: 'no public door is opened.', fr: 'aucune porte publique n’est ouverte.' },
  'line.database-unreachable': {
    en: 'The database at {server} cannot be used: {reason}. Check DATABASE_URL, and that the server runs; nothing was started.',
    fr: 'La base de données sur {server} est inutilisable : {reason}. Vérifiez DATABASE_URL, et que le serveur tourne ; rien n’a démarré.',
  },
  'line.second-process': {
    en: 'Another Vigie already works in {folder}. Stop that one first, give this one a folder of its own (VIGIE_DATA), or let both share a PostgreSQL server (DATABASE_URL).',
    fr: 'Une autre Vigie travaille déjà dans {folder}. Arrêtez-la d’abord, donnez à celle-ci un dossier à elle (VIGIE_DATA), ou faites-leur partager un serveur PostgreSQL (DATABASE_URL).',
  },
  'line.stopping': { en: 'Stopping…', fr: 'Arrêt en cours…' },
  'line.not-json': {
    en: 'Line {line} is no JSON object with a "text".',
    fr: 'La ligne {line} n’est pas un objet JSON avec un "text".',
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
  'line.online-unread': { en: '{name}: cannot be read: {reason}', fr: '{name} : illisible : {reason}' },
  'line.online-differs': {
    en: '{name}: our reader and rss-parser differ: {difference}',
    fr: '{name} : notre lecteur et rss-parser diffèrent : {difference}',
  },
})

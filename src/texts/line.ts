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
  'line.postgres-later': {
    en: 'DATABASE_URL is set, but this version keeps everything in SQLite. Remove it to go on; nothing was started.',
    fr: 'DATABASE_URL est défini, mais cette version garde tout dans SQLite. Retirez-le pour continuer ; rien n’a démarré.',
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

import { texts } from './text.ts'

/** What is said of the place where Vigie keeps things: by the command line, and in the chat while it runs. */
export default texts({
  'store.full': {
    en: 'Vigie cannot keep anything: the disk of its database is full. Whoever runs Vigie has to make room; then try again.',
    fr: 'Vigie ne peut rien enregistrer : le disque de sa base de données est plein. La personne qui administre Vigie doit faire de la place ; réessayez ensuite.',
  },
  'store.read-only': {
    en: 'Vigie cannot keep anything: its database can only be read. Whoever runs Vigie has to allow it to write; then try again.',
    fr: 'Vigie ne peut rien enregistrer : sa base de données est en lecture seule. La personne qui administre Vigie doit autoriser l’écriture ; réessayez ensuite.',
  },
  'store.broken': {
    en: 'Vigie cannot read its database: the file is damaged. Whoever runs Vigie has to stop it and put a backup in its place.',
    fr: 'Vigie ne peut pas lire sa base de données : le fichier est abîmé. La personne qui administre Vigie doit l’arrêter et remettre une sauvegarde à la place.',
  },
  'store.down': {
    en: 'The database of Vigie does not answer: {reason}. Check that it runs and can be reached, then try again.',
    fr: 'La base de données de Vigie ne répond pas : {reason}. Vérifiez qu’elle tourne et qu’elle est joignable, puis réessayez.',
  },

  'store.no-folder': {
    en: 'The folder {folder} cannot be made or used ({reason}). Make it yourself, writable for the user that runs Vigie, or name another one with VIGIE_DATA; nothing was started.',
    fr: 'Le dossier {folder} ne peut pas être créé ou utilisé ({reason}). Créez-le vous-même, accessible en écriture pour l’utilisateur qui lance Vigie, ou indiquez-en un autre avec VIGIE_DATA ; rien n’a démarré.',
  },
  'store.no-secret': {
    en: 'The secret of this Vigie, {file}, cannot be read or written ({reason}). Give the user that runs Vigie the right to both, or set VIGIE_SECRET; nothing was started.',
    fr: 'Le secret de cette Vigie, {file}, ne peut être ni lu ni écrit ({reason}). Donnez-en le droit à l’utilisateur qui lance Vigie, ou définissez VIGIE_SECRET ; rien n’a démarré.',
  },
  'store.file-locked': {
    en: 'The database {file} is in use by another program. Stop that program (an open database browser, a backup, another Vigie), then start again; nothing was started.',
    fr: 'La base de données {file} est occupée par un autre programme. Fermez-le (un explorateur de bases de données, une sauvegarde, une autre Vigie), puis relancez ; rien n’a démarré.',
  },
  'store.file-read-only': {
    en: 'The database {file} can only be read. Give the user that runs Vigie the right to write to this file and to its folder, or name another folder with VIGIE_DATA; nothing was started.',
    fr: 'La base de données {file} est en lecture seule. Donnez à l’utilisateur qui lance Vigie le droit d’écrire dans ce fichier et dans son dossier, ou indiquez un autre dossier avec VIGIE_DATA ; rien n’a démarré.',
  },
  'store.file-closed': {
    en: 'The database {file} cannot be opened ({reason}). Check that it is a file on a disk that works, and that the user that runs Vigie may read and write it and its folder; nothing was started.',
    fr: 'La base de données {file} ne s’ouvre pas ({reason}). Vérifiez que c’est bien un fichier, que le disque fonctionne, et que l’utilisateur qui lance Vigie a le droit de lire et d’écrire ce fichier et son dossier ; rien n’a démarré.',
  },
  'store.file-broken': {
    en: 'The database {file} is damaged ({reason}). Put a backup in its place, or move it away to begin with an empty one; nothing was started.',
    fr: 'La base de données {file} est abîmée ({reason}). Remettez une sauvegarde à sa place, ou déplacez-la pour repartir d’une base vide ; rien n’a démarré.',
  },
  'store.file-full': {
    en: 'The disk that holds {file} is full. Make room, then start again; nothing was started.',
    fr: 'Le disque où se trouve {file} est plein. Faites de la place, puis relancez ; rien n’a démarré.',
  },
  'store.file-strange': {
    en: '{file} is no database of Vigie. Move this file away, or name another folder with VIGIE_DATA; nothing was started.',
    fr: '{file} n’est pas une base de données de Vigie. Déplacez ce fichier, ou indiquez un autre dossier avec VIGIE_DATA ; rien n’a démarré.',
  },
  'store.newer': {
    en: 'A newer Vigie has worked on this database (it knows “{name}”, this version does not). Install that version again, or restore a backup from before; nothing was changed or started.',
    fr: 'Une Vigie plus récente a travaillé sur cette base de données (elle connaît « {name} », cette version non). Réinstallez cette version plus récente, ou remettez une sauvegarde d’avant ; rien n’a été modifié ni démarré.',
  },
})

import { texts } from './text.ts'

/** What is said when somebody hands Vigie a post, from a chat or from the file of an older tool. */
export default texts({
  'add.about': {
    en: 'Add what you read elsewhere: a post, a review, a letter',
    fr: 'Ajouter ce que vous avez lu ailleurs : une publication, un avis, une lettre',
  },
  'add.text': { en: 'What it says', fr: 'Ce qui est écrit' },
  'add.address': { en: 'Its address', fr: 'Son adresse' },
  'add.address-hint': {
    en: 'https://… as your browser shows it, if it has one',
    fr: 'https://… comme votre navigateur la montre, s’il y en a une',
  },
  'add.author': { en: 'Who wrote it', fr: 'Qui l’a écrit' },
  'add.outlet': {
    en: 'Where: LinkedIn, a newspaper, a letter…',
    fr: 'Où : LinkedIn, un journal, une lettre…',
  },
  'add.date': {
    en: 'When: yesterday, 3d, 21/11/2026 14:05',
    fr: 'Quand : hier, 3j, 21/11/2026 14:05',
  },
  'add.topic': { en: 'The topic it is about', fr: 'Le sujet dont il s’agit' },
  'add.submit': { en: 'Add', fr: 'Ajouter' },
  'add.by-hand': { en: 'Added by hand', fr: 'Ajout à la main' },
  'add.nothing': {
    en: 'There is nothing to add yet: paste the text, or at least the address.',
    fr: 'Il n’y a encore rien à ajouter : collez le texte, ou au moins l’adresse.',
  },
  'add.added': { en: 'Added as mention {id}.', fr: 'Mention ajoutée : numéro {id}.' },
  'add.known': {
    en: 'Already known: mention {id}, heard {time} from {outlet}. It was not added a second time.',
    fr: 'Je connais déjà cette mention : numéro {id}, entendue {time} ({outlet}). Elle n’a pas été ajoutée une seconde fois.',
  },
  'add.without-text': {
    en: 'Without its text I cannot judge the mood: it counts as neutral.',
    fr: 'Sans le texte, je ne peux pas juger la tonalité : elle compte comme neutre.',
  },
  'add.cut': {
    en: 'The text is long: its first {n} characters are kept.',
    fr: 'Le texte est long : ses {n} premiers caractères sont gardés.',
  },
  'add.told-now': { en: 'in #{channel}, right now', fr: 'dans #{channel}, à l’instant' },
  'add.which': { en: 'Which topic is it about?', fr: 'De quel sujet s’agit-il ?' },
  'add.which-why': {
    en: 'None of your topics is found in this text. You know better: choose the one it is about.',
    fr: 'Aucun de vos sujets n’apparaît dans ce texte. Vous savez mieux que moi : choisissez le bon.',
  },
  'add.which-more': {
    en: 'For another topic, name it in the command: `topic:`',
    fr: 'Pour un autre sujet, nommez-le dans la commande : `sujet:`',
  },
  'add.no-topics': {
    en: 'This team watches no topic yet, so nothing can be about one. Add a topic first.',
    fr: 'Cette équipe ne suit encore aucun sujet, rien ne peut donc s’y rattacher. Ajoutez d’abord un sujet.',
  },
  'add.forgotten': {
    en: 'I no longer remember what this was about, or the topic is gone. Add it again with `/mention add`.',
    fr: 'Je ne sais plus de quoi il s’agissait, ou le sujet n’existe plus. Ajoutez-le de nouveau avec `/mention ajouter`.',
  },
  'add.refused': {
    en: 'This was not kept: its author asked to be forgotten.',
    fr: 'Ceci n’a pas été gardé : son auteur a demandé à être oublié.',
  },
  'add.report': { en: 'Report to Vigie', fr: 'Signaler à Vigie' },
  'add.no-text': {
    en: 'There is no text in this message that I could judge. Add it with `/mention add`, in your own words.',
    fr: 'Ce message ne contient pas de texte que je puisse juger. Ajoutez-le avec `/mention ajouter`, en vos mots.',
  },
  'option.address': {
    en: '“{given}” is no address. Copy it from your browser: https://…',
    fr: '« {given} » n’est pas une adresse. Copiez-la depuis votre navigateur : https://…',
  },
  'option.address-blank': {
    en: '“{given}” holds blanks, an address has none. Copy it alone from your browser: https://…',
    fr: '« {given} » contient des espaces, une adresse n’en a pas. Copiez-la seule depuis votre navigateur : https://…',
  },
  'option.address-scheme': {
    en: '“{given}” begins with {scheme}: and leads nobody anywhere safe. Only https:// and http:// addresses are kept.',
    fr: '« {given} » commence par {scheme}: et ne mène personne en lieu sûr. Seules les adresses en https:// et http:// sont gardées.',
  },
  'option.address-long': {
    en: 'This address is longer than {most} characters. Copy the short one that the “share” button gives.',
    fr: 'Cette adresse dépasse {most} caractères. Copiez l’adresse courte que donne le bouton « partager ».',
  },
  'import.no-team': {
    en: 'There is no team “{given}” in the settings. There are: {teams}.',
    fr: 'Il n’y a pas d’équipe « {given} » dans les réglages. Il y a : {teams}.',
  },
  'import.no-columns': {
    en: 'No line names the columns. Write one above the others: url, title, text, author, source, date.',
    fr: 'Aucune ligne ne nomme les colonnes. Écrivez-en une au-dessus des autres : url, titre, texte, auteur, source, date.',
  },
  'import.no-date-column': {
    en: 'Line {line} names the columns, but none for the date, and history without dates would count as said today. Name that column “date”.',
    fr: 'La ligne {line} nomme les colonnes, mais aucune pour la date, et un historique sans dates compterait comme paru aujourd’hui. Nommez cette colonne « date ».',
  },
  'import.unreadable': {
    en: 'a quotation that opens here or below never ends, so nothing after it could be read. Close it, and import the file again.',
    fr: 'des guillemets ouverts ici ou plus bas ne se ferment jamais, rien n’a donc pu être lu après. Fermez-les, puis importez de nouveau le fichier.',
  },
  'import.cells': {
    en: '{count} cells where there are {columns} columns: put quotes around the one that holds the separator.',
    fr: '{count} cellules pour {columns} colonnes : mettez entre guillemets celle qui contient le séparateur.',
  },
  'import.no-text': {
    en: 'neither a title nor a text: write at least one.',
    fr: 'ni titre ni texte : écrivez au moins l’un des deux.',
  },
  'import.no-date': {
    en: 'no date: write when it was published, 2026-11-21 14:05.',
    fr: 'pas de date : écrivez quand cela a été publié, 21/11/2026 14:05.',
  },
  'import.date': {
    en: '“{given}” is no date: write 2026-11-21 14:05 or 21/11/2026 14:05.',
    fr: '« {given} » n’est pas une date : écrivez 2026-11-21 14:05 ou 21/11/2026 14:05.',
  },
  'import.month-first': {
    en: '“{given}”: there is no such month; if this file names the month first, import it with --month-first.',
    fr: '« {given} » : ce mois n’existe pas ; si ce fichier met le mois en premier, importez-le avec --month-first.',
  },
  'import.file-month-first': {
    en: 'Line {line} says “{given}”: this file names the month first, and dates such as 03/04 would be read the wrong way round. Nothing was imported; do it again with --month-first.',
    fr: 'La ligne {line} dit « {given} » : ce fichier met le mois en premier, et des dates comme 03/04 seraient lues à l’envers. Rien n’a été importé ; recommencez avec --month-first.',
  },
  'import.file-day-first': {
    en: 'Line {line} says “{given}”: this file names the day first, and dates such as 03/04 would be read the wrong way round. Nothing was imported; do it again without --month-first.',
    fr: 'La ligne {line} dit « {given} » : ce fichier met le jour en premier, et des dates comme 03/04 seraient lues à l’envers. Rien n’a été importé ; recommencez sans --month-first.',
  },
  'import.future': {
    en: '“{given}” has not happened yet: write when it was published.',
    fr: '« {given} » n’est pas encore arrivé : écrivez quand cela a été publié.',
  },
  'import.address': {
    en: '“{given}” is no address of the web: write https://…, or leave the cell empty.',
    fr: '« {given} » n’est pas une adresse du web : écrivez https://…, ou laissez la cellule vide.',
  },
  'import.reach': {
    en: '“{given}” is no count of people: write it in digits, 12500, or leave the cell empty.',
    fr: '« {given} » n’est pas un nombre de personnes : écrivez-le en chiffres, 12500, ou laissez la cellule vide.',
  },
  'import.ignored': {
    en: '{file}: I leave “{columns}” aside and judge the mood myself.',
    fr: '{file} : je laisse « {columns} » de côté et juge la tonalité moi-même.',
  },
  'import.wrong': { en: '{file}:{line}: {why}', fr: '{file}:{line}: {why}' },
  'import.more-wrong': {
    en: { one: '{file}: and {n} more line like these.', other: '{file}: and {n} more lines like these.' },
    fr: {
      one: '{file} : et {n} autre ligne de ce genre.',
      other: '{file} : et {n} autres lignes de ce genre.',
    },
  },
  'import.progress': { en: '{file}: {lines}…', fr: '{file} : {lines}…' },
  'import.done': { en: '{file}: {lines}: {what}.', fr: '{file} : {lines} : {what}.' },
  'import.known': {
    en: { one: '{n} known already', other: '{n} known already' },
    fr: { one: '{n} déjà connue', other: '{n} déjà connues' },
  },
  'import.left-out': {
    en: { one: '{n} wrong line left out', other: '{n} wrong lines left out' },
    fr: { one: '{n} ligne fausse laissée de côté', other: '{n} lignes fausses laissées de côté' },
  },
  'import.stopped': {
    en: {
      one: '{file}: stopped. The {n} post filed so far stays; import the same file again, and only what is missing is added.',
      other:
        '{file}: stopped. The {n} posts filed so far stay; import the same file again, and only what is missing is added.',
    },
    fr: {
      one: '{file} : interrompu. La publication déjà classée ({n}) le reste ; importez à nouveau le même fichier, et seul ce qui manque sera ajouté.',
      other:
        '{file} : interrompu. Les {n} publications déjà classées le restent ; importez à nouveau le même fichier, et seul ce qui manque sera ajouté.',
    },
  },
  'import.lines': {
    en: { one: '{n} line', other: '{n} lines' },
    fr: { one: '{n} ligne', other: '{n} lignes' },
  },
  'mention.not-about-us': { en: 'Not about us', fr: 'Ce n’est pas nous' },
  'mention.not-about-us-why': { en: 'not about us', fr: 'ce n’est pas nous' },
  'mention.not-one': {
    en: 'This message is no mention, so there is nothing to set aside.',
    fr: 'Ce message n’est pas une mention, il n’y a donc rien à écarter.',
  },
})

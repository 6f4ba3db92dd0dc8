import { texts } from './text.ts'

/** What is said when people add, change, import and export sources in the chat. */
export default texts({
  'sources.named': { en: 'How a source’s name begins', fr: 'Le début du nom d’une source' },
  'sources.which': { en: 'The source', fr: 'La source' },
  'sources.add-about': {
    en: 'Add a source: a site, its feed, or a search for a topic',
    fr: 'Ajouter une source : un site, son flux, ou la recherche d’un sujet',
  },
  'sources.change-about': {
    en: 'Change a source’s name, interval or folder',
    fr: 'Modifier le nom, l’intervalle ou le dossier d’une source',
  },
  'sources.pause-about': { en: 'Stop reading a source for a while', fr: 'Suspendre la lecture d’une source' },
  'sources.resume-about': { en: 'Read a paused source again', fr: 'Reprendre la lecture d’une source' },
  'sources.remove-about': {
    en: 'Remove a source; what it brought stays',
    fr: 'Retirer une source ; ce qu’elle a apporté reste',
  },
  'sources.import-about': {
    en: 'Import the sources of another reader (OPML)',
    fr: 'Importer les sources d’un autre lecteur (OPML)',
  },
  'sources.export-about': {
    en: 'All sources as a file that feed readers open (OPML)',
    fr: 'Toutes les sources dans un fichier pour lecteurs de flux (OPML)',
  },
  'sources.address': { en: 'A site’s or a feed’s address', fr: 'L’adresse d’un site ou d’un flux' },
  'sources.address-hint': {
    en: 'lemonde.fr, a YouTube channel, @someone@mastodon.social…',
    fr: 'lemonde.fr, une chaîne YouTube, @quelquun@mastodon.social…',
  },
  'sources.name': { en: 'How to call it', fr: 'Comment l’appeler' },
  'sources.name-optional': { en: 'How to call it (or leave it out)', fr: 'Comment l’appeler (facultatif)' },
  'sources.new-name': { en: 'Its new name', fr: 'Son nouveau nom' },
  'sources.folder': { en: 'Its folder', fr: 'Son dossier' },
  'sources.every': {
    en: 'How often it is read: 15 min, 2 h, auto',
    fr: 'À quel rythme la lire : 15 min, 2 h, auto',
  },
  'sources.every-hint': {
    en: 'From 5 min to 24 h; auto follows its own rhythm',
    fr: 'De 5 min à 24 h ; auto suit son propre rythme',
  },

  'sources.how': {
    en: '`/sources add <address>` adds one, `/sources add place:hackernews topic:…` a search, `/sources change`, `/sources pause`, `/sources resume` and `/sources remove` change those added here, `/sources import` and `/sources export` take and give OPML. Those that show a file and a line stand in {file} and are changed there.',
    fr: '`/sources ajouter <adresse>` en ajoute une, `/sources ajouter lieu:hackernews sujet:…` une recherche ; `/sources modifier`, `/sources suspendre`, `/sources reprendre` et `/sources retirer` changent celles ajoutées ici ; `/sources importer` et `/sources exporter` lisent et écrivent de l’OPML. Celles qui montrent un fichier et une ligne sont dans {file} et s’y modifient.',
  },
  'sources.how-chat': {
    en: '`/sources add <address>` adds one, `/sources add place:hackernews topic:…` a search, `/sources change`, `/sources pause`, `/sources resume` and `/sources remove` change them, `/sources import` and `/sources export` take and give OPML.',
    fr: '`/sources ajouter <adresse>` en ajoute une, `/sources ajouter lieu:hackernews sujet:…` une recherche ; `/sources modifier`, `/sources suspendre`, `/sources reprendre` et `/sources retirer` les changent ; `/sources importer` et `/sources exporter` lisent et écrivent de l’OPML.',
  },
  'sources.added': { en: 'added by {by}, {time}', fr: 'ajoutée par {by}, {time}' },
  'sources.own-interval': { en: 'read every {interval}', fr: 'intervalle : {interval}' },
  'sources.paused-by': {
    en: '⏸️ Paused {since}, by {by}. `/sources resume` goes on.',
    fr: '⏸️ Suspendue {since}, par {by}. `/sources reprendre` relance sa lecture.',
  },
  'sources.paused-set': {
    en: '⏸️ Paused in the settings, {since}.',
    fr: '⏸️ Suspendue dans les réglages, {since}.',
  },
  'sources.ended': {
    en: '⚠️ It ended {since}, and is asked no more: {failure}',
    fr: '⚠️ Elle a pris fin {since} et n’est plus lue : {failure}',
  },
  'sources.by-command': { en: '/sources remove {name}', fr: '/sources retirer {name}' },
  'sources.length-days': {
    en: { one: '{n} day', other: '{n} days' },
    fr: { one: '{n} jour', other: '{n} jours' },
  },
  'sources.length-hours': { en: '{n} h', fr: '{n} h' },
  'sources.length-minutes': { en: '{n} min', fr: '{n} min' },
  'sources.before': { en: 'Before', fr: 'Précédentes' },
  'sources.after': { en: 'More', fr: 'Suivantes' },
  'sources.none-named': {
    en: '“{given}” is neither a source nor something `/sources` can do. Sources: {sources}. You can `add`, `change`, `pause`, `resume`, `remove`, `import` and `export`.',
    fr: '« {given} » n’est ni une source ni une action de `/sources`. Sources : {sources}. Vous pouvez `ajouter`, `modifier`, `suspendre`, `reprendre`, `retirer`, `importer` et `exporter`.',
  },

  'sources.try-title': { en: '{name}, not kept yet', fr: 'Pas encore gardée : {name}' },
  'sources.try-found': { en: 'Its feed: {address}', fr: 'Son flux : {address}' },
  'sources.try-caught': {
    en: {
      one: 'Of its {all} posts, **{n}** would have been a mention: {topics}.',
      other: 'Of its {all} posts, **{n}** would have been mentions: {topics}.',
    },
    fr: {
      one: 'Sur ses {all} publications, **{n}** aurait été une mention : {topics}.',
      other: 'Sur ses {all} publications, **{n}** auraient été des mentions : {topics}.',
    },
  },
  'sources.try-none': {
    en: {
      one: 'The only post in it is about none of your topics.',
      other:
        'None of its {n} posts is about your topics. That may be fine: a source is there for what it will say.',
    },
    fr: {
      one: 'Sa seule publication ne concerne aucun de vos sujets.',
      other:
        'Aucune de ses {n} publications ne concerne vos sujets. Ce n’est pas forcément un défaut : une source compte pour ce qu’elle dira.',
    },
  },
  'sources.try-empty': {
    en: 'It is empty for now: nothing can be said of what it brings.',
    fr: 'Il est vide pour l’instant : rien ne dit ce qu’il apportera.',
  },
  'sources.try-dead': {
    en: '⚠️ Nothing new {since}: it may be abandoned.',
    fr: '⚠️ Rien de nouveau {since} : il est peut-être abandonné.',
  },
  'sources.try-not-us': { en: 'about none of your topics', fr: 'aucun de vos sujets' },
  'sources.try-note': {
    en: 'What it holds now is filed without a sound; only what is new rings.',
    fr: 'Ce qu’il contient déjà sera classé sans bruit ; seul ce qui est nouveau sonnera.',
  },
  'sources.rhythm': { en: 'Publishes', fr: 'Rythme' },
  'sources.rhythm-day': {
    en: { one: 'about {n} post a day', other: 'about {n} posts a day' },
    fr: { one: 'environ {n} publication par jour', other: 'environ {n} publications par jour' },
  },
  'sources.rhythm-week': {
    en: { one: 'about {n} post a week', other: 'about {n} posts a week' },
    fr: { one: 'environ {n} publication par semaine', other: 'environ {n} publications par semaine' },
  },
  'sources.rhythm-month': {
    en: { one: 'about {n} post a month', other: 'about {n} posts a month' },
    fr: { one: 'environ {n} publication par mois', other: 'environ {n} publications par mois' },
  },
  'sources.rhythm-rarely': { en: 'less than once a month', fr: 'moins d’une publication par mois' },
  'sources.rhythm-unknown': { en: 'its dates do not tell', fr: 'ses dates ne le disent pas' },
  'sources.rhythm-last': { en: 'last one {time}', fr: 'dernière : {time}' },
  'sources.language': { en: 'Language', fr: 'Langue' },
  'sources.keep': { en: 'Keep', fr: 'Garder' },
  'sources.no': { en: 'No, thanks', fr: 'Non merci' },
  'sources.choose': { en: 'Choose a feed', fr: 'Choisir un flux' },
  'sources.others': {
    en: { one: '{n} other feed of this page', other: '{n} other feeds of this page' },
    fr: { one: '{n} autre flux de cette page', other: '{n} autres flux de cette page' },
  },
  'sources.several-title': { en: '{host} has {count} feeds', fr: '{host} propose {count} flux' },
  'sources.several-more': {
    en: {
      one: 'And one more, which the menu cannot hold: give its own address.',
      other: 'And {n} more, which the menu cannot hold: give the address of the one you want.',
    },
    fr: {
      one: 'Et un autre, que le menu ne peut pas contenir : donnez directement son adresse.',
      other:
        'Et {n} autres, que le menu ne peut pas contenir : donnez directement l’adresse de celui que vous voulez.',
    },
  },
  'sources.several': {
    en: 'Which one do you want to watch? Choose it in the menu, and I show you what is in it.',
    fr: 'Lequel voulez-vous suivre ? Choisissez-le dans le menu, je vous montre ce qu’il contient.',
  },

  'sources.kept-title': { en: '{name} is a source now', fr: 'Nouvelle source : {name}' },
  'sources.kept-filed': {
    en: '{filed} without a sound, {about}. From now on I tell you what is new.',
    fr: '{filed} sans bruit, {about}. Désormais, je vous signale ce qui est nouveau.',
  },
  'sources.kept-soon': {
    en: 'I read it next: what it holds is filed without a sound, and #{channel} will say how much it was.',
    fr: 'Je vais la lire : ce qu’elle contient sera classé sans bruit, et #{channel} dira combien de publications il y avait.',
  },
  'sources.kept-failed': {
    en: '⚠️ Its first reading did not work. I try again by myself; `/sources` says why and when.',
    fr: '⚠️ Sa première lecture a échoué. Je réessaie toute seule ; `/sources` dit pourquoi et quand.',
  },

  'sources.not-added': { en: 'Nothing was added', fr: 'Rien n’a été ajouté' },
  'sources.asked': { en: 'Address asked for: {address}', fr: 'Adresse demandée : {address}' },
  'sources.cure-add-access': {
    en: 'The site keeps programs out. Look for an RSS link on it and give that address, or ask its owner to let Vigie in.',
    fr: 'Le site refuse les programmes. Cherchez-y un lien RSS et donnez son adresse, ou demandez à son propriétaire de laisser entrer Vigie.',
  },
  'sources.cure-add-later': {
    en: 'Open it in a browser: if it works there, try again in a few minutes.',
    fr: 'Ouvrez-la dans un navigateur : si elle y fonctionne, réessayez dans quelques minutes.',
  },
  'sources.cure-add-address': {
    en: 'Open it in a browser, and copy the address from there.',
    fr: 'Ouvrez-la dans un navigateur et copiez l’adresse qu’il affiche.',
  },
  'sources.cure-add-feed': {
    en: 'Look for an RSS link on the site, and give the address of that feed instead.',
    fr: 'Cherchez un lien RSS sur le site et donnez plutôt l’adresse de ce flux.',
  },
  'sources.none-found': {
    en: 'I found no feed on {host}: the page names none, and none is where feeds usually are. Look for an RSS link on the site and give its address; a site without a feed can be watched through a search, such as news.google.com.',
    fr: 'Je n’ai trouvé aucun flux sur {host} : la page n’en nomme pas, et il n’y en a pas aux adresses habituelles. Cherchez un lien RSS sur le site et donnez son adresse ; un site sans flux se suit par une recherche, par exemple sur news.google.com.',
  },
  'sources.never-any': {
    en: '{host} offers no feeds. Add single posts with `/mention add`, or watch it through a search, such as news.google.com.',
    fr: '{host} ne propose pas de flux. Ajoutez les publications une à une avec `/mention ajouter`, ou suivez-le par une recherche, par exemple sur news.google.com.',
  },
  'sources.login': {
    en: '{host} asks for a password: Vigie only reads what is open to all. Give the address of a public page or feed.',
    fr: '{host} demande un mot de passe : Vigie ne lit que ce qui est ouvert à tous. Donnez l’adresse d’une page ou d’un flux public.',
  },
  'sources.linked-none': {
    en: 'The page leads to {feed} as its feed, but there is none. Tell the site’s owner, or give another address.',
    fr: 'La page donne {feed} comme son flux, mais il n’y en a pas à cette adresse. Prévenez le site, ou donnez une autre adresse.',
  },
  'sources.no-address': {
    en: '“{given}” holds no web address. Give one as your browser shows it: lemonde.fr or https://example.org/feed.xml',
    fr: '« {given} » ne contient pas d’adresse web. Donnez-la comme votre navigateur la montre : lemonde.fr ou https://exemple.org/flux.xml',
  },
  'sources.scheme': {
    en: '“{given}” begins with “{scheme}:”, which does not lead to the web. Give an address that begins with https:// or http://',
    fr: '« {given} » commence par « {scheme}: », qui ne mène pas sur le web. Donnez une adresse qui commence par https:// ou http://',
  },
  'sources.no-name': {
    en: 'A source’s name needs at least one letter or digit.',
    fr: 'Le nom d’une source contient au moins une lettre ou un chiffre.',
  },
  'sources.taken': {
    en: 'There is a source {name} already. Give this one another `name:`.',
    fr: 'La source {name} existe déjà. Donnez à celle-ci un autre `nom:`.',
  },
  'sources.known': {
    en: 'This feed is watched already: {name}, added by {by}, {time}.',
    fr: 'Ce flux est déjà suivi : {name}, ajoutée par {by}, {time}.',
  },
  'sources.known-paused': {
    en: 'This feed is a source already: {name}, added by {by}, {time}. It is paused; `/sources resume` goes on.',
    fr: 'Ce flux est déjà une source : {name}, ajoutée par {by}, {time}. Elle est suspendue ; `/sources reprendre` relance sa lecture.',
  },
  'sources.known-set': {
    en: 'This feed is watched already: {name}, in the settings ({place}).',
    fr: 'Ce flux est déjà suivi : {name}, dans les réglages ({place}).',
  },
  'sources.in-settings': {
    en: '{name} stands in the settings ({place}): change it there. `every: 15 min`, `paused: true` and `folder:` work there too; what is taken out is watched no more after the next start.',
    fr: 'La source {name} est dans les réglages ({place}) : modifiez-la là. `every: 15 min`, `paused: true` et `folder:` y marchent aussi ; ce qui en est retiré n’est plus suivi après le prochain démarrage.',
  },
  'sources.unknown': {
    en: 'No source added in the chat is called “{given}”. There are: {sources}',
    fr: 'Aucune source ajoutée ici ne s’appelle « {given} ». Il y a : {sources}',
  },
  'sources.gone': {
    en: '{name} is gone: {by} removed it, {time}. `/sources add` brings it back.',
    fr: 'La source {name} n’existe plus : {by} l’a retirée, {time}. `/sources ajouter` la remet.',
  },
  'sources.forgotten': {
    en: 'This is a day old and I no longer remember it. Ask again with `/sources`.',
    fr: 'Cela date de plus d’un jour, je ne m’en souviens plus. Redemandez avec `/sources`.',
  },

  'sources.remove-title': { en: 'Remove {name}?', fr: 'Retirer {name} ?' },
  'sources.week': {
    en: { one: '{n} post in 7 days', other: '{n} posts in 7 days' },
    fr: { one: '{n} publication en 7 jours', other: '{n} publications en 7 jours' },
  },
  'sources.remove-text': {
    en: 'It is no longer read. What it brought stays, mentions included: {posts}, and all before.',
    fr: 'Elle ne sera plus lue. Ce qu’elle a apporté reste, mentions comprises : {posts}, et tout ce qui précède.',
  },
  'sources.removed': {
    en: '{name} is no longer a source. Its mentions stay.',
    fr: 'Source retirée : {name}. Ses mentions restent.',
  },
  'sources.paused-title': { en: '{name} is paused', fr: 'Source suspendue : {name}' },
  'sources.paused': {
    en: 'It is not read until somebody types `/sources resume`. What it publishes meanwhile is filed then, without a sound.',
    fr: 'Elle n’est plus lue jusqu’à ce que quelqu’un tape `/sources reprendre`. Ce qu’elle publiera d’ici là sera classé à ce moment, sans bruit.',
  },
  'sources.paused-already': {
    en: '{name} is paused already, {since}, by {by}. `/sources resume` goes on.',
    fr: 'La source {name} est déjà suspendue, {since}, par {by}. `/sources reprendre` relance sa lecture.',
  },
  'sources.resumed-title': { en: '{name} is read again', fr: 'Lecture reprise : {name}' },
  'sources.resumed': {
    en: 'What it published meanwhile is filed without a sound; what is new from now on rings.',
    fr: 'Ce qu’elle a publié entre-temps est classé sans bruit ; ce qui est nouveau à partir de maintenant sonne.',
  },
  'sources.not-paused': {
    en: '{name} is not paused: it is being read.',
    fr: 'La source {name} n’est pas suspendue : sa lecture n’est pas interrompue.',
  },
  'sources.changed-title': { en: '{name} is changed', fr: 'Source modifiée : {name}' },
  'sources.renamed': { en: 'It was called {before}.', fr: 'Elle s’appelait {before}.' },
  'sources.every-set': {
    en: 'It is read every {interval} from now on, unless the site asks for more patience.',
    fr: 'Intervalle de lecture désormais : {interval}, sauf si le site demande plus de patience.',
  },
  'sources.every-auto': {
    en: 'It is read at its own rhythm again.',
    fr: 'Elle est de nouveau lue à son propre rythme.',
  },
  'sources.moved': { en: 'Folder: {folder}.', fr: 'Dossier : {folder}.' },
  'sources.no-change': {
    en: '{name} is already like that. Give it another `name:`, `every:` or `folder:`.',
    fr: 'La source {name} est déjà ainsi. Donnez-lui un autre `nom:`, un autre `intervalle:` ou un autre `dossier:`.',
  },

  'sources.import-from': {
    en: 'The address of an OPML file, or its text',
    fr: 'L’adresse d’un fichier OPML, ou son texte',
  },
  'sources.import-hint': {
    en: 'https://… or all of the file; a long one: vigie import --team …',
    fr: 'https://… ou tout le fichier ; s’il est long : vigie import --team …',
  },
  'sources.import-title': {
    en: { one: '{n} source to import', other: '{n} sources to import' },
    fr: { one: '{n} source à importer', other: '{n} sources à importer' },
  },
  'sources.import-fresh': { en: 'New: {sources}.', fr: 'Nouvelles : {sources}.' },
  'sources.import-nothing': {
    en: 'There is nothing new in this file.',
    fr: 'Il n’y a rien de nouveau dans ce fichier.',
  },
  'sources.import-cut': {
    en: '⚠️ The end of the file is missing: a window holds a few thousand characters only. Give its address, or use `vigie import` on the command line.',
    fr: '⚠️ La fin du fichier manque : une fenêtre ne prend que quelques milliers de caractères. Donnez son adresse, ou passez par `vigie import` en ligne de commande.',
  },
  'sources.import-folders': {
    en: { one: 'They stand in {n} folder, which stays.', other: 'They stand in {n} folders, which stay.' },
    fr: {
      one: 'Elles sont dans {n} dossier, qui reste.',
      other: 'Elles sont dans {n} dossiers, qui restent.',
    },
  },
  'sources.import-known': {
    en: { one: '{n} is watched already.', other: '{n} are watched already.' },
    fr: { one: '{n} est déjà suivie.', other: '{n} sont déjà suivies.' },
  },
  'sources.import-twice': {
    en: { one: '{n} stands in the file twice.', other: '{n} stand in the file more than once.' },
    fr: {
      one: '{n} figure deux fois dans le fichier.',
      other: '{n} figurent plusieurs fois dans le fichier.',
    },
  },
  'sources.import-wrong': {
    en: { one: '⚠️ {n} line is left out:', other: '⚠️ {n} lines are left out:' },
    fr: { one: '⚠️ {n} ligne est laissée de côté :', other: '⚠️ {n} lignes sont laissées de côté :' },
  },
  'sources.import-line': { en: 'line {line}: {why}', fr: 'ligne {line} : {why}' },
  'sources.import-more': {
    en: { one: '… and {n} more, in the file below.', other: '… and {n} more, in the file below.' },
    fr: { one: '… et {n} autre, dans le fichier joint.', other: '… et {n} autres, dans le fichier joint.' },
  },
  'sources.import-do': {
    en: { one: 'Import {n} source', other: 'Import {n} sources' },
    fr: { one: 'Importer {n} source', other: 'Importer {n} sources' },
  },
  'sources.import-note': {
    en: 'None of them was opened yet: `/sources` will name those that cannot be read.',
    fr: 'Aucune n’a encore été ouverte : `/sources` nommera celles qui sont illisibles.',
  },
  'sources.imported': {
    en: { one: '{n} source imported', other: '{n} sources imported' },
    fr: { one: '{n} source importée', other: '{n} sources importées' },
  },
  'sources.imported-next': {
    en: 'They are read one after the other: what they hold is filed without a sound, and #{channel} says how much it was.',
    fr: 'Elles sont lues l’une après l’autre : leur contenu est classé sans bruit, et #{channel} dira combien il y en avait.',
  },
  'sources.export-title': { en: 'Sources of {team}', fr: 'Sources de {team}' },
  'sources.exported': {
    en: {
      one: '{n} source, in a file that any feed reader and `/sources import` open.',
      other: '{n} sources, in a file that any feed reader and `/sources import` open.',
    },
    fr: {
      one: '{n} source, dans un fichier qu’ouvrent les lecteurs de flux et `/sources importer`.',
      other: '{n} sources, dans un fichier qu’ouvrent les lecteurs de flux et `/sources importer`.',
    },
  },
  'sources.export-none': {
    en: 'There is no feed to export yet. `/sources add` adds one.',
    fr: 'Il n’y a pas encore de flux à exporter. `/sources ajouter` en ajoute un.',
  },

  'import.done-opml': { en: '{file}: {what}.', fr: '{file} : {what}.' },
  'import.twice': {
    en: { one: '{n} twice in the file', other: '{n} more than once in the file' },
    fr: { one: '{n} deux fois dans le fichier', other: '{n} plusieurs fois dans le fichier' },
  },

  'opml.none': {
    en: 'This is no OPML file. Export your subscriptions from the other reader as OPML, and give that file.',
    fr: 'Ce n’est pas un fichier OPML. Exportez vos abonnements en OPML depuis l’autre lecteur, et donnez ce fichier.',
  },
  'opml.too-large': {
    en: 'This file is larger than {most} MB: divide it.',
    fr: 'Ce fichier dépasse {most} Mo : divisez-le.',
  },
  'opml.too-many': {
    en: 'This file holds more than {most} outlines: divide it.',
    fr: 'Ce fichier contient plus de {most} entrées : divisez-le.',
  },
  'opml.no-feed': {
    en: '“{name}” names no feed: there is no xmlUrl',
    fr: '« {name} » ne nomme aucun flux : xmlUrl manque',
  },
  'opml.no-address': {
    en: '“{given}” is no web address; it should begin with https:// or http://',
    fr: '« {given} » n’est pas une adresse web ; elle devrait commencer par https:// ou http://',
  },
  'opml.password': {
    en: 'an address of {host} holds a password; Vigie keeps none, take a feed that is open to all',
    fr: 'une adresse de {host} contient un mot de passe ; Vigie n’en garde aucun, prenez un flux ouvert à tous',
  },
})

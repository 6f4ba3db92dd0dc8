import { texts } from './text.ts'

export default texts({
  'watch.about': { en: 'What is watched: your topics', fr: 'Ce qui est surveillé : vos sujets' },
  'watch.topic': { en: 'How a topic’s name begins', fr: 'Le début du nom d’un sujet' },
  'watch.try-about': {
    en: 'Try a query on what was heard, before you watch it',
    fr: 'Essayer une requête sur ce qui a été entendu, avant de la surveiller',
  },
  'watch.add-about': { en: 'Add a topic', fr: 'Ajouter un sujet' },
  'watch.change-about': {
    en: 'Change a topic’s query or kind',
    fr: 'Modifier la requête ou le type d’un sujet',
  },
  'watch.remove-about': { en: 'Remove a topic', fr: 'Retirer un sujet' },
  'watch.query': { en: 'The query', fr: 'La requête' },
  'watch.query-hint': {
    en: 'acme OR "acme lamps" OR @acme NOT job',
    fr: 'acme OU "lampes acme" OU @acme SAUF emploi',
  },
  'watch.name': { en: 'The topic’s name', fr: 'Le nom du sujet' },
  'watch.kind': {
    en: 'Brand, person, competitor, sector or theme',
    fr: 'Marque, personne, concurrent, secteur ou thème',
  },
  'watch.kind-label': { en: 'Kind', fr: 'Type' },
  'watch.is-brand': { en: 'brand', fr: 'marque' },
  'watch.is-person': { en: 'person', fr: 'personne' },
  'watch.is-competitor': { en: 'competitor', fr: 'concurrent' },
  'watch.is-sector': { en: 'sector', fr: 'secteur' },
  'watch.is-theme': { en: 'theme', fr: 'thème' },

  'watch.added': { en: 'by {by}, {time}', fr: 'par {by}, {time}' },
  'watch.in-file': { en: '{place} (changed in that file)', fr: '{place} (se modifie dans ce fichier)' },
  'watch.in-files': { en: 'from the settings', fr: 'dans les réglages' },
  'watch.mentions': {
    en: { one: '{n} mention in 7 days', other: '{n} mentions in 7 days' },
    fr: { one: '{n} mention en 7 jours', other: '{n} mentions en 7 jours' },
  },
  'watch.unread': {
    en: '⚠️ Not watched, because its query no longer reads: {problem}. `/watch change` puts it right.',
    fr: '⚠️ Pas surveillé, car sa requête ne se lit plus : {problem}. `/veille modifier` la corrige.',
  },
  'watch.rests': {
    en: '⚠️ Not watched: the settings have a topic of this name now ({place}). `/watch remove` takes this one away.',
    fr: '⚠️ Pas surveillé : les réglages ont désormais un sujet de ce nom ({place}). `/veille retirer` enlève celui-ci.',
  },
  'watch.how-staff': {
    en: '`/watch try <query>` shows what a query would have caught.',
    fr: '`/veille essayer <requête>` montre ce qu’une requête aurait trouvé.',
  },
  'watch.how-admin': {
    en: '`/watch try <query>` shows what a query would have caught. `/watch add`, `/watch change` and `/watch remove` change what is watched; what comes from the settings is changed in their file.',
    fr: '`/veille essayer <requête>` montre ce qu’une requête aurait trouvé. `/veille ajouter`, `/veille modifier` et `/veille retirer` changent ce qui est surveillé ; ce qui vient des réglages se modifie dans leur fichier.',
  },
  'watch.none-named': {
    en: '“{given}” is neither a topic nor something `/watch` can do. Topics: {topics}. You can `try`, `add`, `change` and `remove`.',
    fr: '« {given} » n’est ni un sujet ni une action de `/veille`. Sujets : {topics}. Vous pouvez `essayer`, `ajouter`, `modifier` et `retirer`.',
  },

  'watch.try-title': {
    en: { one: '{n} post would have been caught', other: '{n} posts would have been caught' },
    fr: { one: '{n} publication aurait été trouvée', other: '{n} publications auraient été trouvées' },
  },
  'watch.try-name': { en: '{name}, not saved yet', fr: 'Pas encore enregistré : {name}' },
  'watch.tried': { en: 'Tried: {query}', fr: 'Requête essayée : {query}' },
  'watch.caught': {
    en: 'It catches **{n}** of {all} posts of {period}.',
    fr: {
      one: 'Elle trouve **{n}** publication sur {all} {period}.',
      other: 'Elle trouve **{n}** publications sur {all} {period}.',
    },
  },
  'watch.period': {
    en: { one: 'the last day ({since})', other: 'the last {n} days ({since})' },
    fr: {
      one: 'entendues au cours du dernier jour ({since})',
      other: 'entendues au cours des {n} derniers jours ({since})',
    },
  },
  'watch.older': {
    en: 'It also catches **{n}** of {all} older posts, kept because they are mentions ({since}).',
    fr: {
      one: 'Elle trouve aussi **{n}** publication plus ancienne sur {all}, gardées parce que ce sont des mentions ({since}).',
      other:
        'Elle trouve aussi **{n}** publications plus anciennes sur {all}, gardées parce que ce sont des mentions ({since}).',
    },
  },
  'watch.nothing-stored': {
    en: 'Nothing that was heard is stored, so there is nothing to try it on. `/sources` says how your sources are.',
    fr: 'Rien de ce qui a été entendu n’est conservé : il n’y a rien sur quoi l’essayer. `/sources` dit comment vont vos sources.',
  },
  'watch.compared': {
    en: 'Beside the query so far: {both} the same, **{gained}** gained, **{lost}** lost.',
    fr: 'Par rapport à la requête actuelle : {both} en commun, **{gained}** de plus, **{lost}** de moins.',
  },
  'watch.outlets': { en: 'By outlet', fr: 'Par média' },
  'watch.more-outlets': {
    en: { one: '{n} more outlet', other: '{n} more outlets' },
    fr: { one: '{n} autre média', other: '{n} autres médias' },
  },
  'watch.found-around': {
    en: 'by its author, its site or its language',
    fr: 'par son auteur, son site ou sa langue',
  },

  'watch.nothing': {
    en: { one: '⚠️ It catches nothing: {terms}.', other: '⚠️ It catches nothing. By themselves: {terms}.' },
    fr: {
      one: '⚠️ Elle ne trouve rien : {terms}.',
      other: '⚠️ Elle ne trouve rien. Pris seuls : {terms}.',
    },
  },
  'watch.term': {
    en: { one: '“{term}” in {n} post', other: '“{term}” in {n} posts' },
    fr: { one: '« {term} » dans {n} publication', other: '« {term} » dans {n} publications' },
  },
  'watch.term-nowhere': { en: '“{term}” nowhere', fr: '« {term} » nulle part' },
  'watch.term-meant': {
    en: {
      one: '“{term}” nowhere, but “{meant}” in {n} post',
      other: '“{term}” nowhere, but “{meant}” in {n} posts',
    },
    fr: {
      one: '« {term} » nulle part, mais « {meant} » dans {n} publication',
      other: '« {term} » nulle part, mais « {meant} » dans {n} publications',
    },
  },
  'watch.too-much': {
    en: '⚠️ That is a lot: {facts}. More than one post in twenty, or fifty a day, and nobody reads them any more. Add a word that goes with the name, or exclude others with NOT. Where a source is itself a search for this name, it is fine.',
    fr: '⚠️ C’est beaucoup : {facts}. Au-delà d’une publication sur vingt, ou de cinquante par jour, plus personne ne les lit. Ajoutez un mot qui va avec le nom, ou excluez-en avec SAUF. Si une source est elle-même une recherche de ce nom, c’est normal.',
  },
  'watch.share': { en: '{share} % of what is heard', fr: '{share} % de ce qui est entendu' },
  'watch.per-day': { en: 'about {n} a day', fr: 'environ {n} par jour' },
  'watch.everyday': {
    en: '⚠️ “{word}” is also an everyday word: by itself, it catches posts that mean something else. Ask for a word of the trade beside it: {example}.',
    fr: '⚠️ « {word} » est aussi un mot courant : seul, il trouve des publications qui parlent d’autre chose. Demandez à côté un mot du métier : {example}.',
  },
  'watch.everyday-example': { en: 'customer', fr: 'client' },
  'watch.everyday-instead': {
    en: '⚠️ “{word}” is also an everyday word: by itself, it catches posts that mean something else. These words stand near it more often than elsewhere; keep those that mean you: {instead} would have caught {count}.',
    fr: '⚠️ « {word} » est aussi un mot courant : seul, il trouve des publications qui parlent d’autre chose. Ces mots se tiennent près de lui plus souvent qu’ailleurs ; gardez ceux qui parlent de vous : {instead} en aurait trouvé {count}.',
  },

  'watch.kept-days': {
    en: {
      one: 'Posts that concern no topic are kept for {n} day.',
      other: 'Posts that concern no topic are kept for {n} days.',
    },
    fr: {
      one: 'Les publications qui ne concernent aucun sujet sont gardées {n} jour.',
      other: 'Les publications qui ne concernent aucun sujet sont gardées {n} jours.',
    },
  },
  'watch.silent': {
    en: 'Nothing is stored of {sources}.',
    fr: 'Rien n’est conservé de ces sources : {sources}.',
  },
  'watch.silent-more': {
    en: { one: '{n} more', other: '{n} more' },
    fr: { one: '{n} autre', other: '{n} autres' },
  },
  'watch.no-authors': {
    en: 'The authors of posts that concern no topic are not kept: `author:` was tried on mentions alone.',
    fr: 'Les auteurs des publications qui ne concernent aucun sujet ne sont pas conservés : `auteur:` n’a été essayé que sur les mentions.',
  },
  'watch.cut-posts': {
    en: 'Only the newest {count} posts were looked at.',
    fr: 'Seules les {count} publications les plus récentes ont été regardées.',
  },
  'watch.cut-time': {
    en: 'Only the newest {count} posts were looked at: more would have kept you waiting.',
    fr: 'Seules les {count} publications les plus récentes ont été regardées : davantage vous aurait fait attendre.',
  },

  'watch.save': { en: 'Save', fr: 'Enregistrer' },
  'watch.cancel': { en: 'Cancel', fr: 'Annuler' },
  'watch.keep': { en: 'Watch this', fr: 'Surveiller' },
  'watch.try-this': { en: 'Try this one', fr: 'Essayer celle-ci' },
  'watch.cancelled': { en: 'Nothing was changed.', fr: 'Rien n’a été modifié.' },
  'watch.saved-title': { en: '{name} is being watched', fr: 'Sujet surveillé : {name}' },
  'watch.saved': {
    en: 'Each new post is compared with it from now on ({kind}). What was heard before stays as it was.',
    fr: 'Chaque nouvelle publication lui est comparée dès maintenant ({kind}). Ce qui a été entendu avant reste tel quel.',
  },
  'watch.remove-title': { en: 'Remove {name}?', fr: 'Retirer {name} ?' },
  'watch.remove-text': {
    en: 'It is no longer looked for. What it found stays: {mentions}, and all before.',
    fr: 'Il ne sera plus cherché. Ce qu’il a trouvé reste : {mentions}, et tout ce qui précède.',
  },
  'watch.remove': { en: 'Remove', fr: 'Retirer' },
  'watch.removed': {
    en: '{name} is no longer watched. Its mentions stay.',
    fr: 'Sujet retiré : {name}. Ses mentions restent.',
  },

  'watch.no-name': {
    en: 'A topic’s name needs at least one letter or digit.',
    fr: 'Le nom d’un sujet contient au moins une lettre ou un chiffre.',
  },
  'watch.no-kind': {
    en: '“{given}” is no kind of topic. Choose brand, person, competitor, sector or theme.',
    fr: '« {given} » n’est pas un type de sujet. Choisissez marque, personne, concurrent, secteur ou thème.',
  },
  'watch.no-route': {
    en: '⚠️ None of your routes leads from {topic} to a channel: this topic will be kept, and told nowhere. In the settings, under `routes:`, add for example `- { name: {kind}, kinds: {kind}, to: watch }`. Until then `/mentions` lists its mentions.',
    fr: '⚠️ Aucune de vos routes ne mène de {topic} à un canal : ce sujet sera gardé, et signalé nulle part. Dans les réglages, sous `routes:`, ajoutez par exemple `- { name: {kind}, kinds: {kind}, to: watch }`. D’ici là, `/mentions` montre ses mentions.',
  },
  'watch.route-gap': {
    en: '⚠️ Some mentions of {topic} fit none of your routes: they will be kept, and told nowhere. If that is not meant, end the `routes:` of the settings with one without conditions, such as `- { name: rest, to: watch }`.',
    fr: '⚠️ Certaines mentions de {topic} ne suivront aucune de vos routes : elles seront gardées, et signalées nulle part. Si ce n’est pas voulu, terminez les `routes:` des réglages par une route sans condition, comme `- { name: reste, to: watch }`.',
  },
  'watch.no-change': {
    en: '{name} is already like that. Give it another `query:` or `kind:`.',
    fr: 'Le sujet {name} est déjà ainsi. Donnez-lui une autre `requête:` ou un autre `type:`.',
  },
  'watch.in-settings': {
    en: '{name} stands in the settings ({place}): change it there.',
    fr: 'Le sujet {name} est dans les réglages ({place}) : modifiez-le là.',
  },
  'watch.taken': {
    en: 'There is a topic {name} already, by {by}, {time}. `/watch change` changes it.',
    fr: 'Le sujet {name} existe déjà (par {by}, {time}). `/veille modifier` le change.',
  },
  'watch.gone': {
    en: '{name} is gone: {by} removed it, {time}. `/watch add` brings it back.',
    fr: 'Le sujet {name} n’existe plus : {by} l’a retiré, {time}. `/veille ajouter` le remet.',
  },
  'watch.changed-since': {
    en: '{by} changed {name} meanwhile, {time}. Look at it with `/watch`, then change it again.',
    fr: '{by} a modifié le sujet {name} entre-temps, {time}. Regardez-le avec `/veille`, puis recommencez.',
  },
  'watch.forgotten': {
    en: 'This is a day old and I no longer remember it. Ask again with `/watch`.',
    fr: 'Cela date de plus d’un jour, je ne m’en souviens plus. Redemandez avec `/veille`.',
  },
})

import { texts } from './text.ts'

export default texts({
  'feed.empty': {
    en: 'There is nothing in it. Give the address of an RSS, Atom or JSON feed.',
    fr: 'Il n’y a rien dedans. Donnez l’adresse d’un flux RSS, Atom ou JSON.',
  },
  'feed.none': {
    en: 'This is not a feed: it begins with “{start}”. Give the address of an RSS, Atom or JSON feed.',
    fr: 'Ce n’est pas un flux : cela commence par « {start} ». Donnez l’adresse d’un flux RSS, Atom ou JSON.',
  },
  'feed.page': {
    en: 'This is a web page, and it links to no feed. Look for an RSS link on the site, and give its address.',
    fr: 'C’est une page web, et elle ne mène à aucun flux. Cherchez un lien RSS sur le site et donnez son adresse.',
  },
  'feed.page-with-link': {
    en: 'This is a web page, not a feed. It links to this feed, use that: {feed}',
    fr: 'C’est une page web, pas un flux. Elle mène à ce flux, prenez celui-ci : {feed}',
  },
  'feed.json': {
    en: 'This is JSON, but not a JSON Feed. Give the address of an RSS, Atom or JSON feed.',
    fr: 'C’est du JSON, mais pas un flux JSON Feed. Donnez l’adresse d’un flux RSS, Atom ou JSON.',
  },
  'feed.json-broken': {
    en: 'This begins like JSON but cannot be read as such: it is cut short or malformed. Try its address again later, or give another one.',
    fr: 'Cela commence comme du JSON mais ne se lit pas : le texte est coupé ou mal formé. Réessayez plus tard, ou donnez une autre adresse.',
  },
  'feed.unreadable': {
    en: '{file} cannot be opened ({why}). Check its name and that you may read it.',
    fr: 'Impossible d’ouvrir {file} ({why}). Vérifiez son nom et vos droits de lecture.',
  },

  'feed.status-401': {
    en: '{host} asks for a name and a password ({status}): take a feed that is open to all.',
    fr: '{host} demande un nom et un mot de passe ({status}) : prenez un flux ouvert à tous.',
  },
  'feed.status-403': {
    en: '{host} does not let us in ({status})',
    fr: '{host} ne nous laisse pas entrer ({status})',
  },
  'feed.status-404': {
    en: '{host} has nothing at this address ({status}): check it',
    fr: '{host} n’a rien à cette adresse ({status}) : vérifiez-la',
  },
  'feed.status-410': {
    en: '{host} says that this feed is gone for good ({status}): remove it or give its new address',
    fr: '{host} dit que ce flux a disparu pour de bon ({status}) : retirez-le ou donnez sa nouvelle adresse',
  },
  'feed.status-429': {
    en: '{host} finds that we ask too often ({status})',
    fr: '{host} trouve que nous demandons trop souvent ({status})',
  },
  'feed.status-503': {
    en: '{host} is not available for now ({status})',
    fr: '{host} n’est pas disponible pour l’instant ({status})',
  },
  'feed.status-server': {
    en: '{host} has a problem of its own ({status})',
    fr: '{host} a un problème de son côté ({status})',
  },
  'feed.status-other': {
    en: '{host} gives no feed ({status})',
    fr: '{host} ne donne pas de flux ({status})',
  },

  'door.redirects': {
    en: '{host} redirects more than {most} times',
    fr: '{host} redirige plus de {most} fois',
  },
  'door.packed-often': {
    en: 'the answer is compressed several times over',
    fr: 'la réponse est compressée plusieurs fois de suite',
  },
  'door.packed-unknown': {
    en: 'the answer is compressed as “{name}”, which nobody knows here',
    fr: 'la réponse est compressée en « {name} », que personne ne connaît ici',
  },
  'door.too-large': { en: 'the answer is larger than {most}', fr: 'la réponse dépasse {most}' },
  'door.too-slow': {
    en: '{host} did not answer in full within {seconds} s',
    fr: '{host} n’a pas répondu en entier en {seconds} s',
  },
  'door.unknown-host': {
    en: '{host} cannot be found: either the address is wrong, or this machine cannot reach the internet',
    fr: '{host} est introuvable : soit l’adresse est fausse, soit cette machine n’a pas accès à internet',
  },
  'door.no-name-server': {
    en: '{host} could not be looked up: the name server did not answer',
    fr: '{host} est introuvable : le serveur de noms n’a pas répondu',
  },
  'door.closed': { en: '{host} does not accept connections', fr: '{host} n’accepte pas de connexion' },
  'door.hung-up': {
    en: '{host} hung up before it had answered',
    fr: '{host} a raccroché avant d’avoir répondu',
  },
  'door.no-connection': {
    en: '{host} did not take the call within {seconds} s',
    fr: '{host} n’a pas décroché en {seconds} s',
  },
  'door.long-headers': {
    en: '{host} sends headers that are too long',
    fr: '{host} envoie des en-têtes trop longs',
  },
  'door.certificate-expired': {
    en: '{host} has a certificate that is out of date',
    fr: 'le certificat de {host} est périmé',
  },
  'door.certificate-own': {
    en: '{host} has a certificate that nobody vouches for',
    fr: 'le certificat de {host} n’est garanti par personne',
  },
  'door.certificate-other': {
    en: '{host} has a certificate for another name',
    fr: 'le certificat de {host} est celui d’un autre nom',
  },
  'door.damaged': {
    en: '{host} sent a damaged answer: it does not unpack',
    fr: '{host} a envoyé une réponse abîmée : elle ne se décompresse pas',
  },
  'door.failed': { en: '{host} cannot be reached ({code})', fr: '{host} est injoignable ({code})' },
  'door.private': {
    en: '{where} is a private address; if it is meant to be reached, add it to VIGIE_ALLOW_PRIVATE',
    fr: '{where} est une adresse privée ; si elle doit être atteinte, ajoutez-la à VIGIE_ALLOW_PRIVATE',
  },
  'door.scheme': {
    en: '{scheme} addresses are not fetched; give one that begins with https:// or http://',
    fr: 'les adresses {scheme} ne sont pas lues ; donnez-en une qui commence par https:// ou http://',
  },
  'door.no-address': {
    en: '“{given}” is no web address; it should look like https://example.org/feed.xml',
    fr: '« {given} » n’est pas une adresse web ; elle devrait ressembler à https://exemple.org/flux.xml',
  },

  'sources.about': {
    en: 'Where I listen, and how each source is',
    fr: 'Où j’écoute, et comment va chaque source',
  },
  'sources.title': {
    en: { one: '{n} source', other: '{n} sources' },
    fr: { one: '{n} source', other: '{n} sources' },
  },
  'sources.unheard': {
    en: { one: '⚠️ {n} cannot be read.', other: '⚠️ {n} cannot be read.' },
    fr: { one: '⚠️ {n} est illisible.', other: '⚠️ {n} sont illisibles.' },
  },
  'sources.fine': {
    en: 'Read {time}, next look {next}',
    fr: 'Lue {time}, prochaine lecture {next}',
  },
  'sources.waiting': {
    en: 'Not read yet, first look {next}',
    fr: 'Pas encore lue, première lecture {next}',
  },
  'sources.failing': {
    en: '⚠️ Cannot be read {since}, next try {next}: {failure}',
    fr: '⚠️ Illisible {since}, prochain essai {next} : {failure}',
  },
  'sources.last-read': { en: 'Last read {time}.', fr: 'Dernière lecture {time}.' },
  'sources.never-read': { en: 'It was never read.', fr: 'Elle n’a jamais été lue.' },
  'sources.posts': {
    en: { one: '{n} post in 7 days, {mentions}', other: '{n} posts in 7 days, {mentions}' },
    fr: { one: '{n} publication en 7 jours, {mentions}', other: '{n} publications en 7 jours, {mentions}' },
  },
  'sources.mentions': {
    en: { one: '{n} about you', other: '{n} about you' },
    fr: { one: '{n} vous concerne', other: '{n} vous concernent' },
  },
  'sources.none': { en: 'none about you', fr: 'aucune ne vous concerne' },
  'sources.quiet-week': {
    en: 'Nothing new in 7 days. That may be its rhythm; if you expected more, have a look at its site.',
    fr: 'Rien de nouveau en 7 jours. C’est peut-être son rythme ; si vous attendiez davantage, allez voir son site.',
  },
  'sources.silent': {
    en: '🤫 Quieter than usual: nothing new for {silence}, when something usually comes every {usual}. Perhaps it is only a pause; a look at its site would tell.',
    fr: '🤫 Plus discrète que d’habitude : rien de nouveau depuis {silence}, alors qu’elle publie en général toutes les {usual}. Ce n’est peut-être qu’une pause ; un coup d’œil à son site le dirait.',
  },
  'sources.hours': { en: { one: 'hour', other: '{n} hours' }, fr: { one: 'heures', other: '{n} heures' } },
  'sources.days': { en: { one: 'day', other: '{n} days' }, fr: { one: 'un jour', other: '{n} jours' } },
  'sources.cure-wait': {
    en: 'Nothing to do for now: I try again by myself.',
    fr: 'Rien à faire pour l’instant : je réessaie toute seule.',
  },
  'sources.cure-long': {
    en: 'This has lasted for more than a week: check its address in a browser, then correct or remove it ({place}).',
    fr: 'Cela dure depuis plus d’une semaine : vérifiez son adresse dans un navigateur, puis corrigez-la ou retirez-la ({place}).',
  },
  'sources.cure-address': {
    en: 'Open its address in a browser, then correct or remove it ({place}).',
    fr: 'Ouvrez son adresse dans un navigateur, puis corrigez-la ou retirez-la ({place}).',
  },
  'sources.cure-access': {
    en: 'Ask the site to let Vigie in, or take another feed ({place}).',
    fr: 'Demandez au site de laisser entrer Vigie, ou prenez un autre flux ({place}).',
  },
  'sources.cure-site': {
    en: 'Only the site can mend this: tell its owner, or take another feed ({place}).',
    fr: 'Seul le site peut y remédier : prévenez-le, ou prenez un autre flux ({place}).',
  },
  'sources.samples': {
    en: 'Sample posts, shipped with Vigie; remove this source from the settings once yours are in',
    fr: 'Publications d’exemple, livrées avec Vigie ; retirez cette source des réglages quand les vôtres y sont',
  },
  'sources.add': {
    en: 'Sources are set in {file}.',
    fr: 'Les sources se règlent dans {file}.',
  },
})

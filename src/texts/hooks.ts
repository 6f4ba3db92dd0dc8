import { texts } from './text.ts'

/** Webhooks that call us: what is wrong with their settings, and how they are. */
export default texts({
  'settings.webhook-name': {
    en: '“{given}” will not do as a webhook’s name, which is part of its address; use small letters without accents, digits and hyphens, such as “facebook-page”',
    fr: '« {given} » ne convient pas comme nom de webhook, car il fait partie de son adresse ; prenez des minuscules sans accent, des chiffres et des tirets, par exemple « page-facebook »',
  },
  'settings.webhook-needs': {
    en: 'a webhook of kind {kind} needs “{setting}:” as well, such as “{setting}: {example}”',
    fr: 'un webhook de type {kind} a aussi besoin de « {setting}: », par exemple « {setting}: {example} »',
  },
  'settings.webhook-useless': {
    en: 'a webhook of kind {kind} has no use for “{setting}”; it takes: {known}',
    fr: '« {setting} » ne sert à rien dans un webhook de type {kind} ; il prend : {known}',
  },
  'settings.webhook-token': {
    en: 'this secret becomes part of an address: 20 to 90 letters, digits, hyphens and underscores; a good one: openssl rand -hex 24',
    fr: 'ce secret fera partie d’une adresse : de 20 à 90 lettres sans accent, chiffres, tirets ou tirets bas ; pour en créer un bon : openssl rand -hex 24',
  },
  'settings.webhook-short': {
    en: 'this secret is too short to protect anything; give it 8 characters or more, the same here and where the webhook is set up',
    fr: 'ce secret est trop court pour protéger quoi que ce soit ; donnez-lui au moins 8 caractères, les mêmes ici et là où le webhook est déclaré',
  },
  'settings.webhook-header': {
    en: '“{given}” is no name of a header; write it as the service’s documentation does, such as “X-Signature”',
    fr: '« {given} » n’est pas un nom d’en-tête ; écrivez-le comme la documentation du service, par exemple « X-Signature »',
  },
  'settings.webhook-no-path': {
    en: '“{given}” is no path; name what leads there, with dots between, such as “review.text” or “events.0.id”',
    fr: '« {given} » n’est pas un chemin ; nommez ce qui y mène, séparé par des points, par exemple « review.text » ou « events.0.id »',
  },
  'settings.webhook-sender': {
    en: '“{given}” is no sender; give an address, such as “alerts@example.org”, or a domain behind its @, such as “@google.com”',
    fr: '« {given} » n’est pas un expéditeur ; donnez une adresse, par exemple « alertes@example.org », ou un domaine précédé de @, par exemple « @google.com »',
  },
  'settings.webhook-currency': {
    en: '“{given}” is no currency; give its three capital letters, such as USD or EUR',
    fr: '« {given} » n’est pas une devise ; donnez ses trois majuscules, par exemple USD ou EUR',
  },
  'settings.webhook-money': {
    en: '{given} is no amount; give a number above zero, with a point, such as 0.005',
    fr: '{given} n’est pas un montant ; donnez un nombre supérieur à zéro, avec un point, par exemple 0.005',
  },
  'settings.webhook-sample': {
    en: 'the sample “{given}” cannot be read; put a payload into a JSON file of that name beside this one, or write it here under “sample:”',
    fr: 'impossible de lire l’exemple « {given} » ; mettez un envoi dans un fichier JSON de ce nom à côté de celui-ci, ou écrivez-le ici sous « sample: »',
  },
  'settings.webhook-wordless': {
    en: 'neither words nor stars are taken from a review; add “text:”, “title:” or “rating:”, each with its path',
    fr: 'ni mots ni étoiles ne sont repris d’un avis ; ajoutez « text: », « title: » ou « rating: », chacun avec son chemin',
  },
  'settings.webhook-list': {
    en: '“{given}” leads to no list in the sample; there is: {known}',
    fr: '« {given} » ne mène à aucune liste dans l’exemple ; on y trouve : {known}',
  },
  'settings.webhook-path': {
    en: '“{given}” leads nowhere in the sample; there is: {known}',
    fr: '« {given} » ne mène nulle part dans l’exemple ; on y trouve : {known}',
  },
  'settings.webhook-no-text': {
    en: 'this path leads to “{given}” in the sample, which is no text; go one step further, to the words themselves',
    fr: 'dans l’exemple, ce chemin mène à « {given} », qui n’est pas un texte ; allez un pas plus loin, jusqu’aux mots eux-mêmes',
  },
  'settings.webhook-no-number': {
    en: 'this path leads to “{given}” in the sample, which is no number; name the path of the rating as a number',
    fr: 'dans l’exemple, ce chemin mène à « {given} », qui n’est pas un nombre ; donnez le chemin de la note en chiffres',
  },
  'settings.webhook-no-date': {
    en: 'this path leads to “{given}” in the sample, which is no date that Vigie reads (2026-11-21T13:30:00Z, or seconds since 1970); name another path, or leave it out',
    fr: 'dans l’exemple, ce chemin mène à « {given} », qui n’est pas une date que Vigie sait lire (2026-11-21T13:30:00Z, ou des secondes depuis 1970) ; donnez un autre chemin, ou retirez-le',
  },
  'settings.webhook-no-door': {
    en: 'nobody can reach “{given}”: the public door is off; set VIGIE_PUBLIC_PORT and VIGIE_PUBLIC_URL, see .env.example',
    fr: 'personne ne peut joindre « {given} » : la porte publique est fermée ; définissez VIGIE_PUBLIC_PORT et VIGIE_PUBLIC_URL, voir .env.example',
  },

  'hooks.kind-meta': { en: 'Facebook, Instagram', fr: 'Facebook, Instagram' },
  'hooks.kind-discourse': { en: 'Discourse forum', fr: 'forum Discourse' },
  'hooks.kind-wordpress': { en: 'WordPress comments', fr: 'commentaires WordPress' },
  'hooks.kind-github': { en: 'GitHub', fr: 'GitHub' },
  'hooks.kind-standard': { en: 'posts by Standard Webhooks', fr: 'publications par Standard Webhooks' },
  'hooks.kind-x': { en: 'X', fr: 'X' },
  'hooks.kind-reviews': { en: 'reviews', fr: 'avis clients' },
  'hooks.kind-mail': { en: 'alerts by mail', fr: 'alertes par e-mail' },
  'hooks.kind-measures': { en: 'numbers', fr: 'chiffres' },
  'hooks.title': {
    en: '{name} (webhook: {kind})',
    fr: '{name} (webhook : {kind})',
  },
  'hooks.address': { en: 'Called at {address}', fr: 'Appelé à {address}' },
  'hooks.address-token': {
    en: 'Called at {address}, followed by a slash and its secret',
    fr: 'Appelé à {address}, suivi d’une barre oblique et de son secret',
  },
  'hooks.no-door': {
    en: 'Nobody can call it: the public door is off (VIGIE_PUBLIC_PORT, VIGIE_PUBLIC_URL).',
    fr: 'Personne ne peut l’appeler : la porte publique est fermée (VIGIE_PUBLIC_PORT, VIGIE_PUBLIC_URL).',
  },
  'hooks.never': {
    en: 'Nothing received yet.',
    fr: 'Rien reçu pour l’instant.',
  },
  'hooks.last': { en: 'Last received {time}.', fr: 'Dernier envoi reçu {time}.' },
  'hooks.day': {
    en: { one: '{n} delivery in 24 h', other: '{n} deliveries in 24 h' },
    fr: { one: '{n} envoi en 24 h', other: '{n} envois en 24 h' },
  },
  'hooks.waiting': {
    en: { one: '{n} waits to be read', other: '{n} wait to be read' },
    fr: { one: '{n} en attente de lecture', other: '{n} en attente de lecture' },
  },
  'hooks.unreadable': {
    en: { one: '{n} could not be read: see the log', other: '{n} could not be read: see the log' },
    fr: {
      one: '{n} n’a pas pu être lu : voyez le journal',
      other: '{n} n’ont pas pu être lus : voyez le journal',
    },
  },
  'hooks.refused': { en: 'Refused in 24 h: {reasons}', fr: 'Refusés en 24 h : {reasons}' },
  'hooks.why-unsigned': {
    en: '{n} without a signature (give the sender the secret)',
    fr: '{n} sans signature (donnez le secret à l’expéditeur)',
  },
  'hooks.why-forged': {
    en: '{n} with a wrong signature (not the same secret on both sides?)',
    fr: '{n} mal signés (le même secret des deux côtés ?)',
  },
  'hooks.why-stale': {
    en: '{n} too old (are both clocks right?)',
    fr: '{n} trop anciens (les deux horloges sont-elles à l’heure ?)',
  },
  'hooks.why-future': {
    en: '{n} from the future (are both clocks right?)',
    fr: '{n} venus du futur (les deux horloges sont-elles à l’heure ?)',
  },
  'hooks.why-setup': {
    en: '{n} tries to set it up with a wrong word',
    fr: '{n} essais de mise en place avec un mot de passe faux',
  },
  'hooks.why-method': { en: '{n} that were no POST', fr: '{n} qui n’étaient pas un POST' },
  'hooks.why-type': {
    en: '{n} of another type (choose JSON at the sender’s)',
    fr: '{n} d’un autre type (choisissez JSON chez l’expéditeur)',
  },
  'hooks.why-packed': { en: '{n} compressed', fr: '{n} compressés' },
  'hooks.why-broken': { en: '{n} that are no JSON', fr: '{n} qui ne sont pas du JSON' },
  'hooks.why-too-big': { en: '{n} above 1 MiB', fr: '{n} de plus de 1 Mio' },
  'hooks.why-flood': { en: '{n} too many in a minute', fr: '{n} de trop en une minute' },
  'hooks.why-full': { en: '{n} while too much was waiting', fr: '{n} pendant que trop d’envois attendaient' },
  'hooks.why-sender': {
    en: '{n} from a sender that “from:” does not name',
    fr: '{n} d’un expéditeur que « from: » ne nomme pas',
  },
  'hooks.why-unreadable': { en: '{n} that could not be read', fr: '{n} qui n’ont pas pu être lus' },
  'hooks.why-wrong-rows': {
    en: '{n} rows of numbers that cannot be taken over: see the log',
    fr: '{n} lignes de chiffres qui ne peuvent être reprises : voyez le journal',
  },
  'hooks.why-over-budget': {
    en: '{n} posts beyond the month’s budget',
    fr: '{n} publications au-delà du budget du mois',
  },
  'hooks.budget': {
    en: '{spent} of {budget} {currency} this month, at {price} a post',
    fr: '{spent} {currency} sur {budget} ce mois-ci, à {price} la publication',
  },
  'hooks.budget-over': {
    en: 'The month’s budget is used up: {spent} of {budget} {currency}, at {price} a post. What comes is not read until the 1st.',
    fr: 'Le budget du mois est épuisé : {spent} {currency} sur {budget}, à {price} la publication. Ce qui arrive n’est plus lu jusqu’au 1er.',
  },
})

import { texts } from './text.ts'

/** What is wrong with the settings or with a query, and the cure. Values come from outside: only placeholders hold them. */
export default texts({
  // Files.
  'settings.no-team': {
    fr: 'aucune équipe dans « {folder} » ; copiez config/teams/nimbus, l’équipe d’exemple, et faites-en la vôtre',
    en: 'no team found in “{folder}”; copy config/teams/nimbus, the sample team, and make it yours',
  },
  'settings.team-loose': {
    fr: 'une équipe a son propre dossier ; déplacez ce fichier en « {folder}/team.yaml »',
    en: 'a team has a folder of its own; move this file to “{folder}/team.yaml”',
  },
  'settings.team-name': {
    fr: '« {given} » ne convient pas comme nom de dossier d’équipe ; prenez des minuscules sans accent, des chiffres et des tirets, par exemple « lampes-nimbus »',
    en: '“{given}” will not do as a team’s folder; use small letters without accents, digits and hyphens, such as “nimbus-lamps”',
  },
  'settings.file-missing': {
    fr: 'le fichier « {given} » n’existe pas ; créez-le, ou corrigez le nom là où il est cité',
    en: 'the file “{given}” does not exist; create it, or correct the name where it is given',
  },
  'settings.file-unreadable': {
    fr: 'impossible de lire « {given} » ({reason}) ; vérifiez que c’est bien un fichier et que Vigie a le droit de le lire',
    en: 'cannot read “{given}” ({reason}); check that it is a file and that Vigie may read it',
  },
  'settings.file-too-big': {
    fr: '« {given} » dépasse {most} ko ; répartissez ce qu’il contient, ou vérifiez que c’est le bon fichier',
    en: '“{given}” is larger than {most} kB; split it up, or check that it is the right file',
  },
  'settings.not-utf8': {
    fr: 'ce fichier n’est pas en UTF-8 ; réenregistrez-le en UTF-8 depuis votre éditeur',
    en: 'this file is not UTF-8; save it again as UTF-8 in your editor',
  },
  'settings.file-name': {
    fr: '« {given} » n’est pas un nom de fichier YAML ; donnez le nom d’un fichier placé à côté de celui-ci, sans dossier, par exemple « samples.yaml »',
    en: '“{given}” is no YAML file name; give the name of a file beside this one, without a folder, such as “samples.yaml”',
  },
  'settings.samples-wrong': {
    fr: '« {given} » comporte des erreurs ({more} en tout), la première à la ligne {line} ; « vigie check » les montre toutes',
    en: '“{given}” has mistakes ({more} in all), the first in line {line}; “vigie check” shows them all',
  },
  // YAML itself.
  'settings.yaml': {
    fr: 'Vigie ne comprend pas cette ligne ; vérifiez les guillemets, les deux-points et le retrait, ici et juste au-dessus',
    en: 'Vigie cannot make out this line; check quotes, colons and indentation, here and just above',
  },
  'settings.tab': {
    fr: 'le retrait est fait d’une tabulation ; remplacez-la par des espaces, deux par niveau',
    en: 'this line is indented with a tab; use spaces instead, two for each level',
  },
  'settings.indent': {
    fr: 'le retrait de cette ligne ne correspond à rien au-dessus ; alignez-la avec ses voisines, ou fermez le crochet ou l’accolade resté ouvert',
    en: 'the indentation of this line fits nothing above; line it up with its neighbours, or close the bracket or brace left open',
  },
  'settings.colon': {
    fr: 'un deux-points suivi d’une espace ne peut figurer tel quel dans une valeur ; mettez toute la valeur entre guillemets droits',
    en: 'a colon and a blank cannot stand as they are inside a value; put the whole value in quotes',
  },
  'settings.quote-open': {
    fr: 'le guillemet ouvert ici n’est jamais refermé ; ajoutez le guillemet fermant',
    en: 'the quote that opens here is never closed; add the closing quote',
  },
  'settings.quotes-needed': {
    fr: 'une valeur ne peut pas commencer par « {given} » ; mettez-la entre guillemets droits',
    en: 'a value cannot begin with “{given}”; put it in quotes',
  },
  'settings.after-quote': {
    fr: `il reste du texte après le guillemet fermant ; mettez toute la valeur entre guillemets simples, par exemple '"lampe Nimbus" OU "veilleuse Nimbus"'`,
    en: `there is more after the closing quote; put the whole value in single quotes, such as '"Nimbus lamp" OR "Nimbus night light"'`,
  },
  'settings.escape': {
    fr: 'entre guillemets doubles, la barre oblique inverse a un sens particulier ; prenez des guillemets simples',
    en: 'in double quotes a backslash has a meaning of its own; use single quotes',
  },
  'settings.key-expected': {
    fr: 'on attend ici un réglage, un deux-points, une espace et sa valeur, par exemple « locale: fr »',
    en: 'a setting, a colon, a blank and its value are expected here, such as “locale: fr”',
  },
  'settings.key-twice': {
    fr: '« {given} » figure deux fois au même endroit ; n’en gardez qu’un',
    en: '“{given}” stands twice in the same place; keep only one',
  },
  'settings.several-documents': {
    fr: 'une ligne de tirets commence un second document ; supprimez-la, un fichier n’en contient qu’un',
    en: 'a line of dashes begins a second document; remove it, a file holds only one',
  },
  'settings.too-deep': {
    fr: 'il y a ici trop de niveaux imbriqués ; vérifiez les crochets et les tirets',
    en: 'too many levels are nested here; check the brackets and dashes',
  },
  'settings.alias-unknown': {
    fr: 'l’astérisque renvoie à « &{given} », que rien ne définit plus haut ; définissez-le, ou mettez la valeur entre guillemets droits',
    en: 'the asterisk points to “&{given}”, which nothing above defines; define it, or put the value in quotes',
  },
  'settings.aliases': {
    fr: 'les renvois (« * ») se déplient plus de {most} fois ; recopiez plutôt les valeurs',
    en: 'the references (“*”) unfold more than {most} times; write the values out instead',
  },
  // Settings that are there or not.
  'settings.file-empty': {
    fr: 'ce fichier est vide ; copiez celui de config/teams/nimbus pour commencer',
    en: 'this file is empty; copy the one in config/teams/nimbus to begin',
  },
  'settings.missing': {
    fr: 'il manque « {setting} » ; ajoutez-le ici, comme dans config/teams/nimbus',
    en: '“{setting}” is missing; add it here, as config/teams/nimbus does',
  },
  'settings.empty': {
    fr: '« {setting} » est vide ; donnez une valeur, ou supprimez la ligne si elle est facultative',
    en: '“{setting}” is empty; give it a value, or remove the line if it is optional',
  },
  'settings.commented': {
    fr: '« {setting} » est vide, car « {given} » est un commentaire pour YAML ; mettez-le entre guillemets droits',
    en: '“{setting}” is empty, because to YAML “{given}” is a comment; put it in quotes',
  },
  'settings.query-cut': {
    fr: '« {given} » est un commentaire pour YAML et ne serait pas cherché ; mettez toute la requête entre guillemets simples, ou une espace après le #',
    en: 'to YAML “{given}” is a comment and would not be searched for; put the whole query in single quotes, or a blank behind the #',
  },
  'settings.key-unknown-near': {
    fr: 'réglage inconnu « {given} » ; vouliez-vous dire « {near} » ?',
    en: 'unknown key “{given}”; did you mean “{near}”?',
  },
  'settings.key-unknown': {
    fr: 'réglage inconnu « {given} » ; ici Vigie connaît : {known}',
    en: 'unknown key “{given}”; known here are: {known}',
  },
  'settings.list-empty': {
    fr: '« {setting} » ne contient rien ; il en faut au moins un',
    en: '“{setting}” holds nothing; it needs at least one entry',
  },
  'settings.twice': {
    fr: '« {given} » figure déjà à la ligne {first} ; n’en gardez qu’un, ou changez celui-ci',
    en: '“{given}” is already in line {first}; keep only one, or change this one',
  },
  // Values.
  'settings.type-text': {
    fr: '« {setting} » doit être un texte, et « {given} » n’en est pas un ; mettez-le entre guillemets droits',
    en: '“{setting}” must be a text, and “{given}” is none; put it in quotes',
  },
  'settings.type-number': {
    fr: '« {setting} » doit être un nombre, et « {given} » n’en est pas un ; écrivez-le en chiffres, sans guillemets',
    en: '“{setting}” must be a number, and “{given}” is none; write it in digits, without quotes',
  },
  'settings.type-yes-no': {
    fr: '« {setting} » vaut true (oui) ou false (non), pas « {given} » ; écrivez l’un des deux, sans guillemets',
    en: '“{setting}” is either true or false, not “{given}”; write one of them, without quotes',
  },
  'settings.type-list': {
    fr: '« {setting} » doit être une liste, pas « {given} » ; mettez chaque élément sur sa ligne, après un tiret',
    en: '“{setting}” must be a list, not “{given}”; put each entry on a line of its own, behind a dash',
  },
  'settings.type-map': {
    fr: '« {setting} » contient d’autres réglages, pas « {given} » ; écrivez-les dessous, en retrait, comme dans config/teams/nimbus',
    en: '“{setting}” holds further settings, not “{given}”; write them below it, indented, as config/teams/nimbus does',
  },
  'settings.number': {
    fr: '« {setting} » est un nombre entier de {least} à {most}, pas {given} ; corrigez-le',
    en: '“{setting}” is a whole number from {least} to {most}, not {given}; correct it',
  },
  'settings.choice-near': {
    fr: '« {setting} » ne connaît pas « {given} » ; vouliez-vous dire « {near} » ? Au choix : {known}',
    en: '“{setting}” knows no “{given}”; did you mean “{near}”? It takes: {known}',
  },
  'settings.choice': {
    fr: '« {setting} » ne connaît pas « {given} » ; au choix : {known}',
    en: '“{setting}” knows no “{given}”; it takes: {known}',
  },
  'settings.name': {
    fr: '« {given} » ne convient pas comme nom ; écrivez-le sur une seule ligne, en {most} caractères au plus',
    en: '“{given}” will not do as a name; write it in one line of at most {most} characters',
  },
  'settings.person-id': {
    fr: '« {given} » ne convient pas pour désigner une personne ; prenez des minuscules sans accent, des chiffres et des tirets, et mettez le nom complet sous « name »',
    en: '“{given}” will not do to tell a person by; use small letters without accents, digits and hyphens, and put the full name under “name”',
  },
  'settings.time-near': {
    fr: '« {given} » n’est pas une heure au format HH:MM ; vouliez-vous dire « {near} » ?',
    en: '“{given}” is no time as HH:MM; did you mean “{near}”?',
  },
  'settings.time': {
    fr: '« {given} » n’est pas une heure ; écrivez-la au format HH:MM, de 00:00 à 23:59',
    en: '“{given}” is no time of day; write it as HH:MM, from 00:00 to 23:59',
  },
  'settings.every': {
    fr: '« {given} » n’est pas un intervalle ; écrivez par exemple 15 min, 2 h ou 1 jour',
    en: '“{given}” is no interval; write for example 15 min, 2 h or 1 day',
  },
  'settings.every-range': {
    fr: '« {given} » : un intervalle va de 5 min à 24 h',
    en: '“{given}”: an interval goes from 5 min to 24 h',
  },
  'settings.length': {
    fr: '« {given} » n’est pas une durée ; écrivez par exemple 30 s, 15 min, 2 h ou 1 jour',
    en: '“{given}” is no length of time; write for example 30 s, 15 min, 2 h or 1 day',
  },
  'settings.length-range': {
    fr: '« {given} » : ici, une durée va de {least} à {most} ; corrigez-la',
    en: '“{given}”: here, a length of time goes from {least} to {most}; correct it',
  },
  'settings.time-zone-near': {
    fr: 'fuseau horaire inconnu « {given} » ; vouliez-vous dire « {near} » ?',
    en: 'unknown time zone “{given}”; did you mean “{near}”?',
  },
  'settings.time-zone': {
    fr: 'fuseau horaire inconnu « {given} » ; écrivez-le comme « Europe/Paris » ou « UTC »',
    en: 'unknown time zone “{given}”; write it like “Europe/Paris” or “UTC”',
  },
  'settings.span': {
    fr: '« {given} » ne dit pas des heures d’ouverture ; écrivez-les ainsi : "09:00-12:30"',
    en: '“{given}” is no opening hours; write them as "09:00-12:30"',
  },
  'settings.span-same': {
    fr: '« {given} » commence et finit à la même heure ; pour le jour entier, écrivez "00:00-24:00"',
    en: '“{given}” begins and ends at the same time; for the whole day write "00:00-24:00"',
  },
  'settings.closing': {
    fr: '« {given} » n’est ni un jour ni une période ; écrivez "2026-12-24", "12-24" pour chaque année, ou "2026-12-24..2027-01-03"',
    en: '“{given}” is no day and no period; write "2026-12-24", "12-24" for every year, or "2026-12-24..2027-01-03"',
  },
  'settings.closing-order': {
    fr: '« {given} » finit avant de commencer ; inversez les deux jours',
    en: '“{given}” ends before it begins; swap the two days',
  },
  'settings.open-time': {
    fr: '« {given} » n’est pas un temps d’ouverture ; écrivez par exemple "30 min" ou "4h" (1 min à 400 h)',
    en: '“{given}” is no open time; write for example "30 min" or "4h" (1 min to 400 h)',
  },
  'settings.open-time-days': {
    fr: 'le temps se compte en heures d’ouverture, « {given} » ne dit pas combien ; une journée de 9:00 à 17:00 est "8h"',
    en: 'time is counted in open hours, and “{given}” does not say how many; a day from 9:00 to 17:00 is "8h"',
  },
  'settings.quiet-same': {
    fr: 'les heures calmes commencent et finissent à {given} ; changez l’une des deux, ou écrivez « quiet: none » pour n’en avoir aucune',
    en: 'the quiet hours begin and end at {given}; change one of them, or write “quiet: none” to have none',
  },
  'settings.address-near': {
    fr: '« {given} » n’est pas une adresse web complète ; vouliez-vous dire « {near} » ?',
    en: '“{given}” is no complete web address; did you mean “{near}”?',
  },
  'settings.address': {
    fr: '« {given} » n’est pas une adresse web ; elle doit commencer par http:// ou https://',
    en: '“{given}” is no web address; it must begin with http:// or https://',
  },
  'settings.address-password': {
    fr: 'cette adresse contient un nom d’utilisateur ou un mot de passe, qui finirait dans les journaux ; retirez-le',
    en: 'this address holds a user name or a password, which would end up in logs; take it out',
  },
  'settings.source-both': {
    fr: 'une source est soit un flux (feed), soit des exemples (samples) ; faites-en deux sources',
    en: 'a source is either a feed or samples; make two sources of it',
  },
  'settings.source-none': {
    fr: 'cette source ne dit pas d’où viennent ses publications ; ajoutez « feed: https://… » ou « samples: samples.yaml »',
    en: 'this source does not say where its posts come from; add “feed: https://…” or “samples: samples.yaml”',
  },
  'settings.sample-address': {
    fr: '« {given} » pourrait mener chez quelqu’un ; un exemple prend une adresse en .example, comme https://forum.example/17',
    en: '“{given}” might lead to somebody; a sample takes an address under .example, such as https://forum.example/17',
  },
  // Identities.
  'settings.identity-needs': {
    en: 'an identity on {kind} needs “{setting}:” as well, such as “{setting}: {example}”',
    fr: 'une identité {kind} a aussi besoin de « {setting}: », par exemple « {setting}: {example} »',
  },
  'settings.identity-useless': {
    en: 'an identity on {kind} has no use for “{setting}”; it takes: {known}',
    fr: '« {setting} » ne sert à rien dans une identité {kind} ; elle prend : {known}',
  },
  'settings.identity-plain': {
    en: '“{given}” is not encrypted, and its secret would travel in the open; give the address with https://',
    fr: '« {given} » n’est pas chiffrée, et son secret circulerait en clair ; donnez l’adresse en https://',
  },
  'settings.identity-whsec': {
    en: 'the secret of a webhook begins with whsec_, with 24 to 64 bytes in base64 behind it; a good one: echo whsec_$(openssl rand -base64 32)',
    fr: 'le secret d’un webhook commence par whsec_, suivi de 24 à 64 octets en base64 ; pour en créer un bon : echo whsec_$(openssl rand -base64 32)',
  },
  // Routes.
  'settings.route-to': {
    fr: '« {given} » n’est ni un usage ({known}) ni un canal ; pour un canal, écrivez-le avec son # et entre guillemets droits, comme "#presse"',
    en: '“{given}” is neither a purpose ({known}) nor a channel; for a channel, write it with its # and in quotes, such as "#press"',
  },
  'settings.route-never': {
    fr: 'aucun des sujets de cette route n’est de ce genre ; corrigez « topics » ou « kinds », ou supprimez l’un des deux',
    en: 'none of this route’s topics is of that kind; correct “topics” or “kinds”, or remove one of the two',
  },
  'settings.route-quiet': {
    fr: 'un digest sort à son heure et ne connaît pas d’heures calmes ; retirez « quiet » d’ici, ou changez l’heure sous « digest »',
    en: 'a digest is told at its hour and knows no quiet hours; remove “quiet” here, or change the hour under “digest”',
  },
  'settings.route-hidden': {
    fr: 'aucune mention n’arrive à cette route : « {given} », à la ligne {first}, les prend toutes et s’arrête là ; mettez celle-ci au-dessus, ou retirez « stop: true »',
    en: 'no mention gets to this route: “{given}”, in line {first}, takes them all and stops there; put this one above it, or remove “stop: true”',
  },
  'settings.route-gap': {
    fr: 'à noter : des mentions de {topics} peuvent ne suivre aucune route ; elles sont gardées, mais signalées nulle part. Si ce n’est pas voulu, terminez par une route sans condition',
    en: 'note: mentions of {topics} may fit no route; they are kept, but told nowhere. Unless that is meant, end with a route without conditions',
  },
  // Chats.
  'settings.channel': {
    fr: '« {given} » ne peut pas être le nom d’un canal ({chat}) ; essayez « #{near} »',
    en: '“{given}” cannot be the name of a channel ({chat}); try “#{near}”',
  },
  'settings.account': {
    fr: '« {given} » n’est pas un compte ; écrivez-le chat:espace/utilisateur, par exemple « slack:T012AB3CD/U061F7AUR » ou « local:mia »',
    en: '“{given}” is no account; write it as chat:workspace/user, such as “slack:T012AB3CD/U061F7AUR” or “local:mia”',
  },
  'settings.account-workspace': {
    fr: '« {given} » ne dit pas de quel espace de {chat} il s’agit ; écrivez {chat}:espace/utilisateur',
    en: '“{given}” does not say which workspace of {chat}; write {chat}:workspace/user',
  },
  'settings.account-slack': {
    fr: '« {given} » ne ressemble pas à un compte Slack ; prenez les identifiants, pas les noms (dans Slack : profil, « Copier l’identifiant du membre »), par exemple « slack:T012AB3CD/U061F7AUR »',
    en: '“{given}” does not look like a Slack account; use the ids, not the names (in Slack: profile, “Copy member ID”), such as “slack:T012AB3CD/U061F7AUR”',
  },
  'settings.account-discord': {
    fr: '« {given} » ne ressemble pas à un compte Discord ; prenez les identifiants en chiffres du serveur et du membre (mode développeur, « Copier l’identifiant »), par exemple « discord:81384788765712384/80351110224678912 »',
    en: '“{given}” does not look like a Discord account; use the ids of server and member, in digits (developer mode, “Copy ID”), such as “discord:81384788765712384/80351110224678912”',
  },
  'settings.group': {
    fr: '« {given} » ne ressemble pas à un groupe ; écrivez « slack:T012AB3CD/S061F7AUR » (un groupe d’utilisateurs) ou « discord:81384788765712384/80351110224678912 » (un rôle) : « /installation » les montre',
    en: '“{given}” does not look like a group; write “slack:T012AB3CD/S061F7AUR” (a user group) or “discord:81384788765712384/80351110224678912” (a role): “/setup” shows them',
  },
  'settings.server': {
    fr: '« {given} » ne ressemble pas à un serveur Discord ; prenez son identifiant en chiffres (mode développeur, clic droit sur le serveur, « Copier l’identifiant »)',
    en: '“{given}” does not look like a Discord server; use its id, in digits (developer mode, right-click on the server, “Copy ID”)',
  },
  'settings.token-shared': {
    fr: 'cette équipe nomme le même jeton que l’équipe {team} ; un espace que plusieurs équipes partagent est celui de Vigie : mettez ce jeton dans {variable} et retirez-le des deux équipes',
    en: 'this team names the same token as the team {team}; a workspace that several teams share is Vigie’s own: put that token into {variable}, and take it out of both teams',
  },
  'settings.slack-half': {
    fr: 'un espace Slack à soi demande « token », et « appToken » (Socket Mode) ou « signingSecret » (HTTP) ; ajoutez l’un des deux',
    en: 'a Slack workspace of your own takes “token” and either “appToken” (Socket Mode) or “signingSecret” (HTTP); add one of the two',
  },
  // Secrets and the environment.
  'settings.secret-pasted': {
    fr: 'un secret ne s’écrit pas ici, où tout le monde le lirait ; mettez-le dans .env et nommez sa variable, par exemple « env:ACME_SLACK » (et changez ce secret si ce fichier a été partagé)',
    en: 'a secret does not belong here, where everybody would read it; put it in .env and name its variable, such as “env:ACME_SLACK” (and renew the secret if this file was shared)',
  },
  'settings.secret-missing': {
    fr: 'la variable {name} est absente ou vide ; définissez-la dans .env ou dans l’environnement',
    en: 'the variable {name} is missing or empty; set it in .env or in the environment',
  },
  'settings.env-port': {
    fr: '{setting} doit être un nombre de 0 à 65535, pas « {given} » ; corrigez-le, par exemple {setting}=3000',
    en: '{setting} must be a number from 0 to 65535, not “{given}”; correct it, such as {setting}=3000',
  },
  'settings.env-same-port': {
    fr: '{setting} et PORT valent tous deux {given} ; l’espace local et la porte publique ont chacun leur port, changez-en un',
    en: '{setting} and PORT are both {given}; the local workspace and the public door have a port each, change one of them',
  },
  'settings.env-half': {
    fr: '{setting} manque alors que {given} est défini ; définissez les deux, ou aucun (voir .env.example)',
    en: '{setting} is missing although {given} is set; set both or neither (see .env.example)',
  },
  'settings.env-slack-half': {
    fr: 'SLACK_BOT_TOKEN ne suffit pas ; ajoutez SLACK_APP_TOKEN (Socket Mode) ou SLACK_SIGNING_SECRET (HTTP), voir .env.example',
    en: 'SLACK_BOT_TOKEN alone is not enough; add SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP), see .env.example',
  },
  'settings.env-slack-swapped': {
    fr: '{setting} contient l’autre jeton de Slack ; celui du bot (SLACK_BOT_TOKEN) commence par xoxb-, celui de l’application (SLACK_APP_TOKEN) par xapp-',
    en: '{setting} holds Slack’s other token; the bot’s (SLACK_BOT_TOKEN) begins with xoxb-, the app’s (SLACK_APP_TOKEN) with xapp-',
  },
  'settings.env-database': {
    fr: 'DATABASE_URL commence par « {given} », une base que Vigie ne connaît pas ; écrivez postgres://…, ou rien pour SQLite',
    en: 'DATABASE_URL begins with “{given}”, a database that Vigie does not know; write postgres://…, or nothing for SQLite',
  },
  'settings.env-secret-short': {
    fr: '{setting} est trop court pour être sûr ; donnez-lui au moins {least} caractères (« openssl rand -hex 32 » en fabrique), ou retirez-le et Vigie en créera un',
    en: '{setting} is too short to be safe; give it at least {least} characters (“openssl rand -hex 32” makes some), or remove it and Vigie makes one',
  },
  'settings.env-private': {
    fr: 'VIGIE_ALLOW_PRIVATE ne comprend pas « {given} » ; écrivez des adresses, des plages ou des noms d’hôtes sans http:// ni port, par exemple 10.0.0.0/8, intranet.acme.example',
    en: 'VIGIE_ALLOW_PRIVATE does not understand “{given}”; write addresses, ranges or host names without http:// or port, such as 10.0.0.0/8, intranet.acme.example',
  },
  'settings.env-drand': {
    fr: 'VIGIE_DRAND ne comprend pas « {given} » ; écrivez off, ou des adresses d’une même source de drand qui se terminent par son empreinte, par exemple {near}',
    en: 'VIGIE_DRAND does not understand “{given}”; write off, or addresses of one chain of drand that end with its hash, such as {near}',
  },
  'settings.env-unknown': {
    fr: 'Vigie ne connaît pas la variable {given} ; vouliez-vous dire {near} ?',
    en: 'Vigie knows no variable {given}; did you mean {near}?',
  },
  // Queries, in the settings and in the chat.
  'query.empty': {
    fr: 'la requête est vide ; écrivez les mots à chercher',
    en: 'the query is empty; write the words to look for',
  },
  'query.bracket-open-missing': {
    fr: 'cette parenthèse fermante n’en ferme aucune ; supprimez-la, ou ajoutez « ( » avant',
    en: 'this closing bracket closes none; remove it, or add a “(” before it',
  },
  'query.bracket-close-missing': {
    fr: 'la parenthèse ouverte ici n’est jamais refermée ; ajoutez « ) »',
    en: 'the bracket that opens here is never closed; add a “)”',
  },
  'query.quote-missing': {
    fr: 'le guillemet ouvert ici n’est jamais refermé ; ajoutez-en un à la fin de l’expression',
    en: 'the quote that opens here is never closed; add one at the end of the phrase',
  },
  'query.ends-early': {
    fr: 'la requête s’arrête trop tôt ; ajoutez ce qui doit suivre, ou supprimez le dernier opérateur',
    en: 'the query ends too early; add what should follow, or remove the last operator',
  },
  'query.operator-misplaced': {
    fr: 'il manque un mot à chercher à cet endroit ; un opérateur (ET, OU) se place entre deux, et deux opérateurs ne se suivent pas',
    en: 'a word to look for is missing here; an operator (AND, OR) goes between two, and no two operators follow each other',
  },
  'query.too-deep': {
    fr: 'plus de {most} parenthèses et SAUF imbriqués ; simplifiez la requête, ou faites-en plusieurs',
    en: 'more than {most} brackets and NOTs inside each other; simplify the query, or make several of it',
  },
  'query.only-not': {
    fr: 'cette requête ne fait qu’exclure, ou choisir une langue, et trouverait presque tout ; ajoutez ce qu’il faut chercher, par exemple « nimbus SAUF météo »',
    en: 'this query only excludes, or only names a language, and would find nearly everything; add what to look for, as in “nimbus NOT weather”',
  },
  'query.too-long': {
    fr: 'une requête a {most} caractères au plus, et celle-ci {length} ; faites-en plusieurs, une par ligne d’une liste',
    en: 'a query has {most} characters at most, and this one {length}; make several of it, as the lines of a list',
  },
  'query.prefix-short': {
    fr: '« {text} » trouverait trop de choses ; écrivez au moins {least} lettres devant l’astérisque, ou supprimez-le',
    en: '“{text}” would find too much; write at least {least} letters before the asterisk, or remove it',
  },
  'query.star-misplaced': {
    fr: 'l’astérisque de « {text} » n’est pas à sa place ; il termine un mot (lamp*), jamais un #mot-dièse, un @compte, un site ni un émoji',
    en: 'the asterisk of “{text}” is out of place; it ends a word (lamp*), never a #hashtag, an @handle, a site or an emoji',
  },
  'query.field-unknown': {
    fr: '« {field} » n’est pas un champ ; il y a titre:, auteur:, site: et langue: ; pour chercher ce mot, mettez-le entre guillemets',
    en: '“{field}” is not a field; there are title:, author:, site: and lang:; to look for the word, put it in quotes',
  },
  'query.field-empty': {
    fr: 'rien ne suit « {field} » ; écrivez juste après un mot, une « expression » ou une parenthèse',
    en: 'nothing follows “{field}”; write a word, a “phrase” or a bracket right behind it',
  },
  'query.field-inside': {
    fr: '« {field} » est déjà dans un champ ; fermez d’abord la parenthèse de celui-ci',
    en: '“{field}” is inside a field already; close the bracket of that one first',
  },
  'query.site-wrong': {
    fr: '« {text} » n’est pas le nom d’un site ; écrivez-le en entier, par exemple site:nimbus.example',
    en: '“{text}” is not the name of a site; write all of it, as in site:nimbus.example',
  },
  'query.lang-wrong': {
    fr: '« {text} » n’est pas un code de langue ; écrivez ses deux lettres, par exemple langue:fr',
    en: '“{text}” is not the code of a language; write its two letters, as in lang:fr',
  },
  'query.near-wrong': {
    fr: 'PRÈS relie deux mots, deux expressions ou deux parenthèses de OU, une fois : nimbus PRÈS (panne OU retard) ; pour d’autres, écrivez ET entre deux parenthèses',
    en: 'NEAR joins two words, phrases or brackets of ORs, once: nimbus NEAR (broken OR late); for more, write AND between two brackets',
  },
  'query.near-far': {
    fr: 'PRÈS/ est suivi d’un nombre de mots, de 1 à {most} : PRÈS/5',
    en: 'behind NEAR/ goes a number of words, from 1 to {most}: NEAR/5',
  },
  'query.tag-wrong': {
    fr: '« {tag} » n’est ni un #mot-dièse ni un @compte ; écrivez des lettres, des chiffres ou _ juste après le signe',
    en: '“{tag}” is neither a #hashtag nor an @handle; put letters, digits or _ right behind the sign',
  },
  'query.nothing-to-find': {
    fr: '« {text} » ne contient aucun mot à chercher ; écrivez au moins une lettre ou un chiffre',
    en: '“{text}” holds no word to look for; write at least one letter or digit',
  },
  'settings.channel-shared': {
    en: 'the channel {given} is the team {team}’s already: give this team a channel of its own',
    fr: 'le canal {given} est déjà celui de l’équipe {team} : donnez à cette équipe un canal à elle',
  },
  'settings.sensitivity': {
    fr: '« {given} » n’est pas une sensibilité ; écrivez calme, normal ou vif, ou un nombre de 0.5 (presque tout) à 10 (presque rien)',
    en: '“{given}” is no sensitivity; write calm, normal or sharp, or a number from 0.5 (nearly anything) to 10 (nearly nothing)',
  },
  'settings.task': {
    fr: 'une tâche du plan tient en {most} signes ; raccourcissez-la, ou faites-en deux',
    en: 'a task of the plan has at most {most} characters; shorten it, or make two of it',
  },
  'settings.crisis-person': {
    fr: 'personne ne porte l’identifiant « {given} » dans people ; choisissez parmi : {known}',
    en: 'nobody in people has the id “{given}”; choose one of: {known}',
  },
})

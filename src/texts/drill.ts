import { texts } from './text.ts'

export default texts({
  'drill.about': {
    en: 'Play a made-up storm and time the team',
    fr: 'Jouer une tempête inventée et chronométrer l’équipe',
  },
  'drill.do': { en: '`start`, or `stop` the one that runs', fr: '`lancer`, ou `arrêter` celui en cours' },
  'drill.do-start': { en: 'start', fr: 'lancer' },
  'drill.do-stop': { en: 'stop', fr: 'arrêter' },
  'drill.do-unknown': {
    en: '“{given}” is neither `start` nor `stop`.',
    fr: '« {given} » n’est ni `lancer` ni `arrêter`.',
  },
  'drill.scenario': { en: 'The story that is played', fr: 'L’histoire qui est jouée' },
  'drill.scenario-leak': { en: 'data leak', fr: 'fuite de données' },
  'drill.scenario-video': { en: 'video of an employee', fr: 'vidéo d’un employé' },
  'drill.scenario-unknown': {
    en: '“{given}” is no scenario; there are: {known}.',
    fr: '« {given} » n’est pas un scénario ; il y a : {known}.',
  },
  'drill.in': {
    en: 'Another channel than that of alerts',
    fr: 'Un autre canal que celui des alertes',
  },
  'drill.community': {
    en: 'Customers read #{channel}: a drill there would frighten them. Choose a channel of the team.',
    fr: 'Les clients lisent #{channel} : un exercice y ferait peur. Choisissez un canal de l’équipe.',
  },
  'drill.runs': {
    en: 'A drill is already running: crisis {id}. `/crisis drill stop` ends it.',
    fr: 'Un exercice est déjà en cours : crise {id}. `/crise exercice arrêter` y met fin.',
  },
  'drill.none': {
    en: 'No drill is running. `/crisis drill` starts one.',
    fr: 'Aucun exercice n’est en cours. `/crise exercice` en lance un.',
  },
  'drill.started': {
    en: 'The drill begins in #{channel}: a storm of about an hour that Vigie plays, marked as a drill everywhere. Nothing of it counts, nothing is held back, nobody is written to in private. It ends when the team ends it, at the latest {time}.',
    fr: 'L’exercice commence dans #{channel} : une tempête d’une heure environ, jouée par Vigie et marquée partout comme un exercice. Rien n’entre dans les chiffres, rien n’est suspendu, personne n’est appelé en privé. Il finit quand l’équipe y met fin, au plus tard {time}.',
  },
  'drill.stopped': { en: 'The drill is over.', fr: 'L’exercice est terminé.' },
  'drill.over': { en: 'The drill is over: your times', fr: 'L’exercice est terminé : vos délais' },
  'drill.time': { en: '{name}: **{time}**', fr: '{name} : **{time}**' },
  'drill.time-before': {
    en: '{name}: **{time}** (last drill: {before})',
    fr: '{name} : **{time}** (exercice précédent : {before})',
  },
  'drill.faster': {
    en: 'Faster than last time. Well done.',
    fr: 'Plus vite que la dernière fois. Bravo.',
  },
  'drill.slower': {
    en: 'Slower than last time: what was in the way?',
    fr: 'Moins vite que la dernière fois : qu’est-ce qui a freiné ?',
  },
  'drill.first': {
    en: 'The first drill: the next one is compared with it.',
    fr: 'C’est le premier exercice : le prochain lui sera comparé.',
  },
  'drill.plan': {
    en: 'Action plan: {done} of {n} done',
    fr: 'Plan d’action : {done} sur {n}',
  },
  /** What is played. A line each; {brand} is the team's. */
  'drill.made-up': { en: '{name} (drill)', fr: '{name} (exercice)' },
  'drill.title-leak': {
    en: 'Customer data of {brand} for sale',
    fr: 'Des données clients de {brand} en vente',
  },
  'drill.title-video': {
    en: 'Video: an employee of {brand} mocks a customer',
    fr: 'Vidéo : un employé de {brand} se moque d’une cliente',
  },
  'drill.angry-leak': {
    en: [
      'Just got a scam text with my name, my address and my last order at {brand}. How do they have that?',
      'Everybody who ordered at {brand} is getting these texts. They have been hacked and say nothing.',
      'A file with 200,000 customers of {brand} is for sale on a forum. Mine is in it.',
      'Called {brand}: “we know of nothing”. My address is on the internet!',
      'I want my account at {brand} deleted. Today. This is shameful.',
      'Hours later, and still not a word from {brand}. Do they think it will pass?',
      'Filed a complaint. {brand} has to tell its customers, that is the law.',
      'My mother was nearly robbed by somebody who knew her order at {brand} to the cent.',
      'Never again {brand}. Boycott until they explain themselves.',
      'The same password since 2019, in clear text in the file. Bravo {brand}.',
    ].join('\n'),
    fr: [
      'Je viens de recevoir un SMS d’escroc avec mon nom, mon adresse et ma dernière commande chez {brand}. D’où le tiennent-ils ?',
      'Tous ceux qui ont commandé chez {brand} reçoivent ces SMS. Ils se sont fait pirater et ne disent rien.',
      'Un fichier de 200 000 clients de {brand} est en vente sur un forum. J’y suis.',
      'J’ai appelé {brand} : « nous ne sommes au courant de rien ». Mon adresse est sur internet !',
      'Je veux que mon compte chez {brand} soit supprimé. Aujourd’hui. C’est honteux.',
      'Des heures plus tard, toujours pas un mot de {brand}. Ils croient que ça va passer ?',
      'Plainte déposée. {brand} doit prévenir ses clients, c’est la loi.',
      'Ma mère a failli se faire voler par quelqu’un qui connaissait sa commande chez {brand} au centime près.',
      'Plus jamais {brand}. Boycott tant qu’ils ne s’expliquent pas.',
      'Le même mot de passe depuis 2019, en clair dans le fichier. Bravo {brand}.',
    ].join('\n'),
  },
  'drill.press-leak': {
    en: [
      '{brand}: the data of 200,000 customers for sale, the company does not answer',
      'Data leak at {brand}: what we know, and what to do if you are a customer',
      'After the leak at {brand}, the regulator asks for explanations',
    ].join('\n'),
    fr: [
      '{brand} : les données de 200 000 clients en vente, l’entreprise ne répond pas',
      'Fuite de données chez {brand} : ce que l’on sait, et que faire si vous êtes client',
      'Après la fuite chez {brand}, le régulateur demande des explications',
    ].join('\n'),
  },
  'drill.asks-leak': {
    en: [
      'Does anybody know whether the bank details of {brand} are in the file as well?',
      'How do I find out whether I am in the file of {brand}?',
      'Is there an official statement of {brand} anywhere?',
    ].join('\n'),
    fr: [
      'Quelqu’un sait si les coordonnées bancaires de {brand} sont aussi dans le fichier ?',
      'Comment savoir si je suis dans le fichier de {brand} ?',
      'Est-ce qu’il y a un communiqué officiel de {brand} quelque part ?',
    ].join('\n'),
  },
  'drill.angry-video': {
    en: [
      'Look at how an employee of {brand} talks to this customer. She only wanted her money back.',
      'The video from the shop of {brand} makes me sick. He laughs at her!',
      'I was treated just like that at {brand} last year. Nobody believed me.',
      'And {brand} deletes the comments under its own posts now. Great idea.',
      'What is {brand} waiting for? An apology is two lines.',
      'I cancelled my order at {brand}. So did my sister.',
      '{brand} says “an isolated case”. There are four videos by now.',
      'Poor woman. Shame on {brand}.',
      'Boycott {brand} until they have called her.',
      'I used to recommend {brand} to everybody. No more.',
    ].join('\n'),
    fr: [
      'Regardez comment un employé de {brand} parle à cette cliente. Elle voulait juste être remboursée.',
      'La vidéo du magasin {brand} me donne la nausée. Il rit d’elle !',
      'On m’a traité exactement comme ça chez {brand} l’an dernier. Personne ne m’avait cru.',
      'Et maintenant {brand} efface les commentaires sous ses propres publications. Brillant.',
      'Qu’est-ce que {brand} attend ? Des excuses, ça tient en deux lignes.',
      'J’ai annulé ma commande chez {brand}. Ma sœur aussi.',
      '{brand} parle d’un « cas isolé ». On en est à quatre vidéos.',
      'Pauvre dame. Honte à {brand}.',
      'Boycott de {brand} tant qu’ils ne l’ont pas rappelée.',
      'Je recommandais {brand} à tout le monde. C’est fini.',
    ].join('\n'),
  },
  'drill.press-video': {
    en: [
      'Outcry over a video filmed in a shop of {brand}',
      '{brand}: the video that costs a reputation',
      'After the video, {brand} keeps silent',
    ].join('\n'),
    fr: [
      'Tollé après une vidéo filmée dans un magasin {brand}',
      '{brand} : la vidéo qui coûte une réputation',
      'Après la vidéo, {brand} garde le silence',
    ].join('\n'),
  },
  'drill.asks-video': {
    en: [
      'Is that really {brand}? When was it filmed?',
      'Does anybody know how the customer of {brand} is doing?',
      'Has {brand} said anything yet?',
    ].join('\n'),
    fr: [
      'C’est vraiment chez {brand} ? Filmé quand ?',
      'Quelqu’un sait comment va la cliente de {brand} ?',
      'Est-ce que {brand} a déjà réagi ?',
    ].join('\n'),
  },
  'drill.kind': {
    en: [
      'Let us wait for what {brand} has to say before we judge.',
      'I have always been treated well at {brand}. Courage to the teams.',
    ].join('\n'),
    fr: [
      'Attendons ce que {brand} a à dire avant de juger.',
      'J’ai toujours été bien reçu chez {brand}. Courage aux équipes.',
    ].join('\n'),
  },
  'drill.usual': {
    en: [
      'Ordered at {brand} this morning.',
      'Somebody here who knows {brand}?',
      '{brand} opens a new shop.',
      'Happy with my {brand}.',
    ].join('\n'),
    fr: [
      'Commandé chez {brand} ce matin.',
      'Quelqu’un connaît {brand} ?',
      '{brand} ouvre un nouveau magasin.',
      'Contente de mon achat chez {brand}.',
    ].join('\n'),
  },
  'drill.people': {
    en: 'Alex,Robin,Charlie,Sam,Jamie,Taylor,Morgan,Casey,Riley,Jordan,Avery,Quinn,Harper,Rowan,Skyler,Emery,Reese,Finley,Sage,Drew',
    fr: 'Camille,Claude,Dominique,Alix,Sacha,Charlie,Maxence,Lou,Noa,Andréa,Morgan,Eden,Ariel,Yaël,Swann,Ange,Kim,Louison,Loïs,Céleste',
  },
  'drill.press': {
    en: 'The Morning Wire,Region Today,Consumer Watch',
    fr: 'Le Fil du Matin,Région Actu,Alerte Conso',
  },
})

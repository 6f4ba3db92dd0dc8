import { random } from './feeds.ts'

export type MadePost = { id: string; story: string; edit: string; title: string; text: string; url: string }

/**
 * Posts of known stories by a fixed seed, mixed as they would arrive: news of a few brands in French and English,
 * each in `copies` outlets; one story in five is a weather or a stock note, which differ from other such notes
 * by a name and some numbers only; `lone` more notes and news stand alone.
 */
export function madeStories({
  stories,
  copies,
  lone,
  seed,
}: {
  stories: number
  copies: number
  lone: number
  seed: number
}) {
  const next = random(seed)
  const below = (count: number) => Math.floor(next() * count)
  const pick = <T>(all: readonly T[]) => all[below(all.length)]!
  const sample = <T>(all: readonly T[], count: number) => {
    const left = [...all]
    return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0]!)
  }

  type Draft = { titles: string[]; sentences: string[]; tongue: Tongue }

  function news(tongue: Tongue): Draft {
    const brand = pick(brands)
    const [place, other] = sample(tongue.places, 2)
    const [first, second] = sample(people, 2)
    const names = [brand, place!, other!, first!, second!]
    // What only this story is about.
    const matters = sample(tongue.matters, 9)
    const sentence = () => {
      const [who, does, what, how, when] = tongue.parts
      const subject =
        next() < 0.5 ? pick([first!, second!, brand, `${tongue.at} ${place}, ${brand}`]) : pick(who!)
      const figure = next() < 0.35 ? ` ${pick(tongue.figures).replace('#', `${2 + below(9000)}`)}` : ''
      const matter = next() < 0.8 ? ` ${tongue.about} ${pick(matters)}` : ''
      const where = next() < 0.3 ? ` ${tongue.at} ${pick([place!, other!])}` : ''
      return `${upper(subject)} ${pick(does!)} ${pick(what!)}${matter}${figure} ${pick(how!)}${where} ${pick(when!)}.`
    }
    const titles = Array.from({ length: 4 }, () => {
      const [, does, what] = tongue.parts
      return upper(
        `${pick(names)} ${pick(does!)} ${pick(what!)} ${tongue.about} ${pick(matters)} ${tongue.at} ${place}`,
      )
    })
    return { titles, sentences: Array.from({ length: 5 + below(8) }, sentence), tongue }
  }

  function note(tongue: Tongue): Draft {
    const values: Record<string, () => string> = {
      place: () => place,
      brand: () => brand,
      day: () => when,
      number: () => `${1 + below(39)}`,
      price: () => `${10 + below(190)},${10 + below(89)}`,
      share: () => `${below(6)},${1 + below(98)}`,
      sky: () => pick(tongue.skies),
      move: () => pick(tongue.moves),
    }
    const [place, brand, when] = [pick(tongue.places), pick(brands), pick(tongue.days)]
    const fill = (frame: string) => frame.replace(/\{(\w+)\}/gu, (_, name: string) => values[name]!())
    const [titles, ...sentences] = pick(tongue.notes)
    return { titles: titles!.split(' / ').map(fill), sentences: sentences.map(fill), tongue }
  }

  const draft = () => {
    const tongue = pick([french, english])
    return next() < 0.2 ? note(tongue) : news(tongue)
  }

  function edited({ titles, sentences, tongue }: Draft, edit: Edit, outlet: number): [string, string] {
    let title = titles[0]!
    let said = [...sentences]
    const all = edit === 'everything'
    if (all || edit === 'retitled') title = pick(titles)
    if (all || edit === 'reordered') said = sample(said, said.length)
    if (all || edit === 'shortened')
      said = said.slice(0, Math.max(2, Math.ceil(said.length * (0.3 + next() * 0.4))))
    if (all || edit === 'reworded') said = said.map((one) => reworded(one, tongue, all ? 0.08 : 0.15))
    let text = said.join(' ')
    if (edit === 'cut') text = `${text.slice(0, Math.max(120, Math.ceil(text.length * 0.35)))}…`
    if (all || edit === 'boilerplate')
      text = `${outlets[outlet % 30]} — ${text} ${tongue.boilerplate[outlet % tongue.boilerplate.length]!.replace('@', outlets[outlet % 30]!)}`
    return [title, text]
  }

  // Words are swapped for others of the trade or left out, as an editor does.
  const reworded = (sentence: string, tongue: Tongue, share: number) =>
    sentence
      .split(' ')
      .flatMap((word) => (next() >= share ? [word] : next() < 0.4 ? [] : [pick(tongue.swaps)]))
      .join(' ')

  const posts: MadePost[] = []
  for (let story = 0; story < stories + lone; story++) {
    const one = draft()
    const kind = one.titles.length === 2 ? 'note' : 'news'
    for (let copy = 0; copy < (story < stories ? copies : 1); copy++) {
      const edit = copy === 0 ? 'first' : edits[copy % edits.length]!
      const [title, text] = edited(one, edit, below(30))
      // Opaque links, as aggregators have: no two copies share one.
      const url = `https://outlet-${copy}.example/read/${below(2 ** 31).toString(36)}?utm_source=feed`
      posts.push({ id: `${story}-${copy}`, story: `${kind}-${story}`, edit, title, text, url })
    }
  }
  return sample(posts, posts.length)
}

export const edits = [
  'same',
  'shortened',
  'reworded',
  'retitled',
  'reordered',
  'cut',
  'boilerplate',
  'everything',
] as const
type Edit = (typeof edits)[number] | 'first'

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const list = (text: string) => text.split(' / ')

type Tongue = {
  at: string
  about: string
  matters: string[]
  places: string[]
  parts: string[][]
  figures: string[]
  notes: string[][]
  days: string[]
  skies: string[]
  moves: string[]
  swaps: string[]
  boilerplate: string[]
}

const brands = list('Nimbus / Lumea / Clarival / Belora / Nimbus / Nimbus')
const firsts = list('Anna / Marc / Ines / Paul / Lena / Hugo / Sara / Louis / Nadia / Oscar / Clara / Felix')
const beginnings = list(
  'Mor / Del / Hart / Os / Quin / Fer / La / Whit / Bes / Ash / Vi / Kes / Per / Lang / Rous / Tan / Bru / Gal / Pon / Wes',
)
const endings = list(
  'van / court / ley / borne / nel / rand / combe / aker / son / ford / dal / ler / rin / ston / selot',
)
const lasts = beginnings.flatMap((one) => endings.map((end) => one + end))
const people = lasts.map((last, at) => `${firsts[at % firsts.length]} ${last}`)
const outlets = Array.from(
  { length: 30 },
  (_, at) =>
    `${list('Courrier / Herald / Tribune / Gazette / Dispatch / Écho')[at % 6]} ${list('North / Loire / Central / Rive / Metro')[at % 5]}`,
)

const french: Tongue = {
  at: 'à',
  about: 'autour de',
  matters: list(
    'verrerie / moquette / cathédrale / tramway / piscine / boulangerie / vignoble / hôpital / drone / satellite / dentiste / orchestre / aquarium / barrage / tunnel / voilier / chêne / cuisine / théâtre / chapiteau / abeille / crèche / lycée / marché / notaire / radar / cyclone / canal / musée / bijou / parfum / chocolat / fromage / tracteur / moulin / phare / falaise / métro / guichet / facture / serrure / ascenseur / toiture / cheminée / plomberie / jardin / potager / forêt / sanglier / loup / pêcheur / huître / écluse / péniche / aéroport / pilote / valise / douane / passeport / consulat / juriste / plaidoirie / amende / caution / loyer / bailleur / copropriété / gardien / alarme / caméra / logiciel / serveur / antenne / fibre / tablette / console / manette / stade / arbitre / cycliste / marathon / escrime / judo / piscicole / laboratoire / vaccin / pharmacie / ambulance / infirmière / maternité / berceau / poussette / jouet / peluche / librairie / roman / éditeur / imprimerie / affiche / fresque / sculpture / bronze / violon / chorale / opéra / danseuse / costume / couture / laine / cuir / chaussure / semelle / vélo / trottinette / péage / autoroute / rond-point / parking / garage / moteur / pneu / carburant / éolienne / turbine / uranium / charbon / mineur / gravier / ciment / brique / charpente / menuisier / vernis / peinture / pinceau / tapis / rideau / canapé / matelas / oreiller / horloge / montre / boussole / carte / sentier / refuge / glacier / avalanche / ski / luge',
  ),
  places: list(
    'Lyon / Nantes / Lille / Brest / Dijon / Nice / Rennes / Tours / Metz / Reims / Angers / Limoges / Amiens / Grenoble / Bayonne / Colmar / Perpignan / Quimper / Vannes / Avignon',
  ),
  parts: [
    'la direction / le syndicat / un porte-parole / la mairie / un tribunal / le groupe / une cliente / le fournisseur / la fédération / un ancien ingénieur / le comité d’entreprise / une association de consommateurs / le ministère / un concurrent / la préfecture / l’enquêteur / une start-up / le distributeur / un collectif de riverains / la banque',
    'annonce / conteste / retire / dévoile / suspend / rachète / dénonce / promet / reporte / inaugure / confirme / refuse / prépare / critique / soutient / abandonne / finance / étudie / réclame / négocie / vérifie / défend / ferme / modernise / expose',
    'une gamme de lampes solaires / le rappel d’ampoules défectueuses / la fermeture de l’entrepôt / un accord sur les salaires / un brevet d’éclairage / le contrat des écoles / une campagne publicitaire / la hausse des tarifs / une panne de l’application / le recyclage des batteries / un partenariat avec le musée / la grève des livreurs / un plan d’économies / le chantier de la gare / une plainte pour contrefaçon / l’ouverture d’une boutique / la garantie prolongée / un prototype de lampadaire / le festival des lumières / une levée de fonds / la fuite de données / un service de réparation / le transfert de la chaîne d’assemblage / une étude sur le sommeil / la certification des composants',
    'après des mois de discussions / malgré les critiques / sans donner de calendrier / avec l’appui des élus / faute de candidats / sous la pression des actionnaires / pour rassurer les familles / contre l’avis des experts / en marge du salon / dans un communiqué laconique / au terme d’un audit / devant une salle comble / à la surprise générale / en échange de garanties / par souci de transparence / selon des documents internes / grâce à une subvention / au nom de la sécurité / pendant les travaux / avant la saison froide',
    'ce lundi / mardi soir / mercredi matin / jeudi / vendredi dernier / cette semaine / en septembre / à la rentrée / depuis le printemps / avant Noël / au troisième trimestre / hier / à l’aube / dans la soirée / le mois prochain',
  ].map(list),
  figures: list(
    'de # euros / pour # foyers / concernant # salariés / sur # hectares / de # exemplaires / auprès de # clients',
  ),
  notes: [
    [
      'Météo à {place} : {sky} {day} / Quel temps fera-t-il {day} à {place} ?',
      'À {place}, le temps sera {sky} {day} avec {number} degrés le matin et {number} degrés dans l’après-midi.',
      'Le vent soufflera jusqu’à {number} km/h en rafales et la pluie pourrait tomber avec {number} mm attendus.',
      'Le soleil se lèvera à 7 h {number} et se couchera à 18 h {number} selon Météo Nimbus.',
      'L’indice de qualité de l’air sera de {number} à {place}, pensez à vérifier les prévisions avant de sortir.',
    ],
    [
      'Bourse : l’action {brand} {move} de {share} % {day} / {brand} {move} de {share} % à la clôture {day}',
      'L’action {brand} {move} de {share} % {day} à la Bourse de Paris, pour terminer à {price} euros.',
      'Le volume des échanges atteint {price} millions d’euros, contre {price} millions la veille.',
      'Le titre {brand} affiche une variation de {share} % depuis le début de l’année.',
      'Le CAC a terminé la séance sur une variation de {share} %, les investisseurs restent prudents.',
    ],
  ],
  days: list('lundi / mardi / mercredi / jeudi / vendredi / samedi / dimanche'),
  skies: list('ensoleillé / nuageux / pluvieux / orageux / couvert / brumeux'),
  moves: list('gagne / perd / recule / progresse'),
  swaps: list(
    'notamment / désormais / également / récemment / plusieurs / important / projet / entreprise / société / nouvelle / dossier / décision / situation / responsable / environ / déclare / affirme',
  ),
  boilerplate: list(
    'Abonnez-vous à @ pour lire la suite de nos articles. / Suivez @ sur tous les réseaux et recevez notre lettre du matin. / Cet article de @ est réservé à nos abonnés, découvrez nos offres. / Avec nos correspondants. Tous droits réservés @. / Lire aussi sur @ : nos conseils pour bien choisir son éclairage.',
  ),
}

const english: Tongue = {
  at: 'in',
  about: 'over the',
  matters: list(
    'glassworks / carpet / cathedral / tramway / swimming / bakery / vineyard / hospital / drone / satellite / dentist / orchestra / aquarium / dam / tunnel / sailboat / oak / kitchen / theatre / marquee / beehive / nursery / college / market / notary / radar / cyclone / canal / museum / jewel / perfume / chocolate / cheese / tractor / windmill / lighthouse / cliff / subway / counter / invoice / padlock / elevator / rooftop / chimney / plumbing / garden / orchard / forest / boar / wolf / fisherman / oyster / lock-gate / barge / airport / pilot / suitcase / customs / passport / consulate / lawyer / pleading / fine / bail / rent / landlord / leasehold / guard / alarm / camera / software / server / antenna / fibre / tablet / console / joystick / stadium / referee / cyclist / marathon / fencing / judo / hatchery / laboratory / vaccine / pharmacy / ambulance / nurse / maternity / cradle / stroller / toy / teddy / bookshop / novel / publisher / printer / poster / mural / sculpture / bronze / violin / choir / opera / dancer / costume / sewing / wool / leather / shoe / insole / bicycle / scooter / tollgate / motorway / roundabout / parking / garage / engine / tyre / fuel / turbine / propeller / uranium / coal / miner / gravel / cement / brick / timber / joiner / varnish / paint / brush / rug / curtain / sofa / mattress / pillow / clock / watch / compass / atlas / footpath / shelter / glacier / avalanche / skiing / sledge',
  ),
  places: list(
    'Leeds / Bristol / Cardiff / Norwich / Exeter / Glasgow / Derby / Hull / Bath / Oxford / Durham / Dundee / Swansea / Lincoln / Ipswich / Carlisle / Bolton / Reading / Plymouth / Chester',
  ),
  parts: [
    'the board / the union / a spokeswoman / the city council / a judge / the group / one customer / the supplier / the trade body / a former engineer / the works council / a consumer charity / the ministry / a rival / the regulator / an investigator / a young start-up / the retailer / a residents’ group / the bank',
    'announces / disputes / withdraws / unveils / suspends / acquires / denounces / promises / postpones / opens / confirms / rejects / prepares / criticises / supports / abandons / funds / studies / demands / negotiates / audits / defends / closes / modernises / exhibits',
    'a range of solar lamps / the recall of faulty bulbs / the warehouse closure / a deal on wages / a lighting patent / the schools contract / an advertising campaign / the price increase / an outage of the mobile app / battery recycling / a partnership with the museum / the couriers’ strike / a savings plan / the station refurbishment / a counterfeiting complaint / the opening of a shop / the extended warranty / a street light prototype / the festival of lights / a funding round / the customer data leak / a repair service / the transfer of the assembly line / a study on sleep / the certification of components',
    'after months of talks / despite the criticism / without giving a timetable / with backing from councillors / for lack of applicants / under pressure from shareholders / to reassure families / against expert advice / on the fringe of the fair / in a terse statement / following an audit / before a packed hall / to general surprise / in exchange for guarantees / for the sake of openness / according to internal papers / thanks to a subsidy / in the name of safety / during the works / ahead of the cold season',
    'on Monday / on Tuesday night / on Wednesday morning / on Thursday / last Friday / this week / in September / this autumn / since spring / before Christmas / in the third quarter / yesterday / at dawn / in the evening / next month',
  ].map(list),
  figures: list(
    'worth # pounds / for # households / affecting # employees / across # acres / of # units / among # clients',
  ),
  notes: [
    [
      '{place} weather: {sky} on {day} / What will the weather be like on {day} in {place}?',
      'It will be {sky} in {place} on {day} with {number} degrees in the morning and {number} degrees in the afternoon.',
      'Wind gusts will reach {number} mph and rain may fall with {number} mm expected.',
      'The sun will rise at 7:{number} and set at 18:{number} according to Nimbus Weather.',
      'The air quality index will be {number} in {place}, remember to check the forecast before you leave.',
    ],
    [
      'Stocks: {brand} shares {move} by {share} % on {day} / {brand} {move} by {share} % at the close on {day}',
      '{brand} shares {move} by {share} % on {day} on the London exchange, to finish at {price} pence.',
      'Trading volume reached {price} million pounds, against {price} million the day before.',
      'The {brand} share price shows a change of {share} % since the beginning of the year.',
      'The index finished the session with a change of {share} %, and investors remain cautious.',
    ],
  ],
  days: list('Monday / Tuesday / Wednesday / Thursday / Friday / Saturday / Sunday'),
  skies: list('sunny / cloudy / rainy / stormy / overcast / misty'),
  moves: list('rise / fall / drop / climb'),
  swaps: list(
    'notably / now / also / recently / several / major / project / company / firm / new / matter / decision / situation / manager / roughly / says / claims',
  ),
  boilerplate: list(
    'Subscribe to @ to read the rest of our coverage. / Follow @ on every network and get our morning letter. / This article by @ is for subscribers, discover our offers. / With our correspondents. All rights reserved @. / Read more on @: our advice on choosing the right light.',
  ),
}

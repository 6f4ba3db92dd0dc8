import { texts } from './text.ts'

/** `/kpi export`, and the addresses at which programs read figures (`/kpi address`). */
export default texts({
  'export.about': {
    en: 'Everything behind the numbers, as CSV or JSON',
    fr: 'Tout ce qu’il y a derrière les chiffres, en CSV ou en JSON',
  },
  'export.format': { en: 'csv or json', fr: 'csv ou json' },
  'export.bad-format': {
    en: '“{given}” is no format I write: `csv` or `json`.',
    fr: '« {given} » n’est pas un format que je sais écrire : `csv` ou `json`.',
  },
  'export.done': {
    en: {
      one: '{n} number, {period}, by {grain}: each row has its definition, what stands behind it and how sure it is; what is not known is empty, with the reason.',
      other:
        '{n} numbers, {period}, by {grain}: each row has its definition, what stands behind it and how sure it is; what is not known is empty, with the reason.',
    },
    fr: {
      one: '{n} indicateur, {period}, par {grain} : chaque ligne porte sa définition, ce qui la fonde et son degré de confiance ; ce qui est inconnu reste vide, avec la raison.',
      other:
        '{n} indicateurs, {period}, par {grain} : chaque ligne porte sa définition, ce qui la fonde et son degré de confiance ; ce qui est inconnu reste vide, avec la raison.',
    },
  },
  'export.csv-note': {
    en: 'Rates are ratios (0.12 is 12%), durations are in seconds; changes leave out a day that is not over. Commas part the columns; in a French team, semicolons.',
    fr: 'Les taux sont des rapports (0,12 vaut 12 %), les durées sont en secondes ; les évolutions ne tiennent pas compte d’une journée en cours. Les colonnes sont séparées par des points-virgules, comme les tableurs français les attendent.',
  },
  'export.file': { en: 'numbers', fr: 'indicateurs' },
  'export.says': { en: 'The numbers as a table', fr: 'Les indicateurs sous forme de tableau' },
  'export.too-long': {
    en: 'That would be more than {most} points a number. Ask for a shorter period, or by month.',
    fr: 'Cela ferait plus de {most} points par indicateur. Demandez une période plus courte, ou par mois.',
  },
  'export.none': {
    en: 'There is no number to export yet: nothing was collected.',
    fr: 'Il n’y a encore aucun chiffre à exporter : rien n’a été recueilli.',
  },
  'export.column-row': { en: 'row', fr: 'ligne' },
  'export.column-measure': { en: 'measure', fr: 'mesure' },
  'export.column-name': { en: 'name', fr: 'nom' },
  'export.column-topic': { en: 'topic', fr: 'sujet' },
  'export.column-from': { en: 'from', fr: 'du' },
  'export.column-to': { en: 'to', fr: 'au' },
  'export.column-part_by': { en: 'part by', fr: 'réparti par' },
  'export.column-part': { en: 'part', fr: 'segment' },
  'export.column-value': { en: 'value', fr: 'valeur' },
  'export.column-unit': { en: 'unit', fr: 'unité' },
  'export.column-currency': { en: 'currency', fr: 'devise' },
  'export.column-observations': { en: 'observations', fr: 'observations' },
  'export.column-denominator': { en: 'denominator', fr: 'dénominateur' },
  'export.column-p90': { en: '90th percentile', fr: '90e centile' },
  'export.column-share': { en: 'share', fr: 'proportion' },
  'export.column-change': { en: 'change', fr: 'évolution' },
  'export.column-confidence': { en: 'confidence', fr: 'confiance' },
  'export.column-reason': { en: 'reason', fr: 'raison' },
  'export.column-sources': { en: 'sources', fr: 'sources' },
  'export.column-formula': { en: 'definition', fr: 'définition' },

  'address.about': {
    en: 'Addresses at which a spreadsheet or a BI tool reads your numbers',
    fr: 'Les adresses où un tableur ou un outil de BI lit vos chiffres',
  },
  'address.name': {
    en: 'What it is for, such as Looker: makes one',
    fr: 'À quoi elle sert, par exemple Looker : en crée une',
  },
  'address.title': {
    en: { one: '{n} reading address', other: '{n} reading addresses' },
    fr: { one: '{n} adresse de lecture', other: '{n} adresses de lecture' },
  },
  'address.none': { en: 'No reading address yet', fr: 'Aucune adresse de lecture pour l’instant' },
  'address.how': {
    en: 'Whoever has such an address may read the numbers of this team, and change nothing: no text of a mention, nobody’s name. `/kpi address <name>` makes one for each tool, so that one can be taken back alone.',
    fr: 'Qui possède une telle adresse peut lire les chiffres de cette équipe, sans rien modifier : aucun texte de mention, aucun nom. `/kpi adresse <nom>` en crée une par outil, pour pouvoir en retirer une seule.',
  },
  'address.made-by': { en: 'by {by}, {time}', fr: 'par {by}, {time}' },
  'address.used': { en: 'last read: {time}', fr: 'dernière lecture : {time}' },
  'address.unused': { en: 'never read', fr: 'jamais lue' },
  'address.revoke': { en: 'Take back', fr: 'Retirer' },
  'address.revoked': {
    en: 'Taken back: it opens nothing any more.',
    fr: 'Retirée : elle n’ouvre plus rien.',
  },
  'address.made': { en: 'The address for {name}', fr: 'L’adresse pour {name}' },
  'address.once': {
    en: 'Copy it now: it is shown this once, and Vigie keeps only its fingerprint. It is as good as a password.',
    fr: 'Copiez-la maintenant : elle n’est montrée qu’une fois, et Vigie n’en garde que l’empreinte. Elle vaut un mot de passe.',
  },
  'address.csv': {
    en: 'For a spreadsheet (IMPORTDATA, Power Query)',
    fr: 'Pour un tableur (IMPORTDATA, Power Query)',
  },
  'address.json': { en: 'For a program', fr: 'Pour un programme' },
  'address.header': {
    en: 'Or without the token in the address: {address} with the header `Authorization: Bearer …`',
    fr: 'Ou sans le jeton dans l’adresse : {address} avec l’en-tête `Authorization: Bearer …`',
  },
  'address.parameters': {
    en: 'May follow behind `?`, divided by `&`: `measure=volume,share-of-voice`, `topic=Nimbus`, `from=2026-11-01`, `to=2026-11-30`, `by=day|week|month`, `parts=network`, `locale=en|fr`. Without any: all numbers of the last 30 days.',
    fr: 'Peuvent suivre après `?`, séparés par `&` : `measure=volume,share-of-voice`, `topic=Nimbus`, `from=2026-11-01`, `to=2026-11-30`, `by=day|week|month`, `parts=network`, `locale=en|fr`. Sans rien : tous les chiffres des 30 derniers jours.',
  },
  'address.no-door': {
    en: 'Vigie has no public address yet, so nothing outside can read from it. Whoever runs it sets `VIGIE_PUBLIC_URL` (and `VIGIE_PUBLIC_PORT`), see `.env.example`, and starts it again. Until then `/kpi export` gives you the files.',
    fr: 'Vigie n’a pas encore d’adresse publique : rien ne peut y lire de l’extérieur. La personne qui l’administre définit `VIGIE_PUBLIC_URL` (et `VIGIE_PUBLIC_PORT`), voir `.env.example`, puis la redémarre. D’ici là, `/kpi exporter` vous donne les fichiers.',
  },
  'address.too-many': {
    en: 'This team has {most} reading addresses already. Take back one that nobody uses first.',
    fr: 'Cette équipe a déjà {most} adresses de lecture. Retirez d’abord celle qui ne sert plus.',
  },
  'address.name-long': {
    en: 'Give it a name of at most {most} characters.',
    fr: 'Donnez-lui un nom de {most} caractères au plus.',
  },
  'address.gone': { en: 'That address was taken back already.', fr: 'Cette adresse est déjà retirée.' },
})

import type { Mood } from '../../src/model/mood.ts'

/** Posts of our own by what makes them hard, with the mood that a reader finds in them. */
export const french: Record<string, [text: string, mood: Mood][]> = {
  'plain words': [
    ['Cette lampe est magnifique, je suis ravie.', 'positive'],
    ['Quelle arnaque, je suis dégoûté.', 'negative'],
    ['La boutique ouvre à 9 h rue des Lilas.', 'neutral'],
  ],
  negation: [
    ['Je ne recommande pas cette marque.', 'negative'],
    ['J’aime pas du tout leur nouvelle appli', 'negative'],
    ['Ça n’est pas du tout très fiable', 'negative'],
    ['Sans intérêt.', 'negative'],
    ['Je n’ai jamais été déçu en dix ans', 'positive'],
    ['Aucun problème à la livraison', 'positive'],
    ['Peu fiable à la longue', 'negative'],
  ],
  'idioms in several words': [
    ['Franchement pas mal la nouvelle gamme', 'positive'],
    ['Ça passe crème avec mon salon', 'positive'],
    ['12 € de frais, c’est du vol', 'negative'],
    ['Un vrai coup de cœur', 'positive'],
    ['Ils se foutent de nous', 'negative'],
    ['Rapport qualité-prix imbattable', 'positive'],
  ],
  'elision and apostrophes of both kinds': [
    ["C'est l'arnaque totale", 'negative'],
    ['C’est l’arnaque totale', 'negative'],
    ['J’adore l’ambiance de ce magasin', 'positive'],
  ],
  'missing accents, capitals, stretched letters': [
    ['tres decu de ma commande', 'negative'],
    ['SUPER DECU DE MA COMMANDE', 'negative'],
    ['troooop bien merciii', 'positive'],
    ['c est nuuuuul', 'negative'],
  ],
  'slang and SMS': [
    ['jpp de cette appli elle bug tt le tps', 'negative'],
    ['ptn encore une panne wtf', 'negative'],
    ['c’est une dinguerie cette lampe', 'positive'],
    ['mdr ça marche toujours pas 😂', 'negative'],
  ],
  'contrast and concession': [
    ['Livraison rapide mais lampe cassée et service client nul', 'negative'],
    ['Un peu cher, mais quelle qualité, je suis conquise !', 'positive'],
    ['Malgré un léger retard, excellent accueil', 'positive'],
  ],
  'thanks that are meant, and that are not': [
    ['Merci à toute l’équipe !', 'positive'],
    ['Merci pour les 3 h de retard 👏👏', 'negative'],
    ['Merci pour rien', 'negative'],
    ['Bonjour, à quelle heure fermez-vous ? Merci d’avance', 'neutral'],
  ],
  'signs that mislead': [
    ['Trop beau, j’en pleure 😭', 'positive'],
    ['Encore une panne 😂😂😂', 'negative'],
    ['Ma lampe est arrivée 😍', 'positive'],
    ['Ma lampe est arrivée 😡', 'negative'],
    ['Ma lampe est arrivée :(', 'negative'],
  ],
  'dark facts told without anger': [
    ['Grève à la SNCF demain', 'neutral'],
    ['Un incendie s’est déclaré cette nuit dans un entrepôt de Lyon', 'neutral'],
    ['L’enquête est confiée à la gendarmerie de Nantes', 'neutral'],
  ],
  'a recall is told against its maker, and calling to mind is not': [
    [
      'Nimbus rappelle 12 000 lampes de chevet pour risque de surchauffe. Les clients sont invités à débrancher leur lampe et seront remboursés, précise le porte-parole.',
      'negative',
    ],
    [
      'Nimbus rappelle 12 000 lampes. Un défaut du transformateur peut provoquer une surchauffe ; aucun blessé n’est signalé. Les clients seront intégralement remboursés, précise la marque.',
      'negative',
    ],
    ['Surchauffe : Nimbus contraint de rappeler ses lampes', 'negative'],
    ['Nimbus rappelle ses horaires d’ouverture', 'neutral'],
    ['Nimbus rappelle que la boutique ouvre à 9 h', 'neutral'],
    ['Rappelle-moi de commander une lampe pour le salon', 'neutral'],
    ['Cette lampe me rappelle de bons souvenirs', 'positive'],
    ['Aucun risque de surchauffe', 'positive'],
    ['Remboursée en deux jours', 'positive'],
  ],
  'names and addresses say nothing': [
    ['@super_genial bonjour, où est ma commande https://nimbus.example/arnaque', 'neutral'],
    ['<b class="nul">Nouvelle lampe</b> &amp; nouveau pied', 'neutral'],
  ],
}

export const english: Record<string, [text: string, mood: Mood][]> = {
  'plain words': [
    ['This lamp is gorgeous, I love it.', 'positive'],
    ['Horrible company, complete scam.', 'negative'],
    ['The shop opens at 9 on Main Street.', 'neutral'],
  ],
  negation: [
    ['I don’t like this at all, not reliable', 'negative'],
    ["It isn't good", 'negative'],
    ['I would never recommend them', 'negative'],
    ['I can hardly recommend it', 'negative'],
    ['No problem with the delivery', 'positive'],
  ],
  'idioms in several words': [
    ['Not bad at all', 'positive'],
    ['What a rip off', 'negative'],
    ['Waste of money', 'negative'],
    ['Can’t wait to get mine', 'positive'],
    ['Still waiting for an answer', 'negative'],
    ['It works like a charm', 'positive'],
  ],
  contrast: [
    ['Nice design but it broke after two days, awful', 'negative'],
    ['A bit pricey, but absolutely worth it', 'positive'],
    ['Despite the delay, excellent service', 'positive'],
  ],
  'shouting, stretching, swearing in joy': [
    ['SOOOO GOOOOOD', 'positive'],
    ['This is fucking great', 'positive'],
    ['This is fucking awful', 'negative'],
    ['Terribly good soup', 'positive'],
  ],
  irony: [
    ['Great, another outage', 'negative'],
    ['Thanks for nothing', 'negative'],
  ],
  'words that only look like moods': [
    ['Will the next update use less power this time?', 'neutral'],
    ['Could you please tell me when you open? Thanks in advance', 'neutral'],
  ],
}

import type { Texts } from '../english.js';
import { density, persons, share, threshold } from '../numbers.js';
import { about, duration } from '../times.js';
import { fr } from './typography.js';

export const frenchExplanation: Texts['explanation'] = {
  label: 'Goulot d’étranglement et remèdes possibles',
  more: 'Pourquoi',
  bottleneck: {
    dropped: (door, perMinute, capacity, lost) =>
      fr`Goulot : ${door}, ${persons(perMinute)} sur ${persons(capacity)}/min (−${share(lost)})`,
    atCapacity: (door, perMinute) => fr`Goulot : ${door}, saturé à ${persons(perMinute)}/min`,
    unseen: (door) => fr`Goulot : ${door}, non observé actuellement`,
    packed: (zone, value) => fr`Goulot : ${zone}, zone saturée (${density(value)} pers./m²)`,
    none: (inPerMinute, outPerMinute) =>
      fr`Aucun goulot observé : ${persons(inPerMinute)}/min en entrée, ${persons(outPerMinute)}/min en sortie`,
  },
  before: (count) => `${persons(count)} en amont`,
  capacity: {
    learnt: (perMinute) => `Débit de ${persons(perMinute)}/min quand la foule presse`,
    shown: (perMinute) => `Débit déjà atteint de ${persons(perMinute)}/min, peut-être davantage`,
    planned: (perMinute) =>
      fr`Jamais utilisé : sa largeur est prévue pour ${persons(perMinute)}/min`,
  },
  queue: (zones) => fr`File d’attente dans : ${zones.join(', ')}`,
  fed: (feeders) => fr`Alimenté par : ${feeders.join(', ')}`,
  feeder: (passage, perMinute) =>
    perMinute === null ? `${passage} (non observé)` : `${passage} ${persons(perMinute)}/min`,
  cause: {
    'inflow-above-usual': (passage, now, usual) =>
      `${passage} amène ${persons(now)}/min, d’habitude ${persons(usual)}`,
    'burst-due': (passage, due, now) =>
      `${passage} va amener ${persons(due)}/min, actuellement ${persons(now)}`,
    'outflow-below-usual': (passage, now, usual) =>
      `${passage} évacue ${persons(now)}/min, d’habitude ${persons(usual)}`,
    'door-capacity-lost': (passage, now, capacity) =>
      `${passage} laisse passer ${persons(now)} sur ${persons(capacity)}/min`,
    'zone-packed': (zone, now, capacity) =>
      `${zone} absorbe ${persons(now)} sur ${persons(capacity)}/min`,
    'inflow-exceeds-outflow': (_, now, going) =>
      `${persons(now)}/min entrent, ${persons(going)}/min sortent`,
  },
  part: (value, what) => fr`${share(value)} : ${what}`,
  without: (probability) => `sans cela, probabilité de ${share(probability)}`,
  withoutBelow: (seconds) => `sans cela, fin dans ${about(seconds)}`,
  action: {
    hold: (passage, cut, perMinute) =>
      cut === 1
        ? `Ne laisser entrer personne par ${passage}`
        : `Réduire ${passage} de ${share(cut)}, à ${persons(perMinute)}/min,`,
    restore: (passage, _, perMinute) => `Rétablir ${passage} à ${persons(perMinute)}/min`,
    open: (passage) => `Ouvrir ${passage}`,
  },
  avoids: 'l’évite',
  endsIn: (seconds) => `y met fin en ${about(seconds)}`,
  wins: (seconds) => `fait gagner ${about(seconds)}`,
  endsSooner: (seconds) => `y met fin ${about(seconds)} plus tôt`,
  knockOn: (zone, limit) => `, mais ${zone} dépasse alors ${threshold(limit)} pers./m²`,
  known: (part) => `Seuls ${share(part)} des éléments sont observés`,
  unseen: (names) => fr`Non observé : ${names.join(', ')}`,
  asOf: (seconds) => `Situation d’il y a ${duration(seconds)}`,
};

import type { Texts } from '../english.js';
import { density, persons, share, threshold } from '../numbers.js';
import { about, duration } from '../times.js';

export const spanishExplanation: Texts['explanation'] = {
  label: 'Cuello de botella y qué ayudaría',
  more: 'Por qué',
  bottleneck: {
    dropped: (door, perMinute, capacity, lost) =>
      `Cuello de botella: ${door}, ${persons(perMinute)} de ${persons(capacity)}/min (−${share(lost)})`,
    atCapacity: (door, perMinute) =>
      `Cuello de botella: ${door}, al límite con ${persons(perMinute)}/min`,
    unseen: (door) => `Cuello de botella: ${door}, ahora no se ve`,
    packed: (zone, value) =>
      `Cuello de botella: ${zone}, zona saturada (${density(value)} pers./m²)`,
    none: (inPerMinute, outPerMinute) =>
      `Ningún cuello de botella a la vista: entran ${persons(inPerMinute)}/min, salen ${persons(outPerMinute)}/min`,
  },
  before: (count) => `${persons(count)} delante`,
  capacity: {
    learnt: (perMinute) => `Da paso a ${persons(perMinute)}/min cuando hay presión`,
    shown: (perMinute) => `Ha dado paso a ${persons(perMinute)}/min, quizá admita más`,
    planned: (perMinute) => `Nunca usado: por su anchura se prevén ${persons(perMinute)}/min`,
  },
  queue: (zones) => `Se espera en ${zones.join(', ')}`,
  fed: (feeders) => `Llegan por ${feeders.join(', ')}`,
  feeder: (passage, perMinute) =>
    perMinute === null ? `${passage} (no se ve)` : `${passage} ${persons(perMinute)}/min`,
  cause: {
    'inflow-above-usual': (passage, now, usual) =>
      `${passage} trae ${persons(now)}/min, lo habitual son ${persons(usual)}`,
    'burst-due': (passage, due, now) =>
      `${passage} va a traer ${persons(due)}/min, ahora ${persons(now)}`,
    'outflow-below-usual': (passage, now, usual) =>
      `por ${passage} salen ${persons(now)}/min, lo habitual son ${persons(usual)}`,
    'door-capacity-lost': (passage, now, capacity) =>
      `${passage} deja pasar ${persons(now)} de ${persons(capacity)}/min`,
    'zone-packed': (zone, now, capacity) =>
      `${zone} absorbe ${persons(now)} de ${persons(capacity)}/min`,
    'inflow-exceeds-outflow': (_, now, going) =>
      `entran ${persons(now)}/min, salen ${persons(going)}/min`,
  },
  part: (value, what) => `${share(value)}: ${what}`,
  without: (probability) => `sin ello, probabilidad del ${share(probability)}`,
  withoutBelow: (seconds) => `sin ello, acaba en ${about(seconds)}`,
  action: {
    hold: (passage, cut, perMinute) =>
      cut === 1
        ? `No dejar entrar a nadie por ${passage}`
        : `Reducir ${passage} un ${share(cut)}, a ${persons(perMinute)}/min,`,
    restore: (passage, _, perMinute) => `Devolver ${passage} a ${persons(perMinute)}/min`,
    open: (passage) => `Abrir ${passage}`,
  },
  avoids: 'lo evita',
  endsIn: (seconds) => `lo acaba en ${about(seconds)}`,
  wins: (seconds) => `gana ${about(seconds)}`,
  endsSooner: (seconds) => `lo acaba ${about(seconds)} antes`,
  knockOn: (zone, limit) => `, pero entonces ${zone} supera ${threshold(limit)} pers./m²`,
  known: (part) => `Solo se ve el ${share(part)} de lo que lo sustenta`,
  unseen: (names) => `No se ve: ${names.join(', ')}`,
  asOf: (seconds) => `Situación de hace ${duration(seconds)}`,
};

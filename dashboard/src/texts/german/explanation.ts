import type { Texts } from '../english.js';
import { density, persons, share, threshold } from '../numbers.js';
import { about, duration } from '../times.js';

export const germanExplanation: Texts['explanation'] = {
  label: 'Engstelle und was helfen würde',
  more: 'Warum',
  bottleneck: {
    dropped: (door, perMinute, capacity, lost) =>
      `Engstelle: ${door}, ${persons(perMinute)} von ${persons(capacity)}/min (−${share(lost)})`,
    atCapacity: (door, perMinute) =>
      `Engstelle: ${door}, ausgelastet mit ${persons(perMinute)}/min`,
    unseen: (door) => `Engstelle: ${door}, derzeit nicht einsehbar`,
    packed: (zone, value) => `Engstelle: ${zone} ist überfüllt (${density(value)} Personen/m²)`,
    none: (inPerMinute, outPerMinute) =>
      `Keine Engstelle erkannt: ${persons(inPerMinute)}/min hinein, ${persons(outPerMinute)}/min hinaus`,
  },
  before: (count) => `${persons(count)} davor`,
  capacity: {
    learnt: (perMinute) => `Unter Druck kommen dort ${persons(perMinute)}/min durch`,
    shown: (perMinute) => `Bisher kamen dort ${persons(perMinute)}/min durch, vielleicht geht mehr`,
    planned: (perMinute) =>
      `Noch nie genutzt: nach der Breite sind ${persons(perMinute)}/min geplant`,
  },
  queue: (zones) => `Es staut sich in ${zones.join(', ')}`,
  fed: (feeders) => `Zustrom über ${feeders.join(', ')}`,
  feeder: (passage, perMinute) =>
    perMinute === null ? `${passage} (nicht einsehbar)` : `${passage} ${persons(perMinute)}/min`,
  cause: {
    'inflow-above-usual': (passage, now, usual) =>
      `${passage} bringt ${persons(now)}/min, sonst ${persons(usual)}`,
    'burst-due': (passage, due, now) =>
      `${passage} bringt voraussichtlich ${persons(due)}/min, jetzt ${persons(now)}`,
    'outflow-below-usual': (passage, now, usual) =>
      `über ${passage} gehen ${persons(now)}/min ab, sonst ${persons(usual)}`,
    'door-capacity-lost': (passage, now, capacity) =>
      `${passage} lässt ${persons(now)} von ${persons(capacity)}/min durch`,
    'zone-packed': (zone, now, capacity) =>
      `${zone} nimmt ${persons(now)} von ${persons(capacity)}/min auf`,
    'inflow-exceeds-outflow': (_, now, going) =>
      `${persons(now)}/min kommen, ${persons(going)}/min gehen`,
  },
  part: (value, what) => `${share(value)}: ${what}`,
  without: (probability) => `ohne dies zu ${share(probability)} wahrscheinlich`,
  withoutBelow: (seconds) => `ohne dies vorbei in ${about(seconds)}`,
  action: {
    hold: (passage, cut, perMinute) =>
      cut === 1
        ? `Über ${passage} niemanden einzulassen`
        : `${passage} um ${share(cut)} auf ${persons(perMinute)}/min zu drosseln`,
    restore: (passage, _, perMinute) =>
      `${passage} wieder auf ${persons(perMinute)}/min zu bringen`,
    open: (passage) => `${passage} zu öffnen`,
  },
  avoids: 'verhindert es',
  endsIn: (seconds) => `beendet es in ${about(seconds)}`,
  wins: (seconds) => `bringt ${about(seconds)} Aufschub`,
  endsSooner: (seconds) => `beendet es ${about(seconds)} früher`,
  knockOn: (zone, limit) =>
    `, doch dann überschreitet ${zone} die Schwelle von ${threshold(limit)} Personen/m²`,
  known: (part) => `Nur ${share(part)} der Grundlage ist einsehbar`,
  unseen: (names) => `Nicht einsehbar: ${names.join(', ')}`,
  asOf: (seconds) => `Stand vor ${duration(seconds)}`,
};

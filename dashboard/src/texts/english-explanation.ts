import { density, persons, share, threshold } from './numbers.js';
import { about, duration } from './times.js';

/** What is said of why a zone fills, and of what would help. Flows are persons per minute. */
export const englishExplanation = {
  label: 'Bottleneck and what would help',
  more: 'Why',
  bottleneck: {
    dropped: (door: string, perMinute: number, capacity: number, lost: number) =>
      `Bottleneck: ${door}, ${persons(perMinute)} of ${persons(capacity)}/min (−${share(lost)})`,
    atCapacity: (door: string, perMinute: number) =>
      `Bottleneck: ${door}, full at ${persons(perMinute)}/min`,
    unseen: (door: string) => `Bottleneck: ${door}, not seen now`,
    packed: (zone: string, value: number) =>
      `Bottleneck: ${zone} is packed (${density(value)} persons/m²)`,
    none: (inPerMinute: number, outPerMinute: number) =>
      `No bottleneck seen: ${persons(inPerMinute)}/min in, ${persons(outPerMinute)}/min out`,
  },
  before: (count: number) => `${persons(count)} before it`,
  capacity: {
    learnt: (perMinute: number) => `It carries ${persons(perMinute)}/min when pressed`,
    shown: (perMinute: number) => `It has carried ${persons(perMinute)}/min, and may carry more`,
    planned: (perMinute: number) =>
      `Never used: its width is planned for ${persons(perMinute)}/min`,
  },
  queue: (zones: readonly string[]) => `People wait in ${zones.join(', ')}`,
  fed: (feeders: readonly string[]) => `Fed by ${feeders.join(', ')}`,
  feeder: (passage: string, perMinute: number | null) =>
    perMinute === null ? `${passage} (not seen)` : `${passage} ${persons(perMinute)}/min`,
  cause: {
    'inflow-above-usual': (passage: string, now: number, usual: number) =>
      `${passage} brings ${persons(now)}/min, usually ${persons(usual)}`,
    'burst-due': (passage: string, due: number, now: number) =>
      `${passage} is due to bring ${persons(due)}/min, now ${persons(now)}`,
    'outflow-below-usual': (passage: string, now: number, usual: number) =>
      `${passage} takes out ${persons(now)}/min, usually ${persons(usual)}`,
    'door-capacity-lost': (passage: string, now: number, capacity: number) =>
      `${passage} lets ${persons(now)} of ${persons(capacity)}/min through`,
    'zone-packed': (zone: string, now: number, capacity: number) =>
      `${zone} takes in ${persons(now)} of ${persons(capacity)}/min`,
    'inflow-exceeds-outflow': (_: string, now: number, going: number) =>
      `${persons(now)}/min come in, ${persons(going)}/min go out`,
  },
  part: (value: number, what: string) => `${share(value)}: ${what}`,
  without: (probability: number) => `without it ${share(probability)} likely`,
  withoutBelow: (seconds: number) => `without it over in ${about(seconds)}`,
  action: {
    hold: (passage: string, cut: number, perMinute: number) =>
      cut === 1
        ? `Letting nobody in by ${passage}`
        : `Cutting ${passage} by ${share(cut)}, to ${persons(perMinute)}/min,`,
    restore: (passage: string, _: number, perMinute: number) =>
      `Getting ${passage} back to ${persons(perMinute)}/min`,
    open: (passage: string) => `Opening ${passage}`,
  },
  avoids: 'avoids it',
  endsIn: (seconds: number) => `ends it in ${about(seconds)}`,
  wins: (seconds: number) => `wins ${about(seconds)}`,
  endsSooner: (seconds: number) => `ends it ${about(seconds)} sooner`,
  knockOn: (zone: string, limit: number) =>
    `, but then ${zone} passes ${threshold(limit)} persons/m²`,
  known: (part: number) => `Only ${share(part)} of what this rests on is seen`,
  unseen: (names: readonly string[]) => `Not seen: ${names.join(', ')}`,
  asOf: (seconds: number) => `As it was ${duration(seconds)} ago`,
} as const;

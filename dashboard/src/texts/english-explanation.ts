import { density, persons, share, threshold } from './numbers.js';
import { about, duration } from './times.js';

/** What is said of why a zone fills, and of what would help. Flows are persons per minute. */
export const englishExplanation = {
  label: 'Why, and what would help',
  bottleneck: {
    dropped: (door: string, perMinute: number, lost: number, of: string) =>
      `Bottleneck: ${door} lets ${persons(perMinute)}/min through, ${share(lost)} less than ${of}`,
    atCapacity: (door: string, perMinute: number, of: string) =>
      `Bottleneck: ${door} passes ${persons(perMinute)}/min, about ${of}`,
    unseen: (door: string) => `Bottleneck: ${door}, whose flow nobody sees now`,
    packed: (zone: string, value: number) =>
      `Bottleneck: ${zone} is packed (${density(value)} persons/m²) and takes hardly anybody in`,
    none: (inPerMinute: number, outPerMinute: number) =>
      `No bottleneck seen: ${persons(inPerMinute)}/min come in, ${persons(outPerMinute)}/min go out`,
  },
  capacity: {
    learnt: (perMinute: number) => `the ${persons(perMinute)}/min that it carries when pressed`,
    shown: (perMinute: number) => `the ${persons(perMinute)}/min that it has carried`,
    planned: (perMinute: number) => `the ${persons(perMinute)}/min that its width is planned for`,
  },
  queue: (count: number, zones: readonly string[]) =>
    `${persons(count)} before it: ${zones.join(', ')}`,
  fed: (feeders: readonly string[]) => `fed by ${feeders.join(', ')}`,
  feeder: (passage: string, perMinute: number | null) =>
    perMinute === null ? `${passage} (not seen)` : `${passage} ${persons(perMinute)}/min`,
  causes: (causes: readonly string[]) => `Causes: ${causes.join('; ')}`,
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
      `more come in (${persons(now)}/min) than go out (${persons(going)}/min)`,
  },
  part: (value: number) => ` (${share(value)})`,
  without: (probability: number) => `without it ${share(probability)} likely`,
  withoutBelow: (seconds: number) => `without it over in ${about(seconds)}`,
  action: {
    hold: (passage: string, cut: number, perMinute: number) =>
      cut === 1
        ? `Closing ${passage}`
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
  known: (part: number, unseen: readonly string[]) =>
    `Rests on ${share(part)} of the zones and passages concerned; not seen: ${unseen.join(', ')}`,
  asOf: (seconds: number) => `As of ${duration(seconds)} ago`,
} as const;

import { type Fault, FaultCause, faultsUnder } from '@throng/contract';
import { checkVenueFile, completeVenueFile } from '@throng/control-server';
import { afterAll, describe, expect, it } from 'vitest';
import { ruleFaults } from '../../../../control-server/src/notifications/rule-faults.js';
import { checkVersion } from '../../../../control-server/src/venue-versions/check-version.js';
import { placedInVersion } from '../../../../dashboard/src/state/editor/fault-place.js';
import { englishEditor } from '../../../../dashboard/src/texts/english-editor.js';
import { englishNotifications } from '../../../../dashboard/src/texts/english-notifications.js';
import { pointerText } from '../../../../dashboard/src/texts/fault-place-text.js';
import { faultText } from '../../../../dashboard/src/texts/fault-text.js';
import { frenchEditor } from '../../../../dashboard/src/texts/french/editor.js';
import { frenchNotifications } from '../../../../dashboard/src/texts/french/notifications.js';
import { germanEditor } from '../../../../dashboard/src/texts/german/editor.js';
import { germanNotifications } from '../../../../dashboard/src/texts/german/notifications.js';
import { speak } from '../../../../dashboard/src/texts/index.js';
import { spanishEditor } from '../../../../dashboard/src/texts/spanish/editor.js';
import { spanishNotifications } from '../../../../dashboard/src/texts/spanish/notifications.js';
import { hall, hallDraft } from '../editor/hall.js';

const words = {
  en: [englishEditor.fault, englishNotifications.fault],
  de: [germanEditor.fault, germanNotifications.fault],
  fr: [frenchEditor.fault, frenchNotifications.fault],
  es: [spanishEditor.fault, spanishNotifications.fault],
} as const;
const languages = ['en', 'de', 'fr', 'es'] as const;

const sampleOf = (schema: object): unknown => {
  if ('const' in schema) return schema.const;
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) return sampleOf(schema.anyOf[0]);
  if (!('type' in schema)) throw new Error('a cause holds something this test cannot make');
  return { string: 'X', number: 2.5, integer: 3, array: ['X', 'Y'] }[String(schema.type)];
};

/** One fault of each code that the contract has. */
const samples: Fault[] = FaultCause.anyOf.map(({ properties }) => {
  const cause = Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, sampleOf(schema)]),
  );
  if (!isCause(cause)) throw new Error(JSON.stringify(cause));
  return { path: '', message: 'English of the server', cause };
});

function isCause(value: object): value is FaultCause {
  return 'code' in value;
}

afterAll(() => speak('en'));

describe('[U] every fault that the server can find in a venue or in rules', () => {
  it.each(languages)('has words of its own in %s', async (language) => {
    await speak('en');
    const original = samples.map((fault) => faultText(englishEditor.fault, fault));
    await speak(language);
    for (const catalogue of words[language]) {
      const said = samples.map((fault) => faultText(catalogue, fault));
      expect(said.filter((text) => /English of|undefined|\[object|NaN/.test(text))).toEqual([]);
      expect(new Set(said).size).toBe(samples.length);
      if (language !== 'en') {
        expect(said.filter((text) => original.includes(text))).toEqual([]);
      }
    }
  });

  it('comes with a code, however a venue or a calendar is broken', () => {
    const needs = needsOf();
    const found = brokenDrafts().flatMap((draft) => {
      const checked = checkVersion(draft, needs);
      if (checked.ok) return [];
      if (checked.faults.length === 0)
        throw new Error(`refused without a fault: ${JSON.stringify(draft)}`);
      return checked.faults;
    });
    expect(found.filter(({ cause }) => cause === undefined)).toEqual([]);
    const codes = new Set(found.map(({ cause }) => cause?.code));
    for (const fault of rulesFaults()) codes.add(fault.cause?.code);
    const all = FaultCause.anyOf.map(({ properties }) => properties.code.const);
    // A list that the schema bounds by its end alone, and numbers that no JSON holds.
    const unreached = ['too-many', 'repeated-entries', 'not-finite', 'too-large', 'too-long'];
    expect(all.filter((code) => !codes.has(code) && !unreached.includes(code))).toEqual([]);
  });

  it('leads to its place in the words of the form', () => {
    const calendar = {
      plans: [
        {
          id: 'show',
          name: 'Concert',
          endMinute: 60,
          phases: [
            { id: 'doors', name: 'Doors', fromMinute: 0 },
            { id: 'act', name: 'Support act', fromMinute: 0 },
          ],
        },
      ],
      events: [],
    };
    const where = (path: string, root: unknown = calendar) => pointerText(germanEditor, root, path);
    expect(where('/plans/0/phases/1/fromMinute')).toBe('Concert › Support act › Ab Minute');
    expect(where('/bands/watch', hall.zones[0])).toBe('Schwellen, Personen/m² › Beobachten');
    expect(where('/walls/3', {})).toBe('Wände › 3');
    expect(where('', hall)).toBe('');
    expect(placedInVersion({ path: '/venue/zones/1/polygon', message: 'm' })).toMatchObject({
      ...{ part: 'venue', ref: { list: 'zones', index: 1 }, field: '/polygon' },
    });
    expect(placedInVersion({ path: '/server/report/suppressBelow', message: 'm' })).toMatchObject({
      ...{ part: 'server', ref: null, field: '/report/suppressBelow' },
    });
    expect(placedInVersion({ path: '', message: 'm' })).toMatchObject({ part: 'venue' });
  });
});

const settings = {
  notifications: {
    rules: [{ id: 'night', channel: 'push', zones: ['east'], categories: ['crowd'] }],
  },
};

const needsOf = () => {
  const whole = checkVenueFile(completeVenueFile({ ...hallDraft, server: settings }, {}));
  if (!whole.ok) throw new Error(JSON.stringify(whole.faults));
  return { server: whole.value.server, venueId: 'hall', hasPicture: () => false };
};

const rulesFaults = (): Fault[] => {
  const rule = {
    ...{ id: 'night', channel: 'horn', roles: ['viewer' as const], zones: ['attic'] },
    ...{ phases: ['encore'], categories: ['crowd' as const], minimumPriority: 'watch' as const },
    ...{ cooldownSeconds: 0, afterUnanswered: 0, cleared: false },
  };
  const world = {
    channels: new Set<string>(),
    zones: new Set<string>(),
    phases: new Set<string>(),
  };
  const faults = faultsUnder('/rules', ruleFaults([rule, rule], world));
  expect(faults.map(({ path }) => path)).toContain('/rules/1/id');
  return faults;
};

/** The hall with each thing of it taken away, and put to what does not belong there. */
const brokenDrafts = (): { venue: unknown; calendar: unknown }[] => {
  const at = '2026-11-23T18:30:00.000Z';
  const bands = { watch: 1, warning: 2, critical: 3, emergency: 4 };
  const sound = {
    venue: {
      ...hall,
      floorPlan: { image: 'ab'.repeat(32), origin: [0, 0], width: 5, height: 5 },
      zones: hall.zones.map((zone) => ({ ...zone, bands, bandsByPhase: { doors: bands } })),
    },
    calendar: {
      plans: [
        {
          ...{ id: 'show', name: 'Show', endMinute: 60 },
          phases: [
            { id: 'doors', name: 'Doors', fromMinute: 0 },
            { id: 'act', name: 'Act', fromMinute: 20 },
          ],
        },
      ],
      events: [
        { id: 'first', name: 'First', plan: 'show', doorsAt: at },
        { id: 'second', name: 'Second', plan: 'show', doorsAt: '2026-11-24T18:00:00.000Z' },
      ],
    },
  };
  const ring = (...flat: number[]) =>
    Array.from({ length: flat.length / 2 }, (_, n) => [flat[2 * n], flat[2 * n + 1]]);
  const strangers = [
    ...[undefined, null, -1, 0, 3.5, 1e9, '', 'outside', 'attic', at, {}, { stranger: 1 }, []],
    ...[ring(0, 0, 1, 1, 2, 2), ring(0, 0, 1, 0, 1, 1), ring(0, 0, 9, 9, 9, 0, 0, 9)],
    ...[ring(1, 1, 1, 1), ring(1, 1, 1, 1, 2, 2)],
  ];
  return [
    ...placesIn(sound).flatMap((place) => strangers.map((value) => withValue(sound, place, value))),
    { venue: { ...hall, id: 'other' }, calendar: sound.calendar },
    {
      venue: {
        ...hall,
        zones: hall.zones.map((zone) => ({ ...zone, bands: { ...bands, watch: 0.01 } })),
      },
      calendar: sound.calendar,
    },
    {
      venue: { ...hall, cameras: hall.cameras.map((each) => ({ ...each, edge: 'server' })) },
      calendar: sound.calendar,
    },
    { venue: { ...hall, zones: hall.zones.slice(0, 1), passages: [] }, calendar: sound.calendar },
  ];
};

type Place = readonly (string | number)[];

const placesIn = (value: unknown, at: Place = []): Place[] => {
  // One corner of a shape is like another.
  if (at.length > 5 || typeof value !== 'object' || value === null) return [at];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.slice(0, 2).entries()]
    : Object.entries(value);
  return [
    ...(at.length === 0 ? [] : [at]),
    ...entries.flatMap(([key, each]) => placesIn(each, [...at, key])),
  ];
};

/** A copy with another value at a place; without the entry where the value is undefined. */
const withValue = (
  whole: object,
  place: Place,
  value: unknown,
): { venue: unknown; calendar: unknown } => {
  const copy: { venue: unknown; calendar: unknown } = {
    venue: null,
    calendar: null,
    ...structuredClone(whole),
  };
  const last = place.at(-1);
  const holder = place
    .slice(0, -1)
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
      copy,
    );
  if (typeof holder !== 'object' || holder === null || last === undefined) return copy;
  if (value !== undefined) Reflect.set(holder, last, value);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
  return copy;
};

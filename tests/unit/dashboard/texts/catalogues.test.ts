import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../../../dashboard/src/texts/english.js';
import { englishNotifications } from '../../../../dashboard/src/texts/english-notifications.js';
import { englishPages } from '../../../../dashboard/src/texts/english-pages.js';
import { englishSteward } from '../../../../dashboard/src/texts/english-steward.js';
import { french } from '../../../../dashboard/src/texts/french/index.js';
import { frenchNotifications } from '../../../../dashboard/src/texts/french/notifications.js';
import { frenchPages } from '../../../../dashboard/src/texts/french/pages.js';
import { frenchSteward } from '../../../../dashboard/src/texts/french/steward.js';
import { german } from '../../../../dashboard/src/texts/german/index.js';
import { germanNotifications } from '../../../../dashboard/src/texts/german/notifications.js';
import { germanPages } from '../../../../dashboard/src/texts/german/pages.js';
import { germanSteward } from '../../../../dashboard/src/texts/german/steward.js';
import { speak } from '../../../../dashboard/src/texts/index.js';
import { spanish } from '../../../../dashboard/src/texts/spanish/index.js';
import { spanishNotifications } from '../../../../dashboard/src/texts/spanish/notifications.js';
import { spanishPages } from '../../../../dashboard/src/texts/spanish/pages.js';
import { spanishSteward } from '../../../../dashboard/src/texts/spanish/steward.js';
import { type Said, saidBy, shapeOf } from './said.js';

const inEnglish = {
  ...english,
  pages: englishPages,
  steward: englishSteward,
  notifications: englishNotifications,
};

const catalogues = {
  de: { ...german, pages: germanPages, steward: germanSteward, notifications: germanNotifications },
  fr: { ...french, pages: frenchPages, steward: frenchSteward, notifications: frenchNotifications },
  es: {
    ...spanish,
    pages: spanishPages,
    steward: spanishSteward,
    notifications: spanishNotifications,
  },
} as const;

/** Words that are the same in English and in the language: loans, names, signs. */
const shared = {
  de: 'Admin blind Decoder Drift Id in LoS Live Name Normal Offline Online Operator Pause Phase Plan Position Trend Version Zone',
  fr: 'Agents Calibration Normal Notifications page Pages Passage Passages Pause Phase Phases Plan Position Version Versions Volume Zone Zones',
  es: 'Normal Plan',
} as const;

/** Signs of any language, and what the samples stand for. */
const SIGNS = /\b(Throng|Slack|Teams|PDF|CSV|[KM]B|min|[hmsxyA-F]|X\d|P95)\b|[\d.,:/²%]/g;

/** Words that no sentence in German, French or Spanish has, but in a name. */
const ENGLISH =
  /(?<![-\w])(?!Level of Service)(the|and|with|is|are|to|for|by|this|that|from|your)(?![-\w])/i;

/** A number and its sign of unit with a space between them that breaks. */
const TORN = /\d (s|min|h|d|j|m|m²|m\/s|%|MB|Mo|σ)(?![\p{L}\d’])/u;

/** Where the rule does not hold, with what stands there. */
const offending = (said: Said, isWrong: (text: string, path: string) => boolean): string[] =>
  [...said].filter(([path, text]) => isWrong(text, path)).map((entry) => entry.join(' = '));

afterAll(() => speak('en'));

describe.each(['de', 'fr', 'es'] as const)('[U] the catalogue %s', (language) => {
  let original: Said;
  let said: Said;
  beforeAll(async () => {
    await speak('en');
    original = saidBy(inEnglish);
    await speak(language);
    said = saidBy(catalogues[language]);
  });

  it('has what the English one has, and takes the same arguments', () => {
    expect(shapeOf(catalogues[language])).toEqual(shapeOf(inEnglish));
  });

  it('leaves nothing out, and has its spaces where English has them', () => {
    const outline = (text: string) => [/^[\s,;:]/.test(text), /\s$/.test(text), text === ''].join();
    expect(
      offending(said, (text, path) => outline(text) !== outline(original.get(path) ?? '')),
    ).toEqual([]);
    expect(offending(said, (text) => /\s\s|undefined|NaN|\bnull\b/.test(text))).toEqual([]);
  });

  it('leaves nothing in English', () => {
    const known = new Set<string>(shared[language].split(' '));
    const isForeign = (text: string) =>
      (text.replace(SIGNS, ' ').match(/\p{L}+/gu) ?? []).some((word) => !known.has(word));
    expect(offending(said, (text, path) => text === original.get(path) && isForeign(text))).toEqual(
      [],
    );
    expect(offending(said, (text) => ENGLISH.test(text))).toEqual([]);
  });

  it('never lets a number part from its unit', () => {
    expect(offending(said, (text) => TORN.test(text))).toEqual([]);
  });

  it('has the apostrophes and dots of print', () => {
    expect(offending(said, (text) => /'|"|\.\.\./.test(text))).toEqual([]);
  });
});

describe('[U] French print', () => {
  it('has a narrow space before ; ! ? and a whole one before a colon, and neither breaks', async () => {
    await speak('fr');
    const said = saidBy(catalogues.fr);
    const sentences = (text: string) => text.replace(/\d:\d/g, '').replace(/^\?/, '');
    expect(offending(said, (text) => /[^\u202f][;!?]/.test(sentences(text)))).toEqual([]);
    expect(offending(said, (text) => /[^\u00a0]:/.test(sentences(text)))).toEqual([]);
    expect(offending(said, (text) => /« |[^\u00a0]»| %/.test(text))).toEqual([]);
  });
});

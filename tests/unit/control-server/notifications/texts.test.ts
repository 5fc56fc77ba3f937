import type { Alert } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../control-server/src/language.js';
import { tell, testMessage } from '../../../../control-server/src/notifications/tell.js';
import { textsIn } from '../../../../control-server/src/notifications/texts/index.js';
import { languages } from '../../../../dashboard/src/texts/language.js';
import { saidBy, shapeOf } from '../../dashboard/texts/said.js';
import { AT, densityAlert, TELLING } from './sample-alerts.js';

const saying = (alert: Alert, change: Partial<typeof TELLING> = {}) =>
  tell({ kind: 'raised' }, alert, { ...TELLING, ...change });
const words = (language: (typeof LANGUAGES)[number]) => {
  const { formats: _, ...said } = textsIn(language);
  return said;
};
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

describe('[U] the languages in which people are told', () => {
  it('are those of the page', () => {
    expect([...LANGUAGES]).toEqual(Object.keys(languages));
  });

  it.each(OTHERS)('%s says all that English says, and nothing of it in English', (language) => {
    const [english, other] = [words('en'), words(language)];
    expect(shapeOf(other)).toEqual(shapeOf(english));
    const original = saidBy(english);
    const hasWords = (text: string) => /\p{L}{2}/u.test(text);
    const same = [...saidBy(other)].filter(([path, text]) => text === original.get(path));
    expect(same.filter(([, text]) => hasWords(text))).toEqual([]);
    expect([...saidBy(other)].filter(([, text]) => text === '')).toEqual([]);
  });

  it('write numbers as their readers do, and keep them with their units', () => {
    const told = LANGUAGES.map((language) => words(language).forecast(4.25, 150, 0.61));
    expect(told).toEqual([
      'Will pass 4.25 persons/m² in about 3\u00a0min (61\u00a0% likely).',
      'Überschreitet in etwa 3\u00a0min 4,25 Pers./m² (zu 61\u00a0% wahrscheinlich).',
      'Dépassera 4,25 pers./m² dans 3\u00a0min environ (probabilité de 61\u202f%).',
      'Superará 4,25 pers./m² en unos 3\u00a0min (probabilidad del 61\u00a0%).',
    ]);
  });

  it('tell the time of the venue', () => {
    const when = LANGUAGES.map((language) => saying(densityAlert(), { language }).when);
    expect(new Date(AT).toISOString()).toContain('20:00');
    for (const told of when) expect(told).toContain('22:00');
    expect(new Set(when).size, 'each in its own words').toBe(LANGUAGES.length);
  });
});

describe('[U] what is told of a drill', () => {
  it.each(LANGUAGES)('[DR7] says so in %s before every sentence, and to programs', (language) => {
    const word = { en: 'DRILL', de: 'ÜBUNG', fr: 'EXERCICE', es: 'SIMULACRO' }[language];
    for (const kind of ['raised', 'escalated', 'unanswered', 'help-called', 'cleared'] as const) {
      const drill = { ...TELLING, language, isDrill: true };
      const { advice, drill: isDrill, ...told } = tell({ kind }, densityAlert(), drill);
      expect(isDrill).toBe(true);
      for (const text of [told.title, told.text, told.venue, told.place, advice ?? word]) {
        expect(text.startsWith(word)).toBe(true);
      }
    }
  });

  it('[DR7] what is real never says so', () => {
    for (const language of LANGUAGES) {
      const told = [saying(densityAlert(), { language }), testMessage({ ...TELLING, language })];
      expect(told.map(({ drill }) => drill)).toEqual([false, false]);
      expect(JSON.stringify(told)).not.toContain(textsIn(language).drill);
    }
  });
});

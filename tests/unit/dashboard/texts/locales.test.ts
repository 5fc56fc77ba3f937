import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { alertText } from '../../../../dashboard/src/texts/alert-text.js';
import { language, speak } from '../../../../dashboard/src/texts/index.js';
import { languageFor, languages } from '../../../../dashboard/src/texts/language.js';
import { factor, persons, share, tenth } from '../../../../dashboard/src/texts/numbers.js';
import { date, duration } from '../../../../dashboard/src/texts/times.js';
import {
  densityAlert,
  EVENT,
  forecastAlert,
  foreseen,
  measured,
  pictureOf,
} from '../live-samples.js';

/** Spaces that do not break, wide and narrow, as `_` and `'`. */
const shown = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', "'");

afterAll(() => speak('en'));

const cases = {
  en: {
    numbers: ['12,044', '3.5', '0.90', '60_%', '2_d 4_h', 'Sat 4 Jul'],
    density: '3.9 persons/m² (limit 3.5) for 12_s, rising 0.4/min; clears below 3.15 for 30_s',
    forecast: 'Will pass 3.5 persons/m² in about 3_min (60_s to 7_min), 82_% sure; now 2.9',
  },
  de: {
    numbers: ['12.044', '3,5', '0,90', '60_%', '2_d 4_h', 'Sa. 4. Juli'],
    density:
      '3,9 Personen/m² (Schwelle 3,5) seit 12_s, steigt um 0,4/min; endet nach 30_s unter 3,15',
    forecast:
      'Überschreitet 3,5 Personen/m² in etwa 3_min (60_s bis 7_min), 82_% sicher; jetzt 2,9',
  },
  fr: {
    numbers: ["12'044", '3,5', '0,90', "60'%", '2_j 4_h', 'sam. 4 juil.'],
    density: "3,9 pers./m² (seuil 3,5) depuis 12_s, monte de 0,4/min'; levée après 30_s sous 3,15",
    forecast:
      "Dépassera 3,5 pers./m² dans environ 3_min (de 60_s à 7_min), sûr à 82'%'; actuellement 2,9",
  },
  es: {
    numbers: ['12.044', '3,5', '0,90', '60_%', '2_d 4_h', 'sáb 4 jul'],
    density:
      '3,9 pers./m² (umbral 3,5) desde hace 12_s, sube 0,4/min; se cierra tras 30_s por debajo de 3,15',
    forecast: 'Superará 3,5 pers./m² en unos 3_min (de 60_s a 7_min), 82_% de certeza; ahora 2,9',
  },
} as const;

describe.each(['en', 'de', 'fr', 'es'] as const)('[U] the page in %s', (tag) => {
  beforeEach(async () => {
    expect(await speak(tag)).toBe(tag);
  });

  it('writes numbers, shares, spans and days as its readers do', () => {
    const day = date(Date.UTC(2026, 6, 4, 12));
    const written = [persons(12_044), tenth(3.5), factor(0.9), share(0.6), duration(187_200), day];
    expect(written.map(shown)).toEqual(cases[tag].numbers);
  });

  it('says of a dense zone how dense it is, since when, and what ends the alert', () => {
    const gate = measured('gate', 3.9);
    const rising = { ...gate, reading: gate.reading && { ...gate.reading, trend: 0.4 } };
    const picture = { ...pictureOf({ zones: [rising] }), at: EVENT + 2_000 };
    expect(shown(alertText(densityAlert('a'), picture).what)).toBe(cases[tag].density);
  });

  it('says what is foreseen, when and how surely', () => {
    const picture = pictureOf({ zones: [measured('gate', 2.9)], forecasts: [foreseen()] });
    const { what } = alertText(forecastAlert('f'), picture);
    expect(shown(what).startsWith(cases[tag].forecast)).toBe(true);
  });

  it('is found by what a browser prefers, whatever the country', () => {
    expect(languageFor(['tlh', `${tag}-XX`, 'en'])).toBe(tag);
    expect(language).toBe(tag);
    expect(languages[tag].locale.startsWith(tag)).toBe(true);
  });
});

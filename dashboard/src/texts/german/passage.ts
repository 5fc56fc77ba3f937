import type { PageTexts } from '../english-pages.js';
import { NO_BREAK, percentage, persons } from '../numbers.js';
import { duration } from '../times.js';

export const germanPassage: PageTexts['passage'] = {
  heading: 'Durchgänge',
  caption:
    'Durchgänge nach Auslastung; Ströme in Personen je Minute, wie die Pfeile auf der Karte.',
  name: 'Durchgang',
  in: 'Ein/min',
  out: 'Aus/min',
  load: 'Last',
  between: (from, to) => `${from} → ${to}`,
  outside: 'Außen',
  towards: (place) => `Nach ${place}`,
  flow: (perMinute) => persons(perMinute),
  perMinute: 'Personen/min',
  planned: (both, planned) =>
    `${persons(both)} von ${persons(planned)}/min, für die seine Breite geplant ist, beide Richtungen zusammen`,
  plannedOnly: (planned) =>
    `Seine Breite ist für ${persons(planned)}/min geplant, beide Richtungen zusammen`,
  unknown: {
    'not-counted': 'Seit einer Minute hat hier keine Kamera gezählt',
    stale: 'Wer hier gezählt hat, ist verstummt',
    untold: 'Der Server sagt nichts dazu',
  },
  last: (seconds) => `zuletzt gezählt vor ${duration(seconds)}`,
  ahead: `Nächste 15${NO_BREAK}min`,
  aheadCaption: `Erwartete Personen je Minute mit dem Bereich, in dem ${percentage(80)} der Fälle liegen`,
  interval: (low, high) => `${persons(low)}–${persons(high)}`,
  noForecast: 'Keine Prognose: In der letzten Minute wurde nicht gezählt',
  forecastAsked: 'Der Server wird nach der Prognose gefragt',
  forecastMissing: 'Keine Prognose: Der Server antwortet nicht; er wird erneut gefragt',
  sides: 'Auf beiden Seiten',
  cameras: 'Kameras, die hier zählen',
  noCameras: 'Keine Kamera sieht diese Linie: Niemand zählt hier.',
  countedBeside: 'Kein Kamerabereich berührt diese Linie: Gezählt wird von nebenan.',
  ways: (coming, going) => `ein ${coming}, aus ${going}`,
  none: 'Kein Durchgang führt hierher.',
};

import type { PageTexts } from '../english-pages.js';
import { NO_BREAK } from '../numbers.js';

const many = (count: number, one: string, more: string): string =>
  `${count}${NO_BREAK}${count === 1 ? one : more}`;

export const germanGeoJson: PageTexts['editor']['geoJson'] = {
  heading: 'GeoJSON in Metern',
  export: 'Exportieren',
  import: 'Importieren',
  read: (count, faults) =>
    `${many(count, 'Form', 'Formen')} gelesen${faults === 0 ? '.' : `, ${many(faults, 'Fehler', 'Fehler')}:`}`,
  fault: {
    'no-collection':
      'ist keine FeatureCollection in GeoJSON; exportieren Sie eine in den Metern des Veranstaltungsorts',
    'not-one-of': (words) => `muss eines von diesen sein: ${words.join(', ')}`,
    geometry: (wanted) => `muss vom Typ ${wanted} sein`,
    hole: 'hat ein Loch; zeichnen Sie die Fläche ohne, wenn nötig in mehreren Teilen',
    'no-list': 'hat keine Liste von Koordinaten',
    'no-pairs': 'hat Koordinaten, die kein Zahlenpaar sind',
    degrees:
      'ist kleiner als ein halber Meter: in Grad? Exportieren Sie in den Metern des Veranstaltungsorts',
    'few-corners': (count, least) =>
      `hat ${many(count, 'Ecke', 'Ecken')}; mindestens ${least} sind nötig`,
  },
};

import type { PageTexts } from '../english-pages.js';
import { NO_BREAK } from '../numbers.js';

const many = (count: number, one: string, more: string): string =>
  `${count}${NO_BREAK}${count === 1 ? one : more}`;

export const spanishGeoJson: PageTexts['editor']['geoJson'] = {
  heading: 'GeoJSON en metros',
  export: 'Exportar',
  import: 'Importar',
  read: (count, faults) =>
    `${many(count, 'forma leída', 'formas leídas')}${faults === 0 ? '.' : `, ${many(faults, 'error', 'errores')}:`}`,
  fault: {
    'no-collection':
      'no es una FeatureCollection de GeoJSON; exporte una en los metros del recinto',
    'not-one-of': (words) => `debe ser uno de estos: ${words.join(', ')}`,
    geometry: (wanted) => `debe ser de tipo ${wanted}`,
    hole: 'tiene un hueco; dibuje la superficie sin él, en varias partes si hace falta',
    'no-list': 'no tiene lista de coordenadas',
    'no-pairs': 'tiene coordenadas que no son pares de números',
    degrees: 'mide menos de medio metro: ¿en grados? Exporte en los metros del recinto',
    'few-corners': (count, least) =>
      `tiene ${many(count, 'vértice', 'vértices')}; hacen falta al menos ${least}`,
  },
};

import type { PageTexts } from '../english-pages.js';
import { NO_BREAK } from '../numbers.js';
import { plural } from './plural.js';
import { fr } from './typography.js';

const many = (count: number, one: string, more: string): string =>
  `${count}${NO_BREAK}${plural(count, one, more)}`;

export const frenchGeoJson: PageTexts['editor']['geoJson'] = {
  heading: 'GeoJSON en mètres',
  export: 'Exporter',
  import: 'Importer',
  read: (count, faults) =>
    fr`${many(count, 'forme lue', 'formes lues')}${faults === 0 ? '.' : fr`, ${many(faults, 'erreur', 'erreurs')} :`}`,
  fault: {
    'no-collection': fr`n’est pas une FeatureCollection GeoJSON ; exportez-en une dans les mètres du site`,
    'not-one-of': (words) => fr`doit être l’un de : ${words.join(', ')}`,
    geometry: (wanted) => `doit être de type ${wanted}`,
    hole: fr`a un trou ; dessinez la surface sans lui, au besoin en plusieurs parties`,
    'no-list': 'n’a pas de liste de coordonnées',
    'no-pairs': 'a des coordonnées qui ne sont pas des paires de nombres',
    degrees: fr`mesure moins d’un demi-mètre : en degrés ? Exportez dans les mètres du site`,
    'few-corners': (count, least) =>
      fr`a ${many(count, 'sommet', 'sommets')} ; il en faut au moins ${least}`,
  },
};

import type { PageTexts } from '../english-pages.js';
import { NO_BREAK, percentage, persons } from '../numbers.js';
import { duration } from '../times.js';
import { fr } from './typography.js';

export const frenchPassage: PageTexts['passage'] = {
  heading: 'Passages',
  caption: fr`Passages par charge ; débits en personnes par minute, comme les flèches de la carte.`,
  name: 'Passage',
  in: 'Entrée/min',
  out: 'Sortie/min',
  load: 'Charge',
  between: (from, to) => `${from} → ${to}`,
  outside: 'Extérieur',
  towards: (place) => `Vers ${place}`,
  flow: (perMinute) => persons(perMinute),
  perMinute: 'personnes/min',
  planned: (both, planned) =>
    `${persons(both)} sur ${persons(planned)}/min prévus pour sa largeur, deux sens réunis`,
  plannedOnly: (planned) => `Sa largeur est prévue pour ${persons(planned)}/min, deux sens réunis`,
  unknown: {
    'not-counted': 'Aucune caméra n’a compté ici depuis une minute',
    stale: 'Ce qui comptait ici s’est tu',
    untold: 'Le serveur n’en dit rien',
  },
  last: (seconds) => `dernier comptage il y a ${duration(seconds)}`,
  ahead: `15${NO_BREAK}min à venir`,
  aheadCaption: `Personnes par minute attendues, avec l’intervalle qui contient ${percentage(80)} des cas`,
  interval: (low, high) => `${persons(low)}–${persons(high)}`,
  noForecast: fr`Pas de prévision : rien n’a été compté pendant la dernière minute`,
  forecastAsked: 'La prévision est demandée au serveur',
  forecastMissing: fr`Pas de prévision : le serveur ne répond pas ; il sera interrogé de nouveau`,
  sides: 'De part et d’autre',
  cameras: 'Caméras qui le comptent',
  noCameras: fr`Aucune caméra ne voit cette ligne : personne ne compte ici.`,
  countedBeside: fr`Aucune zone de caméra ne touche cette ligne : le comptage se fait d’à côté.`,
  ways: (coming, going) => `entrée ${coming}, sortie ${going}`,
  none: 'Aucun passage ne mène ici.',
};

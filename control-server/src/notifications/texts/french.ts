import { formatsOf } from './formats.js';
import type { NotificationTexts } from './notification-texts.js';

/** French sets spaces before colons, semicolons and per cent signs; none of them breaks. */
const [COLON, SEMICOLON, BEFORE_PERCENT] = ['\u00a0: ', '\u202f; ', '\u202f'];

const formats = formatsOf('fr-FR', BEFORE_PERCENT);
const { about, limit, share, tenths, whole } = formats;

export const french: NotificationTexts = {
  formats,
  drill: 'EXERCICE',
  priority: {
    ...{ watch: 'Vigilance', warning: 'Avertissement', critical: 'Critique', emergency: 'Urgence' },
  },
  title: {
    raised: (priority, place) => `${priority}${COLON}${place}`,
    escalated: (priority, place) => `Désormais ${priority.toLowerCase()}${COLON}${place}`,
    unanswered: (priority, place) =>
      `Personne ne répond${COLON}${priority.toLowerCase()}, ${place}`,
    'help-called': (_, place) => `Aide demandée${COLON}${place}`,
    cleared: (_, place) => `Terminé${COLON}${place}`,
    test: (_, place) => `Essai${COLON}${place}`,
  },
  density: (density, above) => `${tenths(density)} pers./m² (limite ${limit(above)}).`,
  aggravated: {
    'stop-and-go': 'La foule avance par à-coups.',
    counterflow: 'Des gens marchent à contre-courant.',
    'slowed-outflow': 'La sortie est ralentie.',
    compression: 'Les gens sont comprimés.',
  },
  forecast: (above, seconds, probability) =>
    seconds === null
      ? `Pourrait dépasser ${limit(above)} pers./m² (probabilité de ${share(probability)}).`
      : `Dépassera ${limit(above)} pers./m² dans ${about(seconds)} environ (probabilité de ${share(probability)}).`,
  cameraFault: {
    stale: 'n’envoie plus rien',
    'edge-offline': 'son agent est hors ligne',
    'never-seen': 'n’a jamais été vue',
    'no-signal': 'pas de signal vidéo',
    stalled: 'sa vidéo est à l’arrêt',
    'model-failed': 'son modèle a échoué',
    'not-calibrated': 'n’est pas calibrée',
    moved: 'a été déplacée',
    covered: 'est masquée',
    frozen: 'toujours la même image',
    blinded: 'est éblouie par la lumière',
    dark: 'ne voit que du noir',
  },
  camera: (fault, zones) =>
    zones.length === 0
      ? `Caméra${COLON}${fault}.`
      : `Caméra${COLON}${fault}. Mal observé${COLON}${zones.join(', ')}.`,
  duplicateEdge: `Deux agents parlent sous un même nom${SEMICOLON}aucun n’est fiable.`,
  store: 'Enregistrement',
  storeFailing: (code) => `L’enregistrement est impossible (${code}).`,
  cleared: 'La cause de l’alerte a disparu.',
  test: 'Ce canal fonctionne. Personne n’a rien à faire.',
  remedy: {
    close: (passage, effect) => `Ne laisser entrer personne par ${passage}${COLON}${effect}.`,
    cut: (passage, part, perMinute, effect) =>
      `Réduire ${passage} de ${share(part)}, à ${whole(perMinute)}/min${COLON}${effect}.`,
    restore: (passage, perMinute, effect) =>
      `Rétablir ${passage} à ${whole(perMinute)}/min${COLON}${effect}.`,
    open: (passage, effect) => `Ouvrir ${passage}${COLON}${effect}.`,
  },
  avoids: 'l’évite',
  endsIn: (seconds) => `y met fin en ${about(seconds)}`,
  wins: (seconds) => `fait gagner ${about(seconds)}`,
  open: 'Ouvrir l’alerte',
};

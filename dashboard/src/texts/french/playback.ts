import type { PageTexts } from '../english-pages.js';
import { duration, moment } from '../times.js';
import { fr } from './typography.js';

export const frenchPlayback: PageTexts['playback'] = {
  heading: 'Relecture',
  hint: 'N’importe quelle soirée, telle qu’elle a été enregistrée.',
  report: fr`Rapport :`,
  file: { page: 'page', pdf: 'PDF', zones: 'zones en CSV', passages: 'passages en CSV' },
  from: 'À partir de',
  hours: 'Heures',
  open: 'Ouvrir',
  loading: 'Demande de l’enregistrement au serveur',
  empty: 'Rien n’a été enregistré pendant cette période.',
  unavailable:
    'L’enregistrement est illisible pour l’instant. Réessayez, ou choisissez une autre période.',
  tooLong: 'Choisissez 15 heures au plus.',
  play: 'Lire',
  pause: 'Pause',
  speed: 'Vitesse',
  times: (speed) => `${speed}×`,
  position: 'Position',
  at: (at) => fr`Passé : ${moment(at)}. Zones telles qu’enregistrées`,
  passed: (seconds, whole) => `${duration(seconds)} sur ${duration(whole)}`,
  alerts: 'Alertes d’alors',
  noAlerts: 'Aucune alerte n’était active.',
};

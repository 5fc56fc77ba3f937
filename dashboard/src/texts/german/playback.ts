import type { PageTexts } from '../english-pages.js';
import { duration, moment } from '../times.js';

export const germanPlayback: PageTexts['playback'] = {
  heading: 'Rückblick',
  hint: 'Jeder Abend noch einmal, wie er aufgezeichnet ist.',
  report: 'Bericht:',
  file: { page: 'Seite', pdf: 'PDF', zones: 'Zonen als CSV', passages: 'Durchgänge als CSV' },
  from: 'Ab',
  hours: 'Stunden',
  open: 'Öffnen',
  loading: 'Aufzeichnung wird vom Server geholt',
  empty: 'In dieser Zeit wurde nichts aufgezeichnet.',
  unavailable:
    'Die Aufzeichnung ist derzeit nicht lesbar. Versuchen Sie es erneut, oder wählen Sie eine andere Zeit.',
  tooLong: 'Wählen Sie höchstens 15 Stunden.',
  play: 'Abspielen',
  pause: 'Anhalten',
  speed: 'Tempo',
  times: (speed) => `${speed}×`,
  position: 'Position',
  at: (at) => `Vergangen: ${moment(at)}. Zonen wie aufgezeichnet`,
  passed: (seconds, whole) => `${duration(seconds)} von ${duration(whole)}`,
  alerts: 'Alarme damals',
  noAlerts: 'Damals stand kein Alarm an.',
};

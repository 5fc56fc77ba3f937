import type { PageTexts } from '../english-pages.js';
import { duration, moment } from '../times.js';

export const spanishPlayback: PageTexts['playback'] = {
  heading: 'Reproducción',
  hint: 'Cualquier noche otra vez, tal como quedó registrada.',
  report: 'Informe:',
  file: { page: 'página', pdf: 'PDF', zones: 'zonas en CSV', passages: 'pasos en CSV' },
  from: 'Desde',
  hours: 'Horas',
  open: 'Abrir',
  loading: 'Pidiendo el registro al servidor',
  empty: 'En ese tiempo no se registró nada.',
  unavailable: 'El registro no se puede leer ahora. Inténtelo de nuevo o elija otra hora.',
  tooLong: 'Elija 15 horas como máximo.',
  play: 'Reproducir',
  pause: 'Pausar',
  speed: 'Velocidad',
  times: (speed) => `${speed}×`,
  position: 'Posición',
  at: (at) => `Pasado: ${moment(at)}. Zonas tal como se registraron`,
  passed: (seconds, whole) => `${duration(seconds)} de ${duration(whole)}`,
  alerts: 'Alertas de entonces',
  noAlerts: 'Entonces no había ninguna alerta.',
};

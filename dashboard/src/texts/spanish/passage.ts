import type { PageTexts } from '../english-pages.js';
import { NO_BREAK, percentage, persons } from '../numbers.js';
import { duration } from '../times.js';

export const spanishPassage: PageTexts['passage'] = {
  heading: 'Pasos',
  caption: 'Pasos por carga; flujos en personas por minuto, como las flechas del mapa.',
  name: 'Paso',
  in: 'Entran/min',
  out: 'Salen/min',
  load: 'Carga',
  between: (from, to) => `${from} → ${to}`,
  outside: 'Exterior',
  towards: (place) => `Hacia ${place}`,
  flow: (perMinute) => persons(perMinute),
  perMinute: 'personas/min',
  planned: (both, planned) =>
    `${persons(both)} de ${persons(planned)}/min previstas para su anchura, ambos sentidos juntos`,
  plannedOnly: (planned) =>
    `Su anchura está prevista para ${persons(planned)}/min, ambos sentidos juntos`,
  unknown: {
    'not-counted': 'Ninguna cámara ha contado aquí desde hace un minuto',
    stale: 'Quien contaba aquí ha enmudecido',
    untold: 'El servidor no dice nada de él',
  },
  last: (seconds) => `último recuento hace ${duration(seconds)}`,
  ahead: `Próximos 15${NO_BREAK}min`,
  aheadCaption: `Personas por minuto esperadas, con el intervalo que abarca el ${percentage(80)} de los casos`,
  interval: (low, high) => `${persons(low)}–${persons(high)}`,
  noForecast: 'Sin previsión: no se contó durante el último minuto',
  forecastAsked: 'Se pide la previsión al servidor',
  forecastMissing: 'Sin previsión: el servidor no responde; se le volverá a preguntar',
  sides: 'A ambos lados',
  cameras: 'Cámaras que lo cuentan',
  noCameras: 'Ninguna cámara ve esta línea: nadie cuenta aquí.',
  countedBeside: 'Ningún área de cámara toca esta línea: se cuenta desde al lado.',
  ways: (coming, going) => `entran ${coming}, salen ${going}`,
  none: 'Ningún paso lleva hasta aquí.',
};

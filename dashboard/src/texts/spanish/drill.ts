import type { Catalogue } from '../catalogue.js';
import type { englishDrill } from '../english-drill.js';

export const spanishDrill: Catalogue<typeof englishDrill> = {
  tell: 'Avisar también fuera de la sala de control',
  tellNote: (word) =>
    `A los auxiliares por push y por todos los canales de las reglas, como si fuera real, cada mensaje con ${word} delante. Sin esto no se avisa a nadie fuera.`,
  peopleTold: 'Se avisa también fuera de la sala de control.',
  nobodyTold: 'No se avisa a nadie fuera de la sala de control.',
  heading: 'Simulacro',
  explained:
    'Una multitud grabada o simulada por el camino real, en una página propia. El recinto real se vigila todo el tiempo; de un simulacro no queda nada.',
  none: 'No hay grabaciones para simulacros. Indique una carpeta en los ajustes (drills.folder) y escriba una con «throng-server simulate».',
  mayNot: 'Su rol no inicia simulacros.',
  scenario: 'Grabación',
  speed: 'Velocidad',
  fromMinute: 'Desde el minuto',
  begin: 'Iniciar simulacro',
  end: 'Terminar simulacro',
  open: 'Abrir el simulacro',
  leave: 'Al recinto real',
  looking: 'Preguntando al servidor',
  over: 'El simulacro ha terminado.',
  runs: (scenario, by, speed) =>
    `«${scenario}» está en marcha${speed === 1 ? '' : ` a ${speed} veces la velocidad`}, iniciado por ${by}. Nada aquí es real.`,
  real: 'RECINTO REAL',
  realCalm: 'sin alertas de multitud',
  realUnknown: 'se desconoce ahora: se perdió la conexión',
  interrupted: 'Esto no es un simulacro',
  realStop: 'Se está deteniendo el espectáculo real.',
  toReal: 'Ir al recinto real',
  fault: (code) => `No ha funcionado (${code}); no se ha hecho nada.`,
};

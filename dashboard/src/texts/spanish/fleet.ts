import type { PageTexts } from '../english-pages.js';
import { factor, NO_BREAK, persons, tenth } from '../numbers.js';
import { duration } from '../times.js';
import { spanishDevices } from './devices.js';

const days = (count: number): string => {
  const whole = Math.floor(count);
  return `${whole}${NO_BREAK}${whole === 1 ? 'día' : 'días'}`;
};
const times = (count: number): string => (count === 1 ? 'una vez' : `${persons(count)} veces`);
const windows = (count: number): string =>
  count === 1 ? '1 ventana' : `${persons(count)} ventanas`;

export const spanishFleet: PageTexts['fleet'] = {
  heading: 'Equipos',
  summary: (agents, cameras, faults) =>
    `${agents} ${agents === 1 ? 'agente' : 'agentes'}, ${cameras} ${cameras === 1 ? 'cámara' : 'cámaras'}, ${
      faults === 0 ? 'nada que arreglar' : `${faults} por arreglar`
    }`,
  allWell: 'Todo va bien.',
  mend: 'Por arreglar',
  watch: 'A vigilar',
  agent: {
    version: 'Versión',
    up: 'En marcha desde hace',
    models: 'Modelos',
    provider: 'Calcula en',
    memory: 'Memoria',
    clock: 'Reloj',
    waiting: 'Ventanas en espera',
    lost: 'Ventanas perdidas',
    spool: 'Búfer',
  },
  camera: {
    camera: 'Cámara',
    state: 'Estado',
    frames: 'Imágenes/s',
    latency: 'Retraso p95',
    decoder: 'Decodificador',
    calibration: 'Calibración',
    correction: 'Conteo manual',
    drift: 'Deriva',
    reconnects: 'Reconexiones',
  },
  inTime: 'en hora',
  onDisk: 'en disco',
  inMemory: 'solo en memoria',
  unknown: '?',
  none: 'ninguno',
  correction: (by, counts) => `× ${factor(by)} de ${counts} ${counts === 1 ? 'conteo' : 'conteos'}`,
  calibration: (metres, age) =>
    `± ${tenth(metres)}${NO_BREAK}m${age === null ? '' : `, hace ${days(age)}`}`,
  finding: (cause) => {
    switch (cause.kind) {
      case 'edge-never-seen':
        return {
          what: 'Nunca se ha sabido de él',
          remedy:
            'Inicie el agente y compare recinto, identificador y bróker con este servidor: throng-edge doctor',
        };
      case 'edge-offline':
        return {
          what: 'Sin conexión',
          remedy:
            'Compruebe la alimentación y la red del equipo; sus ventanas esperan entretanto en su disco',
        };
      case 'clock-skew':
        return {
          what: `Reloj ${tenth(Math.abs(cause.seconds))}${NO_BREAK}s ${cause.seconds < 0 ? 'atrasado' : 'adelantado'}`,
          remedy:
            'Dé al equipo y al servidor la misma fuente de hora y compruebe que funciona: timedatectl',
        };
      case 'clock-held':
        return {
          what: `Reloj ${cause.seconds < 0 ? 'retrasado' : 'adelantado'} ${duration(Math.abs(cause.seconds))}; el agente sigue con la hora anterior`,
          remedy:
            'Póngalo en hora: timedatectl. El agente lo cree cuando NTP lo confirma, o a los 10 minutos',
        };
      case 'spool-in-memory':
        return {
          what: `Guarda las ventanas solo en memoria${cause.fault === undefined ? '' : `: disco ${cause.fault}`}`,
          remedy:
            'Haga sitio en el disco o corrija sus permisos; lo que espera se pierde con el proceso',
        };
      case 'spool-waiting':
        return {
          what: `${windows(cause.windows)} en espera, la más antigua desde hace ${duration(cause.seconds)}`,
          remedy: 'Compruebe el camino al bróker; llegarán como historial cuando vuelva',
        };
      case 'windows-lost':
        return {
          what: `${windows(cause.windows)} ${cause.windows === 1 ? 'descartada' : 'descartadas'}`,
          remedy: 'El registro tiene un hueco. Amplíe el búfer y averigüe por qué se llenó',
        };
      case 'model-replaced':
        return {
          what: `Hilo del modelo sustituido ${times(cause.times)}`,
          remedy: 'Compruebe memoria, controlador y temperatura del equipo',
        };
      case 'model-missing':
        return {
          what: 'No funciona ningún modelo',
          remedy: 'Verifique los modelos en el equipo: throng-models verify',
        };
      case 'provider-cpu':
        return {
          what: `Calcula en ${cause.provider}`,
          remedy:
            'Si el equipo tiene GPU, compruebe su controlador: throng-edge doctor dice qué falta',
        };
      case 'local-alarm':
        return {
          what: `Cree que el servidor no está y avisa por su cuenta (${persons(cause.zones)} ${cause.zones === 1 ? 'zona' : 'zonas'})`,
          remedy: 'Cesa cuando vuelve a oír a este servidor; compruebe el bróker',
        };
      case 'local-alarm-failed':
        return {
          what: `Su alarma local ha fallado ${times(cause.times)}`,
          remedy: 'Pruebe a mano en el equipo el comando o el webhook de localAlarm',
        };
      case 'camera-never-seen':
        return {
          what: 'Nunca se ha sabido de ella',
          remedy: 'Añada la cámara a los ajustes del agente con este mismo identificador',
        };
      case 'camera-silent':
        return { what: 'Sin datos', remedy: 'Compruebe el agente; no llegó nada a tiempo' };
      case 'camera-fault':
        return { what: spanishDevices.fault[cause.fault], remedy: faultRemedy[cause.fault] };
      case 'not-calibrated':
        return {
          what: 'Sin calibrar',
          remedy: 'Calíbrela, o sus personas no están en ningún sitio: throng-edge calibrate',
        };
      case 'calibration-rough':
        return {
          what: `Calibrada solo a ± ${tenth(cause.metres)}${NO_BREAK}m`,
          remedy: 'Añada puntos cerca de los bordes de la imagen y mídalos de nuevo',
        };
      case 'calibration-old':
        return {
          what: `Calibrada hace ${days(cause.days)}`,
          remedy: 'Revise algunos puntos en la página de calibración; los mástiles ceden',
        };
      case 'drift':
        return {
          what: `${drift[cause.statistic]} ${tenth(Math.abs(cause.deviations))}${NO_BREAK}σ por ${cause.deviations < 0 ? 'debajo' : 'encima'} de lo que conoce el modelo`,
          remedy: 'Limpie el objetivo, revise luz y exposición y cuente a mano para corregir',
        };
      case 'few-frames':
        return {
          what: `${tenth(cause.perSecond)} de ${tenth(cause.wanted)} imágenes/s`,
          remedy:
            'El equipo es demasiado lento para sus cámaras: menos cámaras, un modelo menor o una GPU',
        };
      case 'slow':
        return {
          what: `${tenth(cause.seconds)}${NO_BREAK}s de la captura al conteo`,
          remedy: 'Compruebe la red de la cámara y después la carga del equipo',
        };
      case 'reconnects':
        return {
          what: `Reconectada ${times(cause.times)}`,
          remedy: 'Compruebe el cable, el conmutador y el registro de la cámara',
        };
    }
  },
};

const drift = {
  brightness: 'Brillo',
  sharpness: 'Nitidez',
  activeShare: 'Parte de la imagen con personas',
  disagreement: 'Desacuerdo de los modelos',
} as const;

const faultRemedy = {
  'no-signal':
    'Compruebe alimentación y cable de la cámara, luego dirección y contraseña: throng-edge doctor',
  stalled: 'Reinicie la cámara; si se repite, baje su tasa de bits o revise el conmutador',
  'model-failed': 'Lea el registro del agente; verifique los modelos: throng-models verify',
  'not-calibrated': 'Calíbrela: throng-edge calibrate',
  moved: 'Devuelva la cámara a su posición o recalíbrela; hasta entonces su suelo es desconocido',
  covered: 'Despeje la vista de la cámara',
  frozen: 'Reinicie la cámara: envía siempre la misma imagen',
  blinded: 'Apártela de la luz o active su amplio rango dinámico (WDR)',
  dark: 'Ilumine el suelo o active el modo nocturno de la cámara',
} as const;

import type { Texts } from '../english.js';
import { density, persons, share } from '../numbers.js';
import { about, duration } from '../times.js';

export const spanishForecast: Texts['reason']['forecast'] = {
  passes: (limit, seconds, span) =>
    seconds === null
      ? `Puede superar ${limit} pers./m² en pocos minutos`
      : seconds < 5
        ? `Supera ahora ${limit} pers./m²`
        : `Superará ${limit} pers./m² en unos ${about(seconds)}${span}`,
  span: (earliest, latest) =>
    latest === null
      ? ` (${about(earliest)} o más)`
      : about(earliest) === about(latest)
        ? ''
        : ` (de ${about(earliest)} a ${about(latest)})`,
  sure: (probability) => `${share(probability)} de certeza`,
  now: (value) => `ahora ${density(value)}`,
  notForeseen: (why) => `Ahora sin previsión: ${why}`,
  clears: (probability, seconds) =>
    `se cierra tras ${duration(seconds)} por debajo del ${share(probability)}`,
  was: (limit, probability) =>
    `Se esperaba que superara ${limit} pers./m², ${share(probability)} de certeza`,
  flow: (passage, perMinute) =>
    `${passage} ${persons(Math.abs(perMinute))}/min de ${perMinute < 0 ? 'salida' : 'entrada'}`,
  atCapacity: (part) => `, al ${share(part)} de la capacidad prevista`,
};

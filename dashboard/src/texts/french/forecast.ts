import type { Texts } from '../english.js';
import { density, persons, share } from '../numbers.js';
import { about, duration } from '../times.js';
import { fr } from './typography.js';

export const frenchForecast: Texts['reason']['forecast'] = {
  passes: (limit, seconds, span) =>
    seconds === null
      ? `Pourrait dépasser ${limit} pers./m² dans quelques minutes`
      : seconds < 5
        ? `Dépasse maintenant ${limit} pers./m²`
        : `Dépassera ${limit} pers./m² dans environ ${about(seconds)}${span}`,
  span: (earliest, latest) =>
    latest === null
      ? ` (${about(earliest)} ou plus)`
      : about(earliest) === about(latest)
        ? ''
        : ` (de ${about(earliest)} à ${about(latest)})`,
  sure: (probability) => `sûr à ${share(probability)}`,
  now: (value) => `actuellement ${density(value)}`,
  notForeseen: (why) => fr`Pas de prévision actuellement : ${why}`,
  clears: (probability, seconds) => `levée après ${duration(seconds)} sous ${share(probability)}`,
  was: (limit, probability) =>
    `Dépassement de ${limit} pers./m² attendu, sûr à ${share(probability)}`,
  flow: (passage, perMinute) =>
    `${passage} ${persons(Math.abs(perMinute))}/min en ${perMinute < 0 ? 'sortie' : 'entrée'}`,
  atCapacity: (part) => `, à ${share(part)} de la capacité prévue`,
};

import { periodicityOf } from './periodicity.js';

/** Ticks of a zone's past that are remembered: an hour. */
const MEMORY = 360;

/** Ticks between two searches of a zone for its rhythm, and before the first; zones take turns. */
const SEARCH_EVERY = 30;
const LEAST_MEMORY = 60;

/** Periods that are averaged. */
const CYCLES = 3;

/**
 * Zones that fill and empty again and again, as trains and lifts let people go: what stood there at the same
 * place of the last three periods is expected again.
 */
export class ZoneRhythm {
  /** How far a zone's rhythm is believed, 0 (it has none) to 1. */
  readonly belief: Float64Array;
  /** Persons: a ring of ticks, zone by zone in each. */
  readonly #past: Float32Array;
  /** Ticks. */
  readonly #period: Int32Array;
  readonly #series = new Float64Array(MEMORY);
  #ticks = 0;

  constructor(private readonly zones: number) {
    this.belief = new Float64Array(zones);
    this.#past = new Float32Array(zones * MEMORY);
    this.#period = new Int32Array(zones);
  }

  /** @param persons per zone. */
  advance(persons: Float64Array): void {
    this.#past.set(persons, (this.#ticks % MEMORY) * this.zones);
    this.#ticks += 1;
    if (this.#ticks < LEAST_MEMORY) return;
    for (let zone = this.#ticks % SEARCH_EVERY; zone < this.zones; zone += SEARCH_EVERY) {
      const { belief, period } = periodicityOf(this.#pastOf(zone));
      this.belief[zone] = belief;
      this.#period[zone] = period;
    }
  }

  /** Persons who are expected in a zone that has a rhythm, so many ticks from now. */
  at(zone: number, ticks: number): number {
    let [sum, count] = [0, 0];
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const persons = this.#before(zone, ticks, cycle);
      if (Number.isNaN(persons)) break;
      sum += persons;
      count += 1;
    }
    return sum / count;
  }

  /** The most who are expected there until then. */
  most(zone: number, ticks: number): number {
    const period = this.#period[zone] ?? 1;
    const now = this.#ticks - 1;
    // After a whole period the same ticks would come again.
    const length = Math.min(ticks, period);
    let [sum, count] = [0, 0];
    for (let first = now + 1 - period; count < CYCLES; first -= period) {
      if (first < 0 || now - first >= MEMORY) break;
      sum += this.#mostOf(zone, first, length);
      count += 1;
    }
    return sum / count;
  }

  #mostOf(zone: number, first: number, length: number): number {
    const past = this.#past;
    let index = (first % MEMORY) * this.zones + zone;
    let most = 0;
    for (let tick = 0; tick < length; tick += 1) {
      const persons = past[index] ?? 0;
      if (persons > most) most = persons;
      index += this.zones;
      if (index >= past.length) index -= past.length;
    }
    return most;
  }

  /** Persons at the place of the rhythm that comes so many ticks from now, so many periods before the last. */
  #before(zone: number, ahead: number, cycle: number): number {
    const period = this.#period[zone] ?? 1;
    const back = (Math.ceil(ahead / period) + cycle) * period - ahead;
    const tick = this.#ticks - 1 - back;
    if (back >= MEMORY || tick < 0) return Number.NaN;
    return this.#past[(tick % MEMORY) * this.zones + zone] ?? Number.NaN;
  }

  #pastOf(zone: number): Float64Array {
    const length = Math.min(MEMORY, this.#ticks);
    const series = this.#series.subarray(0, length);
    for (let index = 0; index < length; index += 1) {
      const tick = this.#ticks - length + index;
      series[index] = this.#past[(tick % MEMORY) * this.zones + zone] ?? 0;
    }
    return series;
  }
}

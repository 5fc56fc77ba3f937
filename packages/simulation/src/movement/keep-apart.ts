import type { Person } from '../people/person.js';
import { keepInside } from '../venue/walkable.js';
import type { ClosePairs } from './close-pairs.js';

/** Metres between a person's middle and a wall. */
export const WALL_MARGIN = 0.15;

/** Share of an overlap that each of two takes back in one pass: below ½, so that a crowd settles. */
const YIELD = 0.35;

/** Passes per step: pressure has to travel through a crowd. */
const PASSES = 3;

/** Metres below which two people count as being in the same place. */
const SAME = 1e-6;

/**
 * Moves people who stand too close apart, each by part of the overlap, and everybody back from
 * the walls. In one pass all see the same moment, so the order of people doesn't matter.
 */
export const keepApart = (people: readonly Person[], pairs: ClosePairs): void => {
  const moveX = new Float64Array(people.length);
  const moveY = new Float64Array(people.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    moveX.fill(0);
    moveY.fill(0);
    for (let pair = 0; pair < pairs.count; pair += 1) {
      const [i, j] = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0];
      const [one, two] = [people[i], people[j]];
      if (!one || !two) continue;
      const [dx, dy] = [one.x - two.x, one.y - two.y];
      const room = (one.spacing + two.spacing) / 2;
      const squared = dx * dx + dy * dy;
      if (squared >= room * room) continue;
      const distance = Math.sqrt(squared);
      const push = (room - distance) * YIELD;
      const [x, y] = distance > SAME ? [(dx / distance) * push, (dy / distance) * push] : [push, 0];
      moveX[i] = (moveX[i] ?? 0) + x;
      moveY[i] = (moveY[i] ?? 0) + y;
      moveX[j] = (moveX[j] ?? 0) - x;
      moveY[j] = (moveY[j] ?? 0) - y;
    }
    people.forEach((person, index) => {
      person.x += moveX[index] ?? 0;
      person.y += moveY[index] ?? 0;
      keepInside(person.ground, person, WALL_MARGIN);
    });
  }
};

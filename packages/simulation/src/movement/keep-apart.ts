import type { Person } from '../people/person.js';
import { keepInside } from '../venue/walkable.js';
import type { NeighbourGrid } from './neighbour-grid.js';

/** Metres between a person's middle and a wall. */
export const WALL_MARGIN = 0.15;

/** Share of an overlap that each of two takes back in one step: below ½, so that a crowd settles. */
const YIELD = 0.4;

/**
 * Moves people who stand too close apart, each by part of the overlap, and everybody back from
 * the walls. All see the same moment, so the order of people doesn't matter.
 */
export const keepApart = (people: readonly Person[], grid: NeighbourGrid<Person>): void => {
  grid.rebuild(people);
  const moves = people.map((person) => {
    const move = { x: 0, y: 0 };
    grid.around(person.x, person.y, (other) => {
      if (other === person || other.ground !== person.ground) return;
      const [dx, dy] = [person.x - other.x, person.y - other.y];
      const room = (person.spacing + other.spacing) / 2;
      const squared = dx * dx + dy * dy;
      if (squared >= room * room) return;
      const distance = Math.sqrt(squared);
      const push = (room - distance) * YIELD;
      if (distance > 1e-6) {
        move.x += (dx / distance) * push;
        move.y += (dy / distance) * push;
      } else {
        move.x += person.id < other.id ? -push : push;
      }
    });
    return move;
  });
  people.forEach((person, index) => {
    const move = moves[index];
    if (move) {
      person.x += move.x;
      person.y += move.y;
    }
    keepInside(person.ground, person, WALL_MARGIN);
  });
};

import { beforeAll, describe, expect, it } from 'vitest';
import { loadPageTexts } from '../../../../dashboard/src/texts/pages.js';
import { fieldChangeText } from '../../../../dashboard/src/texts/version-diff-text.js';

const text = (field: string, before: unknown, after: unknown) =>
  fieldChangeText({ field, before, after }).replaceAll('\u00a0', ' ');
const room = [
  [0, 0],
  [4, 0],
  [4, 5],
  [0, 5],
];

describe('[U] a change in words', () => {
  beforeAll(loadPageTexts);

  it('gives names and numbers as they were and are', () => {
    expect(text('name', 'Foyer', 'Lobby')).toBe('Name: Foyer → Lobby');
    expect(text('width', undefined, 2.5)).toBe('Effective width, m: none → 2.5');
    expect(text('plan', 'gala', 'show')).toBe('Plan: gala → show');
  });

  it('gives shapes by their size, and says where they only moved', () => {
    const moved = room.map(([x = 0, y = 0]) => [x + 1, y]);
    expect(text('polygon', room, room.slice(0, 3))).toBe(
      'Corners: 4 corners, 20.0 m² → 3 corners, 10.0 m²',
    );
    expect(text('area', room, moved)).toBe('Corners: 4 corners, 20.0 m², moved');
    const line = [
      [0, 0],
      [3, 4],
    ];
    expect(text('line', line, room.slice(0, 2))).toBe('Line: 2 points, 5 m → 2 points, 4 m');
  });

  it('gives thresholds value by value, and lists by their length', () => {
    const bands = { watch: 1, warning: 2, critical: 3, emergency: 4 };
    expect(text('bands', undefined, bands)).toBe('Thresholds, persons/m²: none → 1 / 2 / 3 / 4');
    expect(text('walls', [room], [room, room])).toBe('Walls: 1 line → 2 lines');
    expect(text('phases', [1], [1, 2])).toBe('Phases: 1 entry → 2 entries');
    expect(text('bandsByPhase', { egress: bands }, undefined)).toBe(
      'Thresholds by phase: set → none',
    );
  });
});

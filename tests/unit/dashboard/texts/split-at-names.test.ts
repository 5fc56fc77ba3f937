import { describe, expect, it } from 'vitest';
import { splitAtNames } from '../../../../dashboard/src/texts/split-at-names.js';

const named = [
  { id: 'g1', name: 'Gate 1' },
  { id: 'g12', name: 'Gate 12' },
  { id: 'hall', name: 'Hall' },
];
const cut = (text: string) => splitAtNames(text, named).map(({ id, words }) => [words, id]);

describe('[U] names in a sentence', () => {
  it('cuts a sentence at each name and loses nothing', () => {
    expect(cut('Fed by Gate 1 and Hall.')).toEqual([
      ['Fed by ', null],
      ['Gate 1', 'g1'],
      [' and ', null],
      ['Hall', 'hall'],
      ['.', null],
    ]);
  });

  it('takes the longer of two names, and no part of a longer word', () => {
    expect(cut('Gate 12')).toEqual([['Gate 12', 'g12']]);
    expect(cut('Gate 123, Hallway')).toEqual([['Gate 123, Hallway', null]]);
  });

  it('leaves a sentence without names as it is', () => {
    expect(cut('12 before it')).toEqual([['12 before it', null]]);
    expect(cut('')).toEqual([]);
  });

  it('takes each character of a name as it stands', () => {
    const odd = [
      { id: 'plus', name: 'Gate (A+B)?' },
      { id: 'slash', name: 'In/Out' },
    ];
    expect(splitAtNames('Hold Gate (A+B)? or In/Out.', odd).flatMap(({ id }) => id ?? [])).toEqual([
      'plus',
      'slash',
    ]);
    expect(splitAtNames('Gate AB', odd)).toHaveLength(1);
  });

  it('leads to the first of two that share a name, and looks for no empty one', () => {
    const twins = [...named, { id: 'hall-2', name: 'Hall' }, { id: 'blank', name: '' }];
    expect(splitAtNames('Hall', twins)).toEqual([{ at: 0, words: 'Hall', id: 'hall' }]);
    expect(splitAtNames('Hall', [])).toEqual([{ at: 0, words: 'Hall', id: null }]);
  });
});

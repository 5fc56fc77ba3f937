import type { ZoneDefinition } from '@throng/contract';
import type { ColourScheme } from '../palette.js';

/** Colours of the drawing board: a tint and a line by the kind of zone, and one colour for what is in hand. */
export interface EditorPalette {
  readonly zone: Readonly<Record<ZoneDefinition['kind'], string>>;
  readonly line: Readonly<Record<ZoneDefinition['kind'], string>>;
  readonly selected: string;
  readonly selectedFill: string;
  readonly handle: string;
  readonly wrong: string;
  readonly grid: string;
  readonly gridStrong: string;
}

export const editorPalettes: Readonly<Record<ColourScheme, EditorPalette>> = {
  dark: {
    zone: {
      walkway: 'rgba(124, 156, 196, 0.16)',
      stairs: 'rgba(226, 170, 84, 0.18)',
      queue: 'rgba(178, 140, 232, 0.18)',
      viewing: 'rgba(96, 188, 150, 0.16)',
    },
    line: { walkway: '#7c9cc4', stairs: '#d9a352', queue: '#ad8ae0', viewing: '#5cb691' },
    selected: '#7cbcff',
    selectedFill: 'rgba(124, 188, 255, 0.24)',
    handle: '#0b0e12',
    wrong: '#ff8a7d',
    grid: 'rgba(255, 255, 255, 0.05)',
    gridStrong: 'rgba(255, 255, 255, 0.11)',
  },
  light: {
    zone: {
      walkway: 'rgba(64, 104, 156, 0.12)',
      stairs: 'rgba(186, 118, 16, 0.14)',
      queue: 'rgba(120, 72, 188, 0.12)',
      viewing: 'rgba(20, 128, 88, 0.12)',
    },
    line: { walkway: '#456c9c', stairs: '#96600c', queue: '#7448b4', viewing: '#1c7a56' },
    selected: '#0b5fc4',
    selectedFill: 'rgba(11, 95, 196, 0.18)',
    handle: '#ffffff',
    wrong: '#b3261e',
    grid: 'rgba(11, 16, 22, 0.06)',
    gridStrong: 'rgba(11, 16, 22, 0.13)',
  },
};

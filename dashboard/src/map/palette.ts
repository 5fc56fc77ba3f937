/** Colours that a canvas must know by value. The style sheet's tokens name the same ones. */
export interface MapPalette {
  readonly floor: string;
  readonly outline: string;
  readonly wall: string;
  readonly passage: string;
  /** An arrow of people who pass freely, and its edge. */
  readonly flow: string;
  readonly flowEdge: string;
  readonly camera: string;
  readonly hatch: string;
  readonly hatchGround: string;
  readonly unknownOutline: string;
  readonly selected: string;
  /** What binds, and its edge: the strongest contrast there is. */
  readonly mark: string;
  readonly markEdge: string;
  readonly label: string;
  readonly labelDim: string;
  readonly plate: string;
  readonly plateEdge: string;
}

export type ColourScheme = 'dark' | 'light';

export const mapPalettes: Readonly<Record<ColourScheme, MapPalette>> = {
  dark: {
    floor: '#171c24',
    outline: '#4c5868',
    wall: '#8b97a8',
    passage: '#b9c3d1',
    flow: '#7cbcff',
    flowEdge: '#0b0e12',
    camera: '#6f7d90',
    hatch: '#7d8797',
    hatchGround: '#20252d',
    unknownOutline: '#9aa5b4',
    selected: '#ffffff',
    mark: '#ffffff',
    markEdge: '#0b0e12',
    label: '#f2f5f9',
    labelDim: '#c3ccd8',
    plate: 'rgba(10, 13, 17, 0.82)',
    plateEdge: '#3a4452',
  },
  light: {
    floor: '#ffffff',
    outline: '#a3adba',
    wall: '#3d4754',
    passage: '#3d4754',
    flow: '#0b5fc4',
    flowEdge: '#ffffff',
    camera: '#75808e',
    hatch: '#8a94a1',
    hatchGround: '#e9edf1',
    unknownOutline: '#5d6876',
    selected: '#0b1016',
    mark: '#0b1016',
    markEdge: '#ffffff',
    label: '#10151b',
    labelDim: '#3a4450',
    plate: 'rgba(255, 255, 255, 0.9)',
    plateEdge: '#b8c1cc',
  },
};

/** SVG paths in a square of 16. */
export const icons = {
  select: 'M3 2l9 6-4 1 2.5 4.5-1.7 1L6.5 10 3.5 13Z',
  zone: 'M2.5 4 9 2l5 5-2.5 6.5-8-1Z',
  passage: 'M3 13 13 3M5.5 5.5 10.5 10.5M10.5 7v3.5H7',
  camera: 'M1.5 5h9v7h-9ZM10.5 8l4-2.5v6L10.5 9',
  wall: 'M2 13V5h6v4h6',
  split: 'M2.5 3h11v10h-11ZM8 1v14',
  move: 'M8 1.5v13M1.5 8h13M8 1.5 6 3.5M8 1.5l2 2M8 14.5l-2-2M8 14.5l2-2M1.5 8l2-2M1.5 8l2 2M14.5 8l-2-2M14.5 8l-2 2',
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3',
  add: 'M8 3v10M3 8h10',
  remove: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13h6l.5-8.5',
  back: 'M10 3 5 8l5 5',
} as const;
export type IconName = keyof typeof icons;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d={icons[name]} />
  </svg>
);

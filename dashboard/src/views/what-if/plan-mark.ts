/** How the line of each plan is broken, so that none is told by its colour alone; doing nothing is whole. */
const MARKS: readonly (readonly number[])[] = [[], [6, 3], [2, 3], [9, 3, 2, 3]];

export const planMark = (index: number): number[] => [...(MARKS[index] ?? [])];

/** Name of the colour of each plan's line, of the page's tokens. */
export const PLAN_COLOURS = ['--dim', '--focus', '--good', '--ageing'] as const;

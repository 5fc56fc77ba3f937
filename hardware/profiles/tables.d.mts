/** mm; see tables.mjs. */
export const focalMillimetres: (distance: number, height: number) => number;
export const withTables: (text: string) => string;

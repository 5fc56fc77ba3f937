/** How an expected figure follows from others: see rules.mjs. */
export const RULES: Readonly<Record<string, (from: Readonly<Record<string, number>>) => number>>;

/** A copy of `value` whose numbers have at most `digits` decimals, for reading and comparing. */
export const rounded = (value: unknown, digits: number): unknown => {
  if (typeof value === 'number') return Number(value.toFixed(digits));
  if (Array.isArray(value)) return value.map((item) => rounded(item, digits));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, rounded(item, digits)]),
  );
};

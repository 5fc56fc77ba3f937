/** An entry of the live channel, whatever it is of. */
export type Fields = Readonly<Record<string, unknown>>;
type Same = (one: unknown, other: unknown) => boolean;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sameFields = (one: Fields, other: Fields, same: Same): boolean => {
  for (const key in other) if (!same(one[key], other[key])) return false;
  for (const key in one) if (!(key in other)) return false;
  return true;
};

const sameValue: Same = (one, other) =>
  one === other || (isFields(one) && isFields(other) && sameFields(one, other, Object.is));

/**
 * Whether two entries say the same. It looks two levels deep, as far as entries are made anew each second; what
 * lies deeper counts as other unless it is the same object, so that a false "no" costs some writing and nothing else.
 */
export const saysTheSame = (one: Fields, other: Fields): boolean =>
  one === other || sameFields(one, other, sameValue);

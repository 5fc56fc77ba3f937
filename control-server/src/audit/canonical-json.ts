/** Anything JSON can hold; an absent field is left out. */
export type Json = string | number | boolean | null | readonly Json[] | JsonTree;
export interface JsonTree {
  readonly [key: string]: Json | undefined;
}

/**
 * One text for one value: fields sorted by their UTF-16 code units, no white space, numbers as
 * ECMAScript writes them. Source: RFC 8785 (JSON Canonicalization Scheme).
 *
 * @throws RangeError for a number that JSON cannot hold.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${value} has no form in JSON.`);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const field = value[key];
      return field === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(field)}`];
    });
  return `{${fields.join(',')}}`;
};

const isList = (value: readonly Json[] | JsonTree): value is readonly Json[] =>
  Array.isArray(value);

import type Type from 'typebox';

/**
 * A schema as plain JSON Schema in one piece: without the ids by which the parts of another document
 * would take it for one of their own.
 */
export const plainSchema = (schema: Type.TSchema): unknown =>
  withoutIds(JSON.parse(JSON.stringify(schema)));

const withoutIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === '$id' && typeof inner === 'string'))
      .map(([key, inner]) => [key, withoutIds(inner)]),
  );
};

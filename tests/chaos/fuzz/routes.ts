import type { Random } from '@throng/simulation';

type Schema = Readonly<Record<string, unknown>>;

/** One operation of the server's own description. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly body: Schema | undefined;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

const child = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (isSchema(at) ? at[key] : undefined), value);

/** All operations of an OpenAPI description. */
export const routesOf = (description: unknown): Route[] =>
  Object.entries(child(description, 'paths') ?? {}).flatMap(([path, operations]) =>
    Object.entries(isSchema(operations) ? operations : {}).map(([method, operation]) => {
      const body = child(operation, 'requestBody', 'content', 'application/json', 'schema');
      return { method: method.toUpperCase(), path, body: isSchema(body) ? body : undefined };
    }),
  );

const MOST_DEEP = 6;

/** A value that a schema asks for, or nearly: the first of its choices more often than not. */
export const likely = (schema: unknown, random: Random, depth = 0): unknown => {
  if (!isSchema(schema) || depth > MOST_DEEP) return null;
  const choices = [schema.anyOf, schema.oneOf, schema.enum].find(Array.isArray);
  if (choices !== undefined) {
    const choice: unknown = random.pick(choices);
    return isSchema(choice) ? likely(choice, random, depth + 1) : choice;
  }
  if ('const' in schema) return schema.const;
  if (schema.type === 'object') {
    const fields = Object.entries(isSchema(schema.properties) ? schema.properties : {});
    return Object.fromEntries(fields.map(([key, of]) => [key, likely(of, random, depth + 1)]));
  }
  if (schema.type === 'array') return [likely(schema.items, random, depth + 1)];
  if (schema.type === 'boolean') return random.chance(0.5);
  if (schema.type === 'string') return random.pick(['box-1', 'camera-1-1', 'hall', 'ada', 'x']);
  return Number(schema.minimum ?? 1);
};

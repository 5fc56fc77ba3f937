import { faultLines, shapeOf } from '@throng/contract';
import type Type from 'typebox';
import { Default } from 'typebox/value';
import { badRequest } from './http-error.js';

/**
 * Leaves a route's body to `bodyParser`: the web framework's own check drops unknown fields in
 * silence, and with them those of every other form where a body may have several.
 */
export const parsesItsBody = { validatorCompiler: () => () => true } as const;

/** Reads bodies of one schema, with their defaults; every fault at once, as 400. */
export const bodyParser = <Schema extends Type.TSchema>(schema: Schema) => {
  const shape = shapeOf(schema);
  return (body: unknown): Type.Static<Schema> => {
    const checked = shape(Default(schema, structuredClone(body)));
    if (checked.ok) return checked.value;
    throw badRequest(faultLines(checked.faults, body).join('; '), checked.faults);
  };
};

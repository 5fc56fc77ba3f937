import type Type from 'typebox';
import { Compile } from 'typebox/compile';
import { type Fault, toFaults } from '../schema-faults.js';

/** A value that passed every check, or all that is wrong with it. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Makes a check of one schema: `shapeOf(Schema)(value)`. */
export const shapeOf = <Schema extends Type.TSchema>(schema: Schema) => {
  const validator = Compile(schema);
  return (value: unknown): Checked<Type.Static<Schema>> =>
    validator.Check(value)
      ? { ok: true, value }
      : { ok: false, faults: toFaults(validator.Errors(value)) };
};

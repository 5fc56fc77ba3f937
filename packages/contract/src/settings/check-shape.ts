import type Type from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { type CodedFault, type Fault, toFaults } from '../schema-faults.js';

/** A value that passed every check, or all that is wrong with it. */
export type Checked<Value, Wrong extends Fault = Fault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly Wrong[] };

/** Faults of one value that are told: more than a person mends at a time, few enough to be safe from floods. */
const MOST = 200;

/** All faults of a value: the library stops at 8 otherwise, and a choice of four takes five of them. */
const allFaults = (findErrors: () => Parameters<typeof toFaults>[0]): CodedFault[] => {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: MOST });
  try {
    return toFaults(findErrors());
  } finally {
    Settings.Set({ maxErrors });
  }
};

/** Makes a check of one schema: `shapeOf(Schema)(value)`. */
export const shapeOf = <Schema extends Type.TSchema>(schema: Schema) => {
  const validator = Compile(schema);
  return (value: unknown): Checked<Type.Static<Schema>, CodedFault> =>
    validator.Check(value)
      ? { ok: true, value }
      : { ok: false, faults: allFaults(() => validator.Errors(value)) };
};

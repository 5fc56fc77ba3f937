import { ToldFault } from '@throng/contract';
import * as Type from 'typebox';
import { Compile } from 'typebox/compile';

const withFaults = Compile(Type.Object({ error: Type.Object({ faults: Type.Array(ToldFault) }) }));

/** Everything that a refusal names as wrong; nothing where it names nothing piece by piece. */
export const faultsIn = (refusal: unknown): readonly ToldFault[] =>
  withFaults.Check(refusal) ? refusal.error.faults : [];

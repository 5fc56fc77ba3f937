import { DrillDesk, type DrillStart } from '@throng/contract';
import { Compile } from 'typebox/compile';
import { type Answered, ask } from '../access/access-api.js';

const shape = Compile(DrillDesk);
const read = (value: unknown): DrillDesk | undefined => (shape.Check(value) ? value : undefined);

/** What drills there are, and the one that runs. */
export const askDrills = (): Promise<Answered<DrillDesk>> => ask({ path: 'drill', read });

export const beginDrill = (start: DrillStart): Promise<Answered<DrillDesk>> =>
  ask({ method: 'POST', path: 'drill', body: start, read });

export const endDrill = (): Promise<Answered<DrillDesk>> =>
  ask({ method: 'DELETE', path: 'drill', read });

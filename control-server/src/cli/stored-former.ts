import type { EventDefinition } from '@throng/contract';
import { storedEvenings } from '../adapters/store/evening-table.js';
import {
  candidatesOf,
  type FormerEvenings,
  formerEvenings,
  noFormerEvenings,
} from '../former-evenings/former-evenings.js';
import type { Judgement } from '../replay/rehearsed-rules.js';
import { fileFailure } from './file-failure.js';

/**
 * What a store knows of the evenings before an event; nothing without a store. Undefined once it has
 * been told that the store cannot be read.
 */
export const storedFormer = (
  store: string | undefined,
  { formerEvenings: most = 0, plan }: Judgement,
): ((event: EventDefinition) => FormerEvenings) | undefined => {
  if (store === undefined) return () => noFormerEvenings;
  try {
    storedEvenings(store, []);
  } catch (error) {
    console.error(fileFailure(store, error));
    return undefined;
  }
  const { calendar } = plan;
  return (event) => {
    const ids = candidatesOf(calendar, event).map(({ id }) => id);
    return formerEvenings(plan, calendar, event, most, storedEvenings(store, ids));
  };
};

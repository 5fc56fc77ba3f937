import type { Box, FleetDocument, FleetFaultCode } from '@throng/contract';
import type { KeptDocuments } from './kept-document.js';

/** What to do with a document whose signature is good. */
export type Admission =
  | { readonly kind: 'new' }
  /** It was taken before: nothing is to be done, but to say so again. */
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly code: FleetFaultCode };

/**
 * Whether a document is for this box, and newer than all it has seen (FL3). One that was refused is
 * looked at again when it comes again: what kept it out may have gone.
 */
export const admitDocument = (
  document: FleetDocument,
  body: string,
  { venue, edge }: Box,
  { accepted, seen }: KeptDocuments,
): Admission => {
  const ground = document.settings.venue;
  const isOurs = document.venue === venue && document.edge === edge;
  if (!isOurs || (ground !== undefined && ground.id !== venue)) {
    return { kind: 'refused', code: 'wrong-box' };
  }
  if (seen === undefined || document.version > seen.version) return { kind: 'new' };
  if (document.version < seen.version || body !== seen.body) {
    return { kind: 'refused', code: 'replayed' };
  }
  return { kind: accepted?.version === document.version ? 'known' : 'new' };
};

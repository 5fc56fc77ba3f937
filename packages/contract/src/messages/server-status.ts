import Type from 'typebox';

/**
 * Bare word, retained, with `offline` as the server's Last Will. Agents keep what a server that is
 * away cannot have heard, and warn by themselves while it is (SPEC T6).
 */
export const ServerStatus = Type.Union([Type.Literal('online'), Type.Literal('offline')]);
export type ServerStatus = Type.Static<typeof ServerStatus>;

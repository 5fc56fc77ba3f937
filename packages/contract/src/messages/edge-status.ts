import Type from 'typebox';

/** Bare word, retained, with `offline` as the Last Will: any MQTT tool can show it. */
export const EdgeStatus = Type.Union([Type.Literal('online'), Type.Literal('offline')]);
export type EdgeStatus = Type.Static<typeof EdgeStatus>;

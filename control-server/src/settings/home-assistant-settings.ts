import Type from 'typebox';

/** Zones and problems as devices of Home Assistant, over the same broker. */
export const HomeAssistantSettings = Type.Object(
  {
    /** Its discovery prefix; `homeassistant` where it was never changed. */
    prefix: Type.String({ pattern: '^[^\\s#+/]+(/[^\\s#+/]+)*$', default: 'homeassistant' }),
  },
  { additionalProperties: false },
);
export type HomeAssistantSettings = Type.Static<typeof HomeAssistantSettings>;

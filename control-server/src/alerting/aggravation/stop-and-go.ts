import {
  type Aggravating,
  limitBelow,
  rises,
  trustedMovement,
  unknownSign,
} from './aggravating.js';

/** Share of the people on ground that stops and goes from which a crowd does, and below which not. */
const ON = 0.3;
const OFF = 0.2;

/**
 * Stop-and-go waves: seen 26 minutes before the turbulence of Mina 2006 (Helbing et al., PRE 75,
 * 046109, 2007). A queue moves on in just that way, so that there it raises no warning of its own.
 * The shares are ours.
 */
export const stopAndGo: Aggravating = {
  kind: 'stop-and-go',
  signOf: (crowd) => {
    const movement = trustedMovement(crowd)?.movement;
    if (movement === undefined) return unknownSign;
    const share = movement.stopAndGo;
    return { signal: rises(share, ON, OFF), figure: { kind: 'stop-and-go', share } };
  },
  limitOf: (band, kind, bands) =>
    kind === 'queue' && band === 'warning' ? undefined : limitBelow(band, bands),
};

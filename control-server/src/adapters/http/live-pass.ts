import type { IncomingHttpHeaders } from 'node:http';
import { isTokenGood } from '../../access/api-token.js';
import { may, type Principal } from '../../access/principal.js';
import { type Sight, sightKey } from '../../access/sight.js';
import type { Sights } from '../../access/sights.js';
import { knownSession } from '../../access/who-asks.js';
import type { Recorder } from '../../audit/recorder.js';
import { type GuardParts, identify } from './guard.js';

/** Lets one page listen, as long as whoever opened it may. */
export interface LivePass {
  /** What it may see of the venue as it is now. */
  readonly sight: Sight | null;
  /** Asked now and then: a session that ended, or sees something else by now, listens no longer. */
  isGood(): boolean;
  /** The page has gone. */
  leave(): void;
}

export type LiveDoor = (headers: IncomingHttpHeaders) => LivePass | 'stranger' | 'not-allowed';

/** The door to the live channel. Who listened, from when to when, is on record. */
export const liveDoor =
  (parts: GuardParts & { readonly sights: Sights; readonly recorder: Recorder }): LiveDoor =>
  (headers) => {
    const known = identify(parts, headers);
    if (known === undefined) return 'stranger';
    const { principal } = known;
    const { sights, recorder } = parts;
    if (!may(principal, 'watch') || seesNothing(sights.of(principal))) return 'not-allowed';
    const note = (action: 'live-opened' | 'live-closed'): void =>
      recorder.note({
        actor: principal,
        action,
        subject: 'live',
        details: { zones: principal.zones === null ? null : [...principal.zones] },
      });
    note('live-opened');
    return {
      get sight() {
        return sights.of(principal);
      },
      isGood: () => {
        const now = stillThere(parts, principal);
        if (now === undefined || !may(now, 'watch') || seesNothing(sights.of(now))) return false;
        return sightKey(sights.of(now)) === sightKey(sights.of(principal));
      },
      leave: () => note('live-closed'),
    };
  };

/** None of the zones that it is limited to is in the venue (any more): there is nothing to show. */
const seesNothing = (sight: Sight | null): boolean => sight?.zones.size === 0;

/** Whoever it is by now; an open page uses its session, which so goes on. */
const stillThere = (parts: GuardParts, principal: Principal): Principal | undefined => {
  if (principal.kind === 'open') return principal;
  if (principal.session !== undefined) return knownSession(parts, principal.session)?.principal;
  const found = parts.store.token(principal.token ?? '');
  if (!found.ok) return principal;
  const isGood = found.value !== undefined && isTokenGood(found.value.token, parts.clock.now());
  return isGood ? principal : undefined;
};

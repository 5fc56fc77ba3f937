/** What a server answered to one question; undefined: nobody did. */
export interface HealthAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** How a server is, for who restarts it and who sends people to it. */
export interface ServerHealth {
  /** It answers: restarting it would mend nothing. */
  readonly alive: boolean;
  /** It hears its broker and writes its store. */
  readonly ready: boolean;
  /** What is wrong, in a few words, although it may be ready; absent while all is well. */
  readonly reason?: string;
}

const isOff = (body: unknown, part: 'broker' | 'store'): boolean =>
  typeof body === 'object' && body !== null && Reflect.get(body, part) === false;

const clockSet = (body: unknown): string | undefined => {
  const heldBy: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'clockHeldBy') : undefined;
  if (typeof heldBy !== 'number') return undefined;
  const way = heldBy < 0 ? 'back' : 'ahead';
  return `its clock was set ${Math.abs(Math.round(heldBy))} s ${way}, it goes on in the time before`;
};

const standsBy = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Reflect.get(body, 'status') === 'standby';

/** Joins the answers of `/healthz` and `/readyz`. `silence` says why nobody answered. */
export const judgeHealth = (
  healthz: HealthAnswer | undefined,
  readyz: HealthAnswer | undefined,
  silence: string,
): ServerHealth => {
  if (healthz === undefined) return { alive: false, ready: false, reason: silence };
  if (healthz.status !== 200) {
    return { alive: false, ready: false, reason: `/healthz answers ${healthz.status}` };
  }
  if (readyz === undefined) return { alive: true, ready: false, reason: silence };
  if (readyz.status === 200) {
    const reason = clockSet(readyz.body);
    return { alive: true, ready: true, ...(reason === undefined ? {} : { reason }) };
  }
  const missing = [
    ...(standsBy(readyz.body) ? ['it stands by while another server owns the venue'] : []),
    ...(isOff(readyz.body, 'broker') ? ['it does not hear its broker'] : []),
    ...(isOff(readyz.body, 'store') ? ['it cannot write its store'] : []),
  ];
  const reason = missing.join(', ') || `/readyz answers ${readyz.status}`;
  return { alive: true, ready: false, reason };
};

import type { AlertAct } from '@throng/contract';
import { type ActKind, isTooOld, type KeptAct, LATE, withAct, withoutAct } from './kept-acts.js';

/** What became of the last act that was not simply done. */
export interface ActNews {
  readonly act: KeptAct;
  /** When it was sent, epoch ms; null where it was not. */
  readonly sentAt: number | null;
  /** Why it was not done. */
  readonly code: string | null;
}

export interface CourierState {
  readonly kept: readonly KeptAct[];
  readonly news: ActNews | null;
}

export interface CourierPorts {
  /** The code of what stands against it; null where it is done. `unreachable`: nobody heard it. */
  readonly act: (alert: string, act: AlertAct) => Promise<string | null>;
  /** Who is in, once that is known. */
  readonly me: () => string | null;
  readonly now: () => number;
  readonly load: () => readonly KeptAct[];
  readonly save: (acts: readonly KeptAct[]) => void;
  readonly onChange: (state: CourierState) => void;
  /** The words that say when an act was tapped. */
  readonly lateNote: (act: KeptAct) => string;
}

export interface ActCourier {
  readonly tap: (alert: string, kind: ActKind) => Promise<void>;
  /** Sends what is kept; does nothing while that is under way. */
  readonly flush: () => Promise<void>;
}

/**
 * Brings taps to the server, in their order. One that nobody heard is kept and tried again; one that
 * waited longer than ten minutes is refused, for the place may look different by now.
 */
export const actCourier = (ports: CourierPorts): ActCourier => {
  let state: CourierState = { kept: ports.load(), news: null };
  let isSending = false;
  const change = (next: CourierState): void => {
    if (next.kept !== state.kept) ports.save(next.kept);
    state = next;
    ports.onChange(state);
  };
  const settle = (act: KeptAct, news: ActNews | null): void =>
    change({ kept: withoutAct(state.kept, act), news: news ?? state.news });

  const doIt = async ({ alert, kind }: KeptAct): Promise<string | null> => {
    if (kind === 'help') return ports.act(alert, { kind: 'call-for-help' });
    const me = ports.me();
    // Who is in is known once the server answers, and not before.
    if (me === null) return 'unreachable';
    const refused = await ports.act(alert, { kind: 'acknowledge' });
    return refused ?? ports.act(alert, { kind: 'assign', to: me });
  };

  const send = async (act: KeptAct): Promise<boolean> => {
    if (isTooOld(act, ports.now())) {
      settle(act, { act, sentAt: null, code: 'too-old' });
      return true;
    }
    const code = await doIt(act);
    if (code === 'unreachable') return false;
    const sentAt = ports.now();
    const isLate = sentAt - act.tappedAt > LATE;
    if (code !== null) settle(act, { act, sentAt: null, code });
    else settle(act, isLate ? { act, sentAt, code: null } : null);
    if (code === null && isLate) {
      await ports.act(act.alert, { kind: 'comment', text: ports.lateNote(act) });
    }
    return true;
  };

  const flush = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    try {
      for (let [next] = state.kept; next !== undefined; [next] = state.kept) {
        if (!(await send(next))) break;
      }
    } finally {
      isSending = false;
    }
  };
  ports.onChange(state);
  return {
    tap: async (alert, kind) => {
      const act = { alert, kind, tappedAt: ports.now() };
      change({ kept: withAct(state.kept, act), news: null });
      await flush();
    },
    flush,
  };
};

import { toTimestamp } from '@throng/contract';
import { sha256 } from '../adapters/audit/sha256.js';
import { openAuditLog, type SqliteAuditLog } from '../adapters/audit/sqlite-audit-log.js';
import { currentRequest } from '../adapters/http/request-scope.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { version } from '../adapters/version.js';
import type { StoreCondition } from '../alerting/store-alert.js';
import { AuditQueue } from '../audit/audit-queue.js';
import { canonicalJson } from '../audit/canonical-json.js';
import { Recorder, SERVER } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import type { StoreFault } from '../store/measurement-store.js';
import type { VersionContent } from '../venue-versions/venue-version.js';
import type { Log } from './log.js';
import type { Owned } from './owned.js';
import { settledLog } from './settled-log.js';

const DAY_MS = 86_400_000;

export interface OpenedAudit {
  readonly log: SqliteAuditLog;
  readonly recorder: Recorder;
  /** Writes what waits; why that fails, or null. */
  flush(): Promise<StoreFault | null>;
  /** From now on the venue is judged by this content: entries say so by its hash. */
  judgeBy(content: VersionContent): void;
  /** Tells the log the head of the chain: kept elsewhere, it shows a chain that was cut off. */
  anchor(): void;
  /** Erases a slice of what is past its retention, in whole days. */
  prune(): void;
  close(): Promise<void>;
}

/** What judges: the venue with its limits and the server's rules. A change of either is another hash. */
export const rulesHash = ({
  venue,
  calendar,
  server,
}: Pick<LoadedVenueFile, 'venue' | 'calendar' | 'server'>): string => {
  const {
    access: _,
    audit: __,
    listen: ___,
    broker: ____,
    cluster: _____,
    homeAssistant: ______,
    notifications: _______,
    ...rules
  } = server;
  return sha256(canonicalJson(JSON.parse(JSON.stringify({ venue, calendar, rules })))).slice(0, 16);
};

/** Opens the audit log and says in it that the server has come, with which rules. */
export const openAudit = (
  file: LoadedVenueFile,
  {
    clock,
    log,
    owned,
  }: { readonly clock: Clock; readonly log: Log; readonly owned?: Owned | undefined },
): OpenedAudit => {
  const chain = openAuditLog(file.storeFile);
  const queue = new AuditQueue(chain);
  let rules = rulesHash(file);
  const versions = {
    get rules() {
      return rules;
    },
  };
  const recorder = new Recorder({
    log: owned === undefined ? chain : settledLog(chain, owned),
    ...{ queue, clock, versions, request: currentRequest },
  });
  const flush = async (): Promise<StoreFault | null> => queue.flush(clock.now());
  const anchor = (): void => {
    const head = chain.head();
    if (head.ok) log.info({ ...head.value }, 'audit head');
  };
  const { mode } = file.server.access;
  recorder.note({
    actor: SERVER,
    action: 'server-started',
    subject: file.venue.id,
    details: { release: version, mode },
  });
  return {
    log: chain,
    recorder,
    flush,
    judgeBy: (content) => {
      rules = rulesHash({ ...content, server: file.server });
    },
    anchor,
    prune: () => {
      const keptFrom = clock.now() - file.server.audit.retentionDays * DAY_MS;
      const before = toTimestamp(Math.floor(keptFrom / DAY_MS) * DAY_MS);
      const pruned = chain.prune(before, toTimestamp(clock.now()));
      if (!pruned.ok) log.warn({ reason: pruned.code }, 'the audit log could not be pruned');
      else if (pruned.value > 0) log.info({ records: pruned.value, before }, 'audit log pruned');
    },
    close: async () => {
      recorder.note({ actor: SERVER, action: 'server-stopped', subject: file.venue.id });
      await flush();
      anchor();
      chain.close();
    },
  };
};

/** A store that keeps rows but not the audit log fails all the same: what people do is then refused. */
export const withAudit = (condition: StoreCondition, fault: StoreFault | null): StoreCondition =>
  condition.failing === null && fault !== null ? { ...condition, failing: fault } : condition;

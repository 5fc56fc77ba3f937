import {
  type FleetDocument,
  type FleetFault,
  type FleetSettings,
  ok,
  parseFleetDocument,
  type Result,
  shapeOf,
} from '@throng/contract';
import { type LoadedSettings, readPushedSettings } from '../adapters/files/read-settings.js';
import { FleetLine } from '../adapters/fleet/fleet-line.js';
import { readKept, writeKept } from '../adapters/fleet/kept-file.js';
import { type SignatureCheck, trustedKey } from '../adapters/fleet/trusted-key.js';
import type { OpenModels } from '../adapters/models/open-models.js';
import { statePaths } from '../adapters/state/state-paths.js';
import { systemClock } from '../adapters/system-clock.js';
import { FleetDesk } from '../fleet/fleet-desk.js';
import { KeptDocuments } from '../fleet/kept-document.js';
import type { ModelDesk } from '../fleet/model-desk.js';
import { codedFaults, missingCameras } from '../fleet/pushed-faults.js';
import type { Log } from '../ports/log.js';
import type { AssembledAgent } from './assemble-agent.js';
import type { FleetSeam } from './fleet-seam.js';
import { openModelDesk } from './open-model-desk.js';

/** What a server has pushed to this box, and how it goes on doing so. */
export interface OpenFleet {
  /** The settings to start with: the box's own file, and what was pushed before. */
  readonly loaded: LoadedSettings;
  /** To be given to the agent. */
  readonly seam: FleetSeam;
  /** What is laid over the box's own file now. */
  pushed(): FleetSettings;
  /** From now on documents are taken over by this agent. */
  serve(agent: Pick<AssembledAgent, 'reload'>): void;
}

const shape = shapeOf(KeptDocuments);

type Environment = Readonly<Record<string, string | undefined>>;

const documentOf = ({ accepted }: KeptDocuments): FleetDocument | undefined => {
  if (accepted === undefined) return undefined;
  try {
    const parsed = parseFleetDocument(JSON.parse(accepted.body));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
};

/** Reads what was pushed before, and opens the way for what will be. @param own the box's own settings. */
export const openFleet = async (
  config: string,
  environment: Environment,
  own: LoadedSettings,
  log: Log,
): Promise<Result<OpenFleet>> => {
  const { edge, fleet = {}, localAlarm } = own.settings;
  const paths = statePaths(own);
  const accepts = fleet.accept !== false;
  const key: Result<SignatureCheck | undefined> = accepts
    ? await trustedKey(fleet, own.folder, paths.folder)
    : ok(undefined);
  if (!key.ok) return key;
  const read = await readKept(paths.fleet, shape, {});
  if (!read.ok) log.error({ cause: read.message }, 'what was pushed is not known any more');
  const remembered = read.ok ? read.value : {};
  const former = accepts ? documentOf(remembered)?.settings : undefined;
  const started = await startWith(config, environment, own, former ?? {}, log);
  // What does not fit any more is not in force; it is looked at again when it comes again.
  const { accepted: _, ...refused } = remembered;
  const kept = started.fits ? remembered : refused;
  let pushed = started.pushed;
  let running = started.loaded;
  let offered: ModelDesk | undefined;

  let serve: (agent: Pick<AssembledAgent, 'reload'>) => void = () => {};
  const agent = new Promise<Pick<AssembledAgent, 'reload'>>((resolve) => {
    serve = resolve;
  });
  const apply = async (settings: FleetSettings): Promise<readonly FleetFault[]> => {
    const next = await readPushedSettings(config, environment, settings);
    const missing = missingCameras(next.file, settings);
    if (!next.ok)
      return [...missing, ...codedFaults(next.faults, next.file, settings), ...unreadable(next)];
    if (missing.length > 0) return missing;
    const taken = await (await agent).reload(next.value);
    if (!taken.ok) return [{ code: 'cannot-open', field: 'document' }];
    pushed = settings;
    running = next.value;
    return [];
  };
  const line = new FleetLine(
    { venue: own.venue.id, edge },
    (payload) => void desk.hear(payload),
    log,
  );
  const desk = new FleetDesk({
    box: { venue: own.venue.id, edge },
    ...{ accepts, isSigned: key.value, kept, apply, clock: systemClock, log },
    keep: (next) => writeKept(paths.fleet, next),
    remarks: (settings) =>
      settings.localAlarm === undefined || localAlarm !== undefined
        ? []
        : [{ code: 'no-local-alarm', field: 'localAlarm' }],
    takeModels: (models) => void offered?.take(models),
    modelStates: () => offered?.states ?? [],
    report: (report) => line.report(report),
  });
  desk.tell();
  const models = async (base: OpenModels): Promise<ModelDesk | undefined> => {
    if (!accepts) return undefined;
    const hasCamera = (camera: string): boolean =>
      running.settings.cameras.some(({ id }) => id === camera);
    const onChange = (): void => desk.tell();
    offered = await openModelDesk({ base, loaded: started.loaded, hasCamera, onChange, log });
    void offered.take(documentOf(kept)?.models ?? {});
    desk.tell();
    return offered;
  };
  desk.tell();
  return ok({ loaded: started.loaded, seam: { line, models }, pushed: () => pushed, serve });
};

/** A file that cannot be read has no faults with paths. */
const unreadable = ({ faults }: { readonly faults: readonly unknown[] }): FleetFault[] =>
  faults.length === 0 ? [{ code: 'does-not-fit', field: 'document' }] : [];

interface Started {
  readonly loaded: LoadedSettings;
  readonly pushed: FleetSettings;
  readonly fits: boolean;
}

/** What was pushed before may not fit a file that was changed since: the file alone is then used, and it is told. */
const startWith = async (
  config: string,
  environment: Environment,
  own: LoadedSettings,
  former: FleetSettings,
  log: Log,
): Promise<Started> => {
  if (Object.keys(former).length === 0) return { loaded: own, pushed: {}, fits: true };
  const read = await readPushedSettings(config, environment, former);
  if (read.ok) return { loaded: read.value, pushed: former, fits: true };
  log.error({ faults: read.lines }, 'what was pushed does not fit this file any more; left out');
  return { loaded: own, pushed: {}, fits: false };
};

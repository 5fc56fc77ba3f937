import type { VenueDefinition } from '@throng/contract';
import { fleetKeyFile, openFleetKey } from '../adapters/fleet/fleet-key.js';
import { openFleetStore } from '../adapters/fleet/sqlite-fleet-store.js';
import { type Weights, weightsFolder } from '../adapters/fleet/weights-folder.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { type Recorder, SERVER } from '../audit/recorder.js';
import type { MessageSource } from '../broker/message-source.js';
import type { Clock } from '../clock.js';
import { FleetDesk } from '../fleet/fleet-desk.js';
import type { FleetParts } from '../fleet/push.js';
import { RolloutDesk } from '../fleet/rollout-desk.js';
import type { ClosingStack } from './closing-stack.js';
import type { Log } from './log.js';

export interface FleetWorld {
  readonly venue: () => VenueDefinition;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly log: Log;
  readonly source: () => MessageSource;
}

export interface OpenedFleet extends FleetParts {
  readonly desk: FleetDesk;
  readonly weights: Weights;
  /** What lets a box fetch a file. */
  readonly ticket: (edge: string, sha256: string) => string;
  /** Sends what was decided since the last step, here or on the command line. */
  step(): void;
}

/** Opens what boxes are told, with the key that they trust. */
export const openFleet = (
  file: LoadedVenueFile,
  { clock, log, recorder, source, venue }: FleetWorld,
  opened: ClosingStack,
): OpenedFleet => {
  const key = openFleetKey(fleetKeyFile(file.storeFile));
  const store = openFleetStore(file.storeFile);
  opened.add(() => store.close());
  /** The answers that are on record: a box says the same again at each connection. */
  const answered = new Map<string, string>();
  const desk = new FleetDesk({
    ...{ store, clock, venue },
    sign: (text) => key.sign(text),
    retain: (topic, payload) => source().retain(topic, payload),
    onReport: ({ answer, edge }) => {
      if (answer === undefined || answered.get(edge) === answer.at) return;
      answered.set(edge, answer.at);
      const { faults, outcome, version } = answer;
      log.info({ edge, version, outcome, faults }, 'box answered');
      recorder.note({
        ...{ actor: SERVER, action: 'fleet-box-answered', subject: edge },
        outcome: outcome === 'refused' ? 'failed' : 'done',
        details: { reason: outcome, ...(version === undefined ? {} : { version }) },
      });
    },
  });
  const ticket = (edge: string, sha256: string): string => key.ticket(edge, sha256);
  const parts = { store, recorder, clock, venue, ticket };
  const rollouts = new RolloutDesk(parts, (edge) => desk.heardOf(edge));
  const step = (): void => {
    void rollouts.step().then(() => desk.step());
  };
  return { ...parts, desk, step, weights: weightsFolder(file.storeFile) };
};

import { badCamerasFault } from './faults/bad-cameras.js';
import { badClients } from './faults/bad-clients.js';
import { certificateExpired } from './faults/certificate-expired.js';
import { clockJumps } from './faults/clock-jump.js';
import { clocksWrongAtStart } from './faults/clock-wrong-at-start.js';
import { databaseKilled } from './faults/database-killed.js';
import { diskFullSpool, diskFullStore } from './faults/disk-full.js';
import { fuzzHttp } from './faults/fuzz-http.js';
import { fuzzMessages } from './faults/fuzz-messages.js';
import { logInAttempts } from './faults/log-in-attempts.js';
import { networkCut, networkLossy, networkPartitioned, networkSlow } from './faults/network.js';
import { randomKills } from './faults/random-kills.js';
import { soakEventTime, soakRealTime } from './faults/soak.js';
import { storeCorruptAtRest, storeCorruptRunning } from './faults/store-corrupt.js';
import type { Fault } from './runner/fault.js';

/** Every fault, in the order of the table. */
export const FAULTS: readonly Fault[] = [
  randomKills,
  databaseKilled,
  networkCut,
  networkSlow,
  networkLossy,
  networkPartitioned,
  ...clockJumps,
  ...clocksWrongAtStart,
  diskFullStore,
  diskFullSpool,
  storeCorruptAtRest,
  storeCorruptRunning,
  fuzzMessages,
  fuzzHttp,
  logInAttempts,
  badClients,
  certificateExpired,
  badCamerasFault,
  soakEventTime,
  soakRealTime,
];

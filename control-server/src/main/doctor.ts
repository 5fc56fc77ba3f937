import { dirname, resolve } from 'node:path';
import { isPlainOnNetwork } from '../access/plain-http.js';
import { checkBroker } from '../adapters/doctor/broker-check.js';
import { checkCertificate } from '../adapters/doctor/certificate-check.js';
import { checkClock } from '../adapters/doctor/clock-check.js';
import { checkBoxes, checkEnrolment } from '../adapters/doctor/enrolment-check.js';
import { bad, type Finding, good } from '../adapters/doctor/finding.js';
import { checkNode } from '../adapters/doctor/node-check.js';
import { checkPort } from '../adapters/doctor/port-check.js';
import { checkFolder, checkSpace } from '../adapters/doctor/store-check.js';
import { isDashboardBuilt } from '../adapters/http/dashboard-page.js';
import type { PostgresAddress } from '../adapters/postgres/open-pool.js';
import {
  BUILT_DASHBOARD,
  type LoadedVenueFile,
  loadVenueFile,
} from '../adapters/settings/load-venue-file.js';
import { systemClock } from '../adapters/system-time.js';
import { DEFAULT_ADDRESS } from '../settings/server-settings.js';
import { eveningOutlook } from './evening-outlook.js';

/** Looks at everything the server needs, as `run` would use it; without a file at the default ports. */
export const examine = async (
  config: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding[]> => {
  const node = checkNode(process.versions.node);
  if (config === undefined) return Promise.all([node, ...checkDefaults()]);
  const loaded = await loadVenueFile(config, environment);
  if (!loaded.ok) {
    const remedy = 'mend this; examples/venue.yml explains every key';
    return [node, ...loaded.faults.map((fault) => bad('venue file', fault, remedy))];
  }
  return Promise.all([node, ...checkFile(loaded.value)]);
};

const checkDefaults = () => [
  good('venue file', 'none given: looking at the defaults; name yours with --config'),
  checkPort('listen.port', DEFAULT_ADDRESS.host, DEFAULT_ADDRESS.pagePort),
  checkPort('broker.embedded.port', DEFAULT_ADDRESS.host, DEFAULT_ADDRESS.brokerPort),
  checkFolder(resolve('.')),
  checkSpace(resolve('.')),
  checkDashboard(BUILT_DASHBOARD),
];

const checkFile = (file: LoadedVenueFile) => {
  const { listen, broker } = file.server;
  const { zones, cameras } = file.venue;
  const folder = dirname(file.storeFile);
  return [
    good('venue file', `${zones.length} zones, ${cameras.length} cameras`),
    checkPort('listen.port', listen.host, listen.port),
    broker.url === undefined
      ? checkPort('broker.embedded.port', broker.embedded.host, broker.embedded.port)
      : checkBroker(broker.url, file),
    checkFolder(folder),
    checkSpace(folder),
    checkClock(),
    ...(file.postgres === undefined ? [] : [checkDatabase(file.postgres, file.venue.id)]),
    checkDashboard(file.dashboard),
    checkAccess(file),
    ...[
      { name: 'listen.tls', files: file.listenTls },
      { name: 'broker.embedded.tls', files: file.brokerTls },
    ].flatMap(({ files, name }) =>
      files === undefined ? [] : [checkCertificate(name, files, systemClock.now())],
    ),
    ...(broker.url === undefined ? [checkBoxes(file)] : []),
    ...(file.authorityFolder === undefined ? [] : [checkEnrolment(file, systemClock.now())]),
    ...checkEvenings(file),
  ];
};

/** A forecast without former evenings is poorer, but nothing to mend before the server can run. */
const checkEvenings = (file: LoadedVenueFile): Finding[] => {
  try {
    return eveningOutlook(file, systemClock.now()).map((line) => good('former evenings', line));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return [bad('store', `${file.storeFile}: ${cause}`, 'move it away, or restore a copy')];
  }
};

/** Loaded where it is wanted: most servers have no database. */
const checkDatabase = async (postgres: PostgresAddress, venue: string): Promise<Finding> => {
  const { checkPostgres } = await import('../adapters/doctor/postgres-check.js');
  return checkPostgres(postgres, venue);
};

const checkAccess = ({ server }: LoadedVenueFile): Finding =>
  isPlainOnNetwork(server)
    ? bad(
        'access',
        `plain HTTP on ${server.listen.host}: passwords cross the network in the clear`,
        'give it a certificate in listen.tls, put a proxy with TLS before it and name it in access.trustedProxies, or listen on 127.0.0.1',
      )
    : good('access', server.access.mode);

const checkDashboard = (folder: string): Finding =>
  isDashboardBuilt(folder)
    ? good('dashboard', folder)
    : bad('dashboard', `not built in ${folder}`, 'run "npm run build" in the repository');

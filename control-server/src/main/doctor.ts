import { dirname } from 'node:path';
import { checkBroker } from '../adapters/doctor/broker-check.js';
import { bad, type Finding, good } from '../adapters/doctor/finding.js';
import { checkNode } from '../adapters/doctor/node-check.js';
import { checkPort } from '../adapters/doctor/port-check.js';
import { checkFolder, checkSpace } from '../adapters/doctor/store-check.js';
import { isDashboardBuilt } from '../adapters/http/dashboard-page.js';
import { type LoadedVenueFile, loadVenueFile } from '../adapters/settings/load-venue-file.js';

/** Looks at everything the server needs, as `run` would use it. */
export const examine = async (
  config: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding[]> => {
  const node = checkNode(process.versions.node);
  if (config === undefined) {
    return [node, bad('venue file', 'none given', 'name one: --config venue.yml')];
  }
  const loaded = await loadVenueFile(config, environment);
  if (!loaded.ok) {
    const remedy = 'mend these; examples/venue.yml explains every key';
    return [node, ...loaded.faults.map((fault) => bad('venue file', fault, remedy))];
  }
  return [node, ...(await examineFile(loaded.value))];
};

const examineFile = async (file: LoadedVenueFile): Promise<Finding[]> => {
  const { venue, server, storeFile, dashboard } = file;
  const { listen, broker } = server;
  const folder = dirname(storeFile);
  return Promise.all([
    good('venue file', `${venue.zones.length} zones, ${venue.cameras.length} cameras`),
    checkPort('listen.port', listen.host, listen.port),
    broker.url === undefined
      ? checkPort('broker.embedded.port', broker.embedded.host, broker.embedded.port)
      : checkBroker(broker.url, file),
    checkFolder(folder),
    checkSpace(folder),
    isDashboardBuilt(dashboard)
      ? good('dashboard', dashboard)
      : bad('dashboard', `not built in ${dashboard}`, 'run "npm run build" in the repository'),
  ]);
};

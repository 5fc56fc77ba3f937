import { connectAsync } from 'mqtt';
import type { LoadedVenueFile } from '../settings/load-venue-file.js';
import { bad, type Finding, good } from './finding.js';

/** Whether the external broker lets the server in, by connecting once. */
export const checkBroker = async (url: string, file: LoadedVenueFile): Promise<Finding> => {
  const { username } = file.server.broker;
  const { host } = new URL(url);
  try {
    const client = await connectAsync(url, {
      connectTimeout: 3_000,
      reconnectPeriod: 0,
      ...(username === undefined ? {} : { username }),
      ...(file.brokerPassword === undefined ? {} : { password: file.brokerPassword }),
      ...(file.brokerCa === undefined ? {} : { ca: file.brokerCa }),
      ...(file.brokerCert === undefined ? {} : { cert: file.brokerCert }),
      ...(file.brokerKey === undefined ? {} : { key: file.brokerKey }),
    });
    await client.endAsync();
    return good('broker', `${host} answers`);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return bad('broker', `${host}: ${cause}`, 'check broker.url, the network, user and password');
  }
};

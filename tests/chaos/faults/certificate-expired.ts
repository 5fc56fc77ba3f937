import { mkdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../bench/shared/mosquitto.js';
import type { Fault } from '../runner/fault.js';
import { openEvening, START_MS } from '../world/evening.js';
import { shortAuthority } from '../world/short-certificates.js';
import { tellAccount } from '../world/tell-account.js';
import { until } from '../world/until.js';

/** Seconds that the first certificates are good for: the programs must have started by then. */
const FIRST_SECONDS = 120;
const RENEWED_SECONDS = 3_600;
const SHUT_OUT_MS = 20_000;
const SETTLE_MS = 120_000;

export const certificateExpired: Fault = {
  name: 'certificate-expired',
  done: 'Certificates of the embedded broker and of a box end in the middle of the evening; the box is killed, comes back and must connect anew; 20 s later both are renewed and the server is told (SIGHUP)',
  promised:
    'An open line stays; a new one is refused, and the box says why; nobody is let in without a certificate in force; after the renewal what waited follows: none lost, none doubled',
  run: async (world) => {
    mkdirSync(world.folder, { recursive: true });
    const authority = await shortAuthority(world.folder);
    const renew = async (seconds: number) => ({
      server: await authority.issue('venue', seconds),
      box: await authority.issue('box-1', seconds),
    });
    const { box: boxFiles, server: serverFiles } = await renew(FIRST_SECONDS);
    const endsAt = Date.now() + FIRST_SECONDS * 1_000;
    const port = await freePort();
    const evening = await openEvening({
      ...{ folder: world.folder, boxes: 1, camerasPerBox: 10, withoutBroker: true },
      server: {
        broker: { embedded: { port, tls: { ...serverFiles, caFile: authority.caFile } } },
      },
      brokerForBoxes: () => ({
        ...{ url: `mqtts://127.0.0.1:${port}`, caFile: authority.caFile, ...boxFiles },
      }),
    });
    const [box] = evening.boxes;
    await evening.flows();
    world.say('windows flow; the certificates end soon');
    await wait(Math.max(0, endsAt - Date.now()) + 5_000);
    const before = evening.account().stored;
    await wait(5_000);
    const staysOpen = evening.account().stored > before;
    await box?.kill();
    box?.start();
    world.say('the certificates have ended, and the box must connect anew');
    await until('the box to be refused', START_MS, () =>
      box?.said().includes('cannot be reached') === true ? true : undefined,
    );
    const cause = /"cause":"([^"]*)"/.exec(box?.said() ?? '')?.[1] ?? 'no cause';
    const shut = evening.account().stored;
    await wait(SHUT_OUT_MS);
    const slipped = evening.account().stored - shut;
    await renew(RENEWED_SECONDS);
    evening.server.signal('SIGHUP');
    await evening.flows();
    await wait(SHUT_OUT_MS / 2);
    const account = await evening.settle(SETTLE_MS);
    const isTold = /certificate/i.test(cause);
    return {
      seen: `The open line ${staysOpen ? 'stayed' : 'was CUT'}; the new one was refused (the box: “${cause}”), and ${slipped} windows came in meanwhile. ${tellAccount(account)}`,
      isKept: staysOpen && isTold && slipped === 0 && account.lost + account.doubled === 0,
      figures: { staysOpen, cause, slipped, ...account },
    };
  },
};

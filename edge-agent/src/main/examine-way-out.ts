import { X509Certificate } from 'node:crypto';
import { dirname } from 'node:path';
import { probeCommand, probeWebhook } from '../adapters/alarm/probe-alarm.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { type BrokerAddress, readBrokerAddress } from '../adapters/mqtt/broker-address.js';
import { probeBroker } from '../adapters/mqtt/probe-broker.js';
import { spoolFolder } from '../adapters/spool/spool-folder.js';
import { systemClock } from '../adapters/system-clock.js';
import { broken, type Finding, healthy } from '../doctor/finding.js';
import {
  certificateFinding,
  enrolmentFinding,
  identityFinding,
  spoolFinding,
} from '../doctor/way-out-findings.js';
import { brokerRemedy } from '../outbox/broker-remedy.js';
import { redact } from '../settings/redact.js';
import { spoolPath } from './open-publisher.js';

const NO_PEM = 'give a PEM file that begins with -----BEGIN CERTIFICATE-----';

const certificateFindings = (
  { ca, cert }: BrokerAddress,
  identity: LoadedSettings['identity'],
): Finding[] =>
  [
    { name: 'caFile', pem: ca },
    // Of a box that was enrolled it is told when the certificate is renewed.
    { name: 'certFile', pem: identity === undefined ? cert : undefined },
  ].flatMap(({ name, pem }) => {
    if (pem === undefined) return [];
    try {
      const validTo = Date.parse(new X509Certificate(pem).validTo);
      return [certificateFinding(name, validTo, systemClock.now())];
    } catch (cause) {
      return [broken(`broker.${name}`, `cannot be read: ${String(cause)}`, NO_PEM)];
    }
  });

/** The common name of a certificate; undefined where it is none or has none. */
const commonNameOf = (pem: string): string | undefined => {
  try {
    return /^CN=(.*)$/m.exec(new X509Certificate(pem).subject)?.[1];
  } catch {
    return undefined;
  }
};

const brokerFindings = async (loaded: LoadedSettings) => {
  const { broker, edge } = loaded.settings;
  const shown = redact(broker.url);
  const address = await readBrokerAddress(broker, loaded.folder);
  if (!address.ok) {
    return [broken('broker', address.message, 'check the paths and their permissions')];
  }
  const answer = await probeBroker(address.value);
  const found = answer.ok
    ? healthy('broker', `${shown} answers in ${Math.round(answer.value)} ms`)
    : broken('broker', `${shown}: ${answer.message}`, brokerRemedy(answer.message));
  const { cert } = address.value;
  const named = cert === undefined ? [] : [identityFinding(commonNameOf(cert), edge)];
  const { identity } = loaded;
  const enrolled = identity === undefined ? [] : [enrolmentFinding(identity, systemClock.now())];
  return [found, ...enrolled, ...certificateFindings(address.value, identity), ...named];
};

const spoolFindings = async (loaded: LoadedSettings): Promise<Finding> => {
  const path = spoolPath(loaded);
  const free = await spoolFolder(dirname(path));
  return free.ok
    ? spoolFinding(path, free.value, loaded.settings.spool.maxMegabytes)
    : broken('spool', free.message, 'let the agent’s user write the folder of `state`');
};

const alarmFindings = async ({ settings }: LoadedSettings): Promise<Finding[]> => {
  const { command, webhook } = settings.localAlarm ?? {};
  const probes = [
    ...(command === undefined ? [] : [probeCommand(command[0] ?? '')]),
    ...(webhook === undefined ? [] : [probeWebhook(webhook)]),
  ];
  return (await Promise.all(probes)).map((probe) =>
    probe.ok
      ? healthy('local alarm', `${probe.value} is there`)
      : broken('local alarm', probe.message, 'check localAlarm and what it names'),
  );
};

/** Looks at all that windows and warnings need to leave the box. Nothing is published, run or posted. */
export const examineWayOut = async (loaded: LoadedSettings): Promise<Finding[]> => [
  ...(await brokerFindings(loaded)),
  await spoolFindings(loaded),
  ...(await alarmFindings(loaded)),
];

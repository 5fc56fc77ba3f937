import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  type Fault,
  type FleetSettings,
  fail,
  faultLines,
  ok,
  parseVenue,
  type Result,
  type VenueDefinition,
} from '@throng/contract';
import { parse } from 'yaml';
import type { Identity } from '../../enrolment/identity.js';
import { withPushed } from '../../fleet/overlay.js';
import type { EdgeSettings } from '../../settings/edge-settings.js';
import { parseEdgeSettings } from '../../settings/parse-edge-settings.js';
import { settingsFaults } from '../../settings/settings-faults.js';
import { identityFaults, withIdentity } from '../identity/enrolled-settings.js';

/** Settings that hold together, with the venue they speak of. Frozen. */
export interface LoadedSettings {
  readonly settings: EdgeSettings;
  readonly venue: VenueDefinition;
  /** The folder of the settings file, from which its relative paths start. */
  readonly folder: string;
  /** As whom this box was enrolled, where its broker comes from that. */
  readonly identity?: Identity;
}

/** The content of a YAML file. */
export const readYaml = async (path: string): Promise<Result<unknown, 'unreadable'>> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined)
    return fail('unreadable', `${path}: there is no such file, or it may not be read`);
  try {
    return ok(parse(text));
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    return fail('unreadable', `${path}: is no YAML: ${why}`);
  }
};

export const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;

const invalid = (lines: readonly string[]) => fail('invalid-settings', lines.join('\n'));

/** Freezes a tree all the way down. */
const frozen = <Tree>(tree: Tree): Tree => {
  if (typeof tree === 'object' && tree !== null && !Object.isFrozen(tree)) {
    Object.freeze(tree);
    for (const child of Object.values(tree)) frozen(child);
  }
  return tree;
};

/** The venue that a file's `venue:` holds; the message of a failure lists all faults. */
export const readVenue = async (
  path: string,
): Promise<Result<VenueDefinition, 'invalid-settings'>> => {
  const file = await readYaml(path);
  if (!file.ok) return invalid([file.message]);
  const definition = fieldOf(file.value, 'venue');
  if (definition === undefined)
    return invalid([`${path}: holds no \`venue:\`; name the venue's file`]);
  const venue = parseVenue(definition);
  if (venue.ok) return venue;
  return invalid(faultLines(venue.faults, definition).map((line) => `${path}: venue.${line}`));
};

/** What the settings are worth: frozen, or all that is wrong with them. */
export type ReadSettings =
  | { readonly ok: true; readonly value: LoadedSettings; readonly file: unknown }
  | {
      readonly ok: false;
      /** A line each, for people. */
      readonly lines: readonly string[];
      /** Of the settings, with their paths; empty where a file cannot be read. */
      readonly faults: readonly Fault[];
      /** What the settings file holds, where it could be read. */
      readonly file: unknown;
    };

/** Reads and checks the settings and the venue, with what a server pushed laid over them (FL5). */
export const readPushedSettings = async (
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
  pushed: FleetSettings,
): Promise<ReadSettings> => {
  const read = await readYaml(path);
  if (!read.ok) return { ok: false, lines: [read.message], faults: [], file: undefined };
  const file = read.value;
  const folder = dirname(resolve(path));
  const enrolled = await withIdentity(withPushed(file, pushed), environment, folder);
  const { content, identity } = enrolled;
  const lines = (faults: readonly Fault[]) =>
    faultLines(faults, content).map((line) => `${path}: ${line}`);
  const parsed = parseEdgeSettings(content, environment);
  const venuePath = parsed.ok ? parsed.value.venue : fieldOf(file, 'venue');
  const venue =
    pushed.venue !== undefined
      ? ok(pushed.venue)
      : typeof venuePath === 'string'
        ? await readVenue(resolve(folder, venuePath))
        : undefined;
  const otherFaults = [
    ...(enrolled.fault === undefined ? [] : [`${path}: ${enrolled.fault}`]),
    ...(venue?.ok === false ? venue.message.split('\n') : []),
  ];
  if (!parsed.ok) {
    const told = [...lines(parsed.faults), ...otherFaults];
    return { ok: false, lines: told, faults: parsed.faults, file };
  }
  if (venue?.ok !== true) return { ok: false, lines: otherFaults, faults: [], file };
  const names = { edge: parsed.value.edge, venue: venue.value.id };
  const faults = [...settingsFaults(parsed.value, venue.value), ...identityFaults(identity, names)];
  if (faults.length + otherFaults.length > 0) {
    return { ok: false, lines: [...lines(faults), ...otherFaults], faults, file };
  }
  const value = { settings: parsed.value, venue: venue.value, folder };
  return { ok: true, value: frozen(identity === undefined ? value : { ...value, identity }), file };
};

/** Reads and checks the settings and the venue; the message of a failure lists all faults, a line each. */
export const readSettings = async (
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
  pushed: FleetSettings = {},
): Promise<Result<LoadedSettings, 'invalid-settings'>> => {
  const read = await readPushedSettings(path, environment, pushed);
  return read.ok ? ok(read.value) : invalid(read.lines);
};

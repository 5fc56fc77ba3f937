import { readFile } from 'node:fs/promises';
import { fail, faultLines, toTimestamp } from '@throng/contract';
import { Command, InvalidArgumentError } from 'commander';
import { stringify } from 'yaml';
import { fleetKeyFile, openFleetKey } from '../adapters/fleet/fleet-key.js';
import { parseYaml } from '../adapters/settings/parse-yaml.js';
import { diffVersions } from '../fleet/diff.js';
import { newestOf, type Pushed, pushSettings, restoreSettings } from '../fleet/push.js';
import { boxesOf } from '../fleet/standing.js';
import type { Answer, DeskOptions } from './at-desk.js';
import { withDeskOptions } from './at-desk.js';
import { atFleet } from './at-fleet.js';
import { addRolloutCommands } from './fleet-rollout-commands.js';
import { standingText } from './fleet-text.js';
import { textTable } from './text-table.js';

const versionNumber = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the number of a version, as "fleet show" prints it.');
};

/** What was decided, or every fault in one sentence. @param given what the faults' paths point into. */
const pushedAnswer = (pushed: Pushed, edge: string, given: unknown): Answer => {
  if (pushed.ok) {
    const text = `Version ${pushed.value} of ${edge} is kept; a running server sends it within seconds.`;
    return { ok: true, value: { edge, version: pushed.value }, text };
  }
  if (!('faults' in pushed)) return pushed;
  return fail('faults', faultLines(pushed.faults, given).join('\n'));
};

const none = (edge: string) => fail('unknown', `"${edge}" was told nothing yet`);

/** `throng-server fleet list|show|push|diff|restore|key`, and what the rollouts add. */
export const fleetCommand = (): Command => {
  const fleet = new Command('fleet').description(
    'settings, calibration and models of the boxes; a running server follows within seconds',
  );
  withDeskOptions(fleet.command('list'))
    .description('all boxes: what they were told, and whether they do it')
    .action((options: DeskOptions) =>
      atFleet(options, async ({ store, venue }) => {
        const [newest, reports] = [store.newest(), store.reports()];
        if (!newest.ok) return newest;
        if (!reports.ok) return reports;
        const boxes = boxesOf(venue(), newest.value, reports.value);
        const value = boxes.map(({ desired, edge, heard, standing }) => ({
          edge,
          standing,
          desired: desired?.version ?? null,
          reported: heard?.report.version ?? null,
          heardAt: heard === undefined ? null : toTimestamp(heard.heardAt),
        }));
        const rows = value.map(({ desired, edge, heardAt, reported, standing }) => [
          ...[edge, String(desired ?? '–'), String(reported ?? '–'), standingText(standing)],
          heardAt ?? 'never heard',
        ]);
        const head = ['box', 'told', 'does', '', 'last heard'];
        return { ok: true, value, text: textTable([head, ...rows]) };
      }),
    );
  withDeskOptions(fleet.command('show <edge>'))
    .description('what a box was told last, as YAML, and all its versions')
    .action((edge: string, options: DeskOptions) =>
      atFleet(options, async ({ store }) => {
        const [newest, heads] = [newestOf(store, edge), store.versions(edge)];
        if (!newest.ok) return newest;
        if (!heads.ok) return heads;
        if (newest.value === undefined) return none(edge);
        const rows = heads.value.map(({ note, savedAt, savedBy, version }) => [
          ...[String(version), toTimestamp(savedAt), savedBy, note],
        ]);
        const text = `${stringify(newest.value.settings)}\n${textTable([['', 'saved', 'by', 'note'], ...rows])}`;
        return { ok: true, value: { ...newest.value, versions: heads.value }, text };
      }),
    );
  withDeskOptions(fleet.command('push <edge>'))
    .description(
      'tell a box what it shall do, whole: what the file does not name is left to the box',
    )
    .requiredOption('--file <file>', 'YAML: cameras, venue, localAlarm')
    .option('--note <text>', 'what was changed, and why', '')
    .option('--with-venue', "send the venue's ground as it is in force here, too")
    .action(
      (edge: string, options: DeskOptions & { file: string; note: string; withVenue?: boolean }) =>
        atFleet(options, async (desk) => {
          const text = await readFile(options.file, 'utf8').catch(() => undefined);
          if (text === undefined) return fail('file', `${options.file} cannot be read`);
          const yaml = parseYaml(text);
          if (yaml.faults.length > 0) return fail('file', yaml.faults.join('\n'));
          const own: unknown = yaml.value ?? {};
          const settings =
            options.withVenue === true ? { ...Object(own), venue: desk.venue() } : own;
          const pushed = await pushSettings(
            desk,
            { edge, settings, note: options.note },
            desk.actor,
          );
          return pushedAnswer(pushed, edge, settings);
        }),
    );
  withDeskOptions(fleet.command('diff <edge>'))
    .description('in what two versions of a box differ; the newest two by default')
    .option('--from <version>', 'its number', versionNumber)
    .option('--to <version>', 'its number', versionNumber)
    .action((edge: string, options: DeskOptions & { from?: number; to?: number }) =>
      atFleet(options, async ({ store }) => {
        const newest = newestOf(store, edge);
        if (!newest.ok) return newest;
        if (newest.value === undefined) return none(edge);
        const to = options.to ?? newest.value.version;
        const [before, after] = [store.read(edge, options.from ?? to - 1), store.read(edge, to)];
        if (!before.ok) return before;
        if (!after.ok) return after;
        if (after.value === undefined) return fail('unknown', `"${edge}" has no version ${to}`);
        const value = diffVersions(before.value ?? { settings: {}, models: {} }, after.value);
        const lines = value.map(
          (each) => `${each.path}: ${JSON.stringify(each.before)} → ${JSON.stringify(each.after)}`,
        );
        return { ok: true, value, text: lines.join('\n') || 'They are the same.' };
      }),
    );
  withDeskOptions(
    fleet.command('restore <edge>').argument('<version>', 'its number', versionNumber),
  )
    .description('tell a box again what an earlier version said, as a new version')
    .action((edge: string, version: number, options: DeskOptions) =>
      atFleet(options, async (desk) =>
        pushedAnswer(await restoreSettings(desk, { edge, version }, desk.actor), edge, {}),
      ),
    );
  withDeskOptions(fleet.command('key'))
    .description('the public key that boxes must trust: `fleet.key` of their settings')
    .action((options: DeskOptions) =>
      atFleet(options, async (_, file) => {
        const { publicKey } = openFleetKey(fleetKeyFile(file.storeFile));
        return { ok: true, value: { key: publicKey }, text: publicKey };
      }),
    );
  addRolloutCommands(fleet);
  return fleet;
};

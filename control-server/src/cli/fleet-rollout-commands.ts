import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fail, ModelManifest, shapeOf, TRIAL_LIMITS, toTimestamp } from '@throng/contract';
import { type Command, InvalidArgumentError } from 'commander';
import { weightsFolder } from '../adapters/fleet/weights-folder.js';
import { addModel, offeredOf } from '../fleet/add-model.js';
import type { Rollout, RolloutStop } from '../fleet/rollout.js';
import { changeRollout, startRollout } from '../fleet/rollout-desk.js';
import { stopsFrom } from '../fleet/stops.js';
import { type Answer, type DeskOptions, withDeskOptions } from './at-desk.js';
import { atFleet } from './at-fleet.js';
import { textTable } from './text-table.js';

const manifestShape = shapeOf(ModelManifest);

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
};

const ratio = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 20) return value;
  throw new InvalidArgumentError('Give a number between 0 and 20.');
};

const stopOf = (text: string): RolloutStop => {
  const [edge, camera, ...more] = text.split('/');
  if (edge && camera && more.length === 0) return { edge, camera };
  throw new InvalidArgumentError('Name a box and one of its cameras, as EDGE/CAMERA.');
};

const stopsOf = (text: string, before: readonly RolloutStop[] = []): readonly RolloutStop[] => [
  ...before,
  stopOf(text),
];

/** The entry of a model in a registry's file, and where its weights lie. */
const entryIn = async (file: string, id: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const manifest = manifestShape(JSON.parse(text));
    return manifest.ok ? manifest.value.models.find((model) => model.id === id) : undefined;
  } catch {
    return undefined;
  }
};

const rolloutRow = (rollout: Rollout): string[] => {
  const { number, outcomes, startedAt, startedBy, state, stops } = rollout;
  const ended = outcomes.map(({ edge, outcome, reason }) =>
    reason === undefined ? `${edge} ${outcome}` : `${edge} ${outcome} (${reason})`,
  );
  const waiting = stops.slice(outcomes.length).map(({ camera, edge }) => `${edge}/${camera}`);
  return [
    ...[String(number), rollout.sha256.slice(0, 12), state, toTimestamp(startedAt), startedBy],
    [...ended, ...waiting].join(', '),
  ];
};

interface RolloutOptions extends DeskOptions {
  readonly canary: RolloutStop;
  readonly next?: readonly RolloutStop[];
  readonly seconds: number;
  readonly looks: number;
  readonly slower: number;
  readonly disagreement: number;
}

/** `fleet model add`, and all of rollouts. */
export const addRolloutCommands = (fleet: Command): void => {
  withDeskOptions(fleet.command('model <id>'))
    .description('add a model of a registry to those that can be rolled out')
    .requiredOption('--manifest <file>', 'the registry, as models/manifest.json')
    .action((id: string, options: DeskOptions & { manifest: string }) =>
      atFleet(options, async (desk, { storeFile }): Promise<Answer> => {
        const entry = await entryIn(options.manifest, id);
        const offered = offeredOf(entry);
        if (!offered.ok)
          return fail(
            'entry',
            `${options.manifest} has no model "${id}" that could be offered: ${offered.message}`,
          );
        const { sha256 } = offered.value;
        const file: unknown = Reflect.get(Object(entry), 'file');
        const path = resolve(dirname(options.manifest), String(file));
        const copied = await weightsFolder(storeFile).add(path, sha256);
        if (!copied.ok) return copied;
        const added = await addModel(desk, offered.value, desk.actor);
        if (!added.ok) return added;
        return { ok: true, value: offered.value, text: `${id} can be rolled out: ${sha256}` };
      }),
    );
  withDeskOptions(fleet.command('rollout <model>'))
    .description('give boxes a model, one after the other, each trying it on one camera first')
    .requiredOption('--canary <edge/camera>', 'the first box, and the camera to try it on', stopOf)
    .option(
      '--next <edge/camera>',
      'one after it; may be repeated. All other boxes by default',
      stopsOf,
    )
    .option('--seconds <n>', 'of each of the three stages of a trial', wholeNumber, 600)
    .option('--looks <n>', 'in each stage, at least', wholeNumber, 120)
    .option('--slower <ratio>', 'than the old model, at most', ratio, TRIAL_LIMITS.slower)
    .option('--disagreement <ratio>', 'of the counts, at most', ratio, TRIAL_LIMITS.disagreement)
    .action((model: string, options: RolloutOptions) =>
      atFleet(options, async (desk): Promise<Answer> => {
        const models = desk.store.models();
        if (!models.ok) return models;
        const found = models.value.find((each) =>
          [each.model.id, each.model.sha256].includes(model),
        );
        if (found === undefined)
          return fail('unknown', `no model "${model}" was added; see fleet model`);
        const { canary, disagreement, looks, next, seconds, slower } = options;
        const stops = stopsFrom(desk.venue(), canary, next);
        const limits = { ...TRIAL_LIMITS, slower, disagreement };
        const trial = { seconds, leastLooks: looks, limits };
        const { sha256 } = found.model;
        const started = await startRollout(desk, { sha256, stops, trial }, desk.actor);
        if (!started.ok) return started;
        const names = stops.map(({ camera, edge }) => `${edge}/${camera}`).join(', ');
        const text = `Rollout ${started.value} of ${found.model.id}: ${names}. A running server begins within seconds.`;
        return { ok: true, value: { rollout: started.value, stops }, text };
      }),
    );
  withDeskOptions(fleet.command('rollouts'))
    .description('all rollouts, newest first: how far they have come, and why one ended')
    .action((options: DeskOptions) =>
      atFleet(options, async ({ store }): Promise<Answer> => {
        const rollouts = store.rollouts();
        if (!rollouts.ok) return rollouts;
        const head = ['', 'model', 'state', 'started', 'by', 'boxes'];
        const text = textTable([head, ...rollouts.value.map(rolloutRow)]);
        return { ok: true, value: rollouts.value, text };
      }),
    );
  const changes = [
    ['pause', 'paused', 'begin no further box'],
    ['resume', 'running', 'go on'],
    ['abort', 'aborted', 'take the model back from every box that was told of it'],
  ] as const;
  for (const [verb, state, description] of changes) {
    withDeskOptions(fleet.command(verb).argument('<rollout>', 'its number', wholeNumber))
      .description(description)
      .action((number: number, options: DeskOptions) =>
        atFleet(options, async (desk): Promise<Answer> => {
          const changed = await changeRollout(desk, number, state, desk.actor);
          if (!changed.ok) return changed;
          return {
            ok: true,
            value: { rollout: number, state },
            text: `Rollout ${number} is ${state}.`,
          };
        }),
      );
  }
};

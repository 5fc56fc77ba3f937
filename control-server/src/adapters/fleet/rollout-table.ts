import { FleetModels, ROLL_BACK_REASONS, Sha256, Trial, TrialFigures } from '@throng/contract';
import type Database from 'better-sqlite3';
import Type from 'typebox';
import { Parse } from 'typebox/value';
import type { FleetStore } from '../../fleet/fleet-store.js';
import { ROLLOUT_STATES, type Rollout } from '../../fleet/rollout.js';
import { attempt } from '../store/store-fault.js';

const { camera: _, ...trial } = Trial.properties;
const words = <const Words extends readonly string[]>(list: Words) =>
  Type.Unsafe<Words[number]>(Type.Union(list.map((word) => Type.Literal(word))));

const Body = Type.Object({
  sha256: Sha256,
  task: words(['person', 'density']),
  trial: Type.Object(trial),
  stops: Type.Array(Type.Object({ edge: Type.String(), camera: Type.String() })),
  state: words(ROLLOUT_STATES),
  outcomes: Type.Array(
    Type.Object({
      edge: Type.String(),
      outcome: words(['in-force', 'rolled-back']),
      reason: Type.Optional(words(ROLL_BACK_REASONS)),
      figures: Type.Optional(TrialFigures),
      before: FleetModels,
    }),
  ),
  told: Type.Optional(FleetModels),
});

interface Row {
  readonly number: number;
  readonly startedAt: number;
  readonly startedBy: string;
  readonly body: string;
}

const bodyOf = ({ outcomes, sha256, state, stops, task, told, trial }: Omit<Rollout, 'number'>) =>
  JSON.stringify({ outcomes, sha256, state, stops, task, told, trial });

/** The rollouts in an open database. */
export const rolloutTable = (
  database: Database.Database,
): Pick<FleetStore, 'rollouts' | 'addRollout' | 'changeRollout'> => {
  const all = database.prepare<[], Row>(
    `SELECT number, started_at AS startedAt, started_by AS startedBy, body
     FROM fleet_rollout ORDER BY number DESC LIMIT 200`,
  );
  const add = database.prepare<[number, string, string]>(
    'INSERT INTO fleet_rollout (started_at, started_by, body) VALUES (?, ?, ?)',
  );
  const change = database.prepare<[string, number, string]>(
    'UPDATE fleet_rollout SET body = ? WHERE number = ? AND body = ?',
  );
  return {
    rollouts: () =>
      attempt(database, () =>
        all
          .all()
          .map(({ body, ...head }): Rollout => ({ ...head, ...Parse(Body, JSON.parse(body)) })),
      ),
    addRollout: (rollout) =>
      attempt(database, () =>
        Number(add.run(rollout.startedAt, rollout.startedBy, bodyOf(rollout)).lastInsertRowid),
      ),
    changeRollout: (before, after) =>
      attempt(
        database,
        () => change.run(bodyOf(after), before.number, bodyOf(before)).changes === 1,
      ),
  };
};

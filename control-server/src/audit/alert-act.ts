import type { Alert, CameraHealth, EdgeHealth } from '@throng/contract';
import type { Transition, TransitionKind } from '../alerting/alert-book.js';
import type { ProcessingState } from '../processing/processing-state.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { AuditAction } from './audit-action.js';
import type { AuditDetails } from './audit-details.js';
import type { AuditVersions } from './audit-entry.js';
import { type Act, SERVER } from './recorder.js';

/** Changes that the server makes by itself; what people do to an alert is recorded where they do it. */
const ACTIONS: Partial<Readonly<Record<TransitionKind, AuditAction>>> = {
  raised: 'alert-raised',
  escalated: 'alert-escalated',
  'de-escalated': 'alert-de-escalated',
  cleared: 'alert-cleared',
};

const detailsOf = ({ priority, reason }: Alert): AuditDetails => {
  switch (reason.kind) {
    case 'density':
      return { priority, density: reason.density, threshold: reason.threshold };
    case 'forecast':
      return {
        priority,
        density: reason.density,
        threshold: reason.passing.limit,
        probability: reason.passing.probability,
      };
    case 'camera-lost':
      return { priority, reason: reason.because };
    case 'store-failing':
      return { priority, reason: reason.code };
    case 'duplicate-edge':
      return { priority };
  }
};

/** Indexes of the cameras that an alert's figures come from. */
export const camerasBehind = (plan: VenuePlan, { reason }: Alert): readonly number[] => {
  switch (reason.kind) {
    case 'density':
    case 'forecast':
      return plan.zones[plan.zoneIndex.get(reason.zone) ?? -1]?.cameras ?? [];
    case 'camera-lost':
      return [plan.cameraIndex.get(reason.camera) ?? -1];
    case 'duplicate-edge':
    case 'store-failing':
      return [];
  }
};

/** `model on provider`, as the agent last said. */
const modelsOf = ({ models }: Pick<EdgeHealth, 'models'>): string[] =>
  [models.person, models.density].flatMap((model) =>
    model === undefined ? [] : [`${model} on ${models.provider}`],
  );

const calibrationOf = (health: CameraHealth | null | undefined): string[] =>
  health?.calibratedAt === undefined ? [] : [health.calibratedAt];

/** The models and the calibration behind an alert, as far as their agents have told. */
export const versionsBehind = (
  plan: VenuePlan,
  state: Pick<ProcessingState, 'cameras' | 'edges'>,
  alert: Alert,
): AuditVersions => {
  const cameras = camerasBehind(plan, alert);
  const edges = new Set(cameras.flatMap((camera) => plan.cameras[camera]?.edge ?? []));
  const models = [...edges].flatMap((edge) => {
    const health = state.edges[edge]?.health;
    return health === undefined || health === null ? [] : modelsOf(health);
  });
  const [oldest] = cameras.flatMap((camera) => calibrationOf(state.cameras[camera]?.health)).sort();
  return {
    ...(models.length === 0 ? {} : { models: [...new Set(models)].sort() }),
    ...(oldest === undefined ? {} : { calibratedAt: oldest }),
  };
};

/** A change of an alert as an act of the server; none where it only explains, or people made it. */
export const alertAct = (
  plan: VenuePlan,
  state: Pick<ProcessingState, 'cameras' | 'edges'>,
  { kind, alert }: Transition,
): Act | undefined => {
  const action = ACTIONS[kind];
  if (action === undefined) return undefined;
  return {
    actor: SERVER,
    action,
    subject: alert.id,
    details: detailsOf(alert),
    versions: versionsBehind(plan, state, alert),
    at: Date.parse(alert.changedAt),
  };
};

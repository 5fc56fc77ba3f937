import {
  type CameraDefinition,
  type CameraState,
  type EdgeState,
  fromTimestamp,
} from '@throng/contract';
import { cameraFindings } from './fleet-camera-findings.js';
import { edgeFindings } from './fleet-edge-findings.js';
import type { FleetFinding } from './fleet-finding.js';
import type { Picture } from './picture.js';

export interface FleetCamera {
  readonly definition: CameraDefinition;
  readonly state: CameraState;
  /** Days since it was calibrated; null where nobody knows. */
  readonly calibrationDays: number | null;
  readonly findings: readonly FleetFinding[];
}

/** One agent with the cameras behind it. */
export interface FleetEdge {
  readonly state: EdgeState;
  readonly cameras: readonly FleetCamera[];
  readonly findings: readonly FleetFinding[];
}

const DAY_MS = 86_400_000;

const faults = (findings: readonly FleetFinding[]): number =>
  findings.filter(({ isFault }) => isFault).length;

/** Faults of an agent and of its cameras together. */
export const faultsOf = ({ cameras, findings }: FleetEdge): number =>
  cameras.reduce((sum, camera) => sum + faults(camera.findings), faults(findings));

/** All agents and cameras with what is wrong with them, the worst agent first. */
export const fleetOf = (picture: Picture, now: number): FleetEdge[] => {
  const edges = [...picture.edges.values()].map((state): FleetEdge => {
    const cameras = picture.venue.cameras.flatMap((definition) => {
      const camera = picture.cameras.get(definition.id);
      return definition.edge === state.edge && camera !== undefined
        ? [fleetCamera(definition, camera, now)]
        : [];
    });
    return { state, cameras, findings: edgeFindings(state) };
  });
  return edges.sort(
    (a, b) => faultsOf(b) - faultsOf(a) || a.state.edge.localeCompare(b.state.edge),
  );
};

const fleetCamera = (
  definition: CameraDefinition,
  state: CameraState,
  now: number,
): FleetCamera => {
  const at = state.health?.calibratedAt;
  const calibrationDays = at === undefined ? null : (now - fromTimestamp(at)) / DAY_MS;
  const findings = cameraFindings(state, calibrationDays);
  return { definition, state, calibrationDays, findings };
};

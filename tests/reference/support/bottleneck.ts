import type { Point, Polygon, Segment, Trajectory } from '@throng/crowd';
import { readTable } from './shared-data.js';

/** The laboratory bottleneck of PedPy's reference tests: its set-up and its published results. */
export const folder = 'pedpy-bottleneck';

/** Frames per second. */
export const frameRate = 16;

/** The corridor of the bottleneck, 3 m × 1.06 m. */
export const measurementArea: Polygon = [
  { x: 2.4, y: 0.53 },
  { x: 2.4, y: -0.53 },
  { x: -0.6, y: -0.53 },
  { x: -0.6, y: 0.53 },
];

/** Both halls and the corridor between them. */
export const walkableArea: Polygon = [
  { x: 4, y: 6.25 },
  { x: 4, y: 0.53 },
  { x: 2.4, y: 0.53 },
  { x: 2.4, y: -0.53 },
  { x: 4, y: -0.53 },
  { x: 4, y: -8.5 },
  { x: -2.25, y: -8.5 },
  { x: -2.25, y: -0.53 },
  { x: -0.6, y: -0.53 },
  { x: -0.6, y: 0.53 },
  { x: -2.25, y: 0.53 },
  { x: -2.25, y: 6.25 },
];

export const measurementLine: Segment = { from: { x: -2.25, y: 0.5 }, to: { x: 4, y: 0.5 } };

export const readTrajectories = (): Trajectory[] => {
  const people = new Map<number, { id: number; frames: number[]; points: Point[] }>();
  for (const [id = 0, frame = 0, x = 0, y = 0] of readTable(folder, 'traj.txt')) {
    const person = people.get(id) ?? { id, frames: [], points: [] };
    person.frames.push(frame);
    person.points.push({ x, y });
    people.set(id, person);
  }
  return [...people.values()];
};

const results = [folder, 'results', 'Fundamental_Diagram'] as const;

/** Per frame: frame, classic density (persons/m²), mean speed in the area (m/s). */
export const classicResults = (): number[][] =>
  readTable(...results, 'Classical_Voronoi', 'rho_v_Classic_traj.txt_id_1.dat');

/** Per frame with people in the area: frame, Voronoi density (persons/m²), speed (m/s). */
export const voronoiResults = (): number[][] =>
  readTable(...results, 'Classical_Voronoi', 'rho_v_Voronoi_Voronoi_traj.txt_id_1.dat');

/** Per frame: frame, time (s), N. */
export const cumulativeResults = (): number[][] =>
  readTable(...results, 'FlowVelocity', 'Flow_NT_traj_AO_300.txt_id_4.dat');

/** Per interval of 150 frames: flow (persons/s), mean speed on the line (m/s). */
export const flowResults = (): number[][] =>
  readTable(...results, 'FlowVelocity', 'FDFlowVelocity_traj_AO_300.txt_id_4.dat');

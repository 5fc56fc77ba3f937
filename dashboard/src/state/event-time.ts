import { freshness } from './connection.js';
import type { DashboardState } from './dashboard-state.js';

/**
 * The venue's present in event time, epoch milliseconds: the picture's own time, and once no news
 * comes the time that has passed since then, so that ages go on growing. Null before a picture.
 */
export const eventNow = ({ picture, connection, now }: DashboardState): number | null => {
  if (picture === null || connection.heardAt === null) return null;
  return freshness(connection, now) === 'fresh'
    ? picture.at
    : picture.at + Math.floor((now - connection.heardAt) / 1_000) * 1_000;
};

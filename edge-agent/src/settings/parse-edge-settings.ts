import { type Checked, shapeOf, withEnvironment } from '@throng/contract';
import { withDefaults } from './defaults.js';
import { EdgeSettings } from './edge-settings.js';

const shape = shapeOf(EdgeSettings);

/**
 * Reads the settings: defaults, then the file's content, then `THRONG_…`, then `THRONG_EDGE_…`
 * from the environment (`THRONG_EDGE_BROKER_URL` sets `broker.url`). All faults at once.
 */
export const parseEdgeSettings = (
  file: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): Checked<EdgeSettings> => {
  const general = withEnvironment(EdgeSettings, withDefaults(file), environment, 'THRONG');
  return shape(withEnvironment(EdgeSettings, general, environment, 'THRONG_EDGE'));
};

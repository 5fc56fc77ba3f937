import { describe, expect, it } from 'vitest';
import {
  alertFeed,
  byIncident,
  countByPriority,
  newlyRaised,
} from '../../../../dashboard/src/state/alert-order.js';
import { AT, densityAlert } from '../live-samples.js';

const ids = (alerts: readonly { id: string }[]) => alerts.map(({ id }) => id);
const keyed = (...alerts: ReturnType<typeof densityAlert>[]) =>
  new Map(alerts.map((alert) => [alert.id, alert]));

describe('[U] alert feed', () => {
  it('orders by priority, then the newest first', () => {
    const feed = alertFeed([
      densityAlert('watch', { priority: 'watch', raisedAt: '2026-07-04T19:31:00.000Z' }),
      densityAlert('old', { priority: 'critical', raisedAt: '2026-07-04T19:00:00.000Z' }),
      densityAlert('emergency', { priority: 'emergency', raisedAt: '2026-07-04T18:00:00.000Z' }),
      densityAlert('new', { priority: 'critical', raisedAt: '2026-07-04T19:20:00.000Z' }),
    ]);
    expect(ids(feed.crowd)).toEqual(['emergency', 'new', 'old', 'watch']);
  });

  it('keeps equipment and cleared alerts apart from the crowd', () => {
    const feed = alertFeed([
      densityAlert('crowd'),
      densityAlert('device', { category: 'system', priority: 'emergency' }),
      densityAlert('gone', { state: 'cleared' }),
    ]);
    expect(feed).toMatchObject({
      crowd: [{ id: 'crowd' }],
      system: [{ id: 'device' }],
      earlier: [{ id: 'gone' }],
    });
    expect(countByPriority(feed.crowd)).toEqual({
      emergency: 0,
      critical: 0,
      warning: 1,
      watch: 0,
    });
  });

  it('announces what is new or has risen, not what is known, fallen or cleared', () => {
    const before = keyed(
      densityAlert('known'),
      densityAlert('risen', { priority: 'watch' }),
      densityAlert('fallen', { priority: 'critical' }),
      densityAlert('again', { state: 'cleared' }),
    );
    const after = keyed(
      densityAlert('known'),
      densityAlert('risen', { priority: 'critical' }),
      densityAlert('fallen', { priority: 'watch' }),
      densityAlert('again'),
      densityAlert('new', { priority: 'emergency' }),
      densityAlert('over', { state: 'cleared' }),
    );
    expect(ids(newlyRaised(before, after))).toEqual(['new', 'risen', 'again']);
  });
});

describe('[U] alerts by incident', () => {
  it('[LV13] those of one incident stand together, where the most urgent of them stands', () => {
    const groups = byIncident([
      densityAlert('a', { incident: 'one' }),
      densityAlert('b'),
      densityAlert('c', { incident: 'one' }),
    ]);
    expect(groups.map(({ alerts, incident }) => [incident, ids(alerts)])).toEqual([
      ['one', ['a', 'c']],
      ['b', ['b']],
    ]);
  });

  it('keeps a crowd alert in sight that was over before anybody acknowledged it', () => {
    const unhandled = {
      ...{ at: null, acknowledged: null, assignee: null, shelved: null },
      ...{ unanswered: 0, comments: [] },
    };
    const acknowledged = { by: 'ada', at: AT };
    const over = { state: 'cleared', clearedAt: AT } as const;
    const feed = alertFeed([
      densityAlert('unseen', { ...over, handling: unhandled }),
      densityAlert('seen', { ...over, handling: { ...unhandled, acknowledged } }),
      densityAlert('old', over),
    ]);
    expect(feed.unseen.map(({ id }) => id)).toEqual(['unseen']);
    expect(feed.earlier.map(({ id }) => id)).toEqual(['old', 'seen']);
  });
});

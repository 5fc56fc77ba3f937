import type { Alert } from '@throng/contract';
import { useEffect, useRef, useState } from 'react';
import { newlyRaised } from '../state/alert-order.js';
import type { Picture } from '../state/picture.js';
import { alertText } from '../texts/alert-text.js';
import { texts } from '../texts/index.js';

const isUrgent = ({ priority }: Alert): boolean =>
  priority === 'critical' || priority === 'emergency';

/** Speaks new alerts to those who hear the page: urgent ones at once, others in their turn. */
export const Announcer = ({ picture }: { readonly picture: Picture }) => {
  const [spoken, setSpoken] = useState({ polite: '', assertive: '' });
  const before = useRef<ReadonlyMap<string, Alert>>(new Map());
  useEffect(() => {
    if (before.current === picture.alerts) return;
    const raised = newlyRaised(before.current, picture.alerts);
    before.current = picture.alerts;
    if (raised.length === 0) return;
    const say = (alerts: readonly Alert[]) =>
      alerts
        .map((alert) => {
          const { where, what } = alertText(alert, picture);
          return texts.alerts.announced(texts.band[alert.priority], where, what);
        })
        .join('. ');
    setSpoken({
      assertive: say(raised.filter(isUrgent)),
      polite: say(raised.filter((alert) => !isUrgent(alert))),
    });
  }, [picture]);
  return (
    <div className="hidden">
      <div aria-live="assertive">{spoken.assertive}</div>
      <div aria-live="polite">{spoken.polite}</div>
    </div>
  );
};

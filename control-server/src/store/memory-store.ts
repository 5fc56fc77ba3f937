import { Alert, fail, fromTimestamp, ok } from '@throng/contract';
import { Value } from 'typebox/value';
import { withoutName } from '../audit/without-name.js';
import { answersTo, newestFirst } from './alert-query.js';
import { type EveningRow, replaces } from './evening-row.js';
import { MAX_TRANSITIONS, type RecordedTransition } from './event-record.js';
import { MAX_ALERTS, type MeasurementStore } from './measurement-store.js';
import { passagePoints } from './passage-points.js';
import { type DeliveryRow, deliveryKey, type PassageRow, type Rows, type ZoneRow } from './rows.js';
import { zonePoints } from './zone-points.js';

const changedAt = (alert: Alert): number => fromTimestamp(alert.changedAt);

/** A store that forgets everything with the process: for rehearsals and tests. */
export const createMemoryStore = (): MeasurementStore => {
  const zones = new Map<string, ZoneRow>();
  const passages = new Map<string, PassageRow>();
  const alerts = new Map<string, Alert>();
  let transitions: RecordedTransition[] = [];
  const deliveries = new Map<string, DeliveryRow>();
  const evenings = new Map<string, EveningRow>();
  let open = true;
  const whileOpen = async <Value>(work: () => Value) =>
    open ? ok(work()) : fail('closed', 'the store is closed');

  const keep = <Row>(table: Map<string, Row>, key: string, row: Row): void => {
    if (!table.has(key)) table.set(key, row);
  };
  const write = (rows: Rows): void => {
    for (const row of rows.zones) keep(zones, `${row.zone} ${row.at} ${row.camera}`, row);
    for (const row of rows.passages) keep(passages, `${row.passage} ${row.at} ${row.camera}`, row);
    for (const { alert } of rows.transitions) alerts.set(alert.id, alert);
    transitions.push(...rows.transitions);
    for (const row of rows.deliveries) deliveries.set(deliveryKey(row), row);
  };
  const keepEvenings = (rows: readonly EveningRow[]): void => {
    for (const row of rows) {
      const key = `${row.event} ${row.zone}`;
      if (replaces(row, evenings.get(key))) evenings.set(key, row);
    }
  };
  const forgetEvenings = (before: number): void => {
    for (const [key, { doorsAt }] of evenings) if (doorsAt < before) evenings.delete(key);
  };
  const forget = (before: number) => {
    for (const table of [zones, passages, deliveries]) {
      for (const [key, { at }] of table) if (at < before) table.delete(key);
    }
    for (const [id, { clearedAt }] of alerts) {
      if (clearedAt !== null && fromTimestamp(clearedAt) < before * 1_000) alerts.delete(id);
    }
    transitions = transitions.filter(
      ({ alert }) => changedAt(alert) >= before * 1_000 || alerts.has(alert.id),
    );
    return { more: false };
  };
  const replaceName = (name: string, pseudonym: string): void => {
    const other = (alert: Alert): Alert => Value.Parse(Alert, withoutName(alert, name, pseudonym));
    for (const [id, alert] of alerts) alerts.set(id, other(alert));
    transitions = transitions.map(({ alert, kind }) => ({ kind, alert: other(alert) }));
  };
  return {
    write: (rows) => whileOpen(() => write(rows)),
    zoneHistory: (query) => whileOpen(() => zonePoints([...zones.values()], query)),
    passageHistory: (query) => whileOpen(() => passagePoints([...passages.values()], query)),
    transitions: ({ from, to }) =>
      whileOpen(() =>
        transitions
          .filter(({ alert }) => changedAt(alert) >= from && changedAt(alert) < to)
          .toSorted((a, b) => changedAt(a.alert) - changedAt(b.alert))
          .slice(0, MAX_TRANSITIONS),
      ),
    camerasOf: ({ from, kind, place, to }) =>
      whileOpen(() => {
        const rows =
          kind === 'zone'
            ? [...zones.values()].filter((row) => row.zone === place)
            : [...passages.values()].filter((row) => row.passage === place);
        const within = rows.filter(({ at }) => at > from && at <= to);
        return [...new Set(within.map(({ camera }) => camera))].sort();
      }),
    alerts: (query) =>
      whileOpen(() =>
        [...alerts.values()].filter(answersTo(query)).sort(newestFirst).slice(0, MAX_ALERTS),
      ),
    activeAlerts: () =>
      whileOpen(() => [...alerts.values()].filter((alert) => alert.state === 'active')),
    deliveries: () => whileOpen(() => [...deliveries.values()].toSorted((a, b) => a.at - b.at)),
    evenings: (events) =>
      whileOpen(() => [...evenings.values()].filter(({ event }) => events.includes(event))),
    keepEvenings: (rows) => whileOpen(() => keepEvenings(rows)),
    forgetEvenings: (before) => whileOpen(() => forgetEvenings(before)),
    forget: (before) => whileOpen(() => forget(before)),
    replaceName: (name, pseudonym) => whileOpen(() => replaceName(name, pseudonym)),
    close: async () => {
      open = false;
    },
  };
};

import { type Alert, decodeLive, type LiveMessage, type ZoneState } from '@throng/contract';
import { WebSocket } from 'ws';

/** What the live channel has told so far: the newest of each zone and alert. */
export interface LiveView {
  readonly zones: ReadonlyMap<string, ZoneState>;
  readonly alerts: ReadonlyMap<string, Alert>;
}

export const EMPTY_VIEW: LiveView = { zones: new Map(), alerts: new Map() };

/** The view after one more message; a snapshot starts it anew. */
export const fold = (view: LiveView, message: LiveMessage): LiveView => {
  const before = message.type === 'snapshot' ? EMPTY_VIEW : view;
  return {
    zones: new Map([...before.zones, ...message.zones.map((zone) => [zone.zone, zone] as const)]),
    alerts: new Map([
      ...before.alerts,
      ...message.alerts.map((alert) => [alert.id, alert] as const),
    ]),
  };
};

/** Follows the server's live channel as the page does; hears of nothing while it is away. */
export const followLive = (
  origin: string,
  hear: (view: LiveView, message: LiveMessage) => void,
): { close(): void } => {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/ws`, { origin });
  let view = EMPTY_VIEW;
  socket.on('message', (text) => {
    const message = decodeLive(text.toString());
    if (!message.ok) return; // the page would say so; the terminal only tells the story
    view = fold(view, message.value);
    hear(view, message.value);
  });
  socket.on('error', () => {}); // the server's own end is told by its process
  return { close: () => socket.terminate() };
};

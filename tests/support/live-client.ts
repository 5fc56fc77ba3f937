import { type Delta, decodeLive, type LiveMessage, type Snapshot } from '@throng/contract';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { eventually } from './eventually.js';

export interface LiveClient {
  readonly messages: readonly LiveMessage[];
  readonly snapshot: () => Snapshot | undefined;
  /** Waits until `find` sees what it looks for in the messages so far. */
  until<Found>(
    what: string,
    find: (messages: readonly LiveMessage[]) => Found | undefined,
    withinMs?: number,
  ): Promise<Found>;
}

/** Listens on a real server's `/ws` as the dashboard does; a message that breaks the contract fails the wait. */
export const connectLive = async (origin: string): Promise<LiveClient> => {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/ws`, { origin });
  const messages: LiveMessage[] = [];
  const refused: string[] = [];
  socket.on('message', (text) => {
    const decoded = decodeLive(text.toString());
    if (decoded.ok) messages.push(decoded.value);
    else refused.push(decoded.message);
  });
  socket.on('error', (error) => refused.push(error.message));
  onTestFinished(() => socket.terminate());

  const client: LiveClient = {
    messages,
    snapshot: () => messages.find((message) => message.type === 'snapshot'),
    until: (what, find, withinMs) =>
      eventually(
        what,
        () => {
          if (refused.length > 0) throw new Error(`/ws: ${refused[0]}`);
          return find(messages);
        },
        withinMs,
      ),
  };
  await client.until('a snapshot', client.snapshot);
  return client;
};

/** The newest state of each thing in a list, by its id: what a screen would show now. */
export const latest = <List extends 'zones' | 'cameras' | 'edges' | 'grids' | 'alerts'>(
  messages: readonly (Snapshot | Delta)[],
  list: List,
): Delta[List][number][] => messages.flatMap((message) => [...message[list]]);

import { once } from 'node:events';
import WebSocket from 'ws';

/** A page that notes how old each zone's reading is when it comes, milliseconds since its last frame. */
export const openScreen = async (url: string) => {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, { perMessageDeflate: false });
  const newest = new Map<string, string>();
  const ages: number[] = [];
  let isFirst = true;
  socket.on('message', (data) => {
    const now = Date.now();
    const message: { zones?: { zone: string; at: string | null }[] } = JSON.parse(String(data));
    for (const { at, zone } of message.zones ?? []) {
      if (at === null || newest.get(zone) === at) continue;
      newest.set(zone, at);
      if (!isFirst) ages.push(now - Date.parse(at));
    }
    isFirst = false;
  });
  await once(socket, 'open');
  return {
    /** Forgets what came so far. */
    clear: (): void => void ages.splice(0),
    ages: (): readonly number[] => ages,
    close: (): void => socket.terminate(),
  };
};

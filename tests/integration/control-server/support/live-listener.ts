import { decodeLive, type LiveMessage } from '@throng/contract';
import { WebSocket } from 'ws';

/** A page on the live channel, as a test sees it: every message is decoded by the contract. */
export class LiveListener {
  readonly socket: WebSocket;
  readonly received: LiveMessage[] = [];
  closeCode: number | undefined;
  readonly #waiting = new Set<() => void>();

  /** The HTTP status that refused it, where one did. */
  refusedWith: number | undefined;

  constructor(
    url: string,
    origin?: string,
    headers: Readonly<Record<string, string>> = {},
    path = '/ws',
  ) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, {
      headers,
      ...(origin === undefined ? {} : { origin }),
    });
    this.socket.on('unexpected-response', (_, { statusCode }) => {
      this.refusedWith = statusCode;
      this.socket.terminate();
    });
    this.socket.on('message', (body) => {
      const decoded = decodeLive(body.toString());
      if (!decoded.ok) throw new Error(`the live channel broke the contract: ${decoded.message}`);
      this.received.push(decoded.value);
      for (const wake of this.#waiting) wake();
    });
    this.socket.on('close', (code) => {
      this.closeCode = code;
      for (const wake of this.#waiting) wake();
    });
    this.socket.on('error', () => {});
  }

  /** The first message, from now or before, that is as asked. */
  async until(asked: (message: LiveMessage) => boolean): Promise<LiveMessage> {
    return this.#await(() => this.received.find(asked));
  }

  async closed(): Promise<number> {
    return this.#await(() => this.closeCode);
  }

  async #await<Value>(look: () => Value | undefined): Promise<Value> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
  }
}

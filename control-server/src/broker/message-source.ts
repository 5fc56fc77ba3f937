/** One message as the broker hands it over. */
export interface IncomingMessage {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** The broker had kept it: it may be old. */
  readonly retained: boolean;
}

/** Where messages come from: the embedded broker, or an external one. */
export interface MessageSource {
  /** For people: `mqtt://127.0.0.1:1883`. Never holds a password. */
  readonly address: string;
  connected(): boolean;
  /** Tells the agents again that the server is there (SPEC T6). */
  announce(): void;
  /** Says something that the broker keeps for whoever comes later; said again where the broker may have lost it. */
  retain(topic: string, payload: Uint8Array): void;
  close(): Promise<void>;
}

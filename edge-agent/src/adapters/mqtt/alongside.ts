import type { MqttClient } from 'mqtt';

/** What else speaks over the agent's line to the broker, beside windows, status and health. */
export interface Alongside {
  /** The broker has let us in; `client` is good until `closed`. */
  opened(client: MqttClient): void;
  closed(): void;
}

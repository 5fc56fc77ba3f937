/** Judges a window as a user would in a function node: the zone's density against one limit, an alert on change. */
const JUDGE = `
const zone = msg.payload.zones[0];
const density = zone.persons / zone.area;
const state = context.get(zone.zone) || { alarm: false };
const alarm = state.alarm ? density > 3.15 : density > 3.5;
context.set(zone.zone, { density, alarm, at: msg.payload.start });
msg.params = { $at: msg.payload.start, $camera: msg.payload.camera, $zone: zone.zone, $persons: zone.persons, $density: density };
msg.told = { zone: zone.zone, density, alarm, changed: alarm !== state.alarm };
return msg;
`;

const TELL = `
global.get('heard')();
msg.payload = msg.told;
return msg;
`;

/** Columns of the one table of the flow. */
export const NODE_RED_TABLE =
  'CREATE TABLE windows (at TEXT, camera TEXT, zone TEXT, persons REAL, density REAL)';

/** MQTT in → judge → SQLite → WebSocket: what a user builds in Node-RED for the same purpose. */
export const nodeRedFlow = (brokerPort: number, database: string): object[] => [
  { id: 'tab', type: 'tab', label: 'Crowd' },
  {
    ...{ id: 'broker', type: 'mqtt-broker', broker: '127.0.0.1', port: `${brokerPort}` },
    ...{
      clientid: '',
      autoConnect: true,
      protocolVersion: '4',
      keepalive: '60',
      cleansession: true,
    },
  },
  { id: 'db', type: 'sqlitedb', db: database, mode: 'RWC' },
  { id: 'out', type: 'websocket-listener', path: '/live', wholemsg: 'false' },
  {
    ...{ id: 'in', type: 'mqtt in', z: 'tab', topic: 'throng/v1/#', qos: '1', datatype: 'json' },
    ...{ broker: 'broker', inputs: 0, wires: [['judge']] },
  },
  { id: 'judge', type: 'function', z: 'tab', func: JUDGE, outputs: 1, wires: [['store']] },
  {
    ...{
      id: 'store',
      type: 'sqlite',
      z: 'tab',
      mydb: 'db',
      sqlquery: 'prepared',
      wires: [['tell']],
    },
    sql: 'INSERT INTO windows VALUES ($at, $camera, $zone, $persons, $density)',
  },
  { id: 'tell', type: 'function', z: 'tab', func: TELL, outputs: 1, wires: [['live']] },
  { id: 'live', type: 'websocket out', z: 'tab', server: 'out', client: '', wires: [] },
];

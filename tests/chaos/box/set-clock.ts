import { readFileSync } from 'node:fs';

// Preloaded (`node --import`) into a program that ships: its clock runs ahead or behind by what the file
// THRONG_CHAOS_CLOCK says, milliseconds, from each SIGUSR2 on. Timers keep their pace, as on a machine
// whose clock is set; SQLite's own time is not moved (the product asks for none).
const file = process.env.THRONG_CHAOS_CLOCK ?? '';
let ahead = 0;
const realNow = Date.now;
const now = (): number => realNow() + ahead;

process.on('SIGUSR2', () => {
  ahead = Number(readFileSync(file, 'utf8'));
});

globalThis.Date = new Proxy(Date, {
  construct: (date, given) => Reflect.construct(date, given.length === 0 ? [now()] : given),
  get: (date, key) => (key === 'now' ? now : Reflect.get(date, key)),
});

import { readFileSync } from 'node:fs';

// Preloaded (`node --import`) into a program that ships: its time of day runs ahead or behind by what the file
// THRONG_CHAOS_CLOCK says, milliseconds, from its start on and anew with each SIGUSR2. As `date -s` does,
// it moves the time of day alone: timers and steady clocks (performance.now, process.hrtime) keep their
// pace. SQLite's own time is not moved (the product asks for none).
const file = process.env.THRONG_CHAOS_CLOCK ?? '';
const told = (): number => Number(readFileSync(file, 'utf8'));
let ahead = told();
const realNow = Date.now;
const now = (): number => realNow() + ahead;

process.on('SIGUSR2', () => {
  ahead = told();
});

globalThis.Date = new Proxy(Date, {
  construct: (date, given) => Reflect.construct(date, given.length === 0 ? [now()] : given),
  get: (date, key) => (key === 'now' ? now : Reflect.get(date, key)),
});

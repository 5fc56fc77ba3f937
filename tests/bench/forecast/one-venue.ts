import { largeVenue } from './large-venue.js';
import { tickTimes } from './tick-times.js';

// A venue in a process of its own, which holds nothing but the server and what its cameras say: COLUMNS ROWS MINUTES.
const [columns = 4, rows = 3, minutes = 15] = process.argv.slice(2).map(Number);
process.send?.(tickTimes(largeVenue(columns, rows), minutes));

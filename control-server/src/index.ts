/** The public face: the pure core for replay and tests, and the server for who embeds it. */
export * from './clock.js';
export * from './settings/check-venue-file.js';

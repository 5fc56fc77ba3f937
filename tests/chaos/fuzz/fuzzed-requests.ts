import type { Random } from '@throng/simulation';
import { likely, type Route } from './routes.js';
import { spoil } from './spoil.js';

export interface FuzzedRequest {
  readonly route: Route;
  readonly path: string;
  readonly body: string | undefined;
}

const KEYS = ['from', 'to', 'at', 'limit', 'before', 'against', 'language', 'x', '__proto__'];

const pathOf = (route: Route, junk: readonly unknown[], random: Random): string => {
  const word = (): string => {
    const value = random.chance(0.4)
      ? random.pick(['camera-1-1', 'box-1', 'ada', '1', 'next', 'hall'])
      : random.pick(junk);
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    return encodeURIComponent(Buffer.from(text).toString()).slice(0, 2_000);
  };
  const path = route.path.replace(/\{[^}]+\}/g, word);
  if (random.chance(0.5)) return path;
  return `${path}?${random.pick(KEYS)}=${word()}&${random.pick(KEYS)}=${word()}`;
};

const bodyOf = (route: Route, junk: readonly unknown[], random: Random): string | undefined => {
  if (route.method === 'GET' || random.chance(0.05)) return undefined;
  if (random.chance(0.1)) return '{"a":'.repeat(random.whole(1, 500));
  const body = likely(route.body, random);
  return JSON.stringify(random.chance(0.2) ? body : spoil(body, junk, random)) ?? '';
};

/** Requests on every route, each time with other words in path, query and body. */
export const fuzzedRequests =
  (routes: readonly Route[], junk: readonly unknown[], random: Random) => (): FuzzedRequest => {
    const route = random.pick(routes);
    return { route, path: pathOf(route, junk, random), body: bodyOf(route, junk, random) };
  };

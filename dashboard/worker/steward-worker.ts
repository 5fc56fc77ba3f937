export {};

declare const self: ServiceWorkerGlobalScope;

const SHELL = 'throng-steward-1';
const PAGE = new URL('steward.html', self.registration.scope).href;
const NETWORK_PATIENCE_MS = 4_000;

/** What the page loads at once: the addresses in its own HTML, which the bundler wrote. */
const partsOf = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(
    (match) => new URL(match[1] ?? '', PAGE).href,
  );

/** Keeps the page and its parts; an answer that led elsewhere (to log in) is not the page. */
const keepShell = async (page: Response): Promise<void> => {
  if (!page.ok || page.redirected) return;
  const cache = await caches.open(SHELL);
  const parts = partsOf(await page.clone().text());
  const missing = [];
  for (const part of parts) if ((await cache.match(part)) === undefined) missing.push(part);
  await cache.addAll(missing);
  await cache.put(PAGE, page);
};

self.addEventListener('install', (event) => {
  const install = async (): Promise<void> => {
    await keepShell(await fetch(PAGE));
    await self.skipWaiting();
  };
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  const tidy = async (): Promise<void> => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith('throng-steward-') && name !== SHELL);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

/** The page from the server, or as it was kept where that does not answer soon. */
const openPage = async (request: Request): Promise<Response> => {
  try {
    const page = await fetch(request, { signal: AbortSignal.timeout(NETWORK_PATIENCE_MS) });
    if (page.ok) void keepShell(page.clone()).catch(() => undefined);
    return page;
  } catch {
    const kept = await caches.match(PAGE);
    return kept ?? Response.error();
  }
};

/** Parts are named by their content: a kept one is never out of date. */
const openPart = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const part = await fetch(request);
  if (part.ok) await (await caches.open(SHELL)).put(request, part.clone());
  return part;
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname === new URL(PAGE).pathname) event.respondWith(openPage(request));
  else if (url.href.startsWith(new URL('assets/', PAGE).href)) event.respondWith(openPart(request));
});

const VIBRATIONS: Readonly<Record<string, number[]>> = {
  warning: [220, 200, 220, 200, 220],
  critical: [180, 120, 180, 120, 180, 120, 180, 120, 180],
  emergency: [140, 70, 140, 70, 140, 70, 140, 70, 140, 70, 140, 70, 140, 70, 140],
};

const wordOf = (told: unknown, field: string): string => {
  const word: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, field) : '';
  return typeof word === 'string' ? word : '';
};

self.addEventListener('push', (event) => {
  let told: unknown;
  try {
    told = event.data?.json();
  } catch {
    told = undefined;
  }
  const priority = wordOf(told, 'priority');
  const alert = wordOf(told, 'alert');
  const isDrill = typeof told === 'object' && told !== null && Reflect.get(told, 'drill') === true;
  const options = {
    body: [wordOf(told, 'text'), wordOf(told, 'advice')].filter((line) => line !== '').join('\n'),
    icon: new URL('steward-192.png', PAGE).href,
    badge: new URL('steward-192.png', PAGE).href,
    // A newer one of the same alert takes the place of the older, and calls again.
    tag: alert === '' ? 'throng' : `${isDrill ? 'drill ' : ''}${alert}`,
    renotify: true,
    requireInteraction: priority === 'critical' || priority === 'emergency',
    vibrate: VIBRATIONS[priority] ?? [150],
    // An alert of a drill is not on the steward's page: that is of the real venue.
    data: { alert: isDrill ? '' : alert },
  };
  event.waitUntil(self.registration.showNotification(wordOf(told, 'title') || 'Throng', options));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const open = async (): Promise<void> => {
    const alert = wordOf(event.notification.data, 'alert');
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const page = pages.find(({ url }) => url.startsWith(PAGE));
    const address = alert === '' ? PAGE : `${PAGE}#alert=${encodeURIComponent(alert)}`;
    if (page === undefined) await self.clients.openWindow(address);
    else await (await page.navigate(address))?.focus();
  };
  event.waitUntil(open());
});

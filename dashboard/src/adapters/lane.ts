/** Whether this page looks at the drill (`?drill` in its address) and not at the venue. It never changes while it is open. */
export const isDrill = new URLSearchParams(location.search).has('drill');

/** The live channel of a lane. Relative to the page, so that a proxy may serve it under any path. */
export const liveAddress = (lane: 'live' | 'drill'): URL => {
  const address = new URL('ws', document.baseURI);
  address.protocol = address.protocol.replace('http', 'ws');
  if (lane === 'drill') address.searchParams.set('lane', 'drill');
  return address;
};

/** The dashboard on the other lane. */
export const pageOfLane = (lane: 'live' | 'drill'): string => {
  const page = new URL('.', document.baseURI);
  if (lane === 'drill') page.search = '?drill';
  return page.href;
};

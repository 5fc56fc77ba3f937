import * as Type from 'typebox';
import { Compile } from 'typebox/compile';
import { ask, nothing } from '../access/access-api.js';

/** Whether this browser is called, may be asked, has refused, or cannot. */
export type PushState = 'on' | 'off' | 'denied' | 'unsupported';

const isKey = Compile(Type.Object({ key: Type.String() }));
const isOutcome = Compile(
  Type.Object({ sent: Type.Boolean(), code: Type.Union([Type.String(), Type.Null()]) }),
);
const readKey = (answer: unknown) => (isKey.Check(answer) ? answer : undefined);
const readOutcome = (answer: unknown) => (isOutcome.Check(answer) ? answer : undefined);

const isSupported = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const subscription = async (): Promise<PushSubscription | null> => {
  const { pushManager } = await navigator.serviceWorker.ready;
  return pushManager.getSubscription();
};

/** What a browser says of itself, as the server takes it. */
const told = (of: PushSubscription) => {
  const { endpoint, keys } = of.toJSON();
  return { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } };
};

export const pushState = async (): Promise<PushState> => {
  if (!isSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return (await subscription()) === null ? 'off' : 'on';
};

/** Asks the browser, then tells the server; the code of what stands against it. */
export const switchPushOn = async (): Promise<string | null> => {
  const key = await ask({ path: 'push/key', read: readKey });
  if (!key.ok) return key.code;
  const { pushManager } = await navigator.serviceWorker.ready;
  try {
    const made = await pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key.value.key,
    });
    return await keepPushOn(made);
  } catch {
    return Notification.permission === 'denied' ? 'denied' : 'no-push-service';
  }
};

/** Tells the server of a subscription: anew with each log-in, since it ends with the session. */
export const keepPushOn = async (made: PushSubscription): Promise<string | null> => {
  const kept = await ask({
    ...{ method: 'PUT', path: 'push/subscription', body: told(made), read: nothing },
  });
  return kept.ok ? null : kept.code;
};

/** Where this browser said yes before, the server is told again. */
export const renewPush = async (): Promise<void> => {
  if (!isSupported()) return;
  const made = await subscription();
  if (made !== null) await keepPushOn(made);
};

export const switchPushOff = async (): Promise<void> => {
  const made = await subscription();
  if (made === null) return;
  const { endpoint } = made;
  await ask({ method: 'DELETE', path: 'push/subscription', body: { endpoint }, read: nothing });
  await made.unsubscribe();
};

/** The code of what stands against it. */
export const testPush = async (): Promise<string | null> => {
  const made = await subscription();
  if (made === null) return 'not-subscribed';
  const { endpoint } = made;
  const sent = await ask({
    method: 'POST',
    path: 'push/test',
    body: { endpoint },
    read: readOutcome,
  });
  if (!sent.ok) return sent.code;
  return sent.value.sent ? null : (sent.value.code ?? 'failed');
};

import { useState } from 'react';
import { notificationTexts as words } from '../../texts/notifications.js';
import { type ChannelState, testChannel } from './notification-shapes.js';

/** Each channel with how its last delivery went, and a button that tests it. */
export const ChannelTable = ({
  channels,
  onTested,
}: {
  readonly channels: readonly ChannelState[];
  readonly onTested: () => void;
}) => (
  <ul className="channel-list">
    {channels.map((channel) => (
      <ChannelLine key={channel.id} channel={channel} onTested={onTested} />
    ))}
  </ul>
);

const ChannelLine = ({
  channel: { id, kind, last, subscriptions },
  onTested,
}: {
  readonly channel: ChannelState;
  readonly onTested: () => void;
}) => {
  const [isBusy, setBusy] = useState(false);
  const [tested, setTested] = useState<string | null>(null);
  const test = async (): Promise<void> => {
    setBusy(true);
    const code = await testChannel(id);
    setTested(code === null ? words.tested : words.notTested(code));
    setBusy(false);
    onTested();
  };
  const state =
    last === null
      ? words.never
      : last.outcome === 'sent'
        ? words.sent(Date.parse(last.at))
        : words.failed(Date.parse(last.at), last.code ?? '');
  return (
    <li data-channel={id}>
      <strong>{id}</strong>
      <span className="note">{words.kind[kind]}</span>
      <span className={last === null ? 'note' : `is-${last.outcome}`}>{state}</span>
      {subscriptions === null ? (
        <button
          type="button"
          className="button"
          aria-label={words.testOf(id)}
          disabled={isBusy}
          onClick={test}
        >
          {words.test}
        </button>
      ) : (
        <span className="note told-by-phone">
          {words.subscriptions(subscriptions)}. {words.testPhone}
        </span>
      )}
      {subscriptions === null ? <span role="status">{tested}</span> : null}
    </li>
  );
};

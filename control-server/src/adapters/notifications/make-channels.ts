import type { Clock } from '../../clock.js';
import type { Channel } from '../../notifications/delivery.js';
import type {
  ChannelSettings,
  NotificationSettings,
} from '../../settings/notification-settings.js';
import type { ChannelSecrets } from '../settings/load-venue-file.js';
import { chatChannel } from './chat-channels.js';
import { emailChannel } from './email-channel.js';
import type { Post } from './guarded-post.js';
import { webhookChannel } from './webhook-channel.js';

/** The channels that the settings name, each with what its files hold. */
export const makeChannels = (
  { channels, publicUrl }: Pick<NotificationSettings, 'channels' | 'publicUrl'>,
  secrets: Readonly<Record<string, ChannelSecrets>>,
  post: Post,
  clock: Clock,
): Channel[] => {
  const make = (id: string, channel: ChannelSettings): Channel => {
    const { password, secret = '', url = '' } = secrets[id] ?? {};
    switch (channel.kind) {
      case 'email':
        return emailChannel(id, { ...channel, password }, publicUrl);
      case 'webhook':
        return webhookChannel(id, { url, secret }, post, clock);
      case 'slack':
      case 'teams':
        return chatChannel(id, channel.kind, url, publicUrl, post);
    }
  };
  return Object.entries(channels).map(([id, channel]) => make(id, channel));
};

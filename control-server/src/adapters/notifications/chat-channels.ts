import type { Channel } from '../../notifications/delivery.js';
import type { Message } from '../../notifications/message.js';
import { textsIn } from '../../notifications/texts/index.js';
import type { Post } from './guarded-post.js';

const json = { 'content-type': 'application/json' } as const;

/** Slack reads these three as markup. */
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const bodyOf = ({ advice, text }: Message): readonly string[] =>
  advice === null ? [text] : [text, advice];

/** What an incoming webhook of Slack takes: a header, the sentences, and where it is from. */
export const slackForm = (message: Message, link: string | undefined): object => {
  const open = link === undefined ? '' : ` · <${link}|${textsIn(message.language).open}>`;
  return {
    text: escaped(`${message.title}. ${message.text}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: message.title.slice(0, 150) } },
      { type: 'section', text: { type: 'mrkdwn', text: escaped(bodyOf(message).join('\n')) } },
      {
        type: 'context',
        elements: [{ type: 'mrkdwn', text: `${escaped(message.venue)} · ${message.when}${open}` }],
      },
    ],
  };
};

/** What a Teams workflow takes that waits for a webhook: an adaptive card. */
export const teamsForm = (message: Message, link: string | undefined): object => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: message.title, size: 'Large', weight: 'Bolder', wrap: true },
          ...bodyOf(message).map((text) => ({ type: 'TextBlock', text, wrap: true })),
          {
            ...{ type: 'TextBlock', isSubtle: true, size: 'Small', wrap: true },
            text: `${message.venue} · ${message.when}`,
          },
        ],
        ...(link === undefined
          ? {}
          : {
              actions: [
                { type: 'Action.OpenUrl', title: textsIn(message.language).open, url: link },
              ],
            }),
      },
    },
  ],
});

export const chatChannel = (
  id: string,
  kind: 'slack' | 'teams',
  url: string,
  link: string | undefined,
  post: Post,
): Channel => {
  const form = kind === 'slack' ? slackForm : teamsForm;
  return {
    id,
    kind,
    send: ({ message }) => post(url, JSON.stringify(form(message, link)), json),
  };
};

/** One line of a broker's access rules, in the words that Mosquitto's and EMQX's have in common. */
export interface AccessRule {
  readonly allow: boolean;
  /** The only user it is for; undefined for everybody. */
  readonly user: string | undefined;
  readonly does: readonly ('publish' | 'receive')[];
  readonly topics: readonly string[];
}

/** Whether a topic is under a filter, by the rules of MQTT for `+` and `#`. */
export const matches = (filter: string, topic: string): boolean => {
  const [wanted, given] = [filter.split('/'), topic.split('/')];
  const end = wanted.indexOf('#');
  if (end >= 0 ? given.length < end : given.length !== wanted.length) return false;
  return wanted.every(
    (level, index) =>
      level === '#' || level === '+' || level === given[index] || index > given.length,
  );
};

const ACTIONS = {
  publish: ['publish'],
  subscribe: ['receive'],
  all: ['publish', 'receive'],
} as const;
const isAction = (word: string): word is keyof typeof ACTIONS => Object.hasOwn(ACTIONS, word);

/** The terms of an EMQX acl.conf. Lines begun by `%%:` are examples; they are read like the others. */
export const parseEmqxRules = (text: string): AccessRule[] =>
  text
    .replaceAll(/^%%:/gm, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('%%'))
    .map((line) => {
      if (/^\{(allow|deny), all\}\.$/.test(line)) {
        return {
          allow: line.startsWith('{allow'),
          user: undefined,
          does: ACTIONS.all,
          topics: ['#'],
        };
      }
      const read = /^\{(allow|deny), (?:all|\{username, "([^"]+)"\}), (\w+), \[(.*)\]\}\.$/.exec(
        line,
      );
      const [, verdict, user, action = '', topics = ''] = read ?? [];
      if (!isAction(action)) throw new Error(`not a rule of EMQX: ${line}`);
      const quoted = [...topics.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
      return { allow: verdict === 'allow', user, does: ACTIONS[action], topics: quoted };
    });

/** EMQX's way: the first rule that fits decides; none fits: no. */
export const firstMatch =
  (rules: readonly AccessRule[]) =>
  (who: string, does: 'publish' | 'receive', topic: string): boolean =>
    rules.find(
      (rule) =>
        (rule.user === undefined || rule.user === who) &&
        rule.does.includes(does) &&
        rule.topics.some((filter) => matches(filter.replaceAll(/\$\{username\}/g, who), topic)),
    )?.allow ?? false;

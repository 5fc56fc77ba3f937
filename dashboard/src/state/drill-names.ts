import { DRILL_MARK, type LiveMessage } from '@throng/contract';

interface Named {
  readonly name: string;
}

/** What is told on the lane of a drill, its names marked by a word of the reader's language (server SPEC DR2). */
export const markedBy = (word: string) => {
  const marked = <Of extends Named>(of: Of): Of => ({
    ...of,
    name: of.name.startsWith(DRILL_MARK)
      ? `${word} · ${of.name.slice(DRILL_MARK.length)}`
      : of.name,
  });
  return (message: LiveMessage): LiveMessage => {
    if (message.type !== 'snapshot') return message;
    const venue = marked(message.venue);
    return {
      ...message,
      venue: {
        ...venue,
        zones: venue.zones.map(marked),
        passages: venue.passages.map(marked),
        cameras: venue.cameras.map(marked),
      },
    };
  };
};

/** Lines in which ffmpeg describes streams and its own work: true, and no help to anybody. */
const CHATTER =
  /^(Stream|Metadata|Duration|Input #|Output #|Press \[q\]|frame=|video:|Output file is empty|Exiting normally|Side data|cpb:|[a-z_]+ *: )/i;

/** Whether a line of ffmpeg's may hold the cause of a fault. */
export const isTelling = (line: string): boolean => line !== '' && !CHATTER.test(line);

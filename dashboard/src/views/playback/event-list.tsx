import { useEffect, useState } from 'react';
import { begunEvents, type CalendarEvent, reportAddress } from '../../adapters/events.js';
import { pageTexts } from '../../texts/pages.js';
import { date } from '../../texts/times.js';

const words = pageTexts('playback');

const files = {
  page: 'report.html',
  pdf: 'report.pdf',
  zones: 'report.csv?table=zones',
  passages: 'report.csv?table=passages',
} as const;
type File = keyof typeof files;
const offered: readonly File[] = ['page', 'pdf', 'zones', 'passages'];

/** The evenings of the calendar: each is played, or read in its report, by one click. */
export const EventList = ({ onOpen }: { readonly onOpen: (from: number, to: number) => void }) => {
  const [events, setEvents] = useState<readonly CalendarEvent[]>([]);
  useEffect(() => {
    void begunEvents().then(setEvents);
  }, []);
  if (events.length === 0) return null;
  return (
    <ul className="events">
      {events.map(({ doorsAt, endsAt, id, name }) => (
        <li key={id}>
          <button
            type="button"
            className="button"
            onClick={() => onOpen(Date.parse(doorsAt), Date.parse(endsAt))}
          >
            {name}
            <span className="note">{date(Date.parse(doorsAt))}</span>
          </button>
          <span className="reports">
            {words.report}
            {offered.map((file) => (
              <a key={file} href={reportAddress(id, files[file])} target="_blank" rel="noreferrer">
                {words.file[file]}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
};

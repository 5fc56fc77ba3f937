import { useEffect, useState } from 'react';
import { isDrill } from '../adapters/lane.js';
import type { PhasedEvent } from '../state/phases-on-bar.js';

/** A calendar is changed by people: to ask again every ten minutes is soon enough. */
const RENEWED_MS = 600_000;

/** The events of the venue; none before the server has told them, and none in a drill. */
export const useCalendar = (): readonly PhasedEvent[] => {
  const [events, setEvents] = useState<readonly PhasedEvent[]>([]);
  useEffect(() => {
    if (isDrill) return;
    const look = async () => {
      // Not part of the first load: the bar works without.
      const told = await import('../adapters/events.js').then(
        ({ calendarEvents }) => calendarEvents(),
        () => [],
      );
      if (told.length > 0) setEvents(told);
    };
    void look();
    const timer = setInterval(look, RENEWED_MS);
    return () => clearInterval(timer);
  }, []);
  return events;
};

import { type Section, sections } from '../state/dashboard-state.js';
import { texts } from '../texts/index.js';
import { useDispatch } from './dashboard-context.js';

const icons: Readonly<Record<Section, string>> = {
  alerts: 'M8 1.8 15 14H1ZM8 6v4M8 11.5v1',
  map: 'M1.5 3.5 6 2l4 1.5L14.5 2v10.5L10 14l-4-1.5L1.5 14ZM6 2v10.5M10 3.5V14',
  zones: 'M2 4h12M2 8h12M2 12h12',
  passages: 'M3 2v12M13 2v12M5 8h6M8.5 5.5 11 8l-2.5 2.5',
  devices: 'M1.5 5h9v7h-9ZM10.5 8l4-2.5v6L10.5 9',
};

/** At phone width: which part of the page is shown. */
export const TabBar = ({
  section,
  badges,
}: {
  readonly section: Section;
  /** What calls for a look in a section; nothing where there is nothing. */
  readonly badges: Readonly<Partial<Record<Section, number>>>;
}) => {
  const dispatch = useDispatch();
  return (
    <nav className="tab-bar">
      {sections.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === section ? 'page' : undefined}
          onClick={() => dispatch({ type: 'section-chosen', section: name })}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={icons[name]} />
          </svg>
          {texts.page.section[name]}
          {badges[name] ? <span className="badge">{badges[name]}</span> : null}
        </button>
      ))}
    </nav>
  );
};

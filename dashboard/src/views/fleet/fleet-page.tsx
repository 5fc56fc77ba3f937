import { faultsOf, fleetOf } from '../../state/fleet.js';
import { pageTexts } from '../../texts/pages.js';
import type { PageProps } from '../page-props.js';
import { AgentCard } from './agent-card.js';
import { ToldSection } from './told-section.js';
import './fleet.css';
import './told.css';

const words = pageTexts('fleet');

/** Everything that measures, with what is wrong and what mends it: the engineer's page. */
const FleetPage = ({ picture, now }: PageProps) => {
  const fleet = fleetOf(picture, now);
  const faults = fleet.reduce((sum, edge) => sum + faultsOf(edge), 0);
  return (
    <main className="page fleet" id="fleet">
      <header className="page-head">
        <h2>{words.heading}</h2>
        <p className="note">{words.summary(fleet.length, picture.cameras.size, faults)}</p>
      </header>
      {fleet.map((edge) => (
        <AgentCard key={edge.state.edge} edge={edge} now={now} />
      ))}
      <ToldSection />
    </main>
  );
};

export default FleetPage;

import { useEffect, useRef } from 'react';
import { type FeatureRef, featureAt } from '../../state/editor/venue-draft.js';
import { pageTexts } from '../../texts/pages.js';
import { BandsForm } from './bands-form.js';
import { CameraForm } from './camera-form.js';
import { CornerTable } from './corner-table.js';
import { useEditor } from './editor-context.js';
import { FaultLines } from './fault-lines.js';
import { Icon } from './icon.js';
import { PassageForm } from './passage-form.js';
import { ZoneForm } from './zone-form.js';

const words = pageTexts('editor');

/** All that is known of one shape, to read and to change. */
export const FeatureForm = ({ selected }: { readonly selected: FeatureRef }) => {
  const { checks, draft, select } = useEditor();
  const heading = useRef<HTMLHeadingElement>(null);
  const { index, list } = selected;
  // The list it was chosen from has gone: whoever works by keyboard goes on here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another shape is another form
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [list, index]);
  const feature = featureAt(draft.venue, selected);
  if (feature === undefined) return null;
  const faults = checks.faults.filter(({ ref }) => ref?.list === list && ref.index === index);
  return (
    <section className="feature-form" aria-labelledby="feature-heading">
      <header>
        <button type="button" className="tool" onClick={() => select(null)}>
          <Icon name="back" />
          {words.all}
        </button>
        <h3 id="feature-heading" tabIndex={-1} ref={heading}>
          {words.one[list]}
        </h3>
      </header>
      <FaultLines faults={faults} />
      {feature.list === 'zones' ? <ZoneForm zone={feature.value} index={index} /> : null}
      {feature.list === 'passages' ? <PassageForm passage={feature.value} index={index} /> : null}
      {feature.list === 'cameras' ? <CameraForm camera={feature.value} index={index} /> : null}
      <CornerTable feature={feature} selected={selected} />
      {feature.list === 'zones' ? <BandsForm zone={feature.value} index={index} /> : null}
    </section>
  );
};

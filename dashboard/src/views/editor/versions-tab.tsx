import { CompareForm } from './compare-form.js';
import { SaveForm } from './save-form.js';
import type { VersionDesk } from './use-versions.js';
import { VersionList } from './version-list.js';

/** What was saved, by whom and why; and the way to save. */
export const VersionsTab = ({ desk }: { readonly desk: VersionDesk }) => (
  <>
    <SaveForm desk={desk} />
    <VersionList desk={desk} />
    <CompareForm versions={desk.versions} />
  </>
);

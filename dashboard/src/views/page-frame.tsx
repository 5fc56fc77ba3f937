import { Component, type ReactNode, Suspense } from 'react';
import { texts } from '../texts/index.js';

/** Where a page stands that is loaded on demand: says that it comes, or that it could not be had. */
export const PageFrame = ({ children }: { readonly children: ReactNode }) => (
  <LoadFault>
    <Suspense fallback={<main className="waiting">{texts.page.opening}</main>}>{children}</Suspense>
  </LoadFault>
);

/** A page whose code cannot be loaded, as with no network, must not take the alerts with it. */
class LoadFault extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="waiting" role="alert">
        <p>{texts.page.notLoaded}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {texts.page.tryAgain}
        </button>
      </main>
    );
  }
}

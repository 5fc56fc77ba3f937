const keyOf = (node: Node): string | null =>
  node instanceof Element ? node.getAttribute('data-key') : null;

const isSame = (old: Node, fresh: Node): boolean =>
  old.nodeName === fresh.nodeName && keyOf(old) === keyOf(fresh);

const renewAttributes = (old: Element, fresh: Element): void => {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
};

/** Makes `old` look like `fresh`, but for what somebody is typing into it. */
const renew = (old: Node, fresh: Node): void => {
  if (old instanceof Text && fresh instanceof Text) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if (!(old instanceof Element && fresh instanceof Element)) return;
  const isTold = old.getAttribute('value') !== fresh.getAttribute('value');
  renewAttributes(old, fresh);
  if (old instanceof HTMLInputElement && fresh instanceof HTMLInputElement) {
    // One number of a pair that was typed stays while its other is still to come.
    if (isTold && old !== document.activeElement) old.value = fresh.value;
    return;
  }
  renewChildren(old, [...fresh.childNodes]);
};

const renewChildren = (place: Element, children: readonly Node[]): void => {
  for (const [index, fresh] of children.entries()) {
    const old = place.childNodes[index];
    if (old === undefined) place.append(fresh);
    else if (isSame(old, fresh)) renew(old, fresh);
    else place.replaceChild(fresh, old);
  }
  while (place.childNodes.length > children.length) place.lastChild?.remove();
};

/**
 * Makes the content of a place what `children` say and changes as little as it can: an answer that
 * arrives while somebody types takes away neither the keyboard nor what was typed.
 */
export const refill = (place: Element, children: readonly Node[]): void => {
  const active = document.activeElement;
  const key = active && place.contains(active) ? keyOf(active) : null;
  renewChildren(place, children);
  if (key === null || (document.activeElement && keyOf(document.activeElement) === key)) return;
  const again = place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement || again instanceof SVGElement) again.focus();
};

import type { BoxModel, ToldBox } from '../../adapters/boxes.js';
import { texts } from '../../texts/index.js';
import { pageTexts } from '../../texts/pages.js';
import { wordsFor } from '../../texts/words-for.js';

const words = pageTexts('boxes');
const { colon } = texts.punctuation;

const standingWords = ({ report, standing }: ToldBox): string => {
  if (report?.accepts === false) return words.turnedOff;
  if (standing.since !== undefined) return words.pending(Date.parse(standing.since));
  return wordsFor(words.standing, standing.kind) ?? standing.kind;
};

const faultWords = ({
  camera,
  code,
  field,
}: NonNullable<ToldBox['standing']['faults']>[number]): string => {
  const place = [camera, wordsFor(words.field, field) ?? field].filter(
    (word) => word !== undefined,
  );
  return `${place.join(' ')}${colon}${wordsFor(words.fault, code) ?? code}`;
};

const modelWords = ({ offered, runs }: BoxModel): string[] => {
  if (offered === undefined) return runs === undefined ? [] : [runs];
  const { camera, figures, model, reason, stage } = offered;
  const where = stage === 'canary' || stage === 'shadow' ? camera : undefined;
  const parts = [
    wordsFor(words.stage, stage) ?? stage,
    reason === undefined ? undefined : (wordsFor(words.reason, reason) ?? reason),
    where,
    figures &&
      words.figures(
        figures.slower,
        figures.disagreement && Math.round(100 * figures.disagreement),
        figures.looks,
      ),
  ].filter((part) => part !== undefined && part !== '');
  const said = `${model}${colon}${parts.join(', ')}`;
  return runs === undefined || runs === model ? [said] : [runs, said];
};

/** Every box with what it was told, what it does and what it refused: a row each. */
export const BoxTable = ({ boxes }: { readonly boxes: readonly ToldBox[] }) => (
  <section
    className="table-scroll"
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reached by keys
    tabIndex={0}
    aria-label={[words.box, words.told, words.does].join(', ')}
  >
    <table className="fleet-table box-table">
      <thead>
        <tr>
          {[words.box, words.told, words.does, words.state, words.models].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {boxes.map((box) => (
          <tr key={box.edge}>
            <th scope="row">{box.edge}</th>
            <td>
              {box.desired === undefined ? words.nothing : words.version(box.desired.version)}
              {box.desired === undefined ? null : (
                <small>
                  {words.by(box.desired.savedBy, Date.parse(box.desired.savedAt))}
                  {box.desired.note === '' ? '' : ` – ${box.desired.note}`}
                </small>
              )}
            </td>
            <td>
              {box.report?.version === undefined
                ? words.ownFile
                : words.version(box.report.version)}
            </td>
            <td className={box.standing.kind === 'refused' ? 'lamp-word ill' : undefined}>
              {standingWords(box)}
              {(box.standing.faults ?? []).map((fault) => (
                <small key={faultWords(fault)}>{faultWords(fault)}</small>
              ))}
            </td>
            <td>
              {(box.report?.models ?? []).flatMap(modelWords).map((said) => (
                <small key={said}>{said}</small>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

// Rules on optional content: what can be shown and hidden has names, and no layer is out of reach.

import type { Inspection } from '../inspection.ts';
import type { Finding, Rule } from '../rule.ts';

type Configuration = NonNullable<Inspection['optionalContent']>['configurations'][number];

/** What is wrong with the configurations, each judged with its place among them. */
function ofConfigurations(
  { optionalContent }: Inspection,
  wrong: (one: Configuration, index: number) => string | undefined,
): readonly Finding[] {
  return (optionalContent?.configurations ?? []).flatMap((one, index) => {
    const message = wrong(one, index);
    return message === undefined ? [] : [{ message: `the configuration ${one.name || index + 1} ${message}` }];
  });
}

const names: Rule = {
  id: 'optional-content-names',
  source: 'PDF/UA-1 7.10, PDF/A-2 6.9',
  title: 'Every configuration of optional content has a name of its own',
  check: inspection => {
    const all = (inspection.optionalContent?.configurations ?? []).map(({ name }) => name);
    return ofConfigurations(inspection, ({ name }, index) => {
      if (name === '') return 'has no name';
      return all.indexOf(name) < index ? 'has the name of another' : undefined;
    });
  },
};

const order: Rule = {
  id: 'optional-content-order',
  source: 'PDF/A-2 6.9',
  title: 'A configuration that lists optional content lists all of it',
  check: inspection =>
    ofConfigurations(inspection, ({ order }) => {
      const lost = (inspection.optionalContent?.groups ?? []).filter(({ object }) => order && !order.has(object));
      return lost.length === 0 ? undefined : `does not list ${lost.map(({ name }) => `"${name}"`).join(', ')}`;
    }),
};

const states: Rule = {
  id: 'optional-content-states',
  source: 'PDF/UA-1 7.10, PDF/A-2 6.9',
  title: 'No optional content shows or hides by itself',
  check: inspection =>
    ofConfigurations(inspection, ({ hasAutomaticStates }) =>
      hasAutomaticStates ? 'has states that change by themselves (AS)' : undefined,
    ),
};

/** The rules on optional content. */
export const optionalContentRules: readonly Rule[] = [names, order, states];

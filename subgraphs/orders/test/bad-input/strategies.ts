import { type BadInputs, badKeys, type Input, unknown } from './case.ts';

const rule = { name: 'All', criteria: [{ kind: 'DISTANCE', weight: 1 }] };
const ruleWith = (change: Input) => ({ rules: [{ ...rule, ...change }] });
const when = (change: Input) => ruleWith({ when: change });

export const strategies: readonly BadInputs[] = [
  {
    mutation: 'draftSourcingStrategy',
    good: { idempotencyKey: 'a-bad-strategy', name: 'Near', rules: [rule] },
    rows: [
      ...badKeys,
      ['no name', { name: '' }, 'INVALID_INPUT', 'name'],
      ['no rule', { rules: [] }, 'INVALID_INPUT', 'rules'],
      ['a rule without name', ruleWith({ name: '' }), 'INVALID_INPUT', 'rules.0.name'],
      ['no criterion', ruleWith({ criteria: [] }), 'INVALID_INPUT', 'rules.0.criteria'],
      [
        'a weight below zero',
        ruleWith({ criteria: [{ kind: 'DISTANCE', weight: -1 }] }),
        'INVALID_INPUT',
        'rules.0.criteria.0.weight',
      ],
      ['units below zero', when({ minimumUnits: -1 }), 'INVALID_INPUT', 'rules.0.when.minimumUnits'],
      [
        'a range that is none',
        when({ minimumUnits: 3, maximumUnits: 2 }),
        'INVALID_INPUT',
        'rules.0.when.maximumUnits',
      ],
    ],
  },
  { mutation: 'activateSourcingStrategy', good: { id: 'none' }, rows: [unknown('id')] },
  { mutation: 'archiveSourcingStrategy', good: { id: 'none' }, rows: [unknown('id')] },
];

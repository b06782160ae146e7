import { describe, expect, it } from 'vitest';
import { aLine, aReturn } from '../../test/a-return.ts';
import { actionsOf, mayAct, type ReturnAction, returnActions } from './allowed-actions.ts';
import { handlingStatus, type ReturnStatus } from './return.ts';

describe('a return', () => {
  const allowed: Record<ReturnStatus, readonly ReturnAction[]> = {
    REQUESTED: ['APPROVE', 'DECLINE', 'CANCEL'],
    APPROVED: ['CANCEL', 'RECEIVE', 'EXCHANGE'],
    DECLINED: [],
    PARTIALLY_RECEIVED: ['RECEIVE', 'INSPECT', 'EXCHANGE'],
    RECEIVED: ['INSPECT', 'EXCHANGE'],
    INSPECTED: ['RECEIVE', 'EXCHANGE'],
    CLOSED: [],
    CANCELLED: [],
  };

  it.each(Object.entries(allowed))('that is %s takes %j and nothing else', (status, actions) => {
    // One unit arrived and one did not, so that only the state decides.
    const lines = [aLine({ receivedQuantity: 1 }), aLine({ id: 'rln_2' })];
    const current = aReturn({ status: status as ReturnStatus, lines });
    for (const action of returnActions) expect(mayAct(current, action, 1).ok).toBe(actions.includes(action));
  });

  it('awaits nothing once every unit is there', () => {
    expect(
      actionsOf(aReturn({ status: 'INSPECTED', lines: [aLine({ receivedQuantity: 3, refusedQuantity: 3 })] })),
    ).toEqual([]);
  });

  it('judges nothing while all that was received is on its way from a drop-off point', () => {
    const judges = (inTransitQuantity: number) =>
      actionsOf(aReturn({ status: 'RECEIVED', lines: [aLine({ receivedQuantity: 3, inTransitQuantity })] }));
    expect(judges(3)).toEqual(['EXCHANGE']);
    expect(judges(2)).toEqual(['INSPECT', 'EXCHANGE']);
  });

  it('tells a stale version before a wrong state', () => {
    const refused = mayAct(aReturn({ status: 'CLOSED', version: 4 }), 'CANCEL', 3);
    expect(refused).toMatchObject({ refusals: [{ code: 'VERSION_CONFLICT', actualVersion: 4 }] });
  });
});

it.each([
  [[1, 0, 0], 'PARTIALLY_RECEIVED'],
  [[3, 0, 0], 'RECEIVED'],
  [[3, 1, 1], 'RECEIVED'],
  [[2, 1, 1], 'INSPECTED'],
  [[2, 0, 2], 'INSPECTED'],
  [[3, 2, 1], 'INSPECTED'],
  [[3, 0, 3], 'CLOSED'],
])('three units asked for and %j received, accepted and refused make it %s', (counts, status) => {
  const [receivedQuantity, acceptedQuantity, refusedQuantity] = counts as [number, number, number];
  expect(handlingStatus([aLine({ receivedQuantity, acceptedQuantity, refusedQuantity })])).toBe(status);
});

import type { Work } from '../at-work.ts';
import { type BadInputs, badKeys, badUnits, type Input, type Row, staleVersion, unknown } from './case.ts';
import type { Prepared } from './prepared.ts';

const at = ({ id, version }: Work) => ({ id, expectedVersion: version });
const lineOf = ({ lines }: Work) => lines[0]?.id as string;
const wrongState = (work: Work): Row => ['work in another state', at(work), 'INVALID_STATE', ''];

/** What a location does with its work. */
export function work(prepared: Prepared): readonly BadInputs[] {
  const { offered, accepted, picked, asked } = prepared;
  const picks = (...lines: readonly Input[]) => ({ lines });
  const pick = (change: Input) => picks({ lineId: lineOf(accepted), pickedQuantity: 1, ...change });
  return [
    { mutation: 'acceptFulfillmentOrder', good: at(offered), rows: [unknown('id'), staleVersion, wrongState(picked)] },
    { mutation: 'acceptCancellation', good: at(asked), rows: [unknown('id'), staleVersion, wrongState(offered)] },
    {
      mutation: 'refuseCancellation',
      good: { ...at(asked), reason: 'TOO_LATE' },
      rows: [unknown('id'), staleVersion, wrongState(offered)],
    },
    {
      mutation: 'rejectFulfillmentOrder',
      good: { ...at(offered), reason: 'ITEM_NOT_FOUND' },
      rows: [
        unknown('id'),
        staleVersion,
        wrongState(picked),
        ...badUnits('lines', lineOf(offered), 2),
        [
          'units of a reason without units',
          { reason: 'NO_STAFF', lines: [{ lineId: lineOf(offered), quantity: 1 }] },
          'INVALID_INPUT',
          'lines',
        ],
      ],
    },
    {
      mutation: 'recordPick',
      good: { ...at(accepted), ...pick({}), isComplete: false },
      rows: [
        unknown('id'),
        staleVersion,
        wrongState(offered),
        ['an unknown line', pick({ lineId: 'none' }), 'INVALID_INPUT', 'lines.0.lineId'],
        ['units below zero', pick({ pickedQuantity: -1 }), 'INVALID_INPUT', 'lines.0.pickedQuantity'],
        ['missing units below zero', pick({ missingQuantity: -1 }), 'INVALID_INPUT', 'lines.0.missingQuantity'],
        ['too many units', pick({ pickedQuantity: 3 }), 'QUANTITY_TOO_LARGE', 'lines.0.pickedQuantity'],
        [
          'a line named twice',
          picks({ lineId: lineOf(accepted), pickedQuantity: 1 }, { lineId: lineOf(accepted), pickedQuantity: 1 }),
          'INVALID_INPUT',
          'lines.1.lineId',
        ],
      ],
    },
    ...handedOn(prepared),
    ...parcelsOf(prepared),
  ];
}

function handedOn({ offered, picked, ready }: Prepared): readonly BadInputs[] {
  const key = { idempotencyKey: 'bad-work-key' };
  const parcels = (...lines: readonly Input[]) => ({ packages: [{ lines }] });
  return [
    {
      mutation: 'packFulfillmentOrder',
      good: { ...at(picked), ...parcels({ lineId: lineOf(picked), quantity: 2 }) },
      rows: [
        unknown('id'),
        staleVersion,
        wrongState(offered),
        ['no parcel', { packages: [] }, 'INVALID_INPUT', 'packages'],
        ['an empty parcel', parcels(), 'INVALID_INPUT', 'packages.0.lines'],
        [
          'a parcel without weight',
          { packages: [{ weightGrams: 0, lines: [{ lineId: lineOf(picked), quantity: 1 }] }] },
          'INVALID_INPUT',
          'packages.0.weightGrams',
        ],
        ['an unknown line', parcels({ lineId: 'none', quantity: 1 }), 'INVALID_INPUT', 'packages.0.lines.0.lineId'],
        ['no unit', parcels({ lineId: lineOf(picked), quantity: 0 }), 'INVALID_INPUT', 'packages.0.lines.0.quantity'],
        [
          'too many units',
          parcels({ lineId: lineOf(picked), quantity: 3 }),
          'QUANTITY_TOO_LARGE',
          'packages.0.lines.0.quantity',
        ],
      ],
    },
    {
      mutation: 'shipFulfillmentOrder',
      good: { ...key, ...at(picked), carrier: 'Colissimo' },
      rows: [
        ...badKeys,
        unknown('id'),
        staleVersion,
        wrongState(offered),
        ['no carrier', { carrier: ' ' }, 'INVALID_INPUT', 'carrier'],
        ...badUnits('lines', lineOf(picked), 2),
      ],
    },
    { mutation: 'receiveTransfer', good: at(offered), rows: [unknown('id'), staleVersion, wrongState(offered)] },
    { mutation: 'markReadyForPickup', good: at(ready), rows: [unknown('id'), staleVersion, wrongState(ready)] },
    {
      mutation: 'completePickup',
      good: { ...key, id: ready.id, identityChecked: true },
      rows: [
        ...badKeys,
        unknown('id'),
        ['work in another state', { id: offered.id }, 'INVALID_STATE', ''],
        ['no proof', { identityChecked: false }, 'INVALID_INPUT', 'pickupCode'],
        ...badUnits('lines', lineOf(ready), 2),
      ],
    },
    {
      mutation: 'refusePickup',
      good: { ...at(ready), reason: 'DAMAGED' },
      rows: [unknown('id'), staleVersion, wrongState(offered), ...badUnits('lines', lineOf(ready), 2)],
    },
    {
      mutation: 'reassignFulfillmentOrder',
      good: { ...at(offered), locationId: 'depot', reason: 'By hand' },
      rows: [
        unknown('id'),
        staleVersion,
        wrongState(picked),
        ['the same location', { locationId: 'lyon' }, 'INVALID_INPUT', 'locationId'],
        ['an unknown location', { locationId: 'none' }, 'NOT_FOUND', 'locationId'],
        ['a location without stock', { locationId: 'nice' }, 'INSUFFICIENT_STOCK', 'locationId'],
        ['no reason', { reason: ' ' }, 'INVALID_INPUT', 'reason'],
      ],
    },
  ];
}

function parcelsOf({ shipmentId, returned }: Prepared): readonly BadInputs[] {
  const key = { idempotencyKey: 'bad-parcel-key' };
  const event = { shipmentId, eventId: 'event-1', status: 'IN_TRANSIT', occurredAt: '2035-03-05T09:00:00Z' };
  return [
    {
      mutation: 'recordShipmentEvent',
      good: event,
      rows: [
        unknown('shipmentId'),
        ['no id of its own', { eventId: '' }, 'INVALID_INPUT', 'eventId'],
        ['a moment of the future', { occurredAt: '2099-01-01T00:00:00Z' }, 'INVALID_INPUT', 'occurredAt'],
      ],
    },
    {
      mutation: 'resolveShipment',
      good: { ...key, shipmentId: returned.shipmentId, resolution: 'REFUND' },
      rows: [...badKeys, unknown('shipmentId'), ['a parcel on its way', { shipmentId }, 'INVALID_STATE', '']],
    },
    {
      mutation: 'receiveReturnedShipment',
      good: { ...key, shipmentId: returned.shipmentId },
      rows: [
        ...badKeys,
        unknown('shipmentId'),
        ['a parcel on its way', { shipmentId }, 'INVALID_STATE', ''],
        ...badUnits('damagedLines', returned.orderLineId, 2, 'orderLineId').slice(1),
      ],
    },
  ];
}

import { expect, it } from 'vitest';
import { addStore, aNetwork, eventsOf, operator } from '../test/network.ts';

const update = `mutation ($input: UpdateLocationInput!) { updateLocation(input: $input) {
  location { closesOnHolidays } userErrors { ... on UserError { code } } } }`;
const shown = `query ($at: DateTime!) { location(id: "loc_0001") {
  closures(from: "2026-12-20", to: "2027-01-10") { from reason isPublicHoliday specialHours { opensAt } }
  isOpen(at: $at) openUntil(at: $at) } }`;

type Told = { closures: { from: string }[] };

it('a location that keeps public holidays is closed on them, for readers and in the facts told', async () => {
  await using network = await aNetwork();
  await addStore(network.graph);
  const input = { id: 'loc_0001', expectedVersion: 1, closesOnHolidays: true };
  expect(await network.ask(update, { input }, operator)).toMatchObject({
    updateLocation: { location: { closesOnHolidays: true }, userErrors: [] },
  });
  expect(await network.ask(shown, { at: '2026-12-25T11:00:00Z' })).toEqual({
    location: {
      closures: [
        { from: '2026-12-25', reason: 'Noël', isPublicHoliday: true, specialHours: [] },
        { from: '2027-01-01', reason: 'Nouvel An', isPublicHoliday: true, specialHours: [] },
      ],
      isOpen: false,
      openUntil: null,
    },
  });
  const [told] = (await eventsOf(network.graph, 'loc_0001')) as Told[];
  expect(told?.closures).toHaveLength(12);
  expect(told?.closures[0]).toEqual({ from: '2026-12-25', to: '2026-12-25', specialHours: [] });
});

it('special hours open the doors on a holiday', async () => {
  await using network = await aNetwork();
  await addStore(network.graph);
  await network.sql`update locations set closes_on_holidays = true`;
  const specialHours = [{ day: 'FRIDAY', opensAt: '10:00', closesAt: '13:00' }];
  const input = {
    idempotencyKey: 'christmas',
    locationId: 'loc_0001',
    from: '2026-12-25',
    to: '2026-12-25',
    specialHours,
  };
  await network.ask(
    'mutation ($input: AddClosureInput!) { addClosure(input: $input) { closure { isPublicHoliday } } }',
    { input },
    operator,
  );
  expect(await network.ask(shown, { at: '2026-12-25T11:00:00Z' })).toMatchObject({
    location: {
      closures: [{ isPublicHoliday: false }, { isPublicHoliday: true }],
      isOpen: true,
      openUntil: '2026-12-25T12:00:00.000Z',
    },
  });
});

it('tells the holidays of another year when a year begins', async () => {
  await using network = await aNetwork();
  await addStore(network.graph);
  await network.sql`update locations set closes_on_holidays = true`;
  await network.graph.pass({ days: 41 });
  const [told] = (await eventsOf(network.graph, 'loc_0001')) as Told[];
  expect(told?.closures.at(-1)?.from).toBe('2028-12-25');
});

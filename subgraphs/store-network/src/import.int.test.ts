import { describe, expect, it } from 'vitest';
import { addStore, aNetwork, eventsOf, operator } from '../test/network.ts';

type Network = Awaited<ReturnType<typeof aNetwork>>;
type Payload = {
  created: number;
  updated: number;
  unchanged: number;
  errors: { row: number; code: string | null; field: string | null; message: string }[];
  userErrors: { code: string; message: string }[];
};

const importFile = async (network: Network, content: string, given: object = {}) =>
  (
    await network.ask<{ importLocations: Payload }>(
      `mutation ($input: ImportLocationsInput!) { importLocations(input: $input) { created updated unchanged
        errors { row code field message } userErrors { ... on UserError { code message } } } }`,
      { input: { format: 'CSV', content, ...given } },
      operator,
    )
  ).importLocations;

const head =
  'code,name,type,street,city,postalCode,countryCode,timeZone,latitude,longitude,gln,brands,region,closesOnHolidays';
const csv = `${head}
0101,"Lille, Grand Place",STORE,1 Grand Place,Lille,59000,FR,Europe/Paris,50.63,3.06,3012345678902,cordelune|maisonnelle,north,true
0102,Lyon,STORE,"2 rue ""Haute""",Lyon,69001,FR,Europe/Paris,45.76,4.83,,,,
`;
const shown = `{ locationByCode(code: "0101") { name status gln region brands closesOnHolidays coordinates { latitude } version
  address { lines city postalCode } changes { nodes { action actor reason } pageInfo { hasNextPage } } } }`;

describe('a file of locations', () => {
  it('creates what is new, leaves what is the same, changes what differs, and tells the feed and the audit trail', async () => {
    await using network = await aNetwork();
    expect(await importFile(network, csv)).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      errors: [],
      userErrors: [],
    });
    expect(await network.ask(shown, {}, operator)).toEqual({
      locationByCode: {
        name: 'Lille, Grand Place',
        status: 'PLANNED',
        gln: '3012345678902',
        region: 'north',
        brands: ['cordelune', 'maisonnelle'],
        closesOnHolidays: true,
        coordinates: { latitude: 50.63 },
        version: 1,
        address: { lines: ['1 Grand Place'], city: 'Lille', postalCode: '59000' },
        changes: {
          nodes: [{ action: 'importLocations', actor: operator.subject, reason: null }],
          pageInfo: { hasNextPage: false },
        },
      },
    });
    expect(await importFile(network, csv)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await importFile(network, csv.replace('Lille, Grand Place', 'Lille'))).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
    expect(await importFile(network, csv.replace('Lyon,STORE', 'Lyon,WAREHOUSE'), { dryRun: true })).toMatchObject({
      updated: 1,
      errors: [{ row: 3, code: '0102', field: 'type' }],
    });
    const { locationByCode } = await network.ask<{ locationByCode: { id: string } }>(
      '{ locationByCode(code: "0101") { id } }',
      {},
      operator,
    );
    expect((await eventsOf(network.graph, locationByCode.id)).map(({ name }) => name)).toEqual([
      'Lille, Grand Place',
      'Lille',
    ]);
  });

  it('tells what is wrong row by row, and takes the other rows', async () => {
    await using network = await aNetwork();
    await addStore(network.graph);
    await network.sql`update locations set gln = '3012345678902'`;
    const rows = [
      '0103,No type,SHOP,1 rue,Paris,75001,FR,Europe/Paris,,,,,,',
      '0104,No zone,STORE,1 rue,Paris,75001,FR,Europe/Atlantis,,,,,,',
      '0105,Off earth,STORE,1 rue,Paris,75001,FR,Europe/Paris,95,3,,,,',
      '0106,Half a point,STORE,1 rue,Paris,75001,FR,Europe/Paris,45,,,,,',
      '0102,Twice,STORE,1 rue,Paris,75001,FR,Europe/Paris,,,,,,',
      '0107,,STORE,1 rue,Paris,75001,FR,Europe/Paris,,,3012345678901,,,',
      '0108,Bad number,STORE,1 rue,Paris,75001,FR,Europe/Paris,,,3012345678901,,,',
    ];
    const answer = await importFile(network, csv + rows.join('\n'));
    expect(answer).toMatchObject({ created: 1, userErrors: [] });
    expect(answer.errors.map(({ row, code, field }) => [row, code, field])).toEqual([
      [2, '0101', 'gln'],
      [4, '0103', 'type'],
      [5, '0104', 'timeZone'],
      [6, '0105', 'coordinates'],
      [7, '0106', 'latitude'],
      [8, '0102', 'code'],
      [9, '0107', 'name'],
      [10, '0108', 'gln'],
    ]);
  });

  it('changes nothing in a dry run, and tells the same', async () => {
    await using network = await aNetwork();
    expect(await importFile(network, csv, { dryRun: true })).toMatchObject({ created: 2, errors: [] });
    expect(await network.ask(shown, {}, operator)).toEqual({ locationByCode: null });
  });

  it('may be GeoJSON', async () => {
    await using network = await aNetwork();
    const properties = {
      code: '0101',
      name: 'Lille',
      type: 'STORE',
      street: '1 Grand Place',
      city: 'Lille',
      countryCode: 'FR',
      timeZone: 'Europe/Paris',
      brands: ['b', 'a'],
    };
    const feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [3.06, 50.63] }, properties };
    const content = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature,
        { ...feature, properties: { ...properties, code: '0102', type: 'SHOP', timeZone: null } },
        {
          ...feature,
          geometry: { type: 'LineString', coordinates: [[3, 50]] },
          properties: { ...properties, code: '0103' },
        },
        { ...feature, geometry: { type: 'Point', coordinates: [3] }, properties: { ...properties, code: '0104' } },
        {
          ...feature,
          geometry: { type: 'Point', coordinates: [50.63, 93.06] },
          properties: { ...properties, code: '0105' },
        },
        { ...feature, properties: { ...properties, code: '0106', brand: 'a' } },
        { ...feature, geometry: null, properties: { ...properties, code: '0107' } },
        feature,
        null,
      ],
    });
    const answer = await importFile(network, content, { format: 'GEOJSON' });
    expect(answer.created).toBe(2);
    expect(answer.errors.filter(({ row }) => row < 9).map(({ row, code, field }) => [row, code, field])).toEqual([
      [2, '0102', 'timeZone'],
      [2, '0102', 'type'],
      [3, '0103', 'geometry'],
      [4, '0104', 'geometry'],
      [5, '0105', 'coordinates'],
      [6, '0106', 'brand'],
      [8, '0101', 'code'],
    ]);
    expect(answer.errors.filter(({ row }) => row === 9).map(({ field }) => field)).toContain('code');
    expect(await network.ask(shown, {}, operator)).toMatchObject({
      locationByCode: { coordinates: { latitude: 50.63 }, brands: ['a', 'b'] },
    });
  });

  it.each([
    ['CSV', 'code,name\n1,2', 'missing'],
    ['CSV', `${head},shoe\n`, 'shoe'],
    ['CSV', `${head},code\n`, 'code twice'],
    ['CSV', `${head}\n0101,"Lille,STORE`, 'quote'],
    ['GEOJSON', '{"type":"Point"}', 'FeatureCollection'],
    ['GEOJSON', 'no json', 'FeatureCollection'],
  ])('is refused as a whole when it is none: %s %s', async (format, content, message) => {
    await using network = await aNetwork();
    const answer = await importFile(network, content, { format });
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', message: expect.stringContaining(message) }]);
  });
});

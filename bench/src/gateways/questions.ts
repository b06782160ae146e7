import { readOperation } from '@passerelle/contracts/operations';
import { orderIdOf, skuOf } from './data.ts';

/** The product's stored operations, as they are. */
const operations = {
  listing: readOperation('storefront', 'ListingAvailability'),
  picker: readOperation('storefront', 'StorePicker'),
  'order-page': readOperation('storefront', 'OrderPage'),
} as const;

export type Question = keyof typeof operations;
export const questions = Object.keys(operations) as readonly Question[];

/** Sets of variables that take turns, so that nothing is gained by answering two who ask the same. */
export const variantCount = 128;

const variables: Readonly<Record<Question, (turn: number) => object>> = {
  listing: (turn) => ({
    channelId: 'chn_web',
    skus: Array.from({ length: 24 }, (_, place) => skuOf(turn * 31 + place * 7)),
  }),
  picker: (turn) => ({
    channelId: 'chn_web',
    items: [0, 1, 2].map((place) => ({ sku: skuOf(turn * 17 + place * 101), quantity: 1 + ((turn + place) % 3) })),
    near: { latitude: 45 + turn / 100, longitude: 6.1 },
  }),
  'order-page': (turn) => ({ id: orderIdOf(turn) }),
};

/** What is posted in a turn. */
export const bodyOf = (question: Question, turn: number): string =>
  JSON.stringify({ query: operations[question], variables: variables[question](turn % variantCount) });

export const bodiesOf = (question: Question): readonly string[] =>
  Array.from({ length: variantCount }, (_, turn) => bodyOf(question, turn));

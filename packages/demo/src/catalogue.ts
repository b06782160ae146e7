import { ownGtin } from './gtin.ts';
import { type Random, seededRandom, seedFor } from './random.ts';
import type { Brand, RetailerItem } from './retailer.ts';

type Size = readonly [name: string, share: number];

type Family = {
  readonly prefix: string;
  readonly category: string;
  readonly brand: Brand;
  readonly noun: string;
  /** Euros, lowest and highest. */
  readonly price: readonly [number, number];
  readonly sizes: readonly Size[];
};

const letters: Size[] = [
  ['XS', 0.5],
  ['S', 0.9],
  ['M', 1],
  ['L', 0.8],
  ['XL', 0.45],
];
const numbers: Size[] = [
  ['36', 0.6],
  ['38', 0.95],
  ['40', 1],
  ['42', 0.8],
  ['44', 0.5],
  ['46', 0.25],
];
const shoes: Size[] = [
  ['37', 0.6],
  ['38', 0.9],
  ['39', 1],
  ['40', 0.9],
  ['41', 0.7],
  ['42', 0.6],
  ['43', 0.4],
];
const beds: Size[] = [
  ['90x190', 0.6],
  ['140x190', 1],
  ['160x200', 0.8],
];
const one: Size[] = [['TU', 1]];

const families: readonly Family[] = [
  { prefix: 'TSH', category: 'fashion/t-shirts', brand: 'cordelune', noun: 'T-shirt', price: [15, 35], sizes: letters },
  { prefix: 'CHE', category: 'fashion/shirts', brand: 'cordelune', noun: 'Chemise', price: [39, 79], sizes: letters },
  { prefix: 'PUL', category: 'fashion/knitwear', brand: 'cordelune', noun: 'Pull', price: [49, 119], sizes: letters },
  { prefix: 'JEA', category: 'fashion/jeans', brand: 'cordelune', noun: 'Jean', price: [59, 99], sizes: numbers },
  { prefix: 'ROB', category: 'fashion/dresses', brand: 'cordelune', noun: 'Robe', price: [59, 149], sizes: numbers },
  { prefix: 'MAN', category: 'fashion/coats', brand: 'cordelune', noun: 'Manteau', price: [129, 299], sizes: numbers },
  { prefix: 'CHA', category: 'fashion/shoes', brand: 'cordelune', noun: 'Derbies', price: [79, 159], sizes: shoes },
  { prefix: 'SAC', category: 'fashion/bags', brand: 'cordelune', noun: 'Sac', price: [45, 179], sizes: one },
  {
    prefix: 'PAR',
    category: 'home/bed-linen',
    brand: 'maisonnelle',
    noun: 'Parure de lit',
    price: [49, 139],
    sizes: beds,
  },
  { prefix: 'SER', category: 'home/bath', brand: 'maisonnelle', noun: 'Serviette', price: [9, 29], sizes: one },
  { prefix: 'NAP', category: 'home/table', brand: 'maisonnelle', noun: 'Nappe', price: [25, 69], sizes: one },
  { prefix: 'COU', category: 'home/cushions', brand: 'maisonnelle', noun: 'Coussin', price: [19, 45], sizes: one },
  { prefix: 'LAM', category: 'home/lighting', brand: 'maisonnelle', noun: 'Lampe', price: [35, 159], sizes: one },
  { prefix: 'BOU', category: 'home/candles', brand: 'maisonnelle', noun: 'Bougie', price: [9, 39], sizes: one },
];

const names = [
  'Ouessant',
  'Camaret',
  'Étretat',
  'Sancerre',
  'Vézelay',
  'Cassis',
  'Collioure',
  'Hossegor',
  'Honfleur',
  'Locronan',
  'Giverny',
  'Chinon',
  'Cordes',
  'Gordes',
  'Belle-Île',
  'Noirmoutier',
  'Bréhat',
  'Roscoff',
  'Cancale',
  'Arcachon',
  'Uzès',
  'Mirepoix',
  'Conques',
  'Riquewihr',
  'Barfleur',
  'Talmont',
  'Porquerolles',
  'Lourmarin',
  'Domme',
  'Crozon',
];

const colours = [
  ['NOI', 'noir'],
  ['BLA', 'blanc'],
  ['MAR', 'bleu marine'],
  ['ECR', 'écru'],
  ['GRI', 'gris'],
  ['KAK', 'kaki'],
  ['BOR', 'bordeaux'],
  ['MOU', 'moutarde'],
  ['ROS', 'rose poudré'],
  ['TER', 'terracotta'],
] as const;

type Variant = Omit<RetailerItem, 'gtin'> & { readonly weight: number };

/** `skus` articles, the best sold first: models in colours and sizes, models Zipf-like, sizes along their usual curve. */
export function makeCatalogue({ seed, skus }: { seed: number; skus: number }): RetailerItem[] {
  const random = seededRandom(seedFor(seed, 'catalogue'));
  const variants: Variant[] = [];
  for (let model = 1; variants.length < skus; model++) variants.push(...makeModel(model, random));
  return variants
    .slice(0, skus)
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight: _weight, ...item }, index) => ({ ...item, gtin: ownGtin(index + 1) }));
}

function makeModel(model: number, random: Random): Variant[] {
  const family = random.pick(families);
  const name = random.pick(names);
  const [low, high] = family.price;
  const priceMinor = random.integer(low, high) * 100 - 10;
  const popularity = (0.5 + random.next()) / (model + 4) ** 0.8;
  const firstColour = random.integer(0, colours.length - 1);
  return Array.from({ length: random.integer(2, 4) }, (_, step) => {
    const [colourCode, colour] = colours[(firstColour + step) % colours.length] as (typeof colours)[number];
    return family.sizes.map(([size, share]) => ({
      sku: `${family.prefix}${String(model).padStart(4, '0')}-${colourCode}-${size}`,
      name: `${family.noun} ${name} ${colour}${size === 'TU' ? '' : `, ${size}`}`,
      category: family.category,
      brand: family.brand,
      priceMinor,
      weight: (popularity * share) / (step + 1),
    }));
  }).flat();
}

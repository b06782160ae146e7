export type Product = {
  readonly name: string;
  readonly image: string;
  readonly price: { readonly amount: string; readonly currency: string };
};

const names = ['Linen shirt', 'Wool coat', 'Rain jacket', 'Denim trousers', 'Silk scarf', 'Canvas shoes'];

/** A product for any SKU, always the same: a real catalogue would look it up. */
export function productOf(sku: string): Product {
  const number = [...sku].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_000, 7);
  return {
    name: `${names[number % names.length]} ${sku}`,
    image: `https://images.example.com/${encodeURIComponent(sku)}.jpg`,
    price: { amount: `${10 + (number % 190)}.90`, currency: 'EUR' },
  };
}

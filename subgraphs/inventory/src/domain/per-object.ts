/** Works out something of an object that never changes once, and remembers it as long as the object lives. */
export function perObject<K extends object, V>(workOut: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, V>();
  return (object) => {
    const found = known.get(object);
    if (found !== undefined) return found;
    const value = workOut(object);
    known.set(object, value);
    return value;
  };
}

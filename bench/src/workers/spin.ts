/** Keeps a core busy for some seconds and answers how much it did: what the machine itself gives to one process and to two. */
process.on('message', (seconds: number) => {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  for (; performance.now() < end; done++) JSON.parse(JSON.stringify({ done, list: [1, 2, 3] }));
  process.send?.(done);
});

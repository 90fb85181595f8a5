// A test may earn coverage only for the file it is named after. Files in io/ are proved by privileged and
// end-to-end tests, which run in other processes: their coverage is not counted.
const PURE = /^dist\/test\/((?:api|kubernetes|reconciler|speaker)\/(?!io\/).+)\.test\.js$/

export default (test) => {
  const match = PURE.exec(test)
  return match ? `dist/${match[1]}.js` : null
}

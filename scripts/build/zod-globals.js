// A stand-in for the global object in a bundled zod. zod keeps its settings there, and the page's own zod may have changed
// them, for example to compile schemas to code. See private-globals.mjs.
const privateGlobal = {__proto__: null};

export {privateGlobal as globalThis};

// What the zod in a bundle takes for the global object: zod keeps its settings there, and the page's own zod may have
// set them, for example to compile schemas to code. See private-globals.mjs.
const privateGlobal = {__proto__: null};

export {privateGlobal as globalThis};

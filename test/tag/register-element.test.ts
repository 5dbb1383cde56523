import {expect} from '@open-wc/testing';
import {register} from '../../src/tag/register-element.js';

/** A registry of its own, and what is warned of it. */
function createRegistry() {
  const classes = new Map<string, CustomElementConstructor>();
  const warnings: string[] = [];
  return {
    warnings,
    get: (tag: string) => classes.get(tag),
    define: (tag: string, elementClass: CustomElementConstructor) => void classes.set(tag, elementClass),
    warn: (message: string) => void warnings.push(message),
  };
}

class First extends HTMLElement {
  static readonly version: string = '1.0.0';
}
class SameVersion extends HTMLElement {
  static readonly version: string = '1.0.0';
}
class Newer extends First {
  static override readonly version = '2.0.0';
}
class Stranger extends HTMLElement {}

describe('Registering an element', () => {
  it('takes the tag web-engagement unless told otherwise', () => {
    const registry = createRegistry();
    register(First, undefined, registry, registry.warn);
    register(Stranger, 'my-chat', registry, registry.warn);
    expect([registry.get('web-engagement'), registry.get('my-chat')]).to.deep.equal([First, Stranger]);
  });

  for (const again of [First, SameVersion]) {
    it(`is quiet when the same version is there already, as ${again.name}`, () => {
      const registry = createRegistry();
      for (const elementClass of [First, again]) register(elementClass, 'my-chat', registry, registry.warn);
      expect(registry.get('my-chat')).to.equal(First);
      expect(registry.warnings).to.be.empty;
    });
  }

  it('keeps the first version, and warns once of another, naming both', () => {
    const registry = createRegistry();
    for (const elementClass of [First, Newer]) register(elementClass, 'my-chat', registry, registry.warn);
    expect(registry.get('my-chat')).to.equal(First);
    expect(registry.warnings).to.have.lengthOf(1);
    expect(registry.warnings[0]).to.include('1.0.0').and.to.include('2.0.0');
  });

  it('warns when a stranger has the tag', () => {
    const registry = createRegistry();
    for (const elementClass of [Stranger, First]) register(elementClass, 'my-chat', registry, registry.warn);
    expect(registry.warnings).to.have.lengthOf(1);
  });
});

// The little of Angular that the guide uses. The stack of Angular compiles with Angular itself.
declare module '@angular/core' {
  export function Component(options: object): (target: unknown, context: ClassDecoratorContext) => void;
  export const CUSTOM_ELEMENTS_SCHEMA: object;
}

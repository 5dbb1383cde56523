import {expect} from '@open-wc/testing';
import {reportUncaught, Subscribers} from '../../src/engagement/subscribers.js';

describe('Subscribers', () => {
  it('tells each one every message, until it leaves', () => {
    const subscribers = new Subscribers<number>();
    const heard: string[] = [];
    const leave = subscribers.add((message) => heard.push(`a${message}`));
    subscribers.add((message) => heard.push(`b${message}`));
    subscribers.tell(1);
    leave();
    subscribers.tell(2);
    expect(heard).to.deep.equal(['a1', 'b1', 'b2']);
  });

  it('reports one that throws, and tells the others', () => {
    const reported: unknown[] = [];
    const problem = new Error('of the page');
    const heard: number[] = [];
    const subscribers = new Subscribers<number>((error) => reported.push(error));
    subscribers.add(() => {
      throw problem;
    });
    subscribers.add((message) => heard.push(message));
    subscribers.tell(1);
    expect([reported, heard]).to.deep.equal([[problem], [1]]);
  });
});

describe('reportUncaught', () => {
  const problem = new Error('of the page');
  const fail = (): never => {
    throw new Error('not asked for');
  };

  it('reports as the platform does', () => {
    const reported: unknown[] = [];
    reportUncaught(problem, {reportError: (error) => reported.push(error), queueMicrotask: fail});
    expect(reported).to.deep.equal([problem]);
  });

  it('throws later, outside of what goes on, where the platform has no report', () => {
    const tasks: (() => void)[] = [];
    reportUncaught(problem, {queueMicrotask: (task) => tasks.push(task)});
    expect(tasks).to.have.lengthOf(1);
    expect(tasks[0]).to.throw(problem);
  });
});

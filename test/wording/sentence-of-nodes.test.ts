import { expect, it } from 'vitest';
import { sentenceOfNodes } from '../../src/wording/sentence-of-nodes.js';

interface Node {
  readonly is: 'words' | 'link';
  readonly value: string;
}
const words = (value: string): Node => ({ is: 'words', value });
const link = (value: string): Node => ({ is: 'link', value });

it('nodes stand where their sentence has its places, whatever their order and their number', () => {
  expect(
    sentenceOfNodes((place) => `${place(link('new'))}, once ${place(link('old'), words('!'))}`, words),
  ).toEqual([link('new'), words(', once '), link('old'), words('!')]);
  expect(sentenceOfNodes((place) => `gone: ${place()}.`, words)).toEqual([words('gone: '), words('.')]);
});

it('a sentence without places is words, and one of a character for private use stays one', () => {
  expect(sentenceOfNodes(() => 'nothing to link', words)).toEqual([words('nothing to link')]);
  expect(
    sentenceOfNodes(() => 'odd \ue123 name', words)
      .map(({ value }) => value)
      .join(''),
  ).toBe('odd \ue123 name');
});

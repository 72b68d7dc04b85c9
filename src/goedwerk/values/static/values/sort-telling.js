// What is told after each act, once: where a card lies now, and what room that leaves.
import { count, say } from "./dom.js"

/** @typedef {import("./sort-state.js").Sort} Sort @typedef {Record<string, any>} Words */

/** @param {Sort} sort @param {Words} words @param {string} id */
export const lies = (sort, words, id) => say(words.lies, about(sort, id))

/** @param {Sort} sort @param {Words} words @param {string} id */
export const stays = (sort, words, id) => say(words.stays, about(sort, id))

/** Where a card lies, and how many more fit there. */
export function liesWithRoom(sort, words, id) {
  const free = sort.room(sort.lying.get(id))
  return `${lies(sort, words, id)} ${free > 0 ? count(words.room, free) : words.noRoom}`
}

/** Two cards changed places, or one of them went back to the hand. */
export function swapped(sort, words, id, other) {
  const { card, rung } = about(sort, other)
  const went = rung ? say(words.swapped, { other: card, rung }) : say(words.inHand, { card })
  return `${lies(sort, words, id)} ${went}`
}

function about(sort, id) {
  return { card: sort.card(id).name, rung: sort.rung(sort.lying.get(id))?.label }
}

// The ladder, and the map of it in small.
import { count, el, hidden, say } from "./dom.js"

const SVG = "http://www.w3.org/2000/svg"

/** @param {import("./sort-hand.js").Now} now @returns {HTMLElement} */
export function ladder(now) {
  const { sort, words } = now
  return el(
    "ol",
    { class: "gw-ladder", "aria-label": words.ladder },
    sort.rungs.map((rung) => rungOf(now, rung)),
  )
}

function rungOf(now, rung) {
  const { sort, words } = now
  const free = sort.room(rung.value)
  const cards = sort.on(rung.value).map((card) => tile(now, card))
  const open = free > 0 && el("p", { class: "gw-free" }, count(words.free, free))
  const rail = el("span", { class: "gw-rung__rail" }, hidden(`${words.rung} `), rung.label)
  return el(
    "li",
    { class: "gw-rung", "data-shade": rung.shade },
    rail,
    el("div", { class: "gw-rung__places" }, cards, open),
  )
}

function tile({ picked, icon }, card) {
  const pressed = card.id === picked ? "true" : "false"
  return el(
    "button",
    {
      type: "button",
      class: "gw-tile",
      "data-act": "pick",
      "data-card": card.id,
      "data-key": card.id,
      "aria-pressed": pressed,
    },
    el("span", {}, card.name),
    icon("chevron-down"),
  )
}

/** The shape upright, with what lies filled in. Decoration: every rung says the same in words. */
export function small({ sort }) {
  const widest = Math.max(...sort.rungs.map((rung) => rung.size))
  const svg = shape("svg", {
    class: "gw-shape",
    viewBox: `0 0 ${widest * 16} ${sort.rungs.length * 10}`,
    preserveAspectRatio: "xMaxYMid",
    "aria-hidden": "true",
    focusable: "false",
  })
  sort.rungs.forEach((rung, row) => {
    const used = rung.size - sort.room(rung.value)
    for (let at = 0; at < rung.size; at++) {
      const x = (widest - rung.size) * 8 + at * 16 + 2
      svg.append(
        shape("rect", {
          x,
          y: row * 10 + 1.5,
          width: 12,
          height: 7,
          rx: 2,
          class: at < used ? "gw-shape__lies" : "gw-shape__free",
        }),
      )
    }
  })
  return svg
}

function shape(tag, attributes) {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  return made
}

/** @param {import("./sort-hand.js").Now} now @returns {string} how far somebody is */
export const progress = ({ sort, words }) => say(words.count, { n: sort.lying.size, all: sort.cards.length })

// The hand: one card, and what can be done with it. Each of five panels draws what should stand there.
import { count, el, hidden, say } from "./dom.js"

/**
 * @typedef {{ sort: import("./sort-state.js").Sort, words: Record<string, any>, icon: (name: string) => Element,
 *   picked: string | null, swap: { id: string, to: string } | null, listening: boolean }} Now
 */

/** @param {Now} now @returns {HTMLElement} */
export function panel(now) {
  if (now.swap) return swapPanel(now)
  if (now.picked) return pickedPanel(now)
  if (now.sort.toPile.length) return pilePanel(now)
  return now.sort.isComplete ? donePanel(now) : placePanel(now)
}

// Panels

function pilePanel(now) {
  const { sort, words } = now
  const [card] = sort.toPile
  const at = sort.cards.length - sort.toPile.length + 1
  return keyed(
    "pile",
    el("div", { class: "gw-deck" }, deckCard(now, card, at)),
    el(
      "div",
      { class: "gw-hand__foot" },
      el(
        "div",
        { class: "gw-piles" },
        ["heavy", "between", "less"].map((pile) => pileButton(now, pile)),
      ),
      ways(now, undoButton(now)),
    ),
  )
}

function placePanel(now) {
  const [card] = now.sort.hand
  return keyed(
    "place",
    el("div", { class: "gw-hand__card" }, heading(card.name, now.words.where), meaning(card)),
    places(now, null),
    ways(now, undoButton(now), now.sort.hand.length > 1 && button("later", now.words.later)),
  )
}

function pickedPanel(now) {
  const { sort, words } = now
  const card = sort.card(now.picked)
  const rung = sort.rung(sort.lying.get(card.id))
  return keyed(
    "picked",
    el(
      "div",
      { class: "gw-hand__card" },
      el("p", { class: "gw-mine" }, say(words.picked, { rung: rung.label })),
      heading(card.name),
      meaning(card),
    ),
    el(
      "div",
      { class: "gw-updown" },
      wide("higher", now.icon("arrow-up"), words.higher),
      wide("lower", now.icon("arrow-down"), words.lower),
    ),
    places(now, rung.value),
    el("div", { class: "gw-hand__ways" }, button("leave", words.leave), button("off", words.off)),
  )
}

function swapPanel(now) {
  const { sort, words, swap } = now
  const to = sort.rung(swap.to)
  const from = sort.rung(sort.lying.get(swap.id) ?? "none")
  const back = from ? say(words.to, { rung: from.label }) : words.toHand
  return keyed(
    "swap",
    el(
      "div",
      { class: "gw-hand__card" },
      el("p", { class: "gw-mine" }, say(words.wants, { card: sort.card(swap.id).name, rung: to.label })),
      heading(say(words.swap, { rung: to.label })),
    ),
    el(
      "div",
      { class: "gw-piles" },
      sort
        .on(to.value)
        .map((card) =>
          el(
            "button",
            { type: "button", class: "gw-pile", "data-act": "exchange", "data-card": card.id },
            now.icon("repeat"),
            el("span", {}, card.name),
            el("small", {}, back),
          ),
        ),
    ),
    el("div", { class: "gw-hand__ways" }, button("rather", words.rather, now.icon("arrow-back-up"))),
  )
}

function donePanel(now) {
  const { words, sort } = now
  return keyed(
    "done",
    el("div", { class: "gw-hand__card" }, heading(count(words.done, sort.cards.length)), el("p", {}, words.check)),
    el("button", { type: "submit", class: "nl-button nl-button--primary gw-hand__keep" }, words.keep),
    ways(now, undoButton(now)),
  )
}

// Parts

const keyed = (key, ...children) => el("div", { class: "gw-hand__panel", "data-key": key }, ...children)

const heading = (text, before = "") => el("h2", { id: "gw-hand", tabindex: "-1" }, before && hidden(`${before} `), text)

const deckCard = ({ sort, words }, card, at) =>
  el(
    "div",
    { class: "gw-deck__card" },
    el("p", { class: "gw-hint" }, say(words.card, { n: at, all: sort.cards.length })),
    heading(card.name),
    el("p", {}, card.meaning),
  )

const meaning = (card) => card.meaning && el("p", {}, card.meaning)

const button = (act, text, icon = null) =>
  el("button", { type: "button", class: "gw-undo", "data-act": act }, icon, el("span", {}, text))

const wide = (act, icon, text) =>
  el("button", { type: "button", class: "nl-button nl-button--secondary", "data-act": act }, icon, text)

const undoButton = ({ sort, words, icon }) => sort.past.length > 0 && button("undo", words.undo, icon("arrow-back-up"))

const ways = (now, ...buttons) =>
  el("div", { class: "gw-hand__ways" }, ...buttons, button("list", now.words.asList, now.icon("list")))

function pileButton({ sort, words }, pile) {
  return el(
    "button",
    { type: "button", class: `gw-pile gw-pile--${pile}`, "data-act": "pile", "data-pile": pile },
    el("span", { class: "gw-pile__mark", "aria-hidden": "true" }),
    el("span", {}, words[pile]),
    el("small", {}, count(words.cards, sort.onPile(pile))),
  )
}

/** A button for every rung. A full one stays a button: it asks for a swap. */
function places(now, here) {
  const { sort, words } = now
  const rungs = el(
    "div",
    { class: "gw-rungs", "data-count": sort.rungs.length },
    sort.rungs.map((rung) => placeButton(now, rung, here)),
  )
  const ends = el(
    "p",
    { class: "gw-rungs__ends", "aria-hidden": "true" },
    el("span", {}, words.top),
    el("span", {}, words.bottom),
  )
  return el("div", {}, rungs, ends)
}

function placeButton({ sort, words }, rung, here) {
  const free = sort.room(rung.value)
  const spoken = [rung.label, nameOf(sort, words, rung), state(words, free, rung.value === here)]
  return el(
    "button",
    {
      type: "button",
      class: `gw-to${free <= 0 ? " gw-to--full" : ""}`,
      "data-act": "place",
      "data-to": rung.value,
      "aria-label": spoken.filter(Boolean).join(", "),
      "aria-current": rung.value === here ? "true" : null,
    },
    el("span", {}, rung.label),
    dots(rung.size, free),
  )
}

function nameOf(sort, words, rung) {
  if (rung === sort.rungs[0]) return words.top
  return rung === sort.rungs.at(-1) ? words.bottom : ""
}

function state(words, free, isHere) {
  if (isHere) return words.here
  return free > 0 ? count(words.free, free) : words.full
}

const dots = (size, free) =>
  el(
    "i",
    { "aria-hidden": "true" },
    Array.from({ length: size }, (_none, at) => el("b", { class: at < size - free ? "" : "gw-open" })),
  )

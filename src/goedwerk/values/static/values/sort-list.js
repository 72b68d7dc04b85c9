// The list that is the form: one select per card. What the ladder shows is read from it and written to it.
import { count, say } from "./dom.js"

export class List {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.place = host.querySelector("[data-list]")
    this.room = host.querySelector("[data-room]")
    this.piled = /** @type {HTMLInputElement} */ (host.querySelector("[data-piled]"))
    this.rows = [...this.place.querySelectorAll("[data-card]")]
  }

  get cards() {
    return this.rows.map((row) => ({
      id: row.dataset.card,
      name: row.querySelector("[data-name]").textContent,
      meaning: row.querySelector("[data-meaning]")?.textContent ?? "",
    }))
  }

  /** @param {import("./sort-state.js").Sort} sort */
  read(sort) {
    const laid = this.rows.map((row) => [row.dataset.card, this.#select(row).value])
    sort.lying = new Map(laid.filter(([, value]) => value !== ""))
    sort.piled = new Map(this.piled.value ? JSON.parse(this.piled.value) : [])
  }

  /** Tells the page as well, so that an unfinished order is kept on the device. */
  write(sort) {
    for (const row of this.rows) this.#select(row).value = sort.lying.get(row.dataset.card) ?? ""
    this.piled.value = sort.piled.size ? JSON.stringify([...sort.piled]) : ""
    this.place.dispatchEvent(new Event("change", { bubbles: true }))
  }

  /** Where there is room, in one line. */
  tell(sort, words) {
    const open = sort.rungs.filter((rung) => sort.room(rung.value) > 0)
    const over = sort.rungs.filter((rung) => sort.room(rung.value) < 0)
    const told = [
      sort.hand.length && count(words.left, sort.hand.length),
      open.length && say(words.roomOn, { rungs: named(open, sort) }),
      over.length && say(words.tooMany, { rungs: named(over, sort) }),
    ].filter(Boolean)
    this.room.textContent = told.join(" ") || words.fits
  }

  #select(row) {
    return /** @type {HTMLSelectElement} */ (row.querySelector("select"))
  }
}

const named = (rungs, sort) => rungs.map((rung) => `${rung.label} (${Math.abs(sort.room(rung.value))})`).join(", ")

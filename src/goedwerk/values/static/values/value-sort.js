// <gw-sort> around a list with one select per card: shows it as piles and a ladder. The list stays the form: without
// this element, or by choice, it does the same. `data-piles`: make three rough piles first. Inside: [data-list],
// [data-room], [data-count], [data-piled] (keeps the piles on the device, and is never sent), icons, and as JSON the
// shape and all words.
import { el, hidden, morph, say } from "./dom.js"
import { panel } from "./sort-hand.js"
import { KEYS } from "./sort-keys.js"
import { ladder, progress, small } from "./sort-ladder.js"
import { List } from "./sort-list.js"
import { shuffled, Sort } from "./sort-state.js"
import { liesWithRoom, stays, swapped } from "./sort-telling.js"

const HEADING = "#gw-hand"

class ValueSort extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    const { signal } = this.stop
    const { rungs, words } = JSON.parse(this.querySelector("script[type='application/json']").textContent)
    this.words = words
    this.list = new List(this)
    this.sort = new Sort(shuffled(this.list.cards), rungs, this.hasAttribute("data-piles"))
    this.#build()
    this.start()
    this.addEventListener("click", this.act, { signal })
    this.addEventListener("keydown", this.key, { signal })
    this.list.place.addEventListener("input", this.listed, { signal })
    this.closest("form")?.addEventListener("reset", () => setTimeout(this.start), { signal })
  }

  disconnectedCallback() {
    this.stop.abort()
    this.hand?.remove()
    this.ladder?.remove()
  }

  /** Read what the list holds, and show that. */
  start = () => {
    this.list.read(this.sort)
    this.sort.past = []
    this.#lay()
    this.#show(this.dataset.view ?? "ladder")
  }

  // Actions

  act = (event) => {
    const button = event.target.closest("[data-act]")
    if (!button) return
    this[`on_${button.dataset.act}`](button.dataset)
    this.#draw()
    this.#findFocus()
    this.focusOn = ""
  }

  key = (event) => {
    const doing = KEYS[event.key]
    if (doing && doing(this, event)) event.preventDefault()
  }

  /** Somebody uses the list itself. */
  listed = () => {
    this.list.read(this.sort)
    this.list.tell(this.sort, this.words)
    this.#draw()
  }

  // What each button does

  on_pile({ pile }) {
    const [card] = this.sort.toPile
    this.sort.pile(card.id, pile)
    this.#keep(`${card.name}: ${this.words[pile]}.`)
    if (!this.sort.toPile.length) this.#begin()
    else this.toTop = this.sort.past.length === 1 && this.hand.getBoundingClientRect().bottom > innerHeight
  }

  on_place({ to }) {
    const id = this.picked ?? this.sort.hand[0].id
    if (to === this.sort.lying.get(id)) return this.on_leave()
    this.#move(id, to)
    if (!this.swap) this.#lay(id)
  }

  on_pick({ card }) {
    if (this.picked === card) return this.on_leave()
    this.#lay()
    this.picked = card
    this.#tell("")
    this.focusOn = "[data-act=higher]"
  }

  on_higher() {
    this.#step(-1, this.words.highest)
  }

  on_lower() {
    this.#step(1, this.words.lowest)
  }

  on_leave() {
    const id = this.picked
    this.#lay(id)
    this.#tell(stays(this.sort, this.words, id))
  }

  on_off() {
    const id = this.picked
    this.sort.takeOff(id)
    this.#lay()
    this.focusOn = HEADING
    this.#keep(say(this.words.inHand, { card: this.sort.card(id).name }))
  }

  on_exchange({ card: other }) {
    const { id } = this.swap
    const wasLying = this.sort.lying.has(id)
    this.sort.swap(id, other)
    this.swap = null
    this.#keep(swapped(this.sort, this.words, id, other))
    this.#reveal(id)
    this.focusOn = wasLying ? "[data-act=higher]" : placeButton(this.sort.lying.get(id))
  }

  on_rather() {
    const { to } = this.swap
    this.swap = null
    this.focusOn = this.picked ? "[data-act=higher]" : placeButton(to)
  }

  on_later() {
    const [card] = this.sort.hand
    this.sort.pile(card.id, "later")
    this.#keep("")
  }

  on_undo() {
    this.sort.undo()
    this.#lay()
    this.#keep(this.words.undone)
  }

  on_list() {
    this.#lay()
    this.#show("list")
    this.list.place.querySelector("select").focus()
  }

  on_ladder() {
    this.#show("ladder")
    this.focusOn = HEADING
  }

  // Moving

  /** A full rung asks which card makes way. */
  #move(id, to) {
    if (this.sort.room(to) <= 0) {
      this.swap = { id, to }
      this.#tell("")
      this.focusOn = HEADING
      return
    }
    this.sort.place(id, to)
    this.#keep(liesWithRoom(this.sort, this.words, id))
    this.#reveal(id)
    if (this.sort.isComplete && !this.picked) this.#begin()
  }

  #step(step, atEnd) {
    const rung = this.sort.beside(this.picked, step)
    if (rung) this.#move(this.picked, rung.value)
    else this.#tell(say(atEnd, { card: this.sort.card(this.picked).name }))
  }

  /** Nothing is picked up any more; a card that was lies where it is. */
  #lay(id = null) {
    const wasPicked = this.picked && id
    this.picked = null
    this.swap = null
    if (wasPicked) this.focusOn = `.gw-tile[data-card="${CSS.escape(id)}"]`
  }

  /** Something new begins: the ladder, or reading it from the top. */
  #begin() {
    this.focusOn = HEADING
    this.revealed = null
    this.toTop = true
  }

  // Saying

  #tell(text) {
    this.told = text
  }

  #keep(text) {
    this.#tell(text)
    this.list.write(this.sort)
  }

  /** The card that comes next, for who does not see it. */
  get next() {
    const [card] = this.sort.toPile.length ? this.sort.toPile : this.sort.hand
    return card && !this.picked && !this.swap && this.told ? say(this.words.next, { card: card.name }) : ""
  }

  // Drawing

  #build() {
    this.said = el("p", { class: "gw-said", role: "status" })
    this.hand = el(
      "div",
      { class: "gw-hand", role: "group", "aria-labelledby": HEADING.slice(1) },
      this.said,
      el("div"),
    )
    this.ladder = el("ol")
    this.small = this.querySelector(".gw-sort__head").appendChild(
      document.createElementNS("http://www.w3.org/2000/svg", "svg"),
    )
    this.back = el(
      "button",
      { type: "button", class: "gw-undo", "data-act": "ladder" },
      this.icon("list"),
      this.words.asLadder,
    )
    this.list.place.prepend(this.back)
    this.querySelector(".gw-sort__head").after(this.hand, this.ladder)
  }

  icon = (name) => {
    const found = this.querySelector("[data-icons]").content.querySelector(`[data-icon="${name}"]`)
    return found?.firstElementChild.cloneNode(true)
  }

  #show(view) {
    this.dataset.view = view
    this.list.place.hidden = view !== "list"
    this.hand.hidden = this.ladder.hidden = view === "list"
    this.list.tell(this.sort, this.words)
    this.#draw()
  }

  #draw() {
    const now = { sort: this.sort, words: this.words, icon: this.icon, picked: this.picked, swap: this.swap }
    const isPiling = this.sort.toPile.length > 0
    this.dataset.phase = isPiling ? "piles" : this.sort.isComplete ? "done" : "ladder"
    morph(this.hand.lastElementChild, panel(now))
    this.said.replaceChildren(this.told ?? "", this.next ? hidden(` ${this.next}`) : "")
    morph(this.ladder, ladder(now))
    this.ladder.hidden = isPiling || this.dataset.view === "list"
    morph(this.small, small(now))
    this.querySelector("[data-count]").textContent = progress(now)
  }

  #reveal(id) {
    this.revealed = id
  }

  /** Focus stays where it is unless that is gone, or something asks for it. */
  #findFocus() {
    const wanted = this.focusOn && this.querySelector(this.focusOn)
    const isLost = !this.contains(document.activeElement) || document.activeElement === document.body
    const target = wanted || (isLost && this.querySelector(HEADING))
    if (target) target.focus({ preventScroll: this.#holdsHand && !target.matches(".gw-tile") })
    this.#scroll()
  }

  #scroll() {
    const tile = this.revealed && this.querySelector(`.gw-tile[data-card="${CSS.escape(this.revealed)}"]`)
    if (this.#holdsHand) tile?.scrollIntoView({ block: "nearest" })
    if (this.toTop) this.scrollIntoView({ block: "start" })
    this.revealed = null
    this.toTop = false
  }

  // In a small window the hand stands above the ladder, and scrolling to a card would lose it.
  get #holdsHand() {
    return getComputedStyle(this.hand).position === "sticky"
  }
}

const placeButton = (value) => `.gw-to[data-to="${value}"]`

customElements.define("gw-sort", ValueSort)

// A sort while somebody makes it: which cards lie where, which pile the others are on, and the way back.

const RANKS = { first: -1, heavy: 0, between: 1, less: 2, later: 3 }

/** @typedef {{ id: string, name: string, meaning: string }} Card */
/** @typedef {{ value: string, label: string, size: number, shade: number }} Rung */

export class Sort {
  /** @param {Card[]} cards in the order to show them @param {Rung[]} rungs heaviest first @param {boolean} hasPiles */
  constructor(cards, rungs, hasPiles) {
    this.cards = cards
    this.rungs = rungs
    this.hasPiles = hasPiles
    /** @type {Map<string, string>} card → rung */
    this.lying = new Map()
    /** @type {Map<string, string>} card → pile, in the order in which they were laid */
    this.piled = new Map()
    this.past = []
  }

  // What is so

  card(id) {
    return this.cards.find((card) => card.id === id)
  }

  rung(value) {
    return this.rungs.find((rung) => rung.value === value)
  }

  /** The cards on a rung, the one that came last at the end. */
  on(value) {
    return [...this.lying].filter(([, rung]) => rung === value).map(([id]) => this.card(id))
  }

  room(value) {
    return this.rung(value).size - this.on(value).length
  }

  /** Cards without a place: heavy pile first. */
  get hand() {
    const waiting = this.cards.filter((card) => !this.lying.has(card.id))
    const laid = [...this.piled.keys()]
    const rank = (card) => RANKS[this.piled.get(card.id) ?? "between"]
    return waiting.sort((one, other) => rank(one) - rank(other) || laid.indexOf(one.id) - laid.indexOf(other.id))
  }

  /** Cards that are on no pile yet, while there is no ladder. */
  get toPile() {
    const begun = !this.hasPiles || this.lying.size > 0
    return begun ? [] : this.cards.filter((card) => !this.piled.has(card.id))
  }

  onPile(pile) {
    return [...this.piled.values()].filter((name) => name === pile).length
  }

  get isComplete() {
    return this.lying.size === this.cards.length
  }

  /** The rung above (-1) or below (1) the one on which a card lies. */
  beside(id, step) {
    return this.rungs[this.rungs.indexOf(this.rung(this.lying.get(id))) + step]
  }

  // What somebody does

  pile(id, pile) {
    this.#remember()
    this.#lay(this.piled, id, pile)
  }

  place(id, value) {
    this.#remember()
    this.#lay(this.lying, id, value)
  }

  /** A card takes the place of another, which goes where the first came from: a rung, or the hand. */
  swap(id, other) {
    this.#remember()
    const [from, to] = [this.lying.get(id), this.lying.get(other)]
    this.#lay(this.lying, id, to)
    if (from) this.#lay(this.lying, other, from)
    else this.#takeUp(other)
  }

  takeOff(id) {
    this.#remember()
    this.#takeUp(id)
  }

  undo() {
    const { lying, piled } = this.past.pop()
    this.lying = lying
    this.piled = piled
  }

  // Private

  #remember() {
    this.past.push({ lying: new Map(this.lying), piled: new Map(this.piled) })
  }

  #takeUp(id) {
    this.lying.delete(id)
    this.#lay(this.piled, id, "first")
  }

  // Order is the order of coming, so whatever moves comes last.
  #lay(map, id, where) {
    map.delete(id)
    map.set(id, where)
  }
}

/** @template T @param {T[]} things @returns {T[]} the same in an order of chance, so that no card always comes first */
export function shuffled(things) {
  const drawn = things.map((thing) => ({ thing, chance: Math.random() }))
  return drawn.sort((one, other) => one.chance - other.chance).map(({ thing }) => thing)
}

// Keys beside Tab and Enter; every one of them has a button as well. Each says whether it did something.
export const KEYS = {
  Escape: (sort) => press(sort, sort.swap ? "rather" : sort.picked ? "leave" : ""),
  ArrowUp: (sort, event) => inHand(event) && sort.picked && !sort.swap && press(sort, "higher"),
  ArrowDown: (sort, event) => inHand(event) && sort.picked && !sort.swap && press(sort, "lower"),
  ArrowLeft: (_sort, event) => besides(event, "previousElementSibling"),
  ArrowRight: (_sort, event) => besides(event, "nextElementSibling"),
}

const inHand = (event) => Boolean(event.target.closest(".gw-hand"))

function press(sort, act) {
  const button = act && sort.querySelector(`[data-act="${act}"]`)
  button?.click()
  return Boolean(button)
}

function besides(event, which) {
  const place = event.target.closest(".gw-to")?.[which]
  place?.focus()
  return Boolean(place)
}

// When a new step takes the place of the old one, the focus that stood in the old one would be lost: it goes to the
// content, so that a screen reader begins there. And what is drawn now is of now: no notice that the group moved on.

document.addEventListener("htmx:after:swap", () => {
  document.querySelector("gw-follow [data-moved-on]")?.toggleAttribute("hidden", true)
  if (document.activeElement === document.body) document.querySelector("#content").focus({ preventScroll: true })
})

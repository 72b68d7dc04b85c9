// All custom elements of the platform. Each improves a page that already works without it.
import "./copy.js"
import "./countdown.js"
import "./draft.js"
import "./fit.js"
import "./follow.js"
import "./forget.js"
import "./leave.js"
import "./limit.js"
import "./once.js"
import "./own.js"
import "./picked.js"
import "./sent.js"

document.documentElement.classList.add("js")

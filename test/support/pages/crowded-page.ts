/** A page on which the keyboard comes to places that a widget likes to lie on: a side rail, a long form, a footer. */
export const crowdedPage = `
  <style>
    body {margin: 0; min-height: 100vh; display: grid; grid-template-columns: 1fr 200px; gap: 8px}
    form {display: grid; gap: 24px}
    .rail {position: fixed; right: 40px; top: 45%; display: grid; gap: 4px; width: 90px}
    aside {padding-right: 140px}
    footer {grid-column: 1 / -1; display: flex; justify-content: flex-end; gap: 12px; padding: 40px}
  </style>
  <main><h1>Order</h1><form>${Array.from({length: 12}, (_, index) => `<input aria-label="Field ${index}">`).join('')}</form></main>
  <aside>${Array.from({length: 6}, (_, index) => `<p><a href="#a${index}">Offer ${index}</a></p>`).join('')}</aside>
  <div class="rail">${Array.from({length: 4}, (_, index) => `<a href="#r${index}">Share ${index}</a>`).join('')}</div>
  <footer>${Array.from({length: 5}, (_, index) => `<a href="#f${index}">Imprint ${index}</a>`).join('')}</footer>`;

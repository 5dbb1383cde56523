/** A page that keeps something of its own in the corner where a widget goes. */
export interface HostPage {
  readonly name: string;
  /** What the page keeps there, in words. */
  readonly keeps: string;
  /** Markup of the body. */
  readonly body: string;
  /** Selector of what the visitor has to reach there. */
  readonly targets: string;
}

const shop = `
  <style>
    body {margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #191a1c); color: light-dark(#171717, #eee)}
    header {display: flex; gap: 24px; padding: 16px 24px; border-block-end: 1px solid light-dark(#e5e5e5, #333)}
    header b {letter-spacing: 0.05em}
    main {max-width: 1200px; margin: auto; padding: 24px}
    ul {display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 20px; padding: 0; list-style: none}
    li::before {content: ''; display: block; height: 160px; margin-block-end: 8px; border-radius: 8px; background: light-dark(#ded9cc, #35373b)}
    li:nth-child(3n)::before {background: light-dark(#cbd8c8, #33403a)}
    li:nth-child(3n + 1)::before {background: light-dark(#c9d6dc, #2f3c45)}
    .host-button {min-height: 44px; padding: 0 16px; border: 1px solid currentcolor; border-radius: 8px; background: light-dark(#fff, #191a1c); color: inherit; font: inherit}
    .host-button.strong {background: light-dark(#171717, #eee); color: light-dark(#fff, #171717)}
  </style>
  <header><b>NORDWOOL</b><a href="#women">Women</a><a href="#men">Men</a></header>
  <main><h1>Knitwear</h1><ul>${Array.from({length: 16}, (_, index) => `<li>Merino crew ${index + 1}</li>`).join('')}</ul></main>`;

const ground = 'background: light-dark(#fff, #222326); box-shadow: 0 -4px 24px rgb(0 0 0 / 0.12)';

/** A page that keeps nothing in the corner. */
export const shopPage = shop;

/** An app that fills the window, and scrolls within. */
export const dashboardPage = `
  <style>
    body {display: grid; grid-template: auto 1fr / 200px 1fr; height: 100vh; margin: 0; font: 14px/1.5 system-ui, sans-serif; background: light-dark(#f4f5f7, #17181b); color: light-dark(#171717, #eee)}
    header {grid-column: 1 / -1; padding: 12px 20px; background: light-dark(#fff, #222326)}
    nav {display: grid; align-content: start; gap: 12px; padding: 20px}
    main {overflow: auto; padding: 20px}
    table {width: 100%; border-collapse: collapse; background: light-dark(#fff, #222326)}
    td {padding: 12px; border-block-end: 1px solid light-dark(#e5e5e5, #333)}
    @media (max-width: 600px) {body {grid-template-columns: 1fr} nav {display: none}}
  </style>
  <header><b>Orders</b></header><nav><a>Overview</a><a>Orders</a><a>Returns</a></nav>
  <main><table>${Array.from({length: 30}, (_, row) => `<tr><td>${1000 + row}</td><td>Merino crew</td><td>Paid</td><td><button>Open</button></td></tr>`).join('')}</table></main>`;

/** The pages of a shop that a widget has to share a corner with. */
export const hostPages: readonly HostPage[] = [
  {
    name: 'cookie-banner',
    keeps: 'a cookie banner',
    targets: '.banner button',
    body: `${shop}
      <style>
        .banner {position: fixed; inset: auto 0 0; display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 12px; padding: 16px 24px; ${ground}}
        .banner p {flex: 1 1 280px; margin: 0}
      </style>
      <div class="banner" role="region" aria-label="Cookies"><p>We value your privacy. We use cookies to improve your experience.</p>
        <button class="host-button">Settings</button><button class="host-button">Reject all</button><button class="host-button strong">Accept all</button></div>`,
  },
  {
    name: 'cart-bar',
    keeps: 'a sticky cart bar',
    targets: '.cart button',
    body: `${shop}
      <style>
        .cart {position: sticky; bottom: 0; display: flex; align-items: center; justify-content: space-between; padding: 12px 24px; ${ground}}
      </style>
      <div class="cart"><span>2 items, € 106.80</span><button class="host-button strong">Go to checkout</button></div>`,
  },
  {
    name: 'bottom-navigation',
    keeps: 'a navigation at the bottom',
    targets: '.tabs a',
    body: `${shop}
      <style>
        .tabs {position: fixed; inset: auto 0 0; display: grid; grid-template-columns: repeat(5, 1fr); ${ground}}
        .tabs a {display: grid; place-items: center; min-height: 56px; color: inherit; text-decoration: none; font-size: 13px}
      </style>
      <nav class="tabs" aria-label="Shop">${['Home', 'Search', 'Saved', 'Cart', 'Account'].map((tab) => `<a href="#${tab}">${tab}</a>`).join('')}</nav>`,
  },
  {
    name: 'other-bubble',
    keeps: 'another vendor’s bubble',
    targets: '.bubble button',
    // As such vendors do: a layer over the whole page that lets clicks through, with a button that does not.
    body: `${shop}
      <style>
        .bubble {position: fixed; inset: 0; pointer-events: none; z-index: 2147483647}
        .bubble button {position: absolute; inset: auto 20px 20px auto; width: 60px; height: 60px; border: 0; border-radius: 50%; background: #0b7a53; color: #fff; font: inherit; pointer-events: auto}
      </style>
      <div class="bubble"><button aria-label="Reviews">★</button></div>`,
  },
];

/** Sizes of the window in which a host page is looked at, in CSS pixels. */
export const hostWindows = [
  {width: 1280, height: 800},
  {width: 390, height: 844},
] as const;

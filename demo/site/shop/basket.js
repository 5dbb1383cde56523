const basket = /** @type {HTMLElement} */ (document.getElementById('basket'));
let count = 0;

document.getElementById('order')?.addEventListener('submit', (event) => {
  event.preventDefault();
  count += 1;
  basket.textContent = count === 1 ? 'Basket: 1 lamp' : `Basket: ${count} lamps`;
});

// Keys that others have by default: browsers (Chrome, Edge, Firefox, Safari; text fields on all systems)
// and screen readers (NVDA, JAWS, Orca, VoiceOver), as their own lists of keys give them.

const each = (modifiers, keys) => keys.split(' ').map((key) => modifiers + key);
const LETTERS = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z';
const ARROWS = 'ArrowLeft ArrowRight ArrowUp ArrowDown';
const EDITING = `${ARROWS} Home End Backspace Delete Insert`;

const BROWSERS = new Set([
  ...each('', `F1 F3 F5 F6 F7 F9 F10 F11 F12 Tab Enter Escape PageUp PageDown / ' ${EDITING}`),
  ...each('Shift+', `F3 F5 F6 F10 Tab Enter Escape PageUp PageDown ${EDITING}`),
  ...each('Ctrl+', `${LETTERS} 0 1 2 3 4 5 6 7 8 9 + - = , . F4 F5 F6 F7 Tab PageUp PageDown ${EDITING}`),
  ...each('Ctrl+Shift+', `${LETTERS} Tab PageUp PageDown ${EDITING}`),
  // Menus, tabs (Linux), the address, the home page.
  ...each('Alt+', `${LETTERS} 0 1 2 3 4 5 6 7 8 9 ArrowLeft ArrowRight Home F4 Tab`),
  ...each('Alt+Shift+', 'A B I T Tab'),
  ...each('Ctrl+Alt+', 'Delete'),
]);
const READERS = new Set([
  // JAWS: sentence by sentence.
  ...each('Alt+', 'ArrowUp ArrowDown'),
  // NVDA and JAWS: cells of a table; NVDA's own start.
  ...each('Ctrl+Alt+', `${ARROWS} N`),
  // Orca: lists of headings, links and other things, cells of a table.
  ...each('Alt+Shift+', `A B C E F G H I K L M O P Q R T U V X 1 2 3 4 5 6 ${ARROWS}`),
]);

// Who has this key: 'browser', 'reader', or nobody ('').
export const clash = (key) => (BROWSERS.has(key) ? 'browser' : READERS.has(key) ? 'reader' : '');

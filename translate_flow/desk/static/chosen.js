// Files that a person chooses; also those chosen before the page's scripts had arrived.

export function onFiles(input, take) {
  const taken = () => {
    const files = [...input.files];
    input.value = '';
    if (files.length) take(files);
  };
  input.addEventListener('change', taken);
  queueMicrotask(taken); // when the page's own script has run to its end
}

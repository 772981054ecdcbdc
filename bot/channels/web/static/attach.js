// Choosing photos and PDFs. What is plainly not one, or too large, is told at once; the server looks again.
import { say } from "./say.js";

const TYPES = /^(image\/(jpeg|png|webp)|application\/pdf)$/;
const MOST = 5;

export function attach(button, input, { onFile, onRefused }) {
  const largest = Number(input.dataset.largest);
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    onRefused("");
    for (const file of [...input.files].slice(0, MOST)) {
      const why = refused(file, largest);
      if (why) onRefused(why);
      else onFile(file, say("attachment", { name: file.name }));
    }
    input.value = "";
    button.focus();
  });
}

function refused(file, largest) {
  if (file.size > largest) return say("refused-file-large", { most: Math.floor(largest / 1048576) });
  if (file.size === 0) return say("refused-file-empty");
  // Some phones do not say what a file is; then the server finds out.
  if (file.type && !TYPES.test(file.type)) return say("refused-file-type");
  return "";
}

// Choosing photos and PDFs. What is plainly not one, or too large, is told at once; the server looks again.
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
      else onFile(file, `Lampiran: ${file.name}`);
    }
    input.value = "";
    button.focus();
  });
}

function refused(file, largest) {
  if (file.size > largest) return `Berkasnya terlalu besar, paling besar ${Math.floor(largest / 1048576)} MB.`;
  if (file.size === 0) return "Berkas itu kosong. Pilih yang lain, ya.";
  // Some phones do not say what a file is; then the server finds out.
  if (file.type && !TYPES.test(file.type)) return "Yang bisa dikirim foto (JPG, PNG, WebP) atau PDF.";
  return "";
}

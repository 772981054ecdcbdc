// What all parts of the desk's pages share.
export const $ = (id) => document.getElementById(id);
export const talk = $("talk");

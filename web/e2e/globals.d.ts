// What functions sent into the page find there.
declare const onelayer: import("./interface.js").OneLayer;

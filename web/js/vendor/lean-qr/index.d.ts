// The part of lean-qr (MIT) that the page uses; tools/dist.js puts the module itself here.

export interface Code {
  readonly size: number;
  get(x: number, y: number): boolean;
}

export function generate(text: string): Code;

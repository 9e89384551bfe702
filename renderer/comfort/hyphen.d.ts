/** The package carries no types. */
declare module "hyphen/fr" {
  export function hyphenateSync(text: string): string;
}
declare module "hyphen/en" {
  export function hyphenateSync(text: string): string;
}

/**
 * What Node is started with, by the installed program and by the benches. A window lives for a second or two, until
 * the next of its camera: with the usual 16 MB for what is young, those of a thousand cameras are copied to where
 * only the costly collection reaches them. The room is taken up only where so much lives.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=64'];

/**
 * onnxruntime's official builds for Linux and macOS report the use of models to their maker over the
 * network, and keep what they could not send in a database in the user's home (since 1.29; see
 * microsoft/onnxruntime pull request 27379). A box beside cameras speaks to nobody but its broker. The variable is
 * read once, when the runtime starts, so that it is set here, in the main thread of every program
 * that may start one: a worker's `process.env` is only a copy.
 */
process.env.ORT_DISABLE_TELEMETRY = '1';

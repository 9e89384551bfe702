import { expect, test } from "vitest";
import { isNoise } from "../../build/setup/noise.mjs";

test.each([
  "[6844:1122/122309.456260:ERROR:bus.cc(399)] Failed to connect to the bus: Failed to connect to socket",
  "[6869:1122/122310.484069:ERROR:viz_main_impl.cc(186)] Exiting GPU process due to errors during initialization",
  "[6879:1122/122310.556901:ERROR:command_buffer_proxy_impl.cc(128)] ContextResult::kTransientFailure",
  "[12:0101/000000.000001:WARNING:gpu_process_host.cc(997)] The GPU process has crashed 1 time(s)",
  "[12:0101/000000.000001:ERROR:dbus/bus.cc:408] Failed to connect to the bus",
])("is noise: %s", (line) => {
  expect(isNoise(line)).toBe(true);
});

test.each([
  "Error: Cannot find module './librarian.cjs'",
  "[12:0101/000000.000001:ERROR:CONSOLE(12)] Uncaught TypeError: x is not a function",
  "[12:0101/000000.000001:FATAL:electron_main_delegate.cc(292)] Running as root without --no-sandbox is not supported.",
  "[12:0101/000000.000001:ERROR:ssl_client_socket_impl.cc(975)] handshake failed",
])("is not noise: %s", (line) => {
  expect(isNoise(line)).toBe(false);
});

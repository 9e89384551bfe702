/** What a trace of strace tells of the network: who was called, and whether names were looked up. */

/** The calls to the system that a trace has to hold. */
export const tracedCalls = "connect,sendto,sendmsg,sendmmsg,openat,execve";

export interface NetworkUse {
  /** Addresses of the internet, this very computer's included, to which something was sent or a connection was made: the lines themselves. */
  contacts: string[];
  /** Signs that a name was looked up: a question to a name server, or to the system's resolver. */
  lookups: string[];
}

/** Reads the output of `strace -f`. */
export function networkUse(trace: string): NetworkUse {
  const lines = trace.split("\n");
  const contacts = lines.filter((line) => /\b(?:connect|sendto|sendmsg|sendmmsg)\(/.test(line) && /sa_family=AF_INET6?\b/.test(line));
  const asked = lines.filter((line) => /htons\((?:53|853|5353|5355)\)|io\.systemd\.Resolve|avahi-daemon\/socket/.test(line));
  return { contacts, lookups: [...asked, ...hostsRead(lines)] };
}

/**
 * The C library looks a name up in one go: it asks nscd, reads its settings where it has not yet, then the file of hosts. Chromium reads that file by
 * itself when it starts, as part of the system's settings, whether it will ever look for a name or not: that is none.
 */
function hostsRead(lines: readonly string[]): string[] {
  const asksNscd = new Set<string>();
  return lines.filter((line) => {
    // Without the number of a thread, there is but one.
    const thread = /^(?:\[pid +(\d+)\]|(\d+)) /.exec(line)?.slice(1).find(Boolean) ?? "";
    if (line.includes('sun_path="/var/run/nscd/socket"') || line.includes('sun_path="/run/nscd/socket"')) asksNscd.add(thread);
    else if (/openat\([^"]*"\/etc\/hosts"/.test(line)) return asksNscd.has(thread);
    else if (/\b(?:openat|connect|send\w+|execve)\(/.test(line) && !/"\/etc\/(?:nsswitch|host|resolv|gai)\.conf"|\/ld\.so\.cache"|\/libnss_|nscd\/socket/.test(line)) asksNscd.delete(thread);
    return false;
  });
}

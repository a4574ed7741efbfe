import type { Chance } from "./random.ts";

/** What callers say, by the component at fault; what names none by the service. */
const sayings: Readonly<Record<string, readonly string[]>> = {
  workplace: [
    "Account locked after holiday",
    "Password reset for new phone",
    "Laptop does not start",
    "Second screen stays black",
    "Headset not recognised in softphone",
    "Outlook asks for password again and again",
    "Shared mailbox missing",
    "Printer on second floor jams",
    "Battery empty after an hour",
    "Docking station does not charge",
    "Cannot open attachment from broker",
    "Calendar shows wrong time",
    "Authenticator app on lost phone",
    "Spreadsheet crashes on save",
    "Softphone has no sound",
  ],
  "office-network": [
    "No wireless in meeting room",
    "Network drive very slow",
    "Desk port dead after move",
    "VPN drops every few minutes",
    "Video calls freeze in the afternoon",
  ],
  "claims-platform": [
    "User cannot see own claims queue",
    "Role missing after change of team",
    "How to reopen a settled claim",
    "Claim assigned to leaver",
    "Letter template shows old address",
    "Search finds no claim by postcode",
    "Session ends while typing",
    "Locked record of a colleague",
  ],
  "claims-application": [
    "Error 500 when saving a reserve",
    "Payment file rejected by bank interface",
    "Duplicate payment warning cannot be closed",
    "Claim stuck in status assessed",
    "Report of open claims is empty",
    "Photos of damage do not load",
    "Loss adjuster fee calculated twice",
    "Batch of renewal letters stopped",
  ],
  "claims-hosting": ["Claims platform very slow since morning", "Timeouts on all screens", "Night batch still running"],
  "document-store": ["Scanned letters missing in claim", "Document opens after a minute only"],
  "circuit-north": ["Leeds slow towards data centre", "Short drops of all sessions in Leeds"],
  "circuit-south": ["Leeds slow towards data centre", "Call quality poor to data centre"],
  "policy-portal": [
    "Customer cannot register",
    "Broker has lost the login",
    "Customer sees policy of last year",
    "Change of address not taken over",
    "Quote cannot be printed",
  ],
  "portal-hosting": ["Portal slow for customers", "Certificate warning in browser", "Upload of documents fails"],
};

/** The line in which an incident is told. */
export function complaintOf(chance: Chance, component: string, service: string): string {
  const own = sayings[component] ?? sayings[service] ?? ["Something is wrong"];
  return own[chance.whole(0, own.length - 1)] ?? "Something is wrong";
}

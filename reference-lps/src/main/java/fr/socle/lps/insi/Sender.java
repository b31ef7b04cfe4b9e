package fr.socle.lps.insi;

/**
 * Who calls, as the contexts of a message say (insi.md 2.3).
 *
 * @param emetteur OU of the client certificate
 * @param idam authorisation number of the software
 * @param instance UUID of this installation
 * @param name name of the software
 * @param version version of the software
 */
record Sender(String emetteur, String idam, String instance, String name, String version) {}

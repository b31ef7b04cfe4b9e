package fr.socle.lps.proxy.server;

/**
 * Who asks, as far as he said so.
 *
 * @param nationalId of the professional, empty when unknown
 * @param clientId of his software, empty when unknown
 */
record Asker(String nationalId, String clientId) {

  static Asker unknown() {
    return new Asker("", "");
  }
}

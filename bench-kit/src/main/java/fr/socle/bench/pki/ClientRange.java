package fr.socle.bench.pki;

/** The two client authorities. */
enum ClientRange {
  ORGANISATIONS("ORGANISATIONS", "organisations"),
  PERSONS("PERSONNES", "personnes");

  private final String label;
  private final String fileName;

  ClientRange(String label, String fileName) {
    this.label = label;
    this.fileName = fileName;
  }

  String label() {
    return label;
  }

  String certificatePath() {
    return "client-ca/" + fileName + ".pem";
  }

  String keyPath() {
    return "client-ca/" + fileName + "-key.pem";
  }

  String crlPath() {
    return "client-ca/" + fileName + "-crl.pem";
  }
}

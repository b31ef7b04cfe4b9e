package fr.socle.documents.datamatrix;

import fr.socle.documents.ins.Ins;

/** The vector of insi.md 9. */
final class Alix {
  static final String TEXT =
      "IS010000000000000000000000S1288027505612337S21.2.250.1.213.1.4.8\u001dS3ALIX MARIE-LOU\u001d"
          + "S4MOQUETTE\u001dS5FS629-02-1988S775056";
  static final InsDatamatrix CONTENT = with("1.2.250.1.213.1.4.8");

  private Alix() {}

  static InsDatamatrix with(String oid) {
    return new InsDatamatrix(
        Ins.of("288027505612337", oid), "ALIX MARIE-LOU", "MOQUETTE", "F", "1988-02-29", "75056");
  }
}

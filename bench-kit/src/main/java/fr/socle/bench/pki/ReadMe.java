package fr.socle.bench.pki;

import java.util.StringJoiner;

/** The page laid beside the files for whoever opens the directory. */
final class ReadMe {
  private ReadMe() {}

  static String text() {
    StringJoiner page = new StringJoiner("\n", "", "\n");
    page.add("Certificats de test de Socle. Rien ici n'a de valeur hors du banc.")
        .add("")
        .add(
            "ca.pem               autorité des serveurs du banc : la seule à déclarer de confiance")
        .add("ca.p12               la même, en magasin PKCS#12 pour Java")
        .add("server/              certificats des écoutes du banc")
        .add("client-ca/           autorités des certificats clients et leurs listes de révocation")
        .add("clients/<nom>/       une identité cliente, écrite à sa première demande :")
        .add("  chain.pem          certificat puis autorité")
        .add("  key.pem            clé privée PKCS#8, non chiffrée")
        .add("  <nom>.p12          PKCS#12 (AES-256, HMAC SHA-256)")
        .add("  <nom>-legacy.p12   PKCS#12 pour logiciel ancien (RC2-40, 3DES, HMAC SHA-1)")
        .add(
            "reserve/             clés de signature de Pro Santé Connect, gardées entre deux démarrages")
        .add("")
        .add("Mot de passe de tous les fichiers PKCS#12 : " + TestPki.PASSWORD)
        .add("Pour tout refaire, arrêtez le banc et effacez ce dossier.")
        .add("")
        .add("Identités clientes :");
    for (StandardClient client : StandardClient.values()) {
      page.add(String.format("  %-22s %s", client.clientName(), client.description()));
    }
    return page.toString();
  }
}

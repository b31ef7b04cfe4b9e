package fr.socle.lps.mss.client;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.reseau.Tls;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** How the operator is reached: STARTTLS always, the versions and suites of ECO.1.1.1 to 1.1.3. */
public final class MailTls {

  private static final List<String> SUITES =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
          "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");

  private final SSLContext context;
  private final int patienceMs;
  private final Defects defects;

  /**
   * @param context whom to trust and which certificate to present
   * @param patienceMs how long an answer may take
   */
  public MailTls(SSLContext context, int patienceMs, Defects defects) {
    this.context = context;
    this.patienceMs = patienceMs;
    this.defects = defects;
  }

  /** The settings of the mail library for a protocol. */
  Properties of(String protocol, Key key) {
    Properties all = new Properties();
    String prefix = "mail." + protocol + ".";
    boolean clear =
        defects.has(
            protocol.equals("smtp") ? Mutant.MSS_ENVOI_EN_CLAIR : Mutant.MSS_ACCES_EN_CLAIR);
    all.put(prefix + "starttls.enable", String.valueOf(!clear));
    all.put(
        prefix + "starttls.required",
        String.valueOf(!clear && !defects.has(Mutant.MSS_TLS_FACULTATIF)));
    all.put(prefix + "ssl.socketFactory", context.getSocketFactory());
    all.put(
        prefix + "ssl.checkserveridentity",
        String.valueOf(!defects.has(Mutant.MSS_NOM_SERVEUR_IGNORE)));
    all.put(
        prefix + "ssl.protocols",
        String.join(" ", Tls.VERSIONS) + (defects.has(Mutant.MSS_TLS_ANCIEN) ? " TLSv1.1" : ""));
    if (!defects.has(Mutant.MSS_TLS_SUITE_HORS_LISTE)) {
      all.put(
          prefix + "ssl.ciphersuites",
          String.join(" ", SUITES)
              // TLS 1.1 has none of them
              + (defects.has(Mutant.MSS_TLS_ANCIEN) ? " TLS_DHE_RSA_WITH_AES_128_CBC_SHA" : ""));
    }
    all.put(prefix + "connectiontimeout", String.valueOf(patienceMs));
    all.put(prefix + "timeout", String.valueOf(patienceMs));
    all.put(prefix + "writetimeout", String.valueOf(patienceMs));
    all.put(prefix + "auth", "true");
    all.put(prefix + "auth.mechanisms", key.mechanism());
    return all;
  }
}

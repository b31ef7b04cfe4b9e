package fr.socle.mss.protocol.imap;

import fr.socle.bench.http.TlsFacts;
import fr.socle.mss.service.MssSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a session offers: what CAPABILITY says and what is obeyed are the same. */
final class Offer {
  private static final List<String> ALWAYS =
      List.of(
          "IMAP4rev1",
          "LITERAL+",
          "SASL-IR",
          "ID",
          "ENABLE",
          "NAMESPACE",
          "CHILDREN",
          "UIDPLUS",
          "MOVE",
          "UNSELECT",
          "IDLE",
          "ESEARCH",
          "CONDSTORE",
          "QUOTA",
          "QUOTA=RES-STORAGE");

  private final MssSettings settings;
  private final Set<String> withheld = new HashSet<>();

  Offer(MssSettings settings) {
    this.settings = settings;
  }

  boolean has(String capability) {
    return !settings.withoutImap().contains(capability) && !withheld.contains(capability);
  }

  /** Offers something no longer, in this session. */
  void withhold(String capability) {
    withheld.add(capability.toUpperCase(Locale.ROOT));
  }

  /** Whether a client may say who it is now. */
  boolean mayAuthenticate(TlsFacts tls) {
    return isSecure(tls) || settings.clear();
  }

  static boolean isSecure(TlsFacts tls) {
    return !tls.cipherSuite().isEmpty();
  }

  String told(TlsFacts tls, boolean authenticated) {
    List<String> all = new ArrayList<>(ALWAYS);
    if (!authenticated) {
      if (!isSecure(tls)) {
        all.add("STARTTLS");
      }
      if (mayAuthenticate(tls)) {
        all.add("AUTH=XOAUTH2");
        all.add("AUTH=OAUTHBEARER");
        // mssante.md 1.4: the certificate comes first.
        if (tls.clientCertificate().isPresent()) {
          all.add("AUTH=PLAIN");
        }
      }
      if (!settings.login() || !mayAuthenticate(tls)) {
        all.add("LOGINDISABLED");
      }
    }
    return String.join(
        " ",
        all.stream()
            .filter(this::has)
            .filter(each -> !each.startsWith("QUOTA=") || has("QUOTA"))
            .toList());
  }
}

package fr.socle.app.champs;

import fr.socle.app.champs.SessionScript.Said;
import fr.socle.bench.http.TlsFacts;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Every way to alter a session in one place: what is said, its order, the connection. */
final class SessionAlterations {
  /** A line that is longer is data, which others alter. */
  private static final int LONGEST_LINE = 4096;

  private final List<List<X509Certificate>> otherChains;

  /**
   * Alterations that may also present other certificates.
   *
   * @param otherChains chains of other holders
   */
  SessionAlterations(List<List<X509Certificate>> otherChains) {
    this.otherChains = List.copyOf(otherChains);
  }

  /**
   * One altered session.
   *
   * @param place which exchange, or the connection
   * @param gesture what was done
   * @param script what is then said
   */
  record Altered(String place, String gesture, SessionScript script) {
    String label() {
      return place + " " + gesture;
    }
  }

  /** All of them, each in one place. */
  List<Altered> of(SessionScript script) {
    List<Altered> all = new ArrayList<>();
    connection(script, all);
    for (int i = 0; i < script.said().size(); i++) {
      order(script, i, all);
      words(script, i, all);
    }
    return all;
  }

  private void connection(SessionScript script, List<Altered> all) {
    TlsFacts tls = script.tls();
    for (TlsFacts other :
        List.of(
            new TlsFacts("TLSv1.1", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", tls.clientChain()),
            new TlsFacts(
                "TLSv1.2", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", tls.clientChain()),
            new TlsFacts("TLSv1.2", "TLS_RSA_WITH_AES_128_CBC_SHA", tls.clientChain()))) {
      all.add(
          new Altered(
              "connexion",
              "en " + other.protocol() + ", " + other.cipherSuite(),
              new SessionScript(other, script.said())));
    }
    if (!tls.clientChain().isEmpty()) {
      TlsFacts bare = new TlsFacts(tls.protocol(), tls.cipherSuite(), List.of());
      all.add(new Altered("certificat client", "retiré", new SessionScript(bare, script.said())));
    }
    for (List<X509Certificate> chain : otherChains) {
      if (!chain.equals(tls.clientChain())) {
        TlsFacts other = new TlsFacts(tls.protocol(), tls.cipherSuite(), chain);
        all.add(
            new Altered(
                "certificat client",
                "changé en " + chain.get(0).getSubjectX500Principal(),
                new SessionScript(other, script.said())));
      }
    }
  }

  private static void order(SessionScript script, int at, List<Altered> all) {
    List<Said> said = script.said();
    String place = place(said, at);
    List<Said> without = new ArrayList<>(said);
    without.remove(at);
    all.add(new Altered(place, "absent", new SessionScript(script.tls(), without)));
    List<Said> twice = new ArrayList<>(said);
    twice.add(at, said.get(at));
    all.add(new Altered(place, "dit deux fois", new SessionScript(script.tls(), twice)));
    if (at + 1 < said.size()) {
      List<Said> swapped = new ArrayList<>(said);
      swapped.set(at, said.get(at + 1));
      swapped.set(at + 1, said.get(at));
      all.add(new Altered(place, "dit trop tard", new SessionScript(script.tls(), swapped)));
    }
    Said one = said.get(at);
    all.add(
        new Altered(
            place,
            "sans attendre la réponse",
            with(script, at, new Said(one.exchange(), one.bytes(), true))));
  }

  /** Each word of the first line, which commands are made of. */
  private static void words(SessionScript script, int at, List<Altered> all) {
    Said one = script.said().get(at);
    String text = new String(one.bytes(), StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n");
    if (end < 0 || end > LONGEST_LINE) {
      return;
    }
    for (TextAlterations.Altered altered : TextAlterations.words(text.substring(0, end))) {
      byte[] bytes = (altered.text() + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
      all.add(
          new Altered(
              place(script.said(), at),
              altered.gesture(),
              with(script, at, new Said(one.exchange(), bytes, one.hurried()))));
    }
  }

  private static SessionScript with(SessionScript script, int at, Said other) {
    List<Said> said = new ArrayList<>(script.said());
    said.set(at, other);
    return new SessionScript(script.tls(), said);
  }

  /** The transaction, and which of those of its name it is. */
  private static String place(List<Said> said, int at) {
    String name = String.valueOf(said.get(at).exchange().transaction());
    long rank =
        said.subList(0, at + 1).stream()
            .filter(each -> name.equals(each.exchange().transaction()))
            .count();
    return name + (rank > 1 ? " (" + rank + ")" : "");
  }
}

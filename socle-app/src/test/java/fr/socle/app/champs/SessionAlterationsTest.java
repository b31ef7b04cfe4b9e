package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.app.champs.SessionScript.Said;
import fr.socle.bench.http.TlsFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionAlterationsTest {
  private static final TlsFacts TLS = new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", List.of());

  private static SessionScript script(String... lines) {
    return new SessionScript(
        TLS,
        Stream.of(lines)
            .map(
                line ->
                    new Said(
                        Hotline.exchange(1, line.split(" ", 2)[0], null),
                        (line + "\r\n").getBytes(StandardCharsets.US_ASCII),
                        false))
            .toList());
  }

  private static SessionScript altered(String label) {
    return new SessionAlterations(List.of())
        .of(script("EHLO lps", "AUTH x", "AUTH y")).stream()
            .filter(each -> each.label().equals(label))
            .findFirst()
            .orElseThrow()
            .script();
  }

  private static List<String> said(SessionScript script) {
    return script.said().stream()
        .map(each -> new String(each.bytes(), StandardCharsets.US_ASCII).strip())
        .toList();
  }

  @Test
  void leavesOutRepeatsAndSwapsWhatIsSaid() {
    assertThat(said(altered("EHLO absent"))).containsExactly("AUTH x", "AUTH y");
    assertThat(said(altered("EHLO dit deux fois")))
        .containsExactly("EHLO lps", "EHLO lps", "AUTH x", "AUTH y");
    assertThat(said(altered("EHLO dit trop tard"))).containsExactly("AUTH x", "EHLO lps", "AUTH y");
  }

  @Test
  void numbersWhatIsSaidAgain() {
    assertThat(said(altered("AUTH (2) absent"))).containsExactly("EHLO lps", "AUTH x");
  }

  @Test
  void doesNotWaitForAnAnswer() {
    assertThat(altered("AUTH sans attendre la réponse").said().get(1).hurried()).isTrue();
  }

  @Test
  void altersTheWordsOfACommand() {
    assertThat(said(altered("EHLO mot 2 retiré"))).startsWith("EHLO");
  }

  @Test
  void speaksAnOlderTls() {
    assertThat(altered("connexion en TLSv1.1, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA").tls().protocol())
        .isEqualTo("TLSv1.1");
  }

  @Test
  void sessionsOfOneShapeSayTheSameThingsHoweverOften() {
    assertThat(script("A", "B", "B").shape()).isEqualTo(script("A x", "B y").shape());
    assertThat(script("A").shape()).isNotEqualTo(script("B").shape());
  }
}

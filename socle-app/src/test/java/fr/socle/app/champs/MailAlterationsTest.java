package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailAlterationsTest {
  private static final String LETTER =
      """
      From: a@b.fr
      To: %s
      Subject: un objet
      Content-Type: text/plain; charset=utf-8

      Bonjour
      """
          .replace("\n", "\r\n");

  private static byte[] to(String address) {
    return LETTER.formatted(address).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Optional<String> done(List<MailAlterations.Altered> all, String label) {
    return all.stream()
        .filter(each -> each.label().equals(label))
        .findFirst()
        .map(each -> new String(each.message().get(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void removesAndDoublesAField() {
    List<MailAlterations.Altered> all = new MailAlterations().of(to("c@d.fr"));
    assertThat(done(all, "en-tête Subject retiré").orElseThrow()).doesNotContain("Subject");
    assertThat(done(all, "en-tête Subject doublé").orElseThrow())
        .contains("Subject: un objet\r\nContent-Type", "\r\nSubject: un objet\r\n\r\n");
  }

  @Test
  void addsAFieldThatOtherMessagesHave() {
    MailAlterations alterations = new MailAlterations();
    assertThat(done(alterations.of(to("c@d.fr")), "en-tête X-MSS-MES ajouté")).isEmpty();
    String citizen = LETTER.formatted("c@d.fr").replace("Subject", "X-MSS-MES: FIN\r\nSubject");
    alterations.of(citizen.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(done(alterations.of(to("c@d.fr")), "en-tête X-MSS-MES ajouté").orElseThrow())
        .contains("X-MSS-MES: FIN\r\n");
  }

  @Test
  void weighsDownOnlyWhatGoesToAPatient() {
    MailAlterations alterations = new MailAlterations();
    assertThat(done(alterations.of(to("c@d.fr")), "message alourdi")).isEmpty();
    assertThat(done(alterations.of(to("1@patient.mssante.fr")), "message alourdi").orElseThrow())
        .hasSizeGreaterThan(25_000_000);
  }

  @Test
  void writesAccentsAsHeadersDo() {
    assertThat(MailAlterations.coded("Mme Élise")).isEqualTo("Mme =?UTF-8?B?w4lsaXNl?=");
    assertThat(MailAlterations.coded("é".repeat(100)).split(" "))
        .hasSizeGreaterThan(1)
        .allMatch(word -> word.length() <= 75);
  }

  @Test
  void messagesOfOneShapeHaveTheSameFieldsAndKindsOfMailboxes() {
    String shape = MailAlterations.shape(to("c@d.fr"));
    assertThat(MailAlterations.shape(to("autre@d.fr"))).isEqualTo(shape);
    assertThat(MailAlterations.shape(to("c@patient.mssante.fr"))).isNotEqualTo(shape);
    String shorter = LETTER.formatted("c@d.fr").replace("Subject: un objet\r\n", "");
    assertThat(MailAlterations.shape(shorter.getBytes(StandardCharsets.ISO_8859_1)))
        .isNotEqualTo(shape);
  }
}

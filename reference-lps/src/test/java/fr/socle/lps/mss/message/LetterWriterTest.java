package fr.socle.lps.mss.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.lps.mss.inbox.Incoming;
import fr.socle.lps.mutant.Defects;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterWriterTest {

  private static final Account MARIE =
      new Account("marie@medecin.mssante.fr", "Dr_Marie_TESTEUR", Account.Kind.PER, "");
  private static final String CITIZEN = "279035121518989@patient.mssante.fr";

  private final LetterWriter writer = new LetterWriter(Clock.systemUTC(), Defects.none());

  @Test
  void keepsTheIdentifierItIsGivenAndNamesItsSender() {
    Incoming written = read(letter("paul@medecin.mssante.fr", false, null));

    assertThat(written.id()).isEqualTo("<1@medecin.mssante.fr>");
    assertThat(written.senderLabel()).isEqualTo("Dr_Marie_TESTEUR");
    assertThat(written.text()).contains("Voilà.");
  }

  @Test
  void saysTheReferenceOfTheSoftwareOnEachMessageAndNothingOfDocumentsWithoutOne() {
    assertThat(text(letter("paul@medecin.mssante.fr", false, null)))
        .contains("X-MSS-NIL: DEV1")
        .doesNotContain("X-MSS-CODECDA", "X-MSS-INS", "X-MSS-MES");
  }

  @Test
  void saysWhatItCarries() {
    Letter.Carried carried =
        new Letter.Carried(
            "zip".getBytes(UTF_8),
            List.of(new Letter.Page("page.pdf", "%PDF-".getBytes(UTF_8))),
            List.of("11490-0", "PRESC-BIO"),
            false);

    assertThat(text(letter("paul@medecin.mssante.fr", false, carried)))
        .contains("X-MSS-CODECDA: 11490-0,PRESC-BIO", "X-MSS-INS: N", "IHE_XDM.ZIP", "page.pdf");
  }

  @Test
  void endsAnExchangeWithAPatientAndNobodyElse() {
    assertThat(text(letter(CITIZEN, true, null))).contains("X-MSS-MES: FIN");
    assertThat(text(letter("paul@medecin.mssante.fr", true, null))).doesNotContain("X-MSS-MES");
  }

  private static Letter letter(String to, boolean last, Letter.@Nullable Carried carried) {
    return new Letter(
        "<1@medecin.mssante.fr>",
        MARIE,
        List.of(to),
        "Une question",
        "Voilà.",
        "DEV1",
        carried,
        false,
        false,
        last,
        null);
  }

  private String text(Letter letter) {
    return new String(writer.write(letter), UTF_8);
  }

  private Incoming read(Letter letter) {
    return Incoming.read(writer.write(letter)).orElseThrow();
  }
}

package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailPartTest {
  private static final String MESSAGE =
      """
      From: a@b.fr
      Subject: un objet
       sur deux lignes
      Content-Type: multipart/mixed; boundary="ici"

      --ici
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      d=C3=A9j=C3=A0
      --ici
      Content-Type: application/zip
      Content-Transfer-Encoding: base64

      UEs=
      --ici--
      """
          .replace("\n", "\r\n");

  private final MailPart whole = MailPart.read(MESSAGE);

  @Test
  void unfoldsFields() {
    assertThat(whole.first("subject")).isEqualTo("un objet sur deux lignes");
  }

  @Test
  void readsThePartsOfAMessage() {
    assertThat(whole.parts())
        .extracting(MailPart::type)
        .containsExactly("text/plain", "application/zip");
    assertThat(new String(whole.parts().get(0).content(), StandardCharsets.UTF_8))
        .isEqualTo("déjà");
    assertThat(whole.parts().get(1).content()).containsExactly('P', 'K');
  }

  @Test
  void isReadAgainAsItIsWritten() {
    assertThat(MailPart.read(whole.write())).isEqualTo(whole);
  }

  @Test
  void holdsAnotherContentInTheSameEncoding() {
    byte[] other = "où = là, %s".formatted("x".repeat(200)).getBytes(StandardCharsets.UTF_8);
    MailPart text = whole.parts().get(0).holding(other);
    assertThat(text.content()).isEqualTo(other);
    assertThat(text.body().lines()).allMatch(line -> line.length() <= 76);
    assertThat(whole.parts().get(1).holding(other).content()).isEqualTo(other);
  }

  @Test
  void isWrittenWithoutAPart() {
    assertThat(MailPart.read(whole.with(List.of()).write()).parts()).isEmpty();
    assertThat(MailPart.read(whole.with(List.of(whole.parts().get(1))).write()).parts()).hasSize(1);
  }
}

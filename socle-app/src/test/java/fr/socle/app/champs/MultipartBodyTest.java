package fr.socle.app.champs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MultipartBodyTest {
  private static final String TYPE = "multipart/related; boundary=\"b\"; type=\"text/xml\"";
  private static final String BODY =
      """
      --b
      Content-Type: application/xop+xml

      <a/>
      --b
      Content-Type: application/pdf

      %PDF
      --b--
      """
          .replace("\n", "\r\n");

  private final MultipartBody body = MultipartBody.read(TYPE, BODY.getBytes(UTF_8));

  @Test
  void givesEachPartWithItsContent() {
    assertThat(body.parts()).hasSize(2);
    assertThat(new String(body.content(body.parts().get(0)), UTF_8)).isEqualTo("<a/>");
    assertThat(new String(body.content(body.parts().get(1)), UTF_8)).isEqualTo("%PDF");
    assertThat(body.parts()).extracting(MultipartBody.Part::isXml).containsExactly(true, false);
  }

  @Test
  void changesOnePartAndNothingElse() {
    byte[] changed = body.with(body.parts().get(0), "<autre/>".getBytes(UTF_8));

    assertThat(new String(changed, UTF_8)).isEqualTo(BODY.replace("<a/>", "<autre/>"));
  }

  @Test
  void takesOnePartOut() {
    byte[] shorter = body.without(body.parts().get(1));

    assertThat(new String(shorter, UTF_8))
        .isEqualTo("--b\r\nContent-Type: application/xop+xml\r\n\r\n<a/>\r\n--b--\r\n");
  }

  @Test
  void readsNothingThatHasNoBoundary() {
    assertThatThrownBy(() -> MultipartBody.read("multipart/related", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
